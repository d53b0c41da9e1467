import type { ReactNode } from "react";
import { pageCtx } from "@/lib/platform/http/page";

/** Asks who comes before anything is sent: the room's first shapes are drawn while its page is still being made. */
export default async function RoomLayout({ children }: { children: ReactNode }) {
  await pageCtx();
  return children;
}

import { redirect } from "next/navigation";
import type { Ctx } from "@/lib/contracts/context";
import { getCtx } from "@/lib/platform/auth/session";

/** Who looks at this page. Somebody disabled since the cookie was made is led to sign in again. */
export async function pageCtx(): Promise<Ctx> {
  const ctx = await getCtx();
  if (!ctx) redirect("/sign-in");
  return ctx;
}

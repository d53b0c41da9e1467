import type { NextRequest } from "next/server";
import { guard } from "@/lib/platform/edge/guard";

/** Runs on the edge before every page and handler; its logic lives in runtime-neutral modules. */
export function middleware(request: NextRequest): Promise<Response> {
  return guard(request);
}

export const config = {
  matcher: [
    "/((?!_next/static|_next/image|favicon\\.ico|.*\\.(?:png|svg|ico|webp|jpg|woff2|webmanifest)$|robots\\.txt).*)",
  ],
};

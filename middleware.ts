import type { NextRequest } from "next/server";
import { guard } from "@/lib/platform/edge/guard";

/** Runs on the edge before every page, handler and file but those of the build; its logic lives in runtime-neutral modules. */
export function middleware(request: NextRequest): Promise<Response> {
  return guard(request);
}

// Told by place and never by ending: a page's parameter may look like the name of a picture.
export const config = { matcher: ["/((?!_next/static/).*)"] };

import { NextResponse } from "next/server";

/** Runs for no request. Without a file of its own here, the build would take the application's. */
export function middleware() {
  return NextResponse.next();
}

export const config = { matcher: "/never" };

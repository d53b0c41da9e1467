import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { isLoopback } from "@/lib/platform/refusals";

/** A path of ours at our own address. What the caller's headers say about hosts is never part of it. */
function at(home: string, path: string, search: string): URL {
  const address = new URL(home);
  address.pathname = path;
  address.search = search;
  return address;
}

/** Leads to sign-in and back from there to what was asked for. */
export function leadToSignIn(request: NextRequest): Response {
  const address = new URL("/sign-in", env().authUrl);
  const { pathname, search } = request.nextUrl;
  if (pathname !== "/") address.searchParams.set("returnTo", `${pathname}${search}`);
  return NextResponse.redirect(address, request.method === "GET" || request.method === "HEAD" ? 307 : 303);
}

/**
 * On this machine 127.0.0.1 and localhost are two sites to a browser, and sign-in knows one of them: whoever opens the
 * other is led over before a cookie can land on the wrong one. By a Refresh header: the framework takes both hosts for
 * one and would turn a redirect into a circle.
 */
export function leadHome(request: NextRequest): Response | null {
  const { local, authUrl } = env();
  const host = request.headers.get("host");
  const elsewhere = local && host && host !== new URL(authUrl).host && isLoopback(`http://${host}`);
  if (!elsewhere || request.method !== "GET") return null;
  const there = at(authUrl, request.nextUrl.pathname, request.nextUrl.search);
  return new Response(null, { status: 200, headers: { refresh: `0; url=${there.href}`, "cache-control": "no-store" } });
}

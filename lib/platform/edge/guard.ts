import { NextResponse, type NextRequest } from "next/server";
import { isRefreshDue, refreshSession } from "@/lib/platform/auth/refresh";
import {
  readSessionToken,
  sessionCookieName,
  sessionCookieOptions,
  writeSessionToken,
  type SessionToken,
} from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { logAtEdge } from "@/lib/platform/log-edge";
import { traceHeaders } from "@/lib/platform/observe/spans";
import { isLoopback } from "@/lib/platform/refusals";
import { knowsSecrets } from "@/lib/platform/secrets/current";
import { problemResponse } from "@/lib/platform/http/problem";
import { requestIdHeader, requestIdOf } from "@/lib/platform/http/request-id";
import { apiPolicy, corsHeaders, makeNonce, nonceHeader, pagePolicy, securityHeaders } from "./headers";
import { pathKind, type PathKind } from "./paths";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

interface Session {
  token: SessionToken | null;
  /** the cookie to set, "" to clear it, undefined to leave it */
  cookie?: string;
  /** a cookie that this edge cannot judge, since it may be sealed with a secret that only those behind it know */
  undecided?: boolean;
}

async function readSession(request: NextRequest): Promise<Session> {
  const cookie = request.cookies.get(sessionCookieName())?.value;
  const token = await readSessionToken(cookie);
  if (!token) return { token: null, undecided: Boolean(cookie) && !knowsSecrets() };
  if (!isRefreshDue(token)) return { token };
  const result = await refreshSession(token);
  if (result.kind === "revoked") return { token: null, cookie: "" };
  return { token: result.token, cookie: await writeSessionToken(result.token) };
}

function refuseShape(request: NextRequest, api: boolean): AppError | null {
  if (!methods.has(request.method)) return new AppError("method_not_allowed");
  if (api && Number(request.headers.get("content-length") ?? 0) > env().maxBodyBytes)
    return new AppError("body_too_large");
  return null;
}

function leadToSignIn(request: NextRequest): Response {
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
function leadHome(request: NextRequest): Response | null {
  const { local, authUrl } = env();
  const home = new URL(authUrl);
  const host = request.headers.get("host");
  if (!local || !host || host === home.host || request.method !== "GET" || !isLoopback(`http://${host}`)) return null;
  const there = new URL(`${request.nextUrl.pathname}${request.nextUrl.search}`, home);
  return new Response(null, { status: 200, headers: { refresh: `0; url=${there.href}`, "cache-control": "no-store" } });
}

function decorate(response: NextResponse | Response, kind: PathKind, requestId: string, nonce: string): Response {
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  response.headers.set(requestIdHeader, requestId);
  const page = kind === "page" || kind === "public_page";
  response.headers.set("content-security-policy", page ? pagePolicy(nonce) : apiPolicy);
  return response;
}

/** Lets the request through with its id, its nonce and its possibly renewed session cookie. */
function pass(request: NextRequest, session: Session, requestId: string, nonce: string): NextResponse {
  // The handlers behind must see the renewed cookie too, or they would spend the old refresh token's session.
  if (session.cookie) request.cookies.set(sessionCookieName(), session.cookie);
  else if (session.cookie === "") request.cookies.delete(sessionCookieName());
  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, requestId);
  for (const [name, value] of Object.entries(traceHeaders())) headers.set(name, value);
  headers.set(nonceHeader, nonce);
  headers.set("content-security-policy", pagePolicy(nonce));
  return NextResponse.next({ request: { headers } });
}

function keepSession(response: Response, session: Session): Response {
  if (session.cookie === undefined) return response;
  const { maxAge, ...options } = sessionCookieOptions();
  const carrier = new NextResponse(null);
  carrier.cookies.set(sessionCookieName(), session.cookie, { ...options, maxAge: session.cookie ? maxAge : 0 });
  for (const line of carrier.headers.getSetCookie()) response.headers.append("set-cookie", line);
  return response;
}

async function admit(request: NextRequest, kind: PathKind, requestId: string, nonce: string): Promise<Response> {
  const api = kind === "api" || kind === "open_api";
  const refusal = refuseShape(request, api);
  if (refusal) return problemResponse(refusal, requestId);
  if (api && request.method === "OPTIONS") return new NextResponse(null, { status: 204 });
  if (kind === "open_api") return pass(request, { token: null }, requestId, nonce);
  const elsewhere = api ? null : leadHome(request);
  if (elsewhere) return elsewhere;
  const session = await readSession(request);
  const refused = !session.token && !session.undecided;
  if (refused && kind === "api")
    return keepSession(problemResponse(new AppError("unauthenticated"), requestId), session);
  // A server action answers for itself: a redirect would lose what was typed.
  if (refused && kind === "page" && !request.headers.has("next-action"))
    return keepSession(leadToSignIn(request), session);
  return keepSession(pass(request, session, requestId, nonce), session);
}

/** All that happens at the edge, before any handler: see the fixed order in `admit`. */
export async function guard(request: NextRequest): Promise<Response> {
  const began = Date.now();
  const requestId = requestIdOf(request.headers);
  const kind = pathKind(request.nextUrl.pathname);
  const nonce = makeNonce();
  const response = decorate(await admit(request, kind, requestId, nonce), kind, requestId, nonce);
  if (kind === "api" || kind === "open_api") {
    response.headers.append("vary", "Origin");
    for (const [name, value] of Object.entries(corsHeaders(request.headers.get("origin"))))
      response.headers.set(name, value);
  }
  logAtEdge({ requestId, method: request.method, path: request.nextUrl.pathname, began }, response);
  return response;
}

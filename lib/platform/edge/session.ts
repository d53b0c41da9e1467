import { NextResponse, type NextRequest } from "next/server";
import { isRefreshDue, refreshSession } from "@/lib/platform/auth/refresh";
import {
  readSessionToken,
  sessionCookieName,
  sessionCookieOptions,
  writeSessionToken,
  type SessionToken,
} from "@/lib/platform/auth/token";
import { knowsSecrets } from "@/lib/platform/secrets/current";

export interface Session {
  token: SessionToken | null;
  /** the cookie to set, "" to clear it, undefined to leave it */
  cookie?: string;
  /** a cookie that this edge cannot judge, since it may be sealed with a secret that only those behind it know */
  undecided?: boolean;
}

/** Whose session cookie came, renewed at the provider when that is due. The tenant is in it, and nowhere else. */
export async function readSession(request: NextRequest): Promise<Session> {
  const cookie = request.cookies.get(sessionCookieName())?.value;
  const token = await readSessionToken(cookie);
  if (!token) return { token: null, undecided: Boolean(cookie) && !knowsSecrets() };
  if (!isRefreshDue(token)) return { token };
  const result = await refreshSession(token);
  if (result.kind === "revoked") return { token: null, cookie: "" };
  return { token: result.token, cookie: await writeSessionToken(result.token) };
}

/** Puts a renewed cookie, or the end of one, on the answer. */
export function keepSession(response: Response, session: Session): Response {
  if (session.cookie === undefined) return response;
  const { maxAge, ...options } = sessionCookieOptions();
  const carrier = new NextResponse(null);
  carrier.cookies.set(sessionCookieName(), session.cookie, { ...options, maxAge: session.cookie ? maxAge : 0 });
  for (const line of carrier.headers.getSetCookie()) response.headers.append("set-cookie", line);
  return response;
}

/** Puts it on the request too: handlers would spend the old refresh token's session otherwise. */
export function passSession(request: NextRequest, session: Session): void {
  if (session.cookie) request.cookies.set(sessionCookieName(), session.cookie);
  else if (session.cookie === "") request.cookies.delete(sessionCookieName());
}

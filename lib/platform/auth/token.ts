import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { authSecrets } from "@/lib/platform/secrets/current";

/**
 * What the encrypted session cookie holds: as little as will do, since browsers cut cookies at 4 KB.
 * The role is not in it: rights are read from the database at each request.
 */
const sessionTokenSchema = z.object({
  /** the sign-in's row: whoever ends it ends this cookie */
  lid: z.uuid(),
  uid: z.uuid(),
  tid: z.uuid(),
  /** the tenant's own connection that was used; absent for the deployment's issuer */
  cid: z.uuid().optional(),
  name: z.string(),
  email: z.string(),
  /** when the provider's answer must be renewed, in seconds since 1970; absent without a refresh token */
  due: z.number().optional(),
  rt: z.string().optional(),
  /** hint for signing out at the provider, dropped when it is too long */
  idt: z.string().optional(),
});
export type SessionToken = z.infer<typeof sessionTokenSchema>;

/** Characters of provider tokens that still leave the encrypted cookie below 4 KB. */
const tokenBudget = 2300;

/** Keeps the refresh token first, then the id token, while both fit the cookie. */
export function fitTokens(tokens: { refreshToken?: string; idToken?: string }): Pick<SessionToken, "rt" | "idt"> {
  const rt = tokens.refreshToken && tokens.refreshToken.length <= tokenBudget ? tokens.refreshToken : undefined;
  const left = tokenBudget - (rt?.length ?? 0);
  return { rt, idt: tokens.idToken && tokens.idToken.length <= left ? tokens.idToken : undefined };
}

export function isSecure(): boolean {
  return env().authUrl.startsWith("https:");
}

/** Auth.js's own name and options, so that its routes and ours read the same cookie. */
export function sessionCookieName(): string {
  return isSecure() ? "__Secure-authjs.session-token" : "authjs.session-token";
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: "lax" as const,
    path: "/",
    secure: isSecure(),
    maxAge: env().sessionHours * 3600,
  };
}

const decoded = new Map<string, { token: SessionToken; until: number; secrets: string }>();
const rememberMs = 30_000;

/** The session of a cookie, or null when it is absent, expired, forged or of another shape. Works on the edge. */
export async function readSessionToken(cookie: string | undefined): Promise<SessionToken | null> {
  if (!cookie) return null;
  const secret = authSecrets();
  const secrets = secret.join(" ");
  const known = decoded.get(cookie);
  // What a retired secret once opened is not remembered past it.
  if (known && known.until > Date.now() && known.secrets === secrets) return known.token;
  let payload: JWT | null;
  try {
    payload = await decode({ token: cookie, secret, salt: sessionCookieName() });
  } catch {
    return null; // whoever sends a cookie we cannot open is not signed in
  }
  const parsed = sessionTokenSchema.safeParse(payload);
  if (!parsed.success) return null;
  if (decoded.size > 1000) decoded.clear();
  const until = Math.min(Date.now() + rememberMs, (payload?.exp ?? 0) * 1000);
  decoded.set(cookie, { token: parsed.data, until, secrets });
  return parsed.data;
}

/** Seals it with the newest secret: a cookie of an older one is sealed anew whenever it is written. */
export async function writeSessionToken(token: SessionToken): Promise<string> {
  return encode({
    token: { ...token },
    secret: authSecrets(),
    salt: sessionCookieName(),
    maxAge: env().sessionHours * 3600,
  });
}

import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Ctx } from "@/lib/contracts/context";
import { AppError } from "@/lib/platform/errors";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { localeCookie, pickLocale } from "@/lib/platform/locale";
import { actorOf } from "./actors";
import { readSessionToken, sessionCookieName, type SessionToken } from "./token";

/** The session cookie's content, unchecked against the database. */
export async function getSessionToken(): Promise<SessionToken | null> {
  return readSessionToken((await cookies()).get(sessionCookieName())?.value);
}

/** Who acts by the session cookie, or null when nobody is signed in, the sign-in was ended or the person disabled. */
async function ctxOfLogin(): Promise<Ctx | null> {
  const token = await getSessionToken();
  if (!token) return null;
  const actor = await actorOf({ loginId: token.lid, userId: token.uid, tenantId: token.tid });
  if (!actor) return null;
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  return {
    tenantId: token.tid,
    actor: { userId: token.uid, role: actor.role, name: actor.name, email: actor.email },
    requestId: requestIdOf(sent),
    locale: pickLocale(jar.get(localeCookie)?.value ?? actor.locale ?? undefined, sent.get("accept-language")),
    via: { kind: "login", id: token.lid },
  };
}

/** Who acts in this request: looked up once for all of its parts. */
export const getCtx: () => Promise<Ctx | null> = cache(ctxOfLogin);

/** Like `getCtx`, for callers that need somebody. Throws `unauthenticated`. */
export async function requireCtx(): Promise<Ctx> {
  const ctx = await getCtx();
  if (!ctx) throw new AppError("unauthenticated");
  return ctx;
}

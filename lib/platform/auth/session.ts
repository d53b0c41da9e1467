import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { findActor } from "@/db/identity";
import type { Ctx } from "@/lib/contracts/context";
import { AppError } from "@/lib/platform/errors";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { localeCookie, pickLocale } from "@/lib/platform/locale";
import { readSessionToken, sessionCookieName, type SessionToken } from "./token";

type Actor = Awaited<ReturnType<typeof findActor>>;

const known = new Map<string, { actor: Promise<Actor>; until: number }>();
/** How long a person who was disabled, or whose role changed, may still act on one instance. */
const rememberMs = 15_000;

function actorOf(token: SessionToken): Promise<Actor> {
  const key = `${token.tid}:${token.uid}`;
  const entry = known.get(key);
  if (entry && entry.until > Date.now()) return entry.actor;
  const actor = findActor(token.uid, token.tid);
  if (known.size > 5000) known.clear();
  known.set(key, { actor, until: Date.now() + rememberMs });
  actor.catch(() => known.delete(key));
  return actor;
}

/** The session cookie's content, unchecked against the database. */
export async function getSessionToken(): Promise<SessionToken | null> {
  return readSessionToken((await cookies()).get(sessionCookieName())?.value);
}

/** Who acts in this request, or null when nobody is signed in or the person was disabled. */
export const getCtx: () => Promise<Ctx | null> = cache(async () => {
  const token = await getSessionToken();
  if (!token) return null;
  const actor = await actorOf(token);
  if (!actor) return null;
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  return {
    tenantId: token.tid,
    actor: { userId: token.uid, role: actor.role, name: actor.name, email: actor.email },
    requestId: requestIdOf(sent),
    locale: pickLocale(jar.get(localeCookie)?.value ?? actor.locale ?? undefined, sent.get("accept-language")),
  };
});

/** Like `getCtx`, for callers that need somebody. Throws `unauthenticated`. */
export async function requireCtx(): Promise<Ctx> {
  const ctx = await getCtx();
  if (!ctx) throw new AppError("unauthenticated");
  return ctx;
}

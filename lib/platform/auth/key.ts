import "server-only";
import { after } from "next/server";
import { findKey, touchKey } from "@/db/keys";
import type { Ctx } from "@/lib/contracts/context";
import { keyShape } from "@/lib/contracts/keys";
import { AppError } from "@/lib/platform/errors";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { pickLocale } from "@/lib/platform/locale";
import { log } from "@/lib/platform/log";
import { hashKey } from "./key-secret";

/** What a request carries as `Authorization: Bearer`, or null when it carries no such header. */
export function bearerOf(headers: Headers): string | null {
  const [scheme = "", value = ""] = (headers.get("authorization") ?? "").trim().split(/\s+/u, 2);
  return scheme.toLowerCase() === "bearer" ? value : null;
}

const touchEveryMs = 60_000;

/**
 * Who acts by the API key that a request bears. Looked up at each call, so that a key revoked, or one whose person was
 * disabled, is refused at once. Throws `unauthenticated`, whatever is wrong with it.
 */
export async function requireKeyCtx(headers: Headers, bearer: string): Promise<Ctx> {
  const hash = keyShape.test(bearer) ? hashKey(bearer) : null;
  const found = hash && (await findKey(hash));
  if (!found) throw new AppError("unauthenticated");
  const { id, tenantId, scopes, lastUsedAt, person } = found;
  // Noted once the answer is on its way: nobody waits for it.
  if (!lastUsedAt || Date.now() - lastUsedAt.getTime() > touchEveryMs) {
    after(() => touchKey(id).catch((err: unknown) => log.warn({ err }, "the use of a key was not noted")));
  }
  const { locale, ...actor } = person;
  return {
    tenantId,
    actor,
    requestId: requestIdOf(headers),
    locale: pickLocale(locale ?? undefined, headers.get("accept-language")),
    via: { kind: "key", id, scopes },
  };
}

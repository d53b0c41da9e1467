import { and, asc, count, desc, eq, gt, ilike, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { apiKeys, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import {
  scopesFor,
  type ApiKey,
  type ApiKeyPage,
  type CreatedKey,
  type CreateKey,
  type KeyHolder,
} from "@/lib/contracts/keys";
import type { Permission } from "@/lib/contracts/permissions";
import { holds } from "@/lib/platform/auth/allow";
import { makeKey } from "@/lib/platform/auth/key-secret";
import { AppError } from "@/lib/platform/errors";
import { containing } from "./like-pattern";
import { idOfSubmission } from "./submissions";
import { defineVerb, sqlState } from "./verb";

const pageSize = 50;
const mostLiving = 200;
const uniqueViolation = "23505";

type Row = { key: typeof apiKeys.$inferSelect; person: typeof users.$inferSelect };

/** A key as it may be shown. */
export function shownKey({ key, person }: Row, now: Date): ApiKey {
  const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  return {
    id,
    name,
    prefix,
    actsAs: { id: person.id, name: person.name, email: person.email, role: person.role },
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "active",
  };
}

/** `<ISO time>_<id>` of the last item: the next page starts after it. */
function olderThan(cursor: string) {
  const [time = "", id = ""] = cursor.split("_");
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/iu.test(id)) {
    throw new AppError("invalid_request", { fields: { cursor: "not a cursor of this list" } });
  }
  return or(lt(apiKeys.createdAt, at), and(eq(apiKeys.createdAt, at), lt(apiKeys.id, id)));
}

/** Keys of the tenant with whom they act as, newest first; ended ones stay in the list. Throws `invalid_request`. */
export const listKeys = defineVerb<{ cursor?: string }, ApiKeyPage>({
  name: "keys.list",
  permission: "key:read",
  audit: "none",
  run: async (tx, _ctx, { cursor }) => {
    const rows = await tx
      .select({ key: apiKeys, person: users })
      .from(apiKeys)
      .innerJoin(users, eq(users.id, apiKeys.userId))
      .where(cursor ? olderThan(cursor) : undefined)
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(pageSize + 1);
    const now = new Date();
    const items = rows.slice(0, pageSize).map((row) => shownKey(row, now));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > pageSize && last ? `${last.createdAt}_${last.id}` : null };
  },
});

const mayActAs = and(isNull(users.disabledAt), isNull(users.removedAt), isNotNull(users.role));

/** People a key can act as, by part of a name or address, the actor first; eight at most. */
export const findKeyHolders = defineVerb<{ q: string }, KeyHolder[]>({
  name: "keys.find_holders",
  permission: "key:manage",
  audit: "none",
  run: async (tx, ctx, { q }) => {
    const pattern = containing(q);
    const self = sql<boolean>`${users.id} = ${ctx.actor.userId}`;
    const rows = await tx
      .select({ id: users.id, name: users.name, email: users.email, role: users.role, self })
      .from(users)
      .where(and(mayActAs, q ? or(ilike(users.name, pattern), ilike(users.email, pattern)) : undefined))
      .orderBy(desc(self), asc(users.name), asc(users.id))
      .limit(8);
    return rows.flatMap(({ role, ...person }) => (role ? [{ ...person, role }] : []));
  },
});

interface NewKey {
  id?: string;
  tenantId: string;
  person: typeof users.$inferSelect;
  name: string;
  scopes: Permission[];
  days: number;
  createdBy: string | null;
}

/** Stores a new key in the caller's transaction; the secret is in the answer alone. Throws `already_exists`, `unprocessable`. */
export async function storeKey(tx: Tx, wanted: NewKey): Promise<CreatedKey> {
  const now = new Date();
  const { id, tenantId, person, name, days, createdBy } = wanted;
  const living = and(eq(apiKeys.tenantId, tenantId), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now));
  const [kept] = await tx.select({ n: count() }).from(apiKeys).where(living);
  if ((kept?.n ?? 0) >= mostLiving) {
    throw new AppError("unprocessable", { detail: `A company may have ${mostLiving} living keys.` });
  }
  const { secret, prefix, hash } = makeKey();
  const values = {
    id,
    tenantId,
    userId: person.id,
    name,
    prefix,
    hash,
    scopes: [...new Set(wanted.scopes)],
    createdBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * 86_400_000),
  };
  const [key] = await tx
    .insert(apiKeys)
    .values(values)
    .returning()
    .catch((cause: unknown) => {
      if (sqlState(cause) !== uniqueViolation) throw cause;
      throw new AppError("already_exists", {
        detail: "This key was made already; its secret is not shown again.",
        cause,
      });
    });
  if (!key) throw new Error("the key was not stored");
  return { ...shownKey({ key, person }, now), secret };
}

/**
 * Makes a key that acts as a person of the tenant, within what their role holds. Nobody hands on what they do not hold
 * themselves, nor, to a key that acts as another, what is private to them or changes who may do what. Throws `not_found`,
 * `unprocessable`, `invalid_request`, `forbidden`, `already_exists`.
 */
export const createKey = defineVerb<CreateKey, CreatedKey>({
  name: "keys.create",
  permission: "key:manage",
  audit: {
    action: "key.create",
    subject: (_, { id }) => `key:${id}`,
    // What a key is called often names its person, and the log outlives whoever is erased.
    detail: (_, { prefix, scopes, expiresAt, actsAs }) => ({
      prefix,
      scopes,
      expiresAt,
      actsAs: actsAs.id,
    }),
  },
  run: async (tx, ctx, { name, userId, scopes, days, submission }) => {
    // Held until the key stands: whoever is being shut out meanwhile takes it with them.
    const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("share");
    if (!person || person.removedAt) throw new AppError("not_found");
    if (person.disabledAt || !person.role) {
      throw new AppError("unprocessable", { detail: "Nobody can act as this person: disabled, or without a role." });
    }
    const givable = scopesFor(person.role, userId === ctx.actor.userId ? "self" : "other");
    const wrong = scopes.filter((scope) => !givable.includes(scope));
    if (wrong.length > 0) {
      throw new AppError("invalid_request", { fields: { scopes: `not to be given here: ${wrong.join(", ")}` } });
    }
    if (scopes.some((scope) => !holds(ctx, scope))) throw new AppError("forbidden");
    const id = submission && idOfSubmission(ctx, "key", submission);
    return storeKey(tx, { id, tenantId: ctx.tenantId, person, name, scopes, days, createdBy: ctx.actor.userId });
  },
});

/** Ends a key for good: its next call is refused. Throws `not_found`, also for one that was ended before. */
export const revokeKey = defineVerb<{ id: string }, { prefix: string; name: string }>({
  name: "keys.revoke",
  permission: "key:manage",
  audit: {
    action: "key.revoke",
    subject: ({ id }) => `key:${id}`,
    detail: (_, { prefix }) => ({ prefix }),
  },
  run: async (tx, _ctx, { id }) => {
    const [ended] = await tx
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ prefix: apiKeys.prefix, name: apiKeys.name });
    if (!ended) throw new AppError("not_found");
    return ended;
  },
});

import { and, desc, eq, gt, ilike, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { isLoginOpen } from "@/db/actors";
import { logins, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Login, LoginPage, LoginQuery, PersonLogin } from "@/lib/contracts/logins";
import { forgetActors } from "@/lib/platform/auth/actors";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { containing } from "./like-pattern";
import { deviceOf } from "./devices";
import { afterCommit, defineVerb } from "./verb";

const pageSize = 50;

/** Ends the sign-ins that match and answers which; what was open on them stops within a minute, here at once. */
async function endWhere(tx: Tx, which: SQL | undefined): Promise<string[]> {
  const ended = await tx
    .update(logins)
    // the clock, not the start of the transaction: it may have waited
    .set({ endedAt: sql`clock_timestamp()` })
    .where(and(isNull(logins.endedAt), which))
    .returning({ id: logins.id });
  const ids = ended.map(({ id }) => id);
  // Whoever asks before this is kept still finds them open, and would be remembered.
  afterCommit(tx, () => forgetActors(ids));
  return ids;
}

/**
 * Ends every sign-in of a person in the caller's transaction: for a change of role, a disabling, a removal. What was
 * open stops within a minute, streams too; who may still sign in does so anew. Answers how many there were.
 */
export async function endLoginsOf(tx: Tx, userId: string): Promise<number> {
  // A sign-in made while this waits is over too.
  await tx
    .update(users)
    .set({ loginsFrom: sql`clock_timestamp()` })
    .where(eq(users.id, userId));
  return (await endWhere(tx, eq(logins.userId, userId))).length;
}

/** Ends the sign-ins of a tenant through an issuer, whose people are then asked for another. Answers how many there were. */
export async function endLoginsThrough(tx: Tx, issuer: string): Promise<number> {
  return (await endWhere(tx, eq(logins.issuer, issuer.replace(/\/$/u, "")))).length;
}

/** Sign-ins that a browser may still hold a cookie of; one not used for so long has lapsed by itself. */
const holding = () =>
  and(isLoginOpen(), gt(logins.lastSeenAt, sql`now() - make_interval(mins => ${env().sessionHours * 60 + 10})`));

const currentOf = (ctx: Ctx) => (ctx.via?.kind === "login" ? ctx.via.id : null);

function toLogin(row: typeof logins.$inferSelect, ctx: Ctx): Login {
  return {
    id: row.id,
    device: deviceOf(row.userAgent),
    address: row.address,
    since: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    current: row.id === currentOf(ctx),
  };
}

const rowsOfLogins = (tx: Tx, which: SQL | undefined, most: number) =>
  tx
    .select({ login: logins, name: users.name, email: users.email })
    .from(logins)
    .innerJoin(users, and(eq(users.id, logins.userId), eq(users.tenantId, logins.tenantId)))
    .where(and(holding(), which))
    .orderBy(desc(logins.createdAt), desc(logins.id))
    .limit(most);

/** Where the actor is signed in, newest first. */
export const listOwnLogins = defineVerb<void, Login[]>({
  name: "logins.list_own",
  permission: "login:read_own",
  audit: "none",
  run: async (tx, ctx) => {
    const rows = await rowsOfLogins(tx, eq(logins.userId, ctx.actor.userId), 200);
    return rows.map(({ login }) => toLogin(login, ctx));
  },
});

/** Ends one sign-in of the actor's own, also the one they act by. Throws `not_found`. */
export const endOwnLogin = defineVerb<{ id: string }, void>({
  name: "logins.end_own",
  permission: "login:revoke_own",
  audit: { action: "login.end", subject: ({ id }) => `login:${id}` },
  run: async (tx, ctx, { id }) => {
    const ended = await endWhere(tx, and(eq(logins.id, id), eq(logins.userId, ctx.actor.userId)));
    if (ended.length === 0) throw new AppError("not_found");
  },
});

/** Ends every sign-in of the actor's own but the one they act by. Answers how many there were. */
export const endOtherLogins = defineVerb<void, { ended: number }>({
  name: "logins.end_others",
  permission: "login:revoke_own",
  audit: { action: "login.end_others", subject: () => "user:self", detail: (_, { ended }) => ({ ended }) },
  run: async (tx, ctx) => {
    const current = currentOf(ctx);
    const others = and(eq(logins.userId, ctx.actor.userId), current ? ne(logins.id, current) : undefined);
    return { ended: (await endWhere(tx, others)).length };
  },
});

/** Who of the tenant is signed in, newest first, fifty at a time. */
export const listLogins = defineVerb<LoginQuery, LoginPage>({
  name: "logins.list",
  permission: "login:manage",
  audit: "none",
  run: async (tx, ctx, { person, user, cursor }) => {
    const words = person ? containing(person) : null;
    const which = and(
      user ? eq(logins.userId, user) : undefined,
      words ? or(ilike(users.name, words), ilike(users.email, words)) : undefined,
      cursor
        ? sql`(${logins.createdAt}, ${logins.id}) < (select l.created_at, l.id from logins l where l.id = ${cursor})`
        : undefined,
    );
    const rows = await rowsOfLogins(tx, which, pageSize + 1);
    const items = rows.slice(0, pageSize).map(({ login, name, email }): PersonLogin => ({
      ...toLogin(login, ctx),
      person: { id: login.userId, name, email },
    }));
    return { items, nextCursor: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
  },
});

/** Ends one sign-in of anybody in the tenant. Throws `not_found`. */
export const endLogin = defineVerb<{ id: string }, { userId: string }>({
  name: "logins.end",
  permission: "login:manage",
  audit: {
    action: "login.end",
    subject: ({ id }) => `login:${id}`,
    detail: (_, { userId }) => ({ user: userId }),
  },
  run: async (tx, _ctx, { id }) => {
    const [login] = await tx.select({ userId: logins.userId }).from(logins).where(eq(logins.id, id));
    if (!login || (await endWhere(tx, eq(logins.id, id))).length === 0) throw new AppError("not_found");
    return login;
  },
});

/** Signs somebody of the tenant out everywhere. Throws `not_found`. */
export const endAllLogins = defineVerb<{ userId: string }, { ended: number }>({
  name: "logins.end_all",
  permission: "login:manage",
  audit: {
    action: "login.end_all",
    subject: ({ userId }) => `user:${userId}`,
    detail: (_, { ended }) => ({ ended }),
  },
  run: async (tx, _ctx, { userId }) => {
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!known) throw new AppError("not_found");
    return { ended: await endLoginsOf(tx, userId) };
  },
});

import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import {
  apiKeys,
  auditEvents,
  auditHeads,
  logins,
  memories,
  practiceSessions,
  teamMembers,
  teams,
  tenants,
  usageEvents,
  users,
} from "@/db/schema";
import { rowsOf, type Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Memory } from "@/lib/contracts/memory";
import { exportVersion, type ExportedEvent, type ExportedTalk, type ExportHead } from "@/lib/contracts/privacy";
import type { ModelRole } from "@/lib/contracts/usage";
import { AppError } from "@/lib/platform/errors";
import { memoryOf } from "./memories";
import { readTalk } from "./privacy-talks";
import { defineVerb } from "./verb";

const talksAtOnce = 10;
const eventsAtOnce = 500;

/** One piece of an export, in the order in which they come. */
export type ExportPart =
  | { kind: "head"; head: ExportHead }
  | { kind: "talks"; item: ExportedTalk }
  | { kind: "memories"; item: Memory }
  | { kind: "log"; item: ExportedEvent };

/** What is held and not handed out, said in the export itself. */
const leftOut = [
  "A buyer's private facts, inner state and reasons, but for what the debrief of an ended talk shows: they are the exercise, not you.",
  "How each reply of a buyer was made and checked, and what was withheld from it.",
  "Keys and share links themselves: only their hashes are kept.",
  "The hash of each row of the audit log, and who else acted in it.",
];

const iso = (at: Date) => at.toISOString();
const isoOr = (at: Date | null) => at?.toISOString() ?? null;

async function readProfile(tx: Tx, userId: string): Promise<ExportHead["profile"]> {
  const [row] = await tx
    .select({ user: users, company: { slug: tenants.slug, name: tenants.name } })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(users.id, userId));
  if (!row) throw new AppError("not_found");
  const { id, name, email, role, locale, theme, issuer, subject, externalId, createdAt, lastSeenAt } = row.user;
  const times = { createdAt: iso(createdAt), lastSeenAt: isoOr(lastSeenAt) };
  return { id, name, email, role, company: row.company, locale, theme, issuer, subject, externalId, ...times };
}

async function readLogins(tx: Tx, userId: string): Promise<ExportHead["logins"]> {
  const rows = await tx.select().from(logins).where(eq(logins.userId, userId)).orderBy(asc(logins.createdAt));
  return rows.map(({ issuer, userAgent, address, createdAt, lastSeenAt, endedAt }) => ({
    issuer,
    userAgent,
    address,
    createdAt: iso(createdAt),
    lastSeenAt: iso(lastSeenAt),
    endedAt: isoOr(endedAt),
  }));
}

async function readKeys(tx: Tx, userId: string): Promise<ExportHead["keys"]> {
  const rows = await tx.select().from(apiKeys).where(eq(apiKeys.userId, userId)).orderBy(asc(apiKeys.createdAt));
  return rows.map(({ name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
    name,
    prefix,
    scopes,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    lastUsedAt: isoOr(lastUsedAt),
    revokedAt: isoOr(revokedAt),
  }));
}

async function readUsage(tx: Tx, userId: string): Promise<ExportHead["usage"]> {
  const found =
    await tx.execute(sql`select to_char(date_trunc('month', ${usageEvents.at} at time zone 'utc'), 'YYYY-MM-DD')
      as month, ${usageEvents.kind} as kind, count(*)::int as calls, sum(${usageEvents.inputTokens})::float8 as "inputTokens",
      sum(${usageEvents.outputTokens})::float8 as "outputTokens", coalesce(sum(${usageEvents.costMicros}), 0)::float8
      as "costMicros" from ${usageEvents} where ${usageEvents.userId} = ${userId} group by 1, 2 order by 1, 2`);
  return rowsOf<ExportHead["usage"][number] & { kind: ModelRole }>(found);
}

async function readTeams(tx: Tx, userId: string): Promise<ExportHead["teams"]> {
  const rows = await tx
    .select({ name: teams.name, leads: teamMembers.leads, since: teamMembers.createdAt })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(teamMembers.userId, userId))
    .orderBy(asc(teams.name));
  return rows.map(({ since, ...row }) => ({ ...row, since: iso(since) }));
}

/** Where the lists end: what comes after is in the next export. */
interface Bounds {
  head: ExportHead;
  talkIds: string[];
  through: number;
}

const begin = defineVerb<{ form: "json" | "html" }, Bounds>({
  name: "privacy.export",
  permission: "privacy:export_own",
  audit: {
    action: "privacy.export",
    subject: (_, { head }) => `user:${head.profile.id}`,
    detail: ({ form }) => ({ form }),
  },
  run: async (tx, ctx) => {
    const { userId } = ctx.actor;
    const [chain] = await tx.select({ seq: auditHeads.seq }).from(auditHeads);
    const talks = await tx
      .select({ id: practiceSessions.id })
      .from(practiceSessions)
      .where(eq(practiceSessions.userId, userId))
      .orderBy(asc(practiceSessions.startedAt), asc(practiceSessions.id));
    const head: ExportHead = {
      format: "salesboost.personal-data",
      version: exportVersion,
      generatedAt: iso(new Date()),
      leftOut,
      profile: await readProfile(tx, userId),
      teams: await readTeams(tx, userId),
      logins: await readLogins(tx, userId),
      keys: await readKeys(tx, userId),
      usage: await readUsage(tx, userId),
    };
    return { head, talkIds: talks.map(({ id }) => id), through: chain?.seq ?? 0 };
  },
});

/** Some talks of the actor's own, in the order asked for; one that was deleted meanwhile is left out. */
const readTalks = defineVerb<{ ids: string[] }, ExportedTalk[]>({
  name: "privacy.export_talks",
  permission: "privacy:export_own",
  audit: "none",
  run: async (tx, ctx, { ids }) => {
    const rows = await tx
      .select()
      .from(practiceSessions)
      .where(and(eq(practiceSessions.userId, ctx.actor.userId), inArray(practiceSessions.id, ids)));
    const talks: ExportedTalk[] = [];
    for (const id of ids) {
      const row = rows.find((one) => one.id === id);
      if (row) talks.push(await readTalk(tx, row));
    }
    return talks;
  },
});

const readMemories = defineVerb<void, Memory[]>({
  name: "privacy.export_memories",
  permission: "privacy:export_own",
  audit: "none",
  run: async (tx, ctx) => {
    const own = eq(memories.userId, ctx.actor.userId);
    const rows = await tx.select().from(memories).where(own).orderBy(asc(memories.createdAt), asc(memories.id));
    return rows.map(({ content }) => memoryOf(content));
  },
});

function eventOf(row: typeof auditEvents.$inferSelect, userId: string): ExportedEvent {
  const own = row.actorId === userId;
  const unnamed = row.actorRole === "operator" ? "operator" : "system";
  return {
    seq: row.seq,
    at: iso(row.at),
    by: own ? "self" : row.actorId === null ? unnamed : "other",
    role: row.actorRole,
    action: row.action,
    target: row.subject,
    requestId: own ? row.requestId : null,
    detail: row.detail,
  };
}

/** Rows by the actor, about them, or about a talk or judgement of theirs. */
const readEvents = defineVerb<{ after: number; through: number }, ExportedEvent[]>({
  name: "privacy.export_log",
  permission: "privacy:export_own",
  audit: "none",
  run: async (tx, { actor: { userId } }, { after, through }) => {
    const { seq, subject, actorId } = auditEvents;
    const ofTheirs = sql`${subject} in (select 'session:' || p.id from practice_sessions p where p.user_id = ${userId}
      union all select 'evaluation:' || e.id from evaluations e join practice_sessions p on p.id = e.session_id
      where p.user_id = ${userId})`;
    const rows = await tx
      .select()
      .from(auditEvents)
      .where(
        and(
          gt(seq, after),
          sql`${seq} <= ${through}`,
          or(eq(actorId, userId), eq(subject, `user:${userId}`), ofTheirs),
        ),
      )
      .orderBy(asc(seq))
      .limit(eventsAtOnce);
    return rows.map((row) => eventOf(row, userId));
  },
});

async function* partsOf(ctx: Ctx, { head, talkIds, through }: Bounds): AsyncGenerator<ExportPart> {
  yield { kind: "head", head };
  for (let from = 0; from < talkIds.length; from += talksAtOnce) {
    for (const item of await readTalks(ctx, { ids: talkIds.slice(from, from + talksAtOnce) })) {
      yield { kind: "talks", item };
    }
  }
  for (const item of await readMemories(ctx)) yield { kind: "memories", item };
  for (let after = 0; ;) {
    const events = await readEvents(ctx, { after, through });
    for (const item of events) yield { kind: "log", item };
    const last = events.at(-1);
    if (!last || events.length < eventsAtOnce) return;
    after = last.seq;
  }
}

/**
 * Everything held of the actor, piece by piece as it is read: a few talks are in memory at a time. That it was asked for
 * is in the log. Throws `forbidden` at once.
 */
export async function exportOwnData(ctx: Ctx, form: "json" | "html"): Promise<AsyncGenerator<ExportPart>> {
  return partsOf(ctx, await begin(ctx, { form }));
}

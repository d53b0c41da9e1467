import { and, count, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { logins, memories, practiceSessions, tenants, usageEvents, users } from "@/db/schema";
import { withTenant, type Tx } from "@/db/tenant";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { keptOfRemoved, smallestGroup, type RetentionPreview } from "@/lib/contracts/privacy";
import { enqueueDaily, type JobHandler } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { auditJob, auditOperator, findTenant } from "./operator";
import { defineVerb } from "./verb";

const dayMs = 86_400_000;
/** Days that a sign-in is listed after it ended, or after it was last seen. */
const keptLogins = { ended: 30, unseen: 90 };
/** Talks, and rows of usage, that one transaction touches at most; it writes one row in the audit log. */
const batch = 500;

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * dayMs);

/** Talks that ended, or whose time ran out, before then. */
const endedBefore = (then: Date) =>
  lt(
    sql`coalesce(${practiceSessions.endedAt}, ${practiceSessions.expiresAt})`,
    sql`${then.toISOString()}::timestamptz`,
  );

/** What somebody who was removed did in the minute before every process knew. */
const afterRemoval = sql`exists (select from ${users} u where u.id = ${practiceSessions.userId}
  and u.removed_at is not null and ${practiceSessions.startedAt} >= u.removed_at)`;

/** What was kept of somebody who was removed before then. */
const removedBefore = (then: Date) => sql`exists (select from ${users} u where u.id = ${practiceSessions.userId}
  and u.removed_at < ${then.toISOString()}::timestamptz)`;

/** How many rows of each kind a run erased. */
interface Gone {
  talks: number;
  memories: number;
  logins: number;
  /** rows of usage that no longer say whose they were */
  usage: number;
}

async function eraseTalks(tx: Tx, days: number | null, now: Date): Promise<number> {
  // Nobody is left who could erase what a removed person left behind: it goes in time where none is set.
  const old = days === null ? removedBefore(daysBefore(now, keptOfRemoved)) : endedBefore(daysBefore(now, days));
  const due = await tx
    .select({ id: practiceSessions.id })
    .from(practiceSessions)
    .where(or(old, afterRemoval))
    .limit(batch);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  return (
    await tx.delete(practiceSessions).where(inArray(practiceSessions.id, ids)).returning({ id: practiceSessions.id })
  ).length;
}

async function unlinkUsage(tx: Tx, days: number | null, now: Date): Promise<number> {
  const ofRemoved = sql`exists (select from ${users} u where u.id = ${usageEvents.userId} and u.removed_at is not null)`;
  const due = tx
    .select({ id: usageEvents.id })
    .from(usageEvents)
    .where(
      and(
        isNotNull(usageEvents.userId),
        days === null ? ofRemoved : or(lt(usageEvents.at, daysBefore(now, days)), ofRemoved),
      ),
    )
    .limit(batch);
  const rows = await tx
    .update(usageEvents)
    .set({ userId: null, sessionId: null, turnId: null })
    .where(inArray(usageEvents.id, due))
    .returning({ id: usageEvents.id });
  return rows.length;
}

/** One transaction of a run: what is due by now, and one row in the audit log when anything was. */
async function eraseDue(tx: Tx, tenantId: string, now: Date): Promise<Gone> {
  const [tenant] = await tx.select({ days: tenants.practiceRetentionDays }).from(tenants);
  const days = tenant?.days ?? null;
  const expired = await tx.delete(memories).where(lt(memories.expiresAt, now)).returning({ id: memories.id });
  const old = await tx
    .delete(logins)
    .where(
      or(
        lt(logins.endedAt, daysBefore(now, keptLogins.ended)),
        and(isNull(logins.endedAt), lt(logins.lastSeenAt, daysBefore(now, keptLogins.unseen))),
      ),
    )
    .returning({ id: logins.id });
  const gone: Gone = {
    talks: await eraseTalks(tx, days, now),
    memories: expired.length,
    logins: old.length,
    usage: await unlinkUsage(tx, days, now),
  };
  if (Object.values(gone).some((rows) => rows > 0)) {
    const detail = { days, ...gone };
    await auditJob(tx, tenantId, "expire", { action: "privacy.expire", subject: `tenant:${tenantId}`, detail });
  }
  return gone;
}

/** Erases what a tenant's settings say is due, some rows at a time until none is left. Returns how many talks went. */
export async function expireDue(tenantId: string, now = new Date()): Promise<number> {
  let talks = 0;
  for (;;) {
    const gone = await withTenant({ tenantId }, (tx) => eraseDue(tx, tenantId, now));
    talks += gone.talks;
    if (gone.talks < batch && gone.usage < batch) return talks;
  }
}

/** The daily job of one tenant. When all its tries fail, the next day's does the work of both. */
export const expireJob: JobHandler<"expire"> = {
  run: async ({ tenantId }) => {
    await expireDue(tenantId);
  },
  dead: async ({ tenantId }) => log.error({ tenantId }, "practice that is due could not be erased in any try today"),
};

/** Queues today's run for each tenant; asked often, it queues once a day. */
export async function queueExpiries(): Promise<void> {
  const all = await withDirectory((tx) => tx.select({ id: tenants.id }).from(tenants));
  for (const { id } of all) await enqueueDaily("expire", { tenantId: id }, id);
}

/** After how many days practice is erased; null: not until its owner does. For everybody: it is their practice. */
export const getRetention = defineVerb<void, { days: number | null }>({
  name: "privacy.get_retention",
  permission: "privacy:export_own",
  audit: "none",
  run: async (tx) => {
    const [tenant] = await tx.select({ days: tenants.practiceRetentionDays }).from(tenants);
    return { days: tenant?.days ?? null };
  },
});

/** A few are told as none of a number: whoever looks must not count one person's talks. */
const blurred = (rows: number): number | null => (rows > 0 && rows < smallestGroup ? null : rows);

/** How much would go in the next run with this setting. */
export const previewRetention = defineVerb<{ days: number }, RetentionPreview>({
  name: "privacy.preview_retention",
  permission: "privacy:manage",
  reach: "tenant",
  audit: "none",
  run: async (tx, _ctx, { days }) => {
    const due = endedBefore(daysBefore(new Date(), days));
    const [talks] = await tx.select({ rows: count() }).from(practiceSessions).where(due);
    const [kept] = await tx
      .select({ rows: count() })
      .from(memories)
      .innerJoin(practiceSessions, eq(practiceSessions.id, memories.sourceSessionId))
      .where(due);
    return { talks: blurred(talks?.rows ?? 0), memories: blurred(kept?.rows ?? 0) };
  },
});

/**
 * Sets after how many days practice is erased, from the next daily run on; null keeps it until its owner erases it, or
 * `keptOfRemoved` days after they were removed.
 */
export const setPracticeRetention = defineVerb<{ days: number | null }, { tenantId: string; before: number | null }>({
  name: "privacy.set_retention",
  permission: "privacy:manage",
  audit: {
    action: "privacy.retention",
    subject: (_, { tenantId }) => `tenant:${tenantId}`,
    change: ({ days }, { before }) => ({ before: { days: before }, after: { days } }),
  },
  run: async (tx, { tenantId }, { days }) => {
    const [tenant] = await tx.select({ days: tenants.practiceRetentionDays }).from(tenants).for("update");
    await tx.update(tenants).set({ practiceRetentionDays: days }).where(eq(tenants.id, tenantId));
    return { tenantId, before: tenant?.days ?? null };
  },
});

/** The same from the command line. */
export async function setRetentionOf({
  tenant: slug,
  practice: days,
}: Extract<Operation, { op: "tenant.retention" }>): Promise<OperationResult> {
  await withDirectory(async (tx) => {
    const before = await findTenant(tx, slug);
    await tx.update(tenants).set({ practiceRetentionDays: days }).where(eq(tenants.id, before.id));
    await auditOperator(tx, before.id, {
      action: "privacy.retention",
      subject: `tenant:${before.id}`,
      change: { before: { days: before.practiceRetentionDays }, after: { days } },
    });
  });
  const told = days === null ? "is kept until its owner erases it" : `is erased ${days} days after its end`;
  return { message: `Practice in ${slug} ${told}.`, rows: [] };
}

import { and, asc, desc, eq, gte, ilike, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditEvents, auditHeads, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuditEvent, AuditFilter, AuditPage, AuditQuery } from "@/lib/contracts/audit";
import { containing } from "./like-pattern";
import { defineVerb } from "./verb";

const pageSize = 50;
const exportSize = 500;

const targets = alias(users, "targets");
const columns = {
  event: auditEvents,
  name: users.name,
  email: users.email,
  targetName: targets.name,
  targetEmail: targets.email,
};

const rowsFor = (tx: Tx) =>
  tx
    .select(columns)
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(targets, eq(auditEvents.subject, sql`'user:' || ${targets.id}::text`));

type Row = Awaited<ReturnType<typeof rowsFor>>[number];

function eventOf({ event, name, email, targetName, targetEmail }: Row): AuditEvent {
  const { id, seq, at, actorId, actorRole, action, subject, requestId, detail, hash } = event;
  return {
    id,
    seq,
    at: at.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: name ?? "", email: email ?? "" },
    role: actorRole,
    action,
    target: subject,
    targetName: targetName === null ? null : `${targetName}, ${targetEmail}`,
    requestId,
    detail,
    hash,
  };
}

const anywhere = (text: string, places: (Parameters<typeof ilike>[0] | SQL)[]) =>
  or(...places.map((place) => ilike(sql`${place}`, containing(text))));

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);

function filtered({ action, person, target, q, from, to }: AuditFilter): SQL | undefined {
  const { subject, requestId, detail, actorRole, at } = auditEvents;
  const who = [users.name, users.email, actorRole];
  const whom = [subject, targets.name, targets.email];
  return and(
    action ? eq(auditEvents.action, action) : undefined,
    person ? anywhere(person, who) : undefined,
    target ? anywhere(target, whom) : undefined,
    q ? anywhere(q, [auditEvents.action, requestId, sql`${detail}::text`, ...who, ...whom]) : undefined,
    from ? gte(at, new Date(`${from}T00:00:00Z`)) : undefined,
    to ? lt(at, dayAfter(to)) : undefined,
  );
}

/** The tenant's audit log, newest first. The cursor is a place in the chain, which never moves. Throws `forbidden`. */
export const listAudit = defineVerb<AuditQuery, AuditPage>({
  name: "audit.list",
  permission: "audit:read",
  audit: "none",
  run: async (tx, _ctx, { cursor, ...filter }) => {
    const rows = await rowsFor(tx)
      .where(and(filtered(filter), cursor ? lt(auditEvents.seq, Number(cursor)) : undefined))
      .orderBy(desc(auditEvents.seq))
      .limit(pageSize + 1);
    const items = rows.slice(0, pageSize).map(eventOf);
    return { items, nextCursor: rows.length > pageSize ? String(items.at(-1)?.seq) : null };
  },
});

/** Which actions the log holds: what there is to choose from. */
export const listAuditActions = defineVerb<void, string[]>({
  name: "audit.list_actions",
  permission: "audit:read",
  audit: "none",
  run: async (tx) => {
    const found = await tx
      .selectDistinct({ action: auditEvents.action })
      .from(auditEvents)
      .orderBy(asc(auditEvents.action));
    return found.map(({ action }) => action);
  },
});

/** By what an export was narrowed. Words that were searched for may be somebody's name, which the log must never hold. */
const narrowedBy = ({ action, from, to, ...words }: AuditFilter) => ({
  action,
  from,
  to,
  searched: Object.entries(words).flatMap(([field, value]) => (value ? [field] : [])),
});

const beginExport = defineVerb<AuditFilter, { through: number }>({
  name: "audit.export",
  permission: "audit:read",
  audit: {
    action: "audit.export",
    subject: (_, { through }) => `audit:${through}`,
    detail: narrowedBy,
  },
  run: async (tx) => {
    const [head] = await tx.select({ seq: auditHeads.seq }).from(auditHeads);
    return { through: head?.seq ?? 0 };
  },
});

const exportPage = defineVerb<{ filter: AuditFilter; after: number; through: number }, AuditEvent[]>({
  name: "audit.export_page",
  permission: "audit:read",
  audit: "none",
  run: async (tx, _ctx, { filter, after, through }) => {
    const rows = await rowsFor(tx)
      .where(and(filtered(filter), sql`${auditEvents.seq} > ${after}`, lte(auditEvents.seq, through)))
      .orderBy(asc(auditEvents.seq))
      .limit(exportSize);
    return rows.map(eventOf);
  },
});

/**
 * Every row of before now that the filter lets through, oldest first, a few hundred at a time; that it was asked for is
 * itself in the log. Throws `forbidden` at once, before anything is read.
 */
export async function exportAudit(
  ctx: Parameters<typeof exportPage>[0],
  filter: AuditFilter,
): Promise<AsyncGenerator<AuditEvent[]>> {
  const { through } = await beginExport(ctx, filter);
  return (async function* pages() {
    let after = 0;
    for (;;) {
      const rows = await exportPage(ctx, { filter, after, through });
      if (rows.length > 0) yield rows;
      if (rows.length < exportSize) return;
      after = rows.at(-1)?.seq ?? through;
    }
  })();
}

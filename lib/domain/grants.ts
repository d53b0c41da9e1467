import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { operatorGrants } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { OperatorGrant } from "@/lib/contracts/grants";
import { AppError } from "@/lib/platform/errors";
import { defineVerb } from "./verb";

type Row = typeof operatorGrants.$inferSelect;

export function grantOf(row: Row, now: Date): OperatorGrant {
  const { id, operator, reason, createdAt, expiresAt, endedAt, lastUsedAt } = row;
  return {
    id,
    operator,
    reason,
    from: createdAt.toISOString(),
    until: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: endedAt ? "ended" : expiresAt <= now ? "expired" : "running",
  };
}

/** Ends a grant that runs. Throws `not_found` when none of that id does. */
export async function closeGrant(tx: Tx, tenantId: string, id: string, endedBy: string | null): Promise<void> {
  const now = new Date();
  const { expiresAt, endedAt } = operatorGrants;
  const ended = await tx
    .update(operatorGrants)
    .set({ endedAt: now, endedBy })
    .where(and(eq(operatorGrants.tenantId, tenantId), eq(operatorGrants.id, id), isNull(endedAt), gt(expiresAt, now)))
    .returning({ id: operatorGrants.id });
  if (ended.length === 0) throw new AppError("not_found");
}

/** Whom the platform let in, latest first: the last hundred. */
export const listGrants = defineVerb<void, OperatorGrant[]>({
  name: "grants.list",
  permission: "grant:read",
  audit: "none",
  run: async (tx) => {
    const rows = await tx.select().from(operatorGrants).orderBy(desc(operatorGrants.createdAt)).limit(100);
    const now = new Date();
    return rows.map((row) => grantOf(row, now));
  },
});

/** Ends an operator's access at once. Throws `not_found` when it has ended by itself. */
export const endGrant = defineVerb<{ id: string }, void>({
  name: "grants.end",
  permission: "grant:end",
  audit: { action: "grant.end", subject: ({ id }) => `grant:${id}` },
  run: (tx, ctx, { id }) => closeGrant(tx, ctx.tenantId, id, ctx.actor.userId),
});

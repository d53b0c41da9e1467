import { eq, sql } from "drizzle-orm";
import type { Allowance } from "@/agents/models/account";
import { practiceSessions, tenantSpend, usageEvents } from "@/db/schema";
import { rowsOf, type Tx } from "@/db/tenant";
import type { ModelCall } from "@/lib/contracts/usage";
import { env } from "@/lib/platform/env";

/** What the database says of a talk's budget: the tenant's choice and the least of what its caps leave. */
export interface Budget {
  tokensUsed: number;
  over: Allowance["over"];
  microsLeft: number | null;
}

export const allowanceOf = ({ tokensUsed, over, microsLeft }: Budget): Allowance => ({
  tokensLeft: env().sessionTokenCap - tokensUsed,
  microsLeft,
  over,
});

/** The budget of one talk now. */
export async function readBudget(tx: Tx, session: { tokensUsed: number; costMicros: number }): Promise<Budget> {
  const found = await tx.execute(
    sql`select tenant_budget(${session.tokensUsed}::int, ${session.costMicros}::bigint) as budget`,
  );
  const [row] = rowsOf<{ budget: Budget }>(found);
  if (!row) throw new Error("a tenant has a budget");
  return row.budget;
}

/** Tokens of a usual call late in a talk: with fewer left, no call is covered. */
const usualCall = 4_000;

/** Whether the talk's budget covers no more calls. */
export async function isSpent(tx: Tx, session: { tokensUsed: number; costMicros: number }): Promise<boolean> {
  const { tokensLeft, microsLeft } = allowanceOf(await readBudget(tx, session));
  return tokensLeft < usualCall || (microsLeft !== null && microsLeft <= 0);
}

/** What calls cost together; those without a known price count nothing. */
export const costOfAll = (calls: readonly ModelCall[]) => calls.reduce((sum, call) => sum + (call.costMicros ?? 0), 0);

interface Spent {
  tenantId: string;
  userId: string;
  sessionId: string;
  turnId?: string;
  calls: readonly ModelCall[];
}

/** Puts calls of models on record and adds what they cost to the sums that budgets read. */
export async function recordCalls(tx: Tx, { calls, ...about }: Spent): Promise<void> {
  if (calls.length === 0) return;
  await tx.insert(usageEvents).values(calls.map(({ role, ...call }) => ({ ...about, kind: role, ...call })));
  const micros = costOfAll(calls);
  if (micros === 0) return;
  await tx
    .update(practiceSessions)
    .set({ costMicros: sql`${practiceSessions.costMicros} + ${micros}` })
    .where(eq(practiceSessions.id, about.sessionId));
  await tx
    .insert(tenantSpend)
    .values({
      tenantId: about.tenantId,
      month: sql`date_trunc('month', now() at time zone 'utc')::date`,
      costMicros: micros,
    })
    .onConflictDoUpdate({
      target: [tenantSpend.tenantId, tenantSpend.month],
      set: { costMicros: sql`${tenantSpend.costMicros} + ${micros}` },
    });
}

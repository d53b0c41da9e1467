import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { evaluations, practiceSessions, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { ConversationState } from "@/lib/contracts/state";
import type { EndReason, Outcome } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { rememberTalk } from "./memories";
import { writeAudit } from "./verb";

export type SessionRow = typeof practiceSessions.$inferSelect;

/** The actor's own session. Anybody else's is `not_found`, as if it did not exist. */
export async function ownSession(tx: Tx, ctx: Ctx, sessionId: string): Promise<SessionRow> {
  const [row] = await tx
    .select()
    .from(practiceSessions)
    .where(and(eq(practiceSessions.id, sessionId), eq(practiceSessions.userId, ctx.actor.userId)));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Queues the judgement of an ended session: row and job exist if and only if the end does. */
export async function queueEvaluation(tx: Tx, tenantId: string, sessionId: string, at: Date): Promise<void> {
  await tx
    .insert(evaluations)
    .values({ tenantId, sessionId, status: "queued", queuedAt: at })
    .onConflictDoNothing({ target: [evaluations.tenantId, evaluations.sessionId] });
  await enqueue(tx, "evaluate", { tenantId, sessionId });
}

function ended(state: ConversationState, outcome: Outcome, endReason: EndReason): ConversationState {
  const step = { turn: state.turn, from: state.stage, to: "ended" as const, why: endReason };
  return { ...state, stage: "ended", outcome, endReason, transitions: [...state.transitions, step] };
}

/**
 * Ends a session from outside its turns: by the trainee or by the clock. A turn still speaking is cut off and counts
 * for nothing. False when it had ended already.
 */
export async function endFromOutside(
  tx: Tx,
  ctx: Ctx,
  row: SessionRow,
  end: { outcome: "abandoned" | "expired"; reason: "trainee" | "time_limit" | "turn_limit"; at: Date },
): Promise<boolean> {
  const state = ended(row.state, end.outcome, end.reason);
  const changed = await tx
    .update(practiceSessions)
    .set({
      state,
      stage: "ended",
      outcome: end.outcome,
      endReason: end.reason,
      endedAt: end.at,
      seq: sql`${practiceSessions.seq} + 1`,
    })
    .where(and(eq(practiceSessions.id, row.id), isNull(practiceSessions.outcome)))
    .returning({ id: practiceSessions.id });
  if (changed.length === 0) return false;
  await tx
    .update(turns)
    .set({ status: "interrupted", code: "session_ended", finishedAt: end.at })
    .where(and(eq(turns.sessionId, row.id), eq(turns.status, "speaking")));
  await rememberTalk(tx, ctx.tenantId, row.id);
  await queueEvaluation(tx, ctx.tenantId, row.id, end.at);
  await writeAudit(tx, ctx, {
    action: "session.end",
    subject: `session:${row.id}`,
  });
  return true;
}

/** The reply being spoken now may finish: time does not cut it off. */
async function isSpeaking(tx: Tx, sessionId: string, now: Date): Promise<boolean> {
  const live = await tx
    .select({ turnId: turns.turnId })
    .from(turns)
    .where(and(eq(turns.sessionId, sessionId), eq(turns.status, "speaking"), gt(turns.leaseUntil, now)));
  return live.length > 0;
}

/** Ends the session as expired when its time or its turns are used up. Returns whether it is open now. */
export async function expireIfDue(tx: Tx, ctx: Ctx, row: SessionRow, now: Date): Promise<boolean> {
  if (row.outcome) return false;
  const late = row.expiresAt <= now;
  if (!late && row.turn < row.maxTurns) return true;
  if (await isSpeaking(tx, row.id, now)) return true;
  const end = late
    ? ({ reason: "time_limit", at: row.expiresAt } as const)
    : ({ reason: "turn_limit", at: now } as const);
  await endFromOutside(tx, ctx, row, { outcome: "expired", ...end });
  return false;
}

/** The same for every open talk of the actor: nobody is invited to continue what is over. */
export async function expireOverdue(tx: Tx, ctx: Ctx, now: Date): Promise<void> {
  const overdue = await tx
    .select()
    .from(practiceSessions)
    .where(
      and(
        eq(practiceSessions.userId, ctx.actor.userId),
        isNull(practiceSessions.outcome),
        lte(practiceSessions.expiresAt, now),
      ),
    );
  for (const row of overdue) await expireIfDue(tx, ctx, row, now);
}

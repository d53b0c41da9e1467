import { and, eq, isNull, sql } from "drizzle-orm";
import type { ClaimedTurn, SettledTurn, SpokenReply, UnsettledTurn } from "@/agents/turn/ports";
import { messages, practiceSessions, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { ReplyRecord } from "@/lib/contracts/fidelity";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import type { ModelCall } from "@/lib/contracts/usage";
import { AppError } from "@/lib/platform/errors";
import { leaseMs } from "./claims";
import { costOfAll, recordCalls } from "./budgets";
import { queueEvaluation } from "./endings";
import { rememberTalk } from "./memories";
import { settleQuickly, type TurnRecord } from "./turn-functions";
import { defineVerb, requirePermission } from "./verb";

export { claimTurn, leaseMs, type Claim, type ReplayedTurn } from "./claims";

/** The turn row that this claim, and no later one, may write. */
const heldBy = (claimed: Pick<ClaimedTurn, "sessionId" | "turnId" | "seq">) =>
  and(
    eq(turns.sessionId, claimed.sessionId),
    eq(turns.turnId, claimed.turnId),
    eq(turns.claimSeq, claimed.seq),
    eq(turns.status, "speaking"),
  );

/** Writes where the turn has come to and renews its lease. Throws `version_conflict` when the claim was lost. */
export const checkpointTurn = defineVerb<{ claimed: ClaimedTurn; at: string; state: ConversationState }, void>({
  name: "turns.checkpoint",
  permission: "session:practise",
  audit: "none",
  run: async (tx, _ctx, { claimed, at, state }) => {
    const held = await tx
      .update(turns)
      .set({ checkpointAt: at, checkpoint: state, leaseUntil: new Date(Date.now() + leaseMs) })
      .where(heldBy(claimed))
      .returning({ turnId: turns.turnId });
    if (held.length === 0) throw new AppError("version_conflict");
  },
});

/** Says that the turn is still being spoken. False when the claim was lost: then nothing of it can be settled. */
export const renewTurn = defineVerb<{ claimed: ClaimedTurn }, boolean>({
  name: "turns.renew",
  permission: "session:practise",
  audit: "none",
  run: async (tx, _ctx, { claimed }) => {
    const held = await tx
      .update(turns)
      .set({ leaseUntil: new Date(Date.now() + leaseMs) })
      .where(heldBy(claimed))
      .returning({ turnId: turns.turnId });
    return held.length > 0;
  },
});

function recordOf({ claimed, perception, replies }: SettledTurn, now: string): Message[] {
  const { turn, turnId, traineeMessage } = claimed;
  const said = replies.map((reply, index) => ({
    id: reply.messageId,
    number: traineeMessage.number + 1 + index,
    turn,
    turnId,
    speaker: reply.speakerId,
    text: reply.text,
    status: "complete" as const,
    reworded: reply.reworded,
    degraded: reply.degraded,
    flags: [],
    createdAt: now,
  }));
  return [{ ...traineeMessage, flags: perception.flags }, ...said];
}

/** The one good call that a reply stands for, where nobody kept count of calls. */
const callOf = ({ model, usage, promptHash }: SpokenReply): ModelCall => ({
  role: "speak",
  model,
  ...usage,
  latencyMs: 0,
  outcome: "ok",
  costMicros: null,
  promptHash: promptHash ?? null,
});

const replyRecord = (reply: SpokenReply): ReplyRecord => ({
  messageId: reply.messageId,
  speakerId: reply.speakerId,
  model: reply.model,
  promptHash: reply.promptHash ?? null,
  reviews: reply.reviews ?? [],
  reworded: reply.reworded,
  failed: reply.failed,
  plan: reply.plan,
  tools: reply.tools ?? [],
});

function recordOfTurn(settled: SettledTurn, now: Date): TurnRecord {
  const { claimed, state, replies } = settled;
  const usage = settled.calls ?? replies.map(callOf);
  return {
    record: recordOf(settled, now.toISOString()),
    usage: [...usage],
    replies: replies.map(replyRecord),
    costMicros: costOfAll(usage),
    tokens: usage.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    intents: replies.map(({ speakerId, plan }) => ({ speakerId, intent: plan.intent })),
    moves: state.moves.filter((move) => move.turn === claimed.turn),
    withheld: replies.flatMap((reply) =>
      reply.withheld.map((kept) => ({ messageId: reply.messageId, code: kept.code, text: kept.text })),
    ),
    buyerFailed: replies.some((reply) => reply.failed),
  };
}

async function settleSession(tx: Tx, turn: SettledTurn, now: Date, tokens: number): Promise<void> {
  const { claimed, state } = turn;
  const moved = await tx
    .update(practiceSessions)
    .set({
      state,
      stage: state.stage,
      turn: claimed.turn,
      outcome: state.outcome,
      endReason: state.endReason,
      endedAt: state.outcome ? now : null,
      seq: claimed.seq + 1,
      tokensUsed: sql`${practiceSessions.tokensUsed} + ${tokens}`,
    })
    .where(
      and(
        eq(practiceSessions.id, claimed.sessionId),
        eq(practiceSessions.seq, claimed.seq),
        isNull(practiceSessions.outcome),
      ),
    )
    .returning({ id: practiceSessions.id });
  if (moved.length > 0) return;
  const [current] = await tx
    .select({ outcome: practiceSessions.outcome })
    .from(practiceSessions)
    .where(eq(practiceSessions.id, claimed.sessionId));
  throw new AppError(current ? (current.outcome ? "session_ended" : "version_conflict") : "not_found");
}

const settleWhole = defineVerb<SettledTurn, { messages: Message[] }>({
  name: "turns.settle",
  permission: "session:practise",
  audit: {
    action: "turn.settle",
    subject: ({ claimed }) => `session:${claimed.sessionId}`,
    // How a talk ended is its owner's: whoever reads the log learns that it was held, not how it went.
    detail: ({ claimed }) => ({ turnId: claimed.turnId, turn: claimed.turn }),
  },
  enqueues: true,
  run: async (tx, ctx, settled) => {
    const { claimed, state, perception } = settled;
    const { sessionId, turnId } = claimed;
    const { tenantId } = ctx;
    const now = new Date();
    const { record, usage, tokens, costMicros: _cost, ...kept } = recordOfTurn(settled, now);
    await settleSession(tx, settled, now, tokens);
    const held = await tx
      .update(turns)
      .set({
        ...kept,
        status: "settled",
        code: null,
        checkpointAt: "settled",
        checkpoint: null,
        stateAfter: state,
        partial: null,
        perception,
        usage,
        finishedAt: now,
      })
      .where(heldBy(claimed))
      .returning({ turnId: turns.turnId });
    if (held.length === 0) throw new AppError("version_conflict");
    await tx
      .insert(messages)
      .values(record.map((message) => ({ ...message, tenantId, sessionId, createdAt: new Date(message.createdAt) })));
    await recordCalls(tx, { tenantId, userId: ctx.actor.userId, sessionId, turnId, calls: usage });
    if (state.outcome) {
      await rememberTalk(tx, tenantId, sessionId);
      await queueEvaluation(tx, tenantId, sessionId, now);
    }
    return { messages: record };
  },
});

/**
 * Puts a finished turn on record in one transaction: messages, moves, state, usage, audit, and when it ended the talk,
 * the job that judges it. Compare-and-set on the claim: throws `version_conflict` when it was lost, `session_ended`
 * when the talk ended meanwhile; then nothing is written.
 */
export async function settleTurn(ctx: Ctx, settled: SettledTurn): Promise<{ messages: Message[] }> {
  requirePermission(ctx, "session:practise");
  const now = new Date();
  if (!settled.state.outcome) {
    const written = recordOfTurn(settled, now);
    if (await settleQuickly(ctx, settled, written, now)) return { messages: written.record };
  }
  return await settleWhole(ctx, settled);
}

/**
 * Records that a turn broke off. It counts for nothing: the same `turnId` may be claimed again. Does nothing when the
 * claim was lost or the turn has settled.
 */
export const unsettleTurn = defineVerb<UnsettledTurn, void>({
  name: "turns.unsettle",
  permission: "session:practise",
  audit: {
    action: "turn.unsettle",
    subject: ({ claimed }) => `session:${claimed.sessionId}`,
    detail: ({ claimed, status, code }) => ({ turnId: claimed.turnId, status, code }),
  },
  run: async (tx, { tenantId, actor }, { claimed, status, code, partial, calls = [] }) => {
    const { sessionId, turnId } = claimed;
    await tx.update(turns).set({ status, code, partial, finishedAt: new Date() }).where(heldBy(claimed));
    // What broke off counts for nothing in the talk, and costs all the same.
    await recordCalls(tx, { tenantId, userId: actor.userId, sessionId, turnId, calls });
  },
});

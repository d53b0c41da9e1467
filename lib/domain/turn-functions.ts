import type { SettledTurn } from "@/agents/turn/ports";
import { callFunction } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { ReplyRecord } from "@/lib/contracts/fidelity";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import type { ModelCall } from "@/lib/contracts/usage";
import type { Intent } from "@/lib/contracts/vocabulary";
import type { Budget } from "./budgets";
import type { FrozenIds } from "./bundles";

/**
 * The usual claim and the usual settle as one call each of a function in the database (see the migrations). They do all
 * or nothing: whatever is not the plain case (a retry, a race, an end, a refusal) changes no row, and the verbs in
 * `claims` and `turns` decide it step by step.
 */

export interface QuickClaim extends FrozenIds {
  seq: number;
  turn: number;
  budget: Budget;
  state: ConversationState;
  lines: { messageId: string; number: number; speaker: string; text: string; turn: number }[];
}

const own = ({ tenantId, actor }: Ctx) => ({ tenantId, practiceOf: actor.userId });

/** Claims a fresh turn of a talk in which nothing is pending. Null when it is not that simple. */
export async function claimQuickly(
  ctx: Ctx,
  input: {
    sessionId: string;
    turnId: string;
    text: string;
    messageId: string;
    now: Date;
    leaseUntil: Date;
  },
): Promise<QuickClaim | null> {
  return callFunction<QuickClaim>(own(ctx), "claim_turn", { ...input, userId: ctx.actor.userId });
}

export interface TurnRecord {
  record: Message[];
  usage: ModelCall[];
  replies: ReplyRecord[];
  tokens: number;
  costMicros: number;
  intents: { speakerId: string; intent: Intent }[];
  moves: ConversationState["moves"];
  withheld: { messageId: string; code: string; text: string }[];
  buyerFailed: boolean;
}

/** Puts a turn on record that does not end the talk. False when it is not that simple: then nothing is written. */
export async function settleQuickly(
  ctx: Ctx,
  { claimed, state, perception }: SettledTurn,
  written: TurnRecord,
  now: Date,
): Promise<boolean> {
  const { sessionId, turnId, turn, seq } = claimed;
  const { requestId, actor } = ctx;
  const input = { ...written, sessionId, turnId, turn, seq, state, stage: state.stage, perception, now, requestId };
  return (await callFunction<string>(own(ctx), "settle_turn", { ...input, role: actor.role })) !== null;
}

import type { ProductSheet } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { ToolNote } from "@/lib/contracts/tools";
import type { SpokenReply } from "./ports";

/** Corrections shared by gate and review in one turn; after them a safe line of the buyer's own stands. */
export const maxCorrections = 2;

/** What was wrong with the last try: a rule code, and words to avoid where naming them gives nothing away. */
export interface Correction {
  code: string;
  avoid?: string;
}

interface Received {
  turnId: string;
  /** turn number, from 1 */
  turn: number;
}

interface Perceived extends Received {
  perception: Perception;
}

interface Advanced extends Perceived {
  /** the conversation after this turn's moves; `usedLines` grows with each reply that stands */
  conversation: ConversationState;
  /** one per buyer who speaks, in order; never empty */
  plans: ReplyPlan[];
  /** which plan is being spoken */
  index: number;
  /** replies that stand, in order of speaking */
  replies: SpokenReply[];
  /** gate and review together, over the whole turn */
  corrections: number;
  checkpointed: boolean;
}

interface Grounded extends Advanced {
  passages: ProductSheet["passages"];
  /** what tools came to, asked by code before the first word */
  notes?: ToolNote[];
}

interface Speaking extends Grounded {
  /** set once the words are complete and wait for review */
  draft: SpokenReply | null;
  correction: Correction | null;
  /** corrections are exhausted: a safe line is being said, which no review replaces */
  safe: boolean;
}

interface Ended extends Received {
  code: string;
}

/** One turn at one point of its way. Plain data: a state can be written down and taken up elsewhere. */
export type TurnState =
  | ({ node: "received" } & Received)
  | ({ node: "perceived" } & Perceived)
  | ({ node: "advanced" } & Advanced)
  | ({ node: "grounded" } & Grounded)
  | ({ node: "speaking" } & Speaking)
  | ({ node: "reviewed" } & Grounded)
  | ({ node: "coached" } & Advanced)
  | ({ node: "settled" } & Advanced)
  | ({ node: "refused" } & Ended)
  | ({ node: "failed" } & Ended)
  | ({ node: "interrupted"; by: "reader" | "fault" } & Ended);

export type TurnNode = TurnState["node"];
export type At<N extends TurnNode> = Extract<TurnState, { node: N }>;

export const turnNodes = [
  "received",
  "perceived",
  "advanced",
  "grounded",
  "speaking",
  "reviewed",
  "coached",
  "settled",
  "refused",
  "failed",
  "interrupted",
] as const satisfies readonly TurnNode[];

export const finalNodes = ["settled", "refused", "failed", "interrupted"] as const satisfies readonly TurnNode[];

/** What happened outside, told to the machine by whoever performs its effects. */
export type TurnEvent =
  | { type: "perceived"; perception: Perception }
  | { type: "advanced"; conversation: ConversationState; plans: ReplyPlan[] }
  | { type: "grounded"; passages: ProductSheet["passages"]; notes?: ToolNote[] }
  /** the speaker's stream is open */
  | { type: "opened" }
  /** a clause passed the gate and went to the reader */
  | { type: "released" }
  | { type: "gate_hit"; correction: Correction }
  /** all words of the reply passed the gate */
  | { type: "spoken"; reply: SpokenReply }
  | { type: "reviewed"; verdict: { ok: true } | { ok: false; correction: Correction } }
  | { type: "coached" }
  | { type: "settled" }
  /** the input cannot be played: nothing is stored as a turn */
  | { type: "refused"; code: string }
  | { type: "failed"; code: string }
  | { type: "interrupted"; code: string; by: "reader" | "fault" };

export type TurnEventType = TurnEvent["type"];
export type EventOf<E extends TurnEventType> = Extract<TurnEvent, { type: E }>;

/** What is to be done outside, in this order. Each but the last two kinds is answered by one event. */
export type TurnEffect =
  /** → perceived | refused */
  | { type: "perceive" }
  /** → advanced; pure, with `advance` of the buyer */
  | { type: "advance"; perception: Perception }
  /** → grounded */
  | { type: "ground"; plan: ReplyPlan; index: number }
  /** → opened, released*, then spoken | gate_hit; `replace` when earlier words were already complete on screen */
  | { type: "speak"; plan: ReplyPlan; index: number; correction: Correction | null; replace: boolean }
  /** → opened, spoken with `failed: true`; a safe line of the buyer's own, no model */
  | { type: "speak_safe"; plan: ReplyPlan; index: number; replace: boolean }
  /** → reviewed */
  | { type: "review"; reply: SpokenReply; plan: ReplyPlan }
  /** → coached */
  | { type: "coach" }
  /** → settled */
  | { type: "settle" }
  /** → nothing; record what was released so far, counted for nothing */
  | { type: "unsettle"; status: "interrupted" | "stopped" | "failed"; code: string }
  /** → nothing; take back the words of this reply released so far */
  | { type: "reset_step" }
  /** → nothing; never awaited before the next token */
  | { type: "checkpoint"; at: "advanced" };

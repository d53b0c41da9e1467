import type { Allowance } from "@/agents/models/account";
import type { ModelReviewer } from "@/agents/review/review";
import type { ProductSheet, ScenarioBundle } from "@/lib/contracts/content";
import type { ReplyRecord, ReplyReview } from "@/lib/contracts/fidelity";
import type { Perception } from "@/lib/contracts/moves";
import type { Message } from "@/lib/contracts/session";
import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { StreamData, StreamPartName } from "@/lib/contracts/stream";
import type { ToolNote } from "@/lib/contracts/tools";
import type { ModelCall } from "@/lib/contracts/usage";

/** What `turns.claim` returns: all a turn needs, read in one short transaction. */
export interface ClaimedTurn {
  sessionId: string;
  turnId: string;
  /** turn number, from 1 */
  turn: number;
  text: string;
  /** when the turn was started; the clock of pure code */
  now: string;
  traineeMessage: Message;
  bundle: ScenarioBundle;
  state: ConversationState;
  transcript: TranscriptLine[];
  /** what this turn may spend on models */
  allowance: Allowance;
  /** checkpoint sequence number for compare-and-set */
  seq: number;
}

/** One buyer's reply as released to the reader. */
export interface SpokenReply {
  speakerId: string;
  messageId: string;
  plan: ReplyPlan;
  text: string;
  /** line ids drawn by the offline buyer, so that none comes twice */
  usedLines: string[];
  model: string;
  degraded: boolean;
  /** why another model than the first one served; a fault unless told otherwise */
  because?: "budget" | "fault" | undefined;
  reworded: boolean;
  /** what the gate withheld and why; for the record, never for the trainee */
  withheld: { code: string; text: string }[];
  /** corrections were exhausted: a safe in-character line stands instead */
  failed: boolean;
  usage: { inputTokens: number; outputTokens: number };
  /** hash of the instructions it was spoken from; absent for the offline buyer */
  promptHash?: string | undefined;
  /** what the review of each try came to, the last is of the one that stands */
  reviews?: ReplyReview[] | undefined;
  tools?: ReplyRecord["tools"] | undefined;
}

export interface SettledTurn {
  claimed: ClaimedTurn;
  perception: Perception;
  state: ConversationState;
  replies: SpokenReply[];
  /** every call of a model this turn made, failed ones too; when absent, one good call per reply is recorded */
  calls?: readonly ModelCall[] | undefined;
}

export interface UnsettledTurn {
  claimed: ClaimedTurn;
  status: "interrupted" | "stopped" | "failed";
  code: string;
  /** partial replies released so far; shown, counted for nothing */
  partial: { speakerId: string; messageId: string; text: string }[];
  /** calls of models it made all the same */
  calls?: readonly ModelCall[] | undefined;
}

export type SpeakEvent =
  | { type: "text"; text: string }
  | {
      type: "end";
      model: string;
      degraded: boolean;
      because?: "budget" | "fault" | undefined;
      usedLines: string[];
      usage: SpokenReply["usage"];
      promptHash?: string | undefined;
      tools?: ReplyRecord["tools"] | undefined;
    };

export interface TurnPorts {
  perceive(claimed: ClaimedTurn, signal: AbortSignal): Promise<Perception>;
  /** passages of the scenario's knowledge that bear on the message */
  ground(claimed: ClaimedTurn, plan: ReplyPlan): Promise<ProductSheet["passages"]>;
  /** what the scenario's tools come to for this message; never slow, never rejects. Absent where none is allowed */
  consult?(claimed: ClaimedTurn, signal: AbortSignal): Promise<ToolNote[]>;
  /** raw model text, ungated; throws AppError("model_unavailable") when every candidate failed */
  speak(view: SpeakerView, signal: AbortSignal): AsyncIterable<SpeakEvent>;
  /** the instructions `speak` gives a model for this view, for the leak rule; absent when only the offline buyer speaks */
  instructions?(view: SpeakerView): string;
  /** reads a whole reply after the rules let it through; absent when no model is configured for it */
  reviewer?: ModelReviewer;
  /** the calls of models made so far for this turn */
  calls?(): readonly ModelCall[];
  checkpoint(claimed: ClaimedTurn, at: string, state: ConversationState): Promise<void>;
  settle(turn: SettledTurn): Promise<{ messages: Message[] }>;
  unsettle(turn: UnsettledTurn): Promise<void>;
}

/** Where a turn's parts go. Never awaits a slow reader. */
export interface TurnWriter {
  data<K extends StreamPartName>(name: K, data: StreamData[K]): void;
  startStep(): void;
  /** retracts everything since the last startStep */
  resetStep(): void;
  finishStep(): void;
  text(id: string, delta: string): void;
  textEnd(id: string): void;
}

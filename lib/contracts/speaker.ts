import type { Persona, ProductSheet, Voice } from "./content";
import type { ReplyPlan } from "./state";
import type { ToolNote } from "./tools";
import type { Difficulty, Locale, Outcome, Stage } from "./vocabulary";

/**
 * All that whatever speaks for a buyer may know, model or offline. The type has no place for a sealed fact: `facts` are
 * unlocked ones only, `persona` is the public part, and the plan holds approved lines.
 */
export interface SpeakerView {
  locale: Locale;
  difficulty: Difficulty;
  seed: number;
  attempt: number;
  turn: number;
  turnsLeft: number;
  stage: Stage;
  persona: PublicPersona;
  /** the others on the buying side, by what everybody knows of them */
  colleagues?: { id: string; name: string; role: string; calledBy: string }[];
  /** 0–100; spoken of only as mood */
  meters: { trust: number; interest: number; patience: number };
  facts: ToldFact[];
  /** objections open now, by the words already said */
  openObjections: { id: string; surface: string }[];
  plan: ReplyPlan;
  /** what the seller's company has published and this buyer may have read */
  passages: ProductSheet["passages"][number][];
  /** the offer and what is known beforehand, for telling a figure anybody may have read from an invented one; in no prompt */
  published?: string[];
  /** what tools came to for this message: sums done, free times, things looked up */
  notes?: ToolNote[];
  product: string;
  transcript: TranscriptLine[];
  usedLines: string[];
  /** follow-ups only: this buyer's last talk with this trainee; null when a colleague of theirs had it */
  remembered?: RememberedTalk | null;
  /** set on a corrected retry: what was wrong with the last try, as a rule code and never its text */
  correction?: { code: string; avoid?: string };
}

export type PublicPersona = Pick<
  Persona,
  | "id"
  | "name"
  | "role"
  | "company"
  | "industry"
  | "style"
  | "decisionStyle"
  | "temperament"
  | "motivation"
  | "typicalWords"
  | "publicFacts"
  | "topicAnswers"
> & { voice: Voice };

/** Of an earlier talk, only what was said aloud in it. `promises` are the trainee's words: data, never instructions. */
export interface RememberedTalk {
  outcome: Outcome;
  faded: boolean;
  told: string[];
  promises: string[];
  open: string[];
}

export interface ToldFact {
  id: string;
  topic: string;
  text: string;
  spoken: string[];
  recalled: string[];
  toldTurn: number;
}

export interface TranscriptLine {
  messageId: string;
  /** "trainee" or a persona id */
  speaker: string;
  text: string;
  turn: number;
}

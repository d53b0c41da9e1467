import type { RubricCheck, ScenarioBundle } from "@/lib/contracts/content";
import type { Quote } from "@/lib/contracts/debrief";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import type { CheckStatus, Intent, MoveType } from "@/lib/contracts/vocabulary";
import { quoteLike, quoteSpan } from "./evidence";
import { sentenceAt, sentences } from "./words";

/** All a judge reads: the frozen content, the state at the end and the complete messages in order. */
export interface JudgeInput {
  bundle: ScenarioBundle;
  state: ConversationState;
  messages: Message[];
  /** what each buyer reply set out to do, by turn */
  intents: { turn: number; speakerId: string; intent: Intent }[];
  /** a reply could not be corrected or had to be withheld */
  buyerFailed: boolean;
}

/** One judged check before scoring. `why` is a sentence in the talk's language. */
export interface Reading {
  status: CheckStatus;
  why: string;
  evidence: Quote[];
  /** message numbers searched, for an absence */
  scan?: { fromMessage: number; toMessage: number };
}

export type Rule = (talk: Talk, check: RubricCheck) => Reading;

/** The transcript with the look-ups that rules share. */
export class Talk {
  readonly bundle: ScenarioBundle;
  readonly state: ConversationState;
  readonly messages: Message[];
  readonly trainee: Message[];
  readonly buyers: Message[];
  readonly moves: PlayedMove[];
  readonly intents: JudgeInput["intents"];

  constructor(input: JudgeInput) {
    this.bundle = input.bundle;
    this.state = input.state;
    this.intents = input.intents;
    this.messages = input.messages.filter((message) => message.status === "complete");
    this.trainee = this.messages.filter((message) => message.speaker === "trainee");
    this.buyers = this.messages.filter((message) => message.speaker !== "trainee");
    this.moves = input.state.moves.toSorted((a, b) => a.turn - b.turn || a.span.start - b.span.start);
  }

  get locale() {
    return this.bundle.scenario.locale;
  }

  message(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id);
  }

  of(...types: MoveType[]): PlayedMove[] {
    return this.moves.filter((move) => types.includes(move.type));
  }

  first(...types: MoveType[]): PlayedMove | undefined {
    return this.of(...types)[0];
  }

  /** The exact words of a move, or its whole sentence. */
  quote(move: PlayedMove, whole: "span" | "sentence" = "span"): Quote[] {
    const message = this.message(move.messageId);
    if (!message) return [];
    const span = whole === "sentence" ? sentenceAt(message.text, move.span.start) : move.span;
    return quoteSpan(message, span);
  }

  /** How a message begins: as many sentences as it takes to mean something on its own. */
  opening(message: Message | undefined): Quote[] {
    if (!message) return [];
    const enough = this.locale === "zh-CN" ? 10 : 24;
    const spans = sentences(message.text);
    const last = spans.find((span) => span.end >= enough) ?? spans.at(-1);
    return last ? quoteSpan(message, { start: 0, end: last.end }) : [];
  }

  /** The buyer's words that told a fact. */
  telling(fact: { factId: string; turn: number; buyerId: string }): Quote[] {
    const known = this.bundle.personas.flatMap((persona) => persona.sealedFacts).find(({ id }) => id === fact.factId);
    const message = this.buyerTurn(fact.turn, fact.buyerId);
    return known && message ? quoteLike(message, known.spoken, known.text) : [];
  }

  /** The buyer's words that raised an objection: the first one heard unless it is named. */
  raising(objectionId?: string): Quote[] {
    const raised = this.bundle.personas
      .flatMap(({ id: buyerId, objections }) =>
        objections.map((objection) => ({
          objection,
          buyerId,
          turn: this.state.buyers[buyerId]?.objections[objection.id]?.raisedTurn,
        })),
      )
      .filter(({ objection, turn }) => turn !== undefined && (!objectionId || objection.id === objectionId))
      .toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0))[0];
    const message = raised?.turn === undefined ? undefined : this.buyerTurn(raised.turn, raised.buyerId);
    return raised && message ? quoteLike(message, [...raised.objection.surface], raised.objection.surface[0]) : [];
  }

  traineeTurn(turn: number): Message | undefined {
    return this.trainee.find((message) => message.turn === turn);
  }

  buyerTurn(turn: number, speaker?: string): Message | undefined {
    return this.buyers.find((message) => message.turn === turn && (!speaker || message.speaker === speaker));
  }

  /** Facts told so far with their turn; a fact is told in the turn that unlocked it. */
  told(): { factId: string; turn: number; buyerId: string; topic: string; text: string; need: boolean }[] {
    return this.bundle.personas.flatMap((persona) =>
      (this.state.buyers[persona.id]?.unlocked ?? []).flatMap(({ factId, turn }) => {
        const fact = persona.sealedFacts.find((candidate) => candidate.id === factId);
        return fact ? [{ factId, turn, buyerId: persona.id, topic: fact.topic, text: fact.text, need: fact.need }] : [];
      }),
    );
  }

  toldTurn(factId: string): number | undefined {
    return this.told().find((fact) => fact.factId === factId)?.turn;
  }

  scanAll() {
    const [first] = this.messages;
    return { fromMessage: first?.number ?? 1, toMessage: this.messages.at(-1)?.number ?? 1 };
  }
}

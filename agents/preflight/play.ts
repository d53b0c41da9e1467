import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import type { Perception } from "@/lib/contracts/moves";
import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { ModelCall } from "@/lib/contracts/usage";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { deskOf } from "./desk";
import { emptyMemory, randomFrom, type Seller } from "./seller";

export interface PlayedReply {
  speakerId: string;
  messageId: string;
  text: string;
  usedLines: string[];
  plan: ReplyPlan;
  withheld: { code: string; text: string }[];
  reworded: boolean;
  failed: boolean;
}

export interface PlayedTurn {
  turn: number;
  trainee: string;
  perception: Perception;
  replies: PlayedReply[];
  state: ConversationState;
}

export interface Talk {
  bundle: ScenarioBundle;
  seller: Seller["name"];
  seed: number;
  attempt: number;
  difficulty: Difficulty;
  turns: PlayedTurn[];
  state: ConversationState;
  transcript: readonly TranscriptLine[];
  /** what the seller was up to, by its own account */
  done: readonly string[];
  /** calls of models; none when the offline voice speaks directly */
  calls: readonly ModelCall[];
  /** code of what kept the talk from being played to its end */
  failure: string | null;
}

export interface PlayOptions {
  seed: number;
  attempt?: number | undefined;
  difficulty?: Difficulty | undefined;
  /** a follow-up: what its buyers know of an earlier talk with this seller */
  remembered?: Relationship[] | undefined;
  /** told of everything that is handed to whoever speaks, with the state it is of */
  onView?: ((view: SpeakerView, instructions: string | null, state: ConversationState) => void) | undefined;
}

/** A talk in the making: who says what next, and what has been said. */
export class Table {
  readonly transcript: TranscriptLine[] = [];
  readonly turns: PlayedTurn[] = [];
  readonly calls: ModelCall[] = [];
  readonly #memory = emptyMemory();
  readonly #random: () => number;
  #plans: ReplyPlan[] = [];
  state: ConversationState;
  failure: string | null = null;

  constructor(
    readonly bundle: ScenarioBundle,
    private readonly seller: Seller,
    private readonly options: PlayOptions,
  ) {
    const { seed, attempt = 1, difficulty = "standard", remembered } = options;
    this.#random = randomFrom(seed);
    this.state = initialState(bundle, { seed, attempt, difficulty, ...(remembered && { remembered }) });
  }

  get isOver(): boolean {
    return this.failure !== null || this.state.outcome !== null || this.turns.length >= this.bundle.scenario.maxTurns;
  }

  /** What the seller says next. */
  ask(): string {
    const { bundle, state, transcript } = this;
    const desk = deskOf(bundle, state, transcript, this.#plans);
    return this.seller.say({ desk, turn: this.turns.length + 1, random: this.#random, memory: this.#memory });
  }

  /** Puts a played turn on record. */
  add(turn: PlayedTurn): void {
    const { turn: number, trainee, replies } = turn;
    this.transcript.push({ messageId: `s${number}`, speaker: "trainee", text: trainee, turn: number });
    for (const { messageId, speakerId, text } of replies) {
      this.transcript.push({ messageId, speaker: speakerId, text, turn: number });
    }
    this.turns.push(turn);
    this.state = turn.state;
    this.#plans = replies.map((reply) => reply.plan);
  }

  talk(): Talk {
    const { bundle, turns, state, transcript, calls, failure } = this;
    const { seed, attempt = 1, difficulty = "standard" } = this.options;
    const done = this.#memory.done;
    return {
      bundle,
      seller: this.seller.name,
      seed,
      attempt,
      difficulty,
      turns,
      state,
      transcript,
      done,
      calls,
      failure,
    };
  }
}

/** The passages a turn's message touches, as the shipped ground step chooses them: by topic, three at most. */
function passagesFor(bundle: ScenarioBundle, perception: Perception) {
  const topics = new Set(perception.moves.map((move) => move.topic));
  return bundle.scenario.sheet.passages.filter((passage) => passage.topic && topics.has(passage.topic)).slice(0, 3);
}

/** Plays a whole talk with the offline voice, without gate and stream: seller → classify → advance → composeReply. */
export function play(bundle: ScenarioBundle, seller: Seller, options: PlayOptions): Talk {
  const table = new Table(bundle, seller, options);
  while (!table.isOver) {
    const trainee = table.ask();
    const turn = table.turns.length + 1;
    const messageId = `s${turn}`;
    const perception = classify({ text: trainee, bundle, state: table.state, transcript: table.transcript });
    let { state, plans } = advance(bundle, table.state, { turn, messageId, text: trainee, perception });
    const transcript = [...table.transcript, { messageId, speaker: "trainee", text: trainee, turn }];
    const replies: PlayedReply[] = [];
    for (const plan of plans) {
      const view = speakerView(bundle, state, plan, { transcript, passages: passagesFor(bundle, perception) });
      options.onView?.(view, null, state);
      const reply = composeReply(view);
      state = { ...state, usedLines: [...state.usedLines, ...reply.usedLines] };
      const place = { messageId: `b${turn}-${replies.length}`, speakerId: plan.speakerId };
      transcript.push({ messageId: place.messageId, speaker: plan.speakerId, text: reply.text, turn });
      replies.push({ ...place, plan, ...reply, withheld: [], reworded: false, failed: false });
    }
    table.add({ turn, trainee, perception, replies, state });
  }
  return table.talk();
}

/** Whether the seller reached what the brief asks for. */
export const succeeded = ({ state }: Pick<Talk, "state">): boolean =>
  state.outcome === "won" || state.outcome === "follow_up";

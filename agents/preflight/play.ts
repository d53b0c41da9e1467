import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { emptyMemory, randomFrom, type Seller } from "./seller";

export interface PlayedReply {
  speakerId: string;
  text: string;
  usedLines: string[];
  plan: ReplyPlan;
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
}

/** The passages a turn's message touches, as the shipped ground step chooses them: by topic, three at most. */
function passagesFor(bundle: ScenarioBundle, perception: Perception) {
  const topics = new Set(perception.moves.map((move) => move.topic));
  return bundle.scenario.sheet.passages.filter((passage) => passage.topic && topics.has(passage.topic)).slice(0, 3);
}

/** Plays a whole talk: seller → classify → advance → composeReply, until it ends or the turns are up. */
export function play(
  bundle: ScenarioBundle,
  seller: Seller,
  options: { seed: number; attempt?: number; difficulty?: Difficulty },
): Talk {
  const { seed, attempt = 1, difficulty = "standard" } = options;
  const random = randomFrom(seed);
  const memory = emptyMemory();
  const transcript: TranscriptLine[] = [];
  const turns: PlayedTurn[] = [];
  let lastPlan: ReplyPlan | null = null;
  let state = initialState(bundle, { seed, attempt, difficulty });
  for (let turn = 1; turn <= bundle.scenario.maxTurns && !state.outcome; turn += 1) {
    const text = seller.say({ bundle, state, transcript, lastPlan, turn, random, memory });
    const messageId = `s${turn}`;
    const perception = classify({ text, bundle, state, transcript });
    const next = advance(bundle, state, { turn, messageId, text, perception });
    state = next.state;
    transcript.push({ messageId, speaker: "trainee", text, turn });
    const replies: PlayedReply[] = [];
    for (const plan of next.plans) {
      const view = speakerView(bundle, state, plan, { transcript, passages: passagesFor(bundle, perception) });
      const reply = composeReply(view);
      state = { ...state, usedLines: [...state.usedLines, ...reply.usedLines] };
      transcript.push({ messageId: `b${turn}-${replies.length}`, speaker: plan.speakerId, text: reply.text, turn });
      replies.push({ speakerId: plan.speakerId, plan, ...reply });
      lastPlan = plan;
    }
    turns.push({ turn, trainee: text, perception, replies, state });
  }
  return { bundle, seller: seller.name, seed, attempt, difficulty, turns, state };
}

/** Whether the seller reached what the brief asks for. */
export const succeeded = (talk: Talk): boolean => talk.state.outcome === "won" || talk.state.outcome === "follow_up";

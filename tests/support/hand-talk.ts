import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import { bundles } from "@/db/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";

export interface HandTurn {
  said: string;
  /** the moves as they counted */
  moves: PlayedMove[];
  /** what the buyers answered, joined */
  reply: string;
  state: ConversationState;
}

/** Plays given lines on a shipped scenario, as the product would with the offline buyer; stops where the talk ends. */
export function playLines(scenarioId: string, lines: string[], seed = 7): HandTurn[] {
  const bundle = bundles.find(({ scenario }) => scenario.id === scenarioId);
  if (!bundle) throw new Error(`no scenario ${scenarioId}`);
  const transcript: TranscriptLine[] = [];
  const turns: HandTurn[] = [];
  let state = initialState(bundle, { seed, attempt: 1, difficulty: "standard" });
  for (const [index, text] of lines.entries()) {
    if (state.outcome !== null) break;
    const turn = index + 1;
    const perception = classify({ text, bundle, state, transcript });
    const next = advance(bundle, state, { turn, messageId: `s${turn}`, text, perception });
    state = next.state;
    transcript.push({ messageId: `s${turn}`, speaker: "trainee", text, turn });
    const topics = new Set(perception.moves.map((move) => move.topic));
    const passages = bundle.scenario.sheet.passages.filter(({ topic }) => topic && topics.has(topic)).slice(0, 3);
    const replies: string[] = [];
    for (const plan of next.plans) {
      const reply = composeReply(speakerView(bundle, state, plan, { transcript, passages }));
      state = { ...state, usedLines: [...state.usedLines, ...reply.usedLines] };
      transcript.push({ messageId: `b${turn}`, speaker: plan.speakerId, text: reply.text, turn });
      replies.push(reply.text);
    }
    const moves = state.moves.filter((move) => move.turn === turn);
    turns.push({ said: text, moves, reply: replies.join(" "), state });
  }
  return turns;
}

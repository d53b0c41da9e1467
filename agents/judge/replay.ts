import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { JudgeInput } from "./input";

/** A settled turn as perceived: all it takes to play it again. */
export interface PlayedTurn {
  turn: number;
  messageId: string;
  text: string;
  perception: Perception;
}

/** What each reply was for. The path is fixed by bundle, seed and moves, so it is played again rather than stored. */
export function replayIntents(
  bundle: ScenarioBundle,
  end: ConversationState,
  turns: PlayedTurn[],
): JudgeInput["intents"] {
  let state = initialState(bundle, { seed: end.seed, attempt: end.attempt, difficulty: end.difficulty });
  const intents: JudgeInput["intents"] = [];
  for (const played of turns) {
    if (state.stage === "ended") break;
    const next = advance(bundle, state, played);
    intents.push(...next.plans.map(({ speakerId, intent }) => ({ turn: played.turn, speakerId, intent })));
    state = next.state;
  }
  return intents;
}

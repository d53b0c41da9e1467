import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { perceived } from "@/tests/fixtures/moves";

/** What one turn came to. */
export interface Step {
  state: ConversationState;
  plans: ReplyPlan[];
}

export const opening = (bundle: ScenarioBundle, seed = 5) =>
  initialState(bundle, { seed, attempt: 1, difficulty: "standard" });

/** The steps of a talk made of these turns of moves. */
export function steps(bundle: ScenarioBundle, turns: Move[][], from: ConversationState = opening(bundle)): Step[] {
  let state = from;
  return turns.map((moves) => {
    const turn = state.turn + 1;
    const step = advance(bundle, state, { turn, messageId: `s${turn}`, text: "…", perception: perceived(moves) });
    ({ state } = step);
    return step;
  });
}

/** The last of the steps. */
export function last(played: Step[]): Step {
  const step = played.at(-1);
  if (step === undefined) throw new Error("nobody spoke");
  return step;
}

export const speakersOf = ({ plans }: Step) => plans.map(({ speakerId }) => speakerId);

export const times = (count: number, moves: Move[]): Move[][] => Array.from({ length: count }, () => moves);

/** Nobody objects or disagrees: for tests that look at something else. */
export const calm = (bundle: ScenarioBundle): ScenarioBundle => ({
  ...bundle,
  personas: bundle.personas.map((one) => ({ ...one, objections: [], contradicts: [] })),
});

/** The bundle with everybody's trust at this height from the start, and time enough. */
export const trusting = (bundle: ScenarioBundle, trust: number): ScenarioBundle => ({
  ...bundle,
  personas: bundle.personas.map((one) => ({ ...one, meters: { trust, interest: 50, patience: 95 } })),
});

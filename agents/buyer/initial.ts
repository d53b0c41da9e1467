import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { BuyerState, ConversationState, MeterValues } from "@/lib/contracts/state";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { difficultyTable, type Change } from "./meter-table";

const clamp = (value: number) => Math.min(100, Math.max(0, value));

function startMeters(meters: MeterValues, [trust, interest, patience]: Change): MeterValues {
  return {
    trust: clamp(meters.trust + trust),
    interest: clamp(meters.interest + interest),
    patience: Math.max(10, clamp(meters.patience + patience)),
  };
}

function startBuyer(persona: Persona, difficulty: Difficulty): BuyerState {
  return {
    meters: startMeters(persona.meters, difficultyTable[difficulty].start),
    unlocked: [],
    hinted: [],
    reachable: {},
    objections: Object.fromEntries(persona.objections.map(({ id }) => [id, { status: "dormant", heard: 0 }])),
    concessions: [],
    asked: {},
  };
}

/** The state before the first word. `attempt` counts this trainee's tries at the scenario, from 1. */
export function initialState(
  bundle: ScenarioBundle,
  { seed, attempt, difficulty }: { seed: number; attempt: number; difficulty: Difficulty },
): ConversationState {
  return {
    seed,
    attempt,
    difficulty,
    locale: bundle.scenario.locale,
    turn: 0,
    stage: "opening",
    outcome: null,
    endReason: null,
    buyers: Object.fromEntries(bundle.personas.map((persona) => [persona.id, startBuyer(persona, difficulty)])),
    moves: [],
    transitions: [],
    handling: [],
    shifts: [],
    idleTurns: 0,
    usedLines: [],
    hintsUsed: 0,
  };
}

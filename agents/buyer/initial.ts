import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import type { BuyerState, ConversationState, MeterValues } from "@/lib/contracts/state";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { difficultyTable, type Change } from "./meter-table";
import { headStart, toldLastTime } from "./recall";

const clamp = (value: number) => Math.min(100, Math.max(0, value));

function startMeters(meters: MeterValues, [trust, interest, patience]: Change): MeterValues {
  return {
    trust: clamp(meters.trust + trust),
    interest: clamp(meters.interest + interest),
    patience: Math.max(10, clamp(meters.patience + patience)),
  };
}

function startBuyer(
  bundle: ScenarioBundle,
  persona: Persona,
  difficulty: Difficulty,
  last: Relationship | undefined,
): BuyerState {
  const meters = startMeters(persona.meters, difficultyTable[difficulty].start);
  const change = last === undefined ? undefined : headStart(bundle, persona, last);
  const told = last === undefined ? [] : toldLastTime(persona, last);
  return {
    meters: change === undefined ? meters : startMeters(meters, [change.trust, change.interest, change.patience]),
    // Turn 0 is the last talk: no message of this one earned them.
    unlocked: told.map((factId) => ({ factId, turn: 0, messageId: "" })),
    hinted: [],
    reachable: {},
    objections: Object.fromEntries(persona.objections.map(({ id }) => [id, { status: "dormant", heard: 0 }])),
    concessions: [],
    offered: [],
    asked: {},
  };
}

/**
 * The state before the first word. `attempt` counts this trainee's tries at the scenario, from 1. In a follow-up, `remembered`
 * is what its buyers know of their last talk with this trainee, one entry a buyer.
 */
export function initialState(
  bundle: ScenarioBundle,
  {
    seed,
    attempt,
    difficulty,
    remembered,
    endsAt,
  }: { seed: number; attempt: number; difficulty: Difficulty; remembered?: Relationship[]; endsAt?: string },
): ConversationState {
  const lastOf = (persona: Persona) => remembered?.find(({ buyerId }) => buyerId === persona.id);
  return {
    seed,
    attempt,
    difficulty,
    locale: bundle.scenario.locale,
    turn: 0,
    stage: "opening",
    outcome: null,
    endReason: null,
    buyers: Object.fromEntries(
      bundle.personas.map((persona) => [persona.id, startBuyer(bundle, persona, difficulty, lastOf(persona))]),
    ),
    moves: [],
    transitions: [],
    handling: [],
    shifts: [],
    idleTurns: 0,
    usedLines: [],
    hintsUsed: 0,
    ...(remembered !== undefined && { remembered }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

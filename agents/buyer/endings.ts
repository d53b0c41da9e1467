import type { ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { EndReason, Outcome } from "@/lib/contracts/vocabulary";
import { buyerOf, leadOf } from "./cast";
import { evaluate, readingOf } from "./conditions";

export interface Ending {
  outcome: Outcome;
  reason: EndReason;
  /** who ends the talk */
  buyerId: string;
}

/** Turns in a row that may change nothing before the buyer wraps up. */
const idleLimit = 6;

function insulted(bundle: ScenarioBundle, state: ConversationState, played: PlayedMove[]): Ending | null {
  const now = played.filter(({ type }) => type === "unprofessional");
  const before = state.moves.filter(({ type }) => type === "unprofessional");
  if (now.length === 0 || (!now.some(({ severe }) => severe === true) && before.length < 2)) return null;
  return { outcome: "lost", reason: "insulted", buyerId: now[0]?.addressee ?? leadOf(bundle).id };
}

/** Commitment or a dated step, taken when asked for and earned. */
function agreed(bundle: ScenarioBundle, state: ConversationState, played: PlayedMove[]): Ending | null {
  const buyerId = leadOf(bundle).id;
  const reading = { ...readingOf(bundle, state), everyone: true };
  const asked = played.some(({ type }) => type === "ask_commitment");
  const dated = played.some((move) => move.type === "propose_next_step" && move.quality === "dated");
  if (asked && evaluate(bundle.scenario.won, reading)) return { outcome: "won", reason: "commitment", buyerId };
  if ((asked || dated) && evaluate(bundle.scenario.followUp, reading)) {
    return { outcome: "follow_up", reason: "next_step", buyerId };
  }
  return null;
}

function givenUp(bundle: ScenarioBundle, state: ConversationState): Ending | null {
  for (const { id } of bundle.personas) {
    if (buyerOf(state, id).meters.patience === 0) return { outcome: "lost", reason: "patience", buyerId: id };
  }
  for (const persona of bundle.personas) {
    const reading = readingOf(bundle, state, persona.id);
    if (persona.walkAway.some(({ when }) => evaluate(when, reading))) {
      return { outcome: "lost", reason: "walk_away", buyerId: persona.id };
    }
  }
  return null;
}

/** How this turn's moves end the talk, if they do. `state` holds the moves and the meters after them. */
export function endByMoves(bundle: ScenarioBundle, state: ConversationState, played: PlayedMove[]): Ending | null {
  return insulted(bundle, state, played) ?? agreed(bundle, state, played) ?? givenUp(bundle, state);
}

/** A message that comes this near to the end of the time is the last: milliseconds in which nobody writes another. */
const lastMoments = 60_000;

function isTimeUp({ endsAt }: ConversationState, now: string | undefined): boolean {
  return endsAt !== undefined && now !== undefined && Date.parse(endsAt) - Date.parse(now) <= lastMoments;
}

/**
 * How the talk runs out by itself: it moves no more, or its turns or its minutes are used up. Said by the first of the
 * scenario, if a seat is free beside those on the `floor`.
 */
export function endByLength(
  bundle: ScenarioBundle,
  state: ConversationState,
  { floor, now }: { floor: string[]; now: string | undefined },
): Ending | null {
  const lead = leadOf(bundle).id;
  const buyerId = floor.length < 2 || floor.includes(lead) ? lead : (floor[0] ?? lead);
  if (state.turn >= bundle.scenario.maxTurns) return { outcome: "expired", reason: "turn_limit", buyerId };
  if (isTimeUp(state, now)) return { outcome: "expired", reason: "time_limit", buyerId };
  if (state.idleTurns >= idleLimit) return { outcome: "lost", reason: "stuck", buyerId };
  return null;
}

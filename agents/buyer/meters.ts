import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { BuyerState, ConversationState, MeterValues } from "@/lib/contracts/state";
import { meters as meterNames, type Difficulty, type MoveType } from "@/lib/contracts/vocabulary";
import { buyerOf, isTold } from "./cast";
import { changeOf, difficultyTable, type Change } from "./meter-table";
import { isFor } from "./qualify";

/** Bounds of one turn, in points; a meter that began the turn at `softCeiling` or above gains half. */
export const meterBounds = { gainCap: 8, lossCap: 30, softCeiling: 70 } as const;
/** repeats from which a move earns nothing */
const spentRepeats = 2;

const questionTypes = ["ask_open", "ask_closed", "probe"] as const satisfies readonly MoveType[];

export function isQuestion(move: PlayedMove): boolean {
  return questionTypes.some((type) => type === move.type);
}

const shocks: readonly MoveType[] = ["pressure", "disparage", "unprofessional"];

/** What hits everyone in the room fully, spoken to or not. */
export function isShock(move: PlayedMove): boolean {
  return shocks.includes(move.type) || (move.type === "make_claim" && move.quality === "contradicted");
}

function sameMove(a: PlayedMove, b: PlayedMove): boolean {
  return (
    a.type === b.type &&
    a.quality === b.quality &&
    (a.objectionId ?? a.topic ?? null) === (b.objectionId ?? b.topic ?? null)
  );
}

/** One move's effect on one meter: gains by repeats and difficulty, truncated; losses by volatility, half away from zero. */
function scale(points: number, repeats: number, difficulty: Difficulty, volatility: number): number {
  if (points >= 0) {
    const share = repeats === 0 ? 2 : repeats === 1 ? 1 : 0;
    return Math.trunc((points * share * difficultyTable[difficulty].gain) / 200);
  }
  return -Math.floor((-points * (100 + volatility) + 50) / 100);
}

interface Ledger {
  gains: [number, number, number];
  losses: [number, number, number];
}

function enter(ledger: Ledger, index: 0 | 1 | 2, points: number): void {
  if (points > 0) ledger.gains[index] += points;
  else ledger.losses[index] -= points;
}

function apply(
  ledger: Ledger,
  change: Change,
  how: { repeats: number; listening: boolean; difficulty: Difficulty; volatility: number },
): void {
  for (const index of [0, 1, 2] as const) {
    const full = scale(change[index], how.repeats, how.difficulty, how.volatility);
    if (!how.listening) enter(ledger, index, full);
    else if (index !== 2) enter(ledger, index, Math.trunc(full / 2));
  }
}

/** Asked on this topic before, twice or more, though the fact was told: irritates. */
function isAskedAgain(persona: Persona, buyer: BuyerState, move: PlayedMove): boolean {
  if (!isQuestion(move) || move.topic === undefined || (buyer.asked[move.topic] ?? 0) < 2) return false;
  const facts = persona.sealedFacts.filter(({ topic }) => topic === move.topic);
  return facts.length > 0 && facts.every(({ id }) => isTold(buyer, id));
}

function settle(start: MeterValues, ledger: Ledger, drift: Change): MeterValues {
  const next = { ...start };
  meterNames.forEach((meter, index) => {
    // Sound: three meters, three columns.
    const column = index as 0 | 1 | 2;
    const capped = Math.min(meterBounds.gainCap, ledger.gains[column]);
    const gain = start[meter] >= meterBounds.softCeiling ? Math.trunc(capped / 2) : capped;
    const loss = Math.min(meterBounds.lossCap, ledger.losses[column]);
    next[meter] = Math.min(100, Math.max(0, start[meter] + gain - loss + drift[column]));
  });
  return next;
}

/**
 * One buyer's meters after a turn's moves, integers 0–100. In this order: the table's row → gains by repeat of the same
 * move and topic (full, half, none) × difficulty → losses × (1 + volatility) → listeners half, no patience, shocks
 * excepted → gains capped at 8, losses at 30 → gains halved from 70 upwards → drift → clamp. Gains and halves truncate.
 * A message that is the last one over again, word for word, earns nothing whatever is found in it.
 */
export function metersAfter(
  bundle: ScenarioBundle,
  before: ConversationState,
  persona: Persona,
  played: PlayedMove[],
  parroted = false,
): MeterValues {
  const buyer = buyerOf(before, persona.id);
  const ledger: Ledger = { gains: [0, 0, 0], losses: [0, 0, 0] };
  const { difficulty } = before;
  played.forEach((move, index) => {
    const earlier = [...before.moves, ...played.slice(0, index)];
    const repeats = parroted ? spentRepeats : earlier.filter((other) => sameMove(other, move)).length;
    const listening = !isShock(move) && !isFor(bundle, move, persona.id);
    const how = { repeats, listening, difficulty, volatility: persona.volatility };
    apply(ledger, changeOf(persona.archetype, move.type, move.quality), how);
    if (!listening && isAskedAgain(persona, buyer, move)) {
      apply(ledger, changeOf(persona.archetype, "asked_again"), how);
    }
  });
  return settle(buyer.meters, ledger, changeOf(persona.archetype, "drift"));
}

import type { Condition, ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState, MeterValues } from "@/lib/contracts/state";
import type { Meter, Stage } from "@/lib/contracts/vocabulary";
import { buyerOf, leadOf, rememberedBy } from "./cast";
import { passedTo } from "./passing";

type ObjectionReading = { raised: boolean; acknowledged: boolean; resolved: boolean };
type MoveCondition = Extract<Condition, { op: "move" | "did" }>;

/** All a condition may look at: one buyer's view of the talk at the end of one turn. */
export interface Reading {
  buyerId: string;
  /** the only buyer there is: whatever is said is said to this one */
  alone: boolean;
  turn: number;
  stage: Stage;
  meters: MeterValues;
  /** all moves up to this turn, in order */
  moves: PlayedMove[];
  /** fact id → turn, of all buyers */
  told: Record<string, number>;
  needs: number;
  objections: Record<string, ObjectionReading>;
  /** this buyer's last talk with this trainee */
  remembered?: Relationship;
  /** questions of the turn put to a colleague who leaves them to this buyer */
  passedOn: PlayedMove[];
  /** moves said to another buyer count too: for scenario-wide conditions */
  everyone: boolean;
}

/** The talk as it stands. `buyerId` defaults to the buyer who decides, who then counts moves to everyone. */
export function readingOf(bundle: ScenarioBundle, state: ConversationState, buyerId?: string): Reading {
  return readingAt(bundle, state, state.turn, buyerId);
}

function metersAt(state: ConversationState, buyerId: string, turn: number): MeterValues {
  const since = (meter: Meter) =>
    state.shifts
      .filter((shift) => shift.buyerId === buyerId && shift.meter === meter && shift.turn > turn)
      .reduce((sum, shift) => sum + shift.by, 0);
  const { trust, interest, patience } = buyerOf(state, buyerId).meters;
  return {
    trust: trust - since("trust"),
    interest: interest - since("interest"),
    patience: patience - since("patience"),
  };
}

/** The talk as it stood at the end of an earlier turn: for the debrief. */
export function readingAt(
  bundle: ScenarioBundle,
  state: ConversationState,
  turn: number,
  buyerId: string = leadOf(bundle).id,
): Reading {
  const held = (at: number | undefined) => at !== undefined && at <= turn;
  const buyers = Object.entries(state.buyers).toSorted(([a], [b]) => Number(a === buyerId) - Number(b === buyerId));
  const told: Record<string, number> = {};
  const objections: Record<string, ObjectionReading> = {};
  for (const [, buyer] of buyers) {
    for (const fact of buyer.unlocked) if (fact.turn <= turn) told[fact.factId] = fact.turn;
    for (const [id, objection] of Object.entries(buyer.objections)) {
      objections[id] = {
        raised: held(objection.raisedTurn),
        acknowledged: held(objection.acknowledgedTurn),
        resolved: held(objection.resolvedTurn),
      };
    }
  }
  const needIds = new Set(bundle.personas.flatMap((p) => p.sealedFacts.filter((f) => f.need).map((f) => f.id)));
  return {
    buyerId,
    alone: bundle.personas.length === 1,
    turn,
    stage: state.transitions.findLast((transition) => transition.turn <= turn)?.to ?? "opening",
    meters: metersAt(state, buyerId, turn),
    moves: state.moves.filter((move) => move.turn <= turn),
    told,
    needs: Object.keys(told).filter((id) => needIds.has(id)).length,
    objections,
    remembered: rememberedBy(state, buyerId),
    passedOn: state.moves.filter((move) => move.turn === turn && passedTo(bundle, move) === buyerId),
    everyone: false,
  };
}

function figureOf(move: PlayedMove): number | undefined {
  return move.type === "offer_discount" ? (move.percent ?? move.amount) : move.amount;
}

function matches(condition: MoveCondition, move: PlayedMove, reading: Reading): boolean {
  if (!condition.types.includes(move.type)) return false;
  if (condition.topics !== undefined && (move.topic === undefined || !condition.topics.includes(move.topic)))
    return false;
  if (condition.exceptTopics !== undefined && move.topic !== undefined && condition.exceptTopics.includes(move.topic)) {
    return false;
  }
  if (condition.qualities !== undefined && (!move.quality || !condition.qualities.includes(move.quality))) return false;
  if (condition.objectionId !== undefined && condition.objectionId !== move.objectionId) return false;
  if (condition.addressed === true && !reading.alone && move.addressee !== reading.buyerId) return false;
  const figure = figureOf(move);
  if (condition.minAmount !== undefined && (figure === undefined || figure < condition.minAmount)) return false;
  return condition.maxAmount === undefined || (figure !== undefined && figure <= condition.maxAmount);
}

function within(value: number, { atLeast, below }: { atLeast?: number; below?: number }): boolean {
  return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
}

/** Moves of the reading's own turn that this buyer was meant to hear. */
export function heardNow(reading: Reading): PlayedMove[] {
  return reading.moves.filter(
    (move) =>
      move.turn === reading.turn &&
      (reading.everyone ||
        reading.alone ||
        move.addressee === undefined ||
        move.addressee === reading.buyerId ||
        reading.passedOn.includes(move)),
  );
}

function isRemembered(
  { outcome, told, promised }: Extract<Condition, { op: "remembered" }>,
  last: Relationship,
): boolean {
  return (
    (outcome === undefined || outcome.includes(last.outcome)) &&
    (told === undefined || last.told.some(({ factId }) => factId === told)) &&
    (promised === undefined || last.promises.some(({ kind }) => kind === promised))
  );
}

/**
 * Whether a condition holds. With `assumeAsked`, moves of the turn are taken as made, which tells whether asking would
 * have been enough.
 */
export function evaluate(condition: Condition, reading: Reading, assumeAsked = false): boolean {
  switch (condition.op) {
    case "all":
      return condition.of.every((part) => evaluate(part, reading, assumeAsked));
    case "any":
      return condition.of.some((part) => evaluate(part, reading, assumeAsked));
    case "not":
      return !evaluate(condition.of, reading);
    case "move":
      return assumeAsked || heardNow(reading).some((move) => matches(condition, move, reading));
    case "did":
      return reading.moves.filter((move) => matches(condition, move, reading)).length >= (condition.atLeast ?? 1);
    case "meter":
      return within(reading.meters[condition.meter], condition);
    case "stage":
      return condition.in.includes(reading.stage);
    case "told":
      return reading.told[condition.factId] !== undefined;
    case "needs":
      return within(reading.needs, condition);
    case "turn":
      return reading.turn >= condition.atLeast;
    case "quiet":
      return reading.turn - Math.max(0, ...Object.values(reading.told)) >= condition.turns;
    case "quoted": {
      const last = reading.moves.findLast((move) => move.type === "quote_price" && move.amount !== undefined)?.amount;
      if (last === undefined) return false;
      return (
        (condition.atMost === undefined || last <= condition.atMost) &&
        (condition.atLeast === undefined || last >= condition.atLeast)
      );
    }
    case "remembered":
      return reading.remembered !== undefined && isRemembered(condition, reading.remembered);
    default: {
      const objection = reading.objections[condition.objectionId];
      if (objection === undefined) return false;
      return condition.is === "open" ? objection.raised && !objection.resolved : objection[condition.is];
    }
  }
}

/** The parts that must all hold, each evaluable on its own: what a debrief ticks. */
export function conditionParts(condition: Condition): Condition[] {
  return condition.op === "all" ? condition.of.flatMap(conditionParts) : [condition];
}

/** The trust a condition asks of its buyer, if any: the way that asks least. */
export function trustAsked(condition: Condition): number | undefined {
  if (condition.op === "meter") return condition.meter === "trust" ? condition.atLeast : undefined;
  if (condition.op !== "all" && condition.op !== "any") return undefined;
  const asked = condition.of.map(trustAsked);
  if (condition.op === "any") {
    return asked.includes(undefined) ? undefined : Math.min(...asked.filter((value) => value !== undefined));
  }
  const known = asked.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

import { initialState } from "@/agents/buyer/initial";
import type { ComparedCheck, PathPoint } from "@/lib/contracts/branches";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { CheckResult } from "@/lib/contracts/debrief";
import type { ConversationState } from "@/lib/contracts/state";
import type { CheckStatus } from "@/lib/contracts/vocabulary";
import { meters } from "@/lib/contracts/vocabulary";

/** The state a talk began with: what its seed, try, level and memories make of the frozen content. */
export function beginningOf(bundle: ScenarioBundle, state: ConversationState): ConversationState {
  const { seed, attempt, difficulty, remembered } = state;
  return initialState(bundle, { seed, attempt, difficulty, remembered });
}

/**
 * Whether `beginning` is where the talk of `first`, its state after turn 1, really began: the meters less what the turn
 * changed. It is not when the rules of the beginning have changed since.
 */
export function isBeginningOf(beginning: ConversationState, first: ConversationState): boolean {
  return Object.entries(first.buyers).every(([buyerId, { meters: after }]) =>
    meters.every((meter) => {
      const shifts = first.shifts.filter((shift) => shift.buyerId === buyerId && shift.meter === meter);
      const moved = shifts.reduce((sum, { by }) => sum + by, 0);
      return beginning.buyers[buyerId]?.meters[meter] === after[meter] - moved;
    }),
  );
}

/** The first turn that two talks do not share, from the ids of their turns in order. */
export function forkOf(left: readonly string[], right: readonly string[]): number {
  const apart = left.findIndex((id, index) => id !== right[index]);
  return (apart < 0 ? left.length : apart) + 1;
}

function eventsOf(bundle: ScenarioBundle, before: ConversationState, after: ConversationState): PathPoint["events"] {
  return bundle.personas.flatMap((persona) => {
    const now = after.buyers[persona.id];
    const was = before.buyers[persona.id];
    if (!now) return [];
    const event = (kind: PathPoint["events"][number]["kind"], text: string) => ({ kind, buyerId: persona.id, text });
    const told = persona.sealedFacts.filter(
      ({ id }) =>
        now.unlocked.some(({ factId }) => factId === id) && !was?.unlocked.some(({ factId }) => factId === id),
    );
    const changed = persona.objections.flatMap(({ id, surface }) => {
      const status = now.objections[id]?.status ?? "dormant";
      if (status === (was?.objections[id]?.status ?? "dormant") || status === "dormant") return [];
      return event(status === "open" ? "objection_raised" : "objection_resolved", surface[0]);
    });
    const granted = persona.concessions.filter(
      ({ id }) => now.concessions.includes(id) && !was?.concessions.includes(id),
    );
    return [
      ...told.map(({ text }) => event("fact", text)),
      ...changed,
      ...granted.map(({ text }) => event("concession", text)),
    ];
  });
}

function pointOf(bundle: ScenarioBundle, state: ConversationState, events: PathPoint["events"]): PathPoint {
  const values = bundle.personas.flatMap(({ id: buyerId }) =>
    meters.flatMap((meter) => {
      const value = state.buyers[buyerId]?.meters[meter];
      return value === undefined ? [] : { buyerId, meter, value };
    }),
  );
  return { turn: state.turn, stage: state.stage, meters: values, events };
}

/**
 * How the buyers moved: the beginning and the state after each turn, in order, with what came of the turn. A turn whose
 * state was not kept leaves a gap, and so does a beginning that cannot be known any more.
 */
export function pathOf(
  bundle: ScenarioBundle,
  beginning: ConversationState,
  states: readonly (ConversationState | null)[],
): PathPoint[] {
  const [first] = states;
  const known = first === undefined || (first !== null && isBeginningOf(beginning, first));
  const points = known ? [pointOf(bundle, beginning, [])] : [];
  let before = beginning;
  for (const state of states) {
    if (!state) continue;
    points.push(pointOf(bundle, state, eventsOf(bundle, before, state)));
    before = state;
  }
  return points;
}

const isDecided = (status: CheckStatus | null) => status === "met" || status === "not_met";

function changeOf(left: CheckStatus | null, right: CheckStatus | null): ComparedCheck["change"] {
  if (!isDecided(left) || !isDecided(right)) return "undecided";
  if (left === right) return "same";
  return right === "met" ? "gained" : "lost";
}

type Judged = Pick<CheckResult, "checkId" | "status" | "why">;

/** Every check of the rubric on both paths. A side that is not judged yet has none. */
export function compareChecks(
  { rubric }: Pick<ScenarioBundle, "rubric">,
  left: readonly Judged[],
  right: readonly Judged[],
): ComparedCheck[] {
  return rubric.checks.map(({ id: checkId, title, skill, weight }) => {
    const of = (side: readonly Judged[]) => side.find((check) => check.checkId === checkId);
    const [was, is] = [of(left), of(right)];
    const statuses = { left: was?.status ?? null, right: is?.status ?? null };
    const change = changeOf(statuses.left, statuses.right);
    return { checkId, title, skill, weight, ...statuses, change, why: is?.why ?? was?.why ?? null };
  });
}

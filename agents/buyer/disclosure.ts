import type { Persona, ScenarioBundle, SealedFact } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { MoveType } from "@/lib/contracts/vocabulary";
import { buyerOf, isTold, toldBy, withBuyer } from "./cast";
import { evaluate, heardNow, readingOf, trustAsked, type Reading } from "./conditions";
import { isQuestion, isShock } from "./meters";

export interface Held {
  buyerId: string;
  factId: string;
}

/** How far below the trust it takes a good question still draws a hint. */
const nearMiss = 10;

/** The move of this turn without which the fact would still be sealed: the last of them, where it took several. */
function earningMove(fact: SealedFact, reading: Reading): { type: MoveType; topic?: string } | undefined {
  const now = reading.moves.filter(({ turn }) => turn === reading.turn);
  const decisive = now.findLast(
    (move) => !evaluate(fact.unlock, { ...reading, moves: reading.moves.filter((other) => other !== move) }),
  );
  const earning = decisive ?? heardNow(reading).findLast(isQuestion);
  if (earning === undefined) return undefined;
  const { type, topic } = earning;
  return topic === undefined ? { type } : { type, topic };
}

/** Buyers in the order in which they get to tell: those named, then as the scenario has them. */
function tellers(bundle: ScenarioBundle, before: string[]): Persona[] {
  const rank = ({ id }: Persona) => (before.includes(id) ? before.indexOf(id) : before.length);
  return bundle.personas.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Facts earned by this turn's moves at the meters after them. Each is recorded with the message and the move that earned
 * it. What is earned is told in the same turn, so no more buyers open up than can speak besides those on the `floor`, the
 * `owner` of the question before others; the rest will when asked again.
 */
export function unlock(
  bundle: ScenarioBundle,
  state: ConversationState,
  { messageId, floor, owner, seats }: { messageId: string; floor: string[]; owner: string | undefined; seats: number },
): { state: ConversationState; unlocked: Held[] } {
  const unlocked: Held[] = [];
  const taken = new Set(floor);
  let next = state;
  for (const persona of tellers(bundle, owner === undefined ? floor : [...floor, owner])) {
    const buyer = buyerOf(state, persona.id);
    const reading = readingOf(bundle, state, persona.id);
    const sealed = persona.sealedFacts.filter(({ id }) => !isTold(buyer, id));
    const hasSeat = taken.has(persona.id) || taken.size < seats;
    const earned = hasSeat ? sealed.filter((fact) => evaluate(fact.unlock, reading)) : [];
    if (earned.length > 0) taken.add(persona.id);
    const reachable = { ...buyer.reachable };
    for (const fact of sealed) {
      if (reachable[fact.id] === undefined && evaluate(fact.unlock, reading, true)) reachable[fact.id] = state.turn;
    }
    unlocked.push(...earned.map(({ id }) => ({ buyerId: persona.id, factId: id })));
    next = withBuyer(next, persona.id, (old) => ({
      ...old,
      reachable,
      unlocked: [
        ...old.unlocked,
        ...earned.map((fact) => {
          const move = earningMove(fact, reading);
          return { factId: fact.id, turn: state.turn, messageId, ...(move && { move }) };
        }),
      ],
    }));
  }
  return { state: next, unlocked };
}

interface Hint {
  factId: string;
  line: string;
}

/** Each approved line is said once, so a fact runs out of hints, never out of ways to be earned. */
function hintOf(persona: Persona, state: ConversationState, fact: SealedFact): Hint | null {
  const said = buyerOf(state, persona.id).hinted.filter(({ factId }) => factId === fact.id).length;
  const line = fact.breadcrumbs[said];
  return line === undefined ? null : { factId: fact.id, line };
}

/**
 * The hint this turn's moves have earned from a buyer, if any: a good question on a sealed fact's topic with trust at
 * most 10 short, or on a topic it hints at once that topic is told; or an answer to an acknowledged objection whose
 * concern is still hidden though trust would do.
 */
export function breadcrumb(
  bundle: ScenarioBundle,
  state: ConversationState,
  persona: Persona,
  played: PlayedMove[],
): Hint | null {
  if (played.some(isShock)) return null;
  const buyer = buyerOf(state, persona.id);
  const { trust } = buyer.meters;
  const sealed = persona.sealedFacts.filter(({ id }) => !isTold(buyer, id));
  const told = toldBy(persona, buyer).map(({ fact }) => fact.topic);
  const heard = heardNow(readingOf(bundle, state, persona.id));
  const asked = heard.filter(({ type }) => type === "ask_open" || type === "probe").map(({ topic }) => topic);
  for (const fact of sealed) {
    if (trust < (trustAsked(fact.unlock) ?? 0) - nearMiss) continue;
    const near = fact.hintTopics?.some((topic) => asked.includes(topic) && told.includes(topic)) ?? false;
    const hint = near || asked.includes(fact.topic) ? hintOf(persona, state, fact) : null;
    if (hint !== null) return hint;
  }
  for (const objection of persona.objections) {
    const fact = sealed.find(({ id }) => id === objection.factId);
    const answered = heard.some((move) => move.objectionId === objection.id && move.quality === "acknowledged_only");
    if (fact !== undefined && answered && trust >= (trustAsked(fact.unlock) ?? 0)) return hintOf(persona, state, fact);
  }
  return null;
}

import type { Persona, ScenarioBundle, SealedFact } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import { buyerOf, isTold, toldBy, withBuyer } from "./cast";
import { evaluate, heardNow, readingOf, trustAsked } from "./conditions";
import { isShock } from "./meters";

export interface Held {
  buyerId: string;
  factId: string;
}

/** How far below the trust it takes a good question still draws a hint. */
const nearMiss = 10;

/** Facts earned by this turn's moves at the meters after them. Each is recorded with the message that earned it. */
export function unlock(
  bundle: ScenarioBundle,
  state: ConversationState,
  messageId: string,
): { state: ConversationState; unlocked: Held[] } {
  const unlocked: Held[] = [];
  let next = state;
  for (const persona of bundle.personas) {
    const buyer = buyerOf(state, persona.id);
    const reading = readingOf(bundle, state, persona.id);
    const sealed = persona.sealedFacts.filter(({ id }) => !isTold(buyer, id));
    const earned = sealed.filter((fact) => evaluate(fact.unlock, reading)).map(({ id }) => id);
    const reachable = { ...buyer.reachable };
    for (const fact of sealed) {
      if (reachable[fact.id] === undefined && evaluate(fact.unlock, reading, true)) reachable[fact.id] = state.turn;
    }
    unlocked.push(...earned.map((factId) => ({ buyerId: persona.id, factId })));
    next = withBuyer(next, persona.id, (old) => ({
      ...old,
      reachable,
      unlocked: [...old.unlocked, ...earned.map((factId) => ({ factId, turn: state.turn, messageId }))],
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

import type { Objection, Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { BuyerState, ConversationState } from "@/lib/contracts/state";
import { buyerOf, isTold, personaOf, withBuyer } from "./cast";
import { evaluate, readingOf } from "./conditions";
import { findObjection } from "./qualify";

export interface Raised {
  buyerId: string;
  objectionId: string;
  /** heard before: it comes back because the trainee asked too early */
  returned: boolean;
}

type ObjectionState = BuyerState["objections"][string];

const wordings = 3;

function withObjection(
  state: ConversationState,
  buyerId: string,
  objectionId: string,
  change: Partial<ObjectionState>,
): ConversationState {
  return withBuyer(state, buyerId, (buyer) => {
    const old = buyer.objections[objectionId] ?? { status: "dormant", heard: 0 };
    return { ...buyer, objections: { ...buyer.objections, [objectionId]: { ...old, ...change } } };
  });
}

const substance = ["make_claim", "present_value", "quote_price", "offer_discount", "propose_next_step"];

/** The answer is about what the concern needs: by its own topic, or by what is offered in the same message. */
function isToThePoint(objection: Objection, answer: PlayedMove, played: PlayedMove[]): boolean {
  const about = ({ topic }: PlayedMove) => topic !== undefined && objection.answerTopics.includes(topic);
  return about(answer) || played.some((move) => substance.includes(move.type) && about(move));
}

function isAnswer(objection: Objection, move: PlayedMove): boolean {
  if (!(objection.answerTypes ?? ["address_objection"]).includes(move.type)) return false;
  if (move.type === "address_objection") return move.objectionId === objection.id && move.quality === "concern_known";
  return move.quality !== "vague";
}

function settles(
  bundle: ScenarioBundle,
  state: ConversationState,
  before: ConversationState,
  persona: Persona,
  objection: Objection,
  played: PlayedMove[],
): boolean {
  const { status, acknowledgedTurn } = buyerOf(state, persona.id).objections[objection.id] ?? {};
  if (status !== "open" || acknowledgedTurn === undefined) return false;
  if (objection.factId !== undefined && !isTold(buyerOf(before, persona.id), objection.factId)) return false;
  const reading = readingOf(bundle, state, persona.id);
  if (objection.resolveWhen !== undefined && !evaluate(objection.resolveWhen, reading)) return false;
  return played.some((move) => isAnswer(objection, move) && isToThePoint(objection, move, played));
}

/**
 * Acknowledgements and answers of this turn, in their order. An objection is resolved when it was acknowledged, then the
 * fact behind it told in an earlier turn, then answered to the point. Influence of one buyer on another is applied here.
 */
export function answerObjections(
  bundle: ScenarioBundle,
  before: ConversationState,
  state: ConversationState,
  played: PlayedMove[],
): { state: ConversationState; resolved: Raised[] } {
  const { turn } = state;
  let next = state;
  for (const move of played) {
    const found = move.objectionId === undefined ? null : findObjection(bundle, next, move.objectionId);
    if (found === null || found.status.status === "dormant") continue;
    const { persona, objection } = found;
    if (move.type === "acknowledge") {
      const acknowledgedTurn = found.status.acknowledgedTurn ?? turn;
      next = withObjection(next, persona.id, objection.id, { acknowledgedTurn });
    } else if (move.type === "address_objection") {
      next = withObjection(next, persona.id, objection.id, { answeredTurn: found.status.answeredTurn ?? turn });
    }
  }
  const resolved: Raised[] = [];
  for (const persona of bundle.personas) {
    for (const objection of persona.objections) {
      if (!settles(bundle, next, before, persona, objection, played)) continue;
      next = withObjection(next, persona.id, objection.id, { status: "resolved", resolvedTurn: turn });
      resolved.push({ buyerId: persona.id, objectionId: objection.id, returned: false });
      next = influence(bundle, next, persona, objection.id);
    }
  }
  return { state: next, resolved };
}

/** What settling an objection of one buyer does to the others; who has words for it will say so. */
function influence(
  bundle: ScenarioBundle,
  state: ConversationState,
  persona: Persona,
  objectionId: string,
): ConversationState {
  let next = state;
  for (const effect of persona.influence ?? []) {
    if (effect.objectionId !== objectionId || next.buyers[effect.on] === undefined) continue;
    next = withBuyer(next, effect.on, (buyer) => {
      const value = Math.min(100, Math.max(0, buyer.meters[effect.meter] + effect.by));
      const meters = { ...buyer.meters, [effect.meter]: value };
      const hasWords = personaOf(bundle, effect.on).convinced?.some(({ by }) => by === persona.id) === true;
      if (!hasWords) return { ...buyer, meters };
      const news = { by: persona.id, objectionId, turn: state.turn, said: false };
      return { ...buyer, meters, moved: [...(buyer.moved ?? []), news] };
    });
  }
  return next;
}

function inOrder(bundle: ScenarioBundle): { persona: Persona; objection: Objection }[] {
  const all = bundle.personas.flatMap((persona) => persona.objections.map((objection) => ({ persona, objection })));
  const order = bundle.scenario.objectionOrder ?? [];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return all.toSorted((a, b) => rank(a.objection.id) - rank(b.objection.id));
}

function hear(state: ConversationState, buyerId: string, objectionId: string): ConversationState {
  const { heard = 0, raisedTurn = state.turn } = buyerOf(state, buyerId).objections[objectionId] ?? {};
  return withObjection(state, buyerId, objectionId, { status: "open", heard: heard + 1, raisedTurn });
}

/** The oldest open objection comes back when the trainee asks too early, as long as it has a wording left. */
function returnOldest(
  bundle: ScenarioBundle,
  state: ConversationState,
  maySpeak: (buyerId: string) => boolean,
): Raised | null {
  const open = inOrder(bundle)
    .filter(({ persona }) => maySpeak(persona.id))
    .map(({ persona, objection }) => ({
      buyerId: persona.id,
      objectionId: objection.id,
      now: buyerOf(state, persona.id).objections[objection.id],
    }))
    .filter(({ now }) => now?.status === "open" && now.heard < wordings)
    .toSorted((a, b) => (a.now?.raisedTurn ?? 0) - (b.now?.raisedTurn ?? 0));
  const oldest = open[0];
  return oldest === undefined ? null : { buyerId: oldest.buyerId, objectionId: oldest.objectionId, returned: true };
}

/**
 * At most one objection a turn, of a buyer who `maySpeak`: an early ask brings back the oldest open one, else the first
 * whose time has come.
 */
export function raiseObjection(
  bundle: ScenarioBundle,
  state: ConversationState,
  played: PlayedMove[],
  maySpeak: (buyerId: string) => boolean,
): { state: ConversationState; raised: Raised | null } {
  const early = played.some((move) => move.type === "ask_commitment" && move.quality === "early");
  const back = early ? returnOldest(bundle, state, maySpeak) : null;
  if (back !== null) return { state: hear(state, back.buyerId, back.objectionId), raised: back };
  const due = inOrder(bundle).find(
    ({ persona, objection }) =>
      maySpeak(persona.id) &&
      buyerOf(state, persona.id).objections[objection.id]?.status === "dormant" &&
      evaluate(objection.raiseWhen, readingOf(bundle, state, persona.id)),
  );
  if (due === undefined) return { state, raised: null };
  const raised = { buyerId: due.persona.id, objectionId: due.objection.id, returned: false };
  return { state: hear(state, raised.buyerId, raised.objectionId), raised };
}

import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move, PlayedMove } from "@/lib/contracts/moves";
import type { BuyerState, ConversationState } from "@/lib/contracts/state";
import type { Quality } from "@/lib/contracts/vocabulary";
import { buyerOf, closeThreshold, hasOpenObjection, isTold, leadOf, personaOf, toldBy } from "./cast";
import { passedTo } from "./passing";

/** Where an objection stands, with the buyer who holds it. */
export function findObjection(bundle: ScenarioBundle, state: ConversationState, objectionId: string) {
  for (const persona of bundle.personas) {
    const objection = persona.objections.find(({ id }) => id === objectionId);
    const status: BuyerState["objections"][string] | undefined = buyerOf(state, persona.id).objections[objectionId];
    if (objection !== undefined && status !== undefined) return { persona, objection, status };
  }
  return null;
}

/** A move that names no objection means the one open objection it can mean, if there is just one. */
function meantObjection(bundle: ScenarioBundle, state: ConversationState, move: Move): string | undefined {
  if (move.objectionId !== undefined) return move.objectionId;
  if (move.type !== "acknowledge" && move.type !== "address_objection") return undefined;
  const open = bundle.personas.flatMap((persona) =>
    persona.objections.filter(({ id }) => buyerOf(state, persona.id).objections[id]?.status === "open"),
  );
  const about = open.filter(
    ({ topic, answerTopics }) =>
      move.topic !== undefined && (topic === move.topic || answerTopics.includes(move.topic)),
  );
  if (about.length === 1) return about[0]?.id;
  return move.topic === undefined && open.length === 1 ? open[0]?.id : undefined;
}

function answerQuality(
  bundle: ScenarioBundle,
  state: ConversationState,
  objectionId: string | undefined,
  earlier: PlayedMove[],
): Quality {
  const found = objectionId === undefined ? null : findObjection(bundle, state, objectionId);
  if (found === null) return "neither";
  const now = earlier.some((move) => move.type === "acknowledge" && move.objectionId === objectionId);
  if (found.status.acknowledgedTurn === undefined && !now) return "neither";
  const { factId } = found.objection;
  const known = factId === undefined || isTold(buyerOf(state, found.persona.id), factId);
  return known ? "concern_known" : "acknowledged_only";
}

function isLinked(bundle: ScenarioBundle, state: ConversationState, topic: string | undefined): boolean {
  if (topic === undefined) return false;
  return bundle.personas.some((persona) =>
    toldBy(persona, buyerOf(state, persona.id)).some(({ fact }) => fact.topic === topic),
  );
}

function isLinkedValue(move: PlayedMove): boolean {
  return move.type === "present_value" && move.quality === "linked";
}

function isReady(bundle: ScenarioBundle, state: ConversationState): boolean {
  const { interest } = buyerOf(state, leadOf(bundle).id).meters;
  return interest >= closeThreshold(bundle, state) && !hasOpenObjection(state);
}

function qualityOf(
  bundle: ScenarioBundle,
  state: ConversationState,
  move: Move,
  earlier: PlayedMove[],
): Quality | undefined {
  switch (move.type) {
    case "present_value":
      return isLinked(bundle, state, move.topic) ? "linked" : "blind";
    case "make_claim":
      return move.verdict ?? "not_in_knowledge";
    case "quote_price":
      return state.moves.some(isLinkedValue) || earlier.some(isLinkedValue) ? "in_order" : "early";
    case "offer_discount":
      return move.condition === undefined ? "bare" : "traded";
    case "address_objection":
      return answerQuality(bundle, state, move.objectionId, earlier);
    case "ask_commitment":
      return isReady(bundle, state) ? "ready" : "early";
    case "propose_next_step":
      return move.dated === true ? "dated" : "vague";
    default:
      return undefined;
  }
}

/**
 * Moves as they count: how well each was made, judged by the state before the turn and the moves before it in the same
 * message. Whatever quality the perception carries is not looked at.
 */
export function qualify(
  bundle: ScenarioBundle,
  before: ConversationState,
  moves: Move[],
  { turn, messageId }: { turn: number; messageId: string },
): PlayedMove[] {
  const played: PlayedMove[] = [];
  const known = new Set(bundle.personas.map(({ id }) => id));
  for (const move of moves) {
    const objectionId = meantObjection(bundle, before, move);
    const addressee = move.addressee !== undefined && known.has(move.addressee) ? move.addressee : undefined;
    const meant: Move = { ...move, objectionId, addressee };
    played.push({ ...meant, turn, messageId, quality: qualityOf(bundle, before, meant, played) });
  }
  return played;
}

/** Whether a buyer is spoken to by a move, alone, among all, or because the one asked leaves the question to it. */
export function isFor(bundle: ScenarioBundle, move: PlayedMove, buyerId: string): boolean {
  if (move.addressee === undefined || passedTo(bundle, move) === buyerId) return true;
  return personaOf(bundle, move.addressee).id === buyerId;
}

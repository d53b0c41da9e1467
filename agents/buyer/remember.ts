import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { PromiseKind, PromiseMade, Relationship } from "@/lib/contracts/memory";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import type { MoveType } from "@/lib/contracts/vocabulary";
import { buyerOf, toldBy } from "./cast";

const day = 86_400_000;
/** A memory is kept for this long after the talk it comes from; then nobody reads it, and upkeep deletes it. */
export const rememberedDays = 180;
/** After this long a buyer knows that figures and dates were named, and no longer which. */
export const sharpDays = 30;

/** The part of a message that a quote is taken from. */
type Said = Pick<Message, "id" | "number" | "text">;

const mostPromises = 12;
const mostQuoted = 200;

const kinds: Partial<Record<MoveType, PromiseKind>> = {
  quote_price: "price",
  offer_discount: "discount",
  propose_next_step: "step",
  make_claim: "claim",
};

/** A step without a date, or a claim the published sheet says nothing of, is nothing a buyer could come back to. */
function kindOf(move: PlayedMove): PromiseKind | undefined {
  if (move.type === "propose_next_step" && move.date === undefined) return undefined;
  if (move.type === "make_claim" && move.quality !== "supported" && move.quality !== "contradicted") return undefined;
  return kinds[move.type];
}

function promiseOf(move: PlayedMove, messages: Said[]): PromiseMade[] {
  const kind = kindOf(move);
  const message = messages.find(({ id }) => id === move.messageId);
  if (kind === undefined || message === undefined) return [];
  const quote = message.text.slice(move.span.start, move.span.end).slice(0, mostQuoted);
  if (quote.trim() === "") return [];
  const { topic, amount, percent, date, quality } = move;
  return [{ kind, quote, messageNumber: message.number, topic, amount, percent, date, quality }];
}

/** Two promises are one when they promise the same; the later words stand. */
const sameness = ({ kind, topic, amount, percent, date }: PromiseMade) =>
  JSON.stringify(kind === "claim" ? [kind, topic] : [kind, amount, percent, date]);

function promisesOf(state: ConversationState, messages: Said[]): PromiseMade[] {
  const byMeaning = new Map<string, PromiseMade>();
  for (const promise of state.moves.flatMap((move) => promiseOf(move, messages))) {
    byMeaning.delete(sameness(promise));
    byMeaning.set(sameness(promise), promise);
  }
  return [...byMeaning.values()].slice(-mostPromises);
}

function openObjections(persona: Persona, state: ConversationState): Relationship["open"] {
  return persona.objections.flatMap(({ id, surface }) => {
    const now = buyerOf(state, persona.id).objections[id];
    const said = now?.status === "open" ? surface[Math.min(now.heard, surface.length) - 1] : undefined;
    return said === undefined ? [] : [{ objectionId: id, surface: said }];
  });
}

/**
 * What each buyer takes away from a talk that has ended: facts it told, what the trainee undertook before everybody, objections
 * left open, and how it stood to the trainee. Pure. Nothing when not a word was exchanged.
 */
export function remember(
  bundle: ScenarioBundle,
  state: ConversationState,
  messages: Said[],
  { sourceSessionId, endedAt }: { sourceSessionId: string; endedAt: Date },
): Omit<Relationship, "id">[] {
  const { outcome, endReason } = state;
  if (outcome === null || state.turn === 0) return [];
  const promises = promisesOf(state, messages);
  return bundle.personas.map((persona) => {
    const buyer = buyerOf(state, persona.id);
    return {
      sourceSessionId,
      scenarioTitle: bundle.scenario.title,
      buyerId: persona.id,
      buyerName: persona.name,
      endedAt: endedAt.toISOString(),
      outcome,
      endReason,
      told: toldBy(persona, buyer).map(({ fact }) => ({ factId: fact.id, text: fact.text })),
      promises,
      open: openObjections(persona, state),
      trust: buyer.meters.trust,
      interest: buyer.meters.interest,
      expiresAt: new Date(endedAt.getTime() + rememberedDays * day).toISOString(),
    };
  });
}

/** A memory as it is at this time: sharp for thirty days, after that without the figures and dates of its promises. */
export function fade(relationship: Relationship, now: Date): Relationship {
  if (now.getTime() - Date.parse(relationship.endedAt) < sharpDays * day) return relationship;
  const promises = relationship.promises.map(({ amount: _sum, percent: _share, date: _day, ...rest }) => rest);
  return { ...relationship, promises, faded: true };
}

import { chooseAnswer } from "./answer";
import { buyerOf, leadOf, personaOf } from "./cast";
import { isQuestion, isShock } from "./meters";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { meters } from "@/lib/contracts/vocabulary";
import { contradictionOf, convictionOf } from "./relations";
import type { Deferral, TurnRecord } from "./record";

/** Most buyers who speak in one turn. */
export const maxSpeakers = 2;

/** turns with nobody named that a buyer sits through before it takes the floor unasked */
export const silentTurns = 3;

function ownerOf(bundle: ScenarioBundle, topic: string | undefined): string | undefined {
  if (topic === undefined) return undefined;
  return bundle.personas.find(({ ownsTopics }) => ownsTopics?.includes(topic) === true)?.id;
}

/** The owner of what was asked last. */
export function ownerOfQuestion(bundle: ScenarioBundle, played: PlayedMove[]): string | undefined {
  return ownerOf(bundle, played.findLast((move) => isQuestion(move) && move.topic !== undefined)?.topic);
}

const answers: readonly PlayedMove["type"][] = ["address_objection", "acknowledge"];

/**
 * Who was spoken to: the one addressed by the last question, else by the last move, else the one whose objection was
 * answered; nobody when all were.
 */
function addressee(played: PlayedMove[]): string | undefined {
  const question = played.findLast((move) => isQuestion(move) && move.addressee !== undefined);
  const answered = played.findLast((move) => answers.includes(move.type) && move.addressee !== undefined);
  return (question ?? played.at(-1))?.addressee ?? answered?.addressee;
}

/**
 * Who has to have the floor by what the trainee said, before anything is told or objected: whoever ends the talk, else
 * the one addressed and whoever that one leaves the question to.
 */
export function called(
  played: PlayedMove[],
  { deferral, passed, endedBy }: { deferral: Deferral | null; passed: string | undefined; endedBy: string | undefined },
): string[] {
  if (endedBy !== undefined) return [endedBy];
  if (deferral !== null) return [deferral.from, deferral.to];
  const named = passed ?? addressee(played);
  return named === undefined ? [] : [named];
}

/** Turns with nobody named since this buyer last spoke, the present one included. */
function waited(state: ConversationState, buyerId: string): number {
  const since = buyerOf(state, buyerId).lastSpoke ?? 0;
  const named = new Set(state.moves.filter(({ addressee: to }) => to !== undefined).map(({ turn }) => turn));
  return Array.from({ length: state.turn - since }, (_, at) => since + at + 1).filter((turn) => !named.has(turn))
    .length;
}

/** The buyer who has waited longest, if too long; the first of the scenario among equals. */
function longestSilent(bundle: ScenarioBundle, state: ConversationState, besides?: string): string | undefined {
  const others = bundle.personas.filter(({ id }) => id !== besides);
  const waits = others.map(({ id }) => ({ id, turns: waited(state, id) }));
  const longest = waits.toSorted((a, b) => b.turns - a.turns)[0];
  return longest !== undefined && longest.turns >= silentTurns ? longest.id : undefined;
}

/** Who lost most by something that hit everybody; the first of the scenario among equals. */
function mostProvoked({ bundle, before, after, played }: TurnRecord): string | undefined {
  if (!played.some(isShock)) return undefined;
  const losses = bundle.personas.map(({ id }) => {
    const [was, is] = [buyerOf(before, id).meters, buyerOf(after, id).meters];
    return { id, lost: meters.reduce((sum, meter) => sum + Math.max(0, was[meter] - is[meter]), 0) };
  });
  return losses.toSorted((a, b) => b.lost - a.lost)[0]?.id;
}

/** With nobody named, who answers before others object: the one with a fact to tell, or the owner of what was asked. */
function answerer(record: TurnRecord): string | undefined {
  const owner = ownerOfQuestion(record.bundle, record.played);
  const tellers = record.unlocked.map(({ buyerId }) => buyerId);
  return owner === undefined || (tellers.length > 0 && !tellers.includes(owner)) ? tellers[0] : owner;
}

const small: readonly PlayedMove["type"][] = ["greet", "build_rapport", "filler", "off_topic"];

function first(record: TurnRecord): string {
  const { bundle, after, played, ending, deferral, raised, asksPrice } = record;
  const lead = leadOf(bundle).id;
  if (ending !== null) return ending.buyerId;
  if (deferral !== null) return deferral.from;
  // Asked again what it leaves to a colleague, with nothing new to say about that: the colleague just answers.
  const addressed = record.passed ?? addressee(played);
  if (addressed !== undefined) return addressed;
  const answering = answerer(record);
  if (answering !== undefined) return answering;
  if (raised !== null) return raised.buyerId;
  if (asksPrice) return lead;
  const topical = played.findLast(({ topic }) => topic !== undefined);
  const concerned = ownerOf(bundle, topical?.topic) ?? mostProvoked(record);
  if (concerned !== undefined) return concerned;
  const idle = played.every(({ type, topic }) => topic === undefined && small.includes(type));
  return (idle ? longestSilent(bundle, after) : undefined) ?? lead;
}

/** Answers that leave a colleague nothing to disagree with. */
const beyondDispute = new Set(["tell", "breadcrumb", "defer", "deflect", "repair"]);
const ownReactions = new Set([
  "pressure",
  "disparage",
  "unprofessional",
  "break_role",
  "too_long",
  "greeting",
  "filler",
]);

/** Whether what the first speaker is about to say is something a colleague can take issue with. */
export function isDisputable(record: TurnRecord, speakerId: string): boolean {
  const { answer } = chooseAnswer(record, personaOf(record.bundle, speakerId));
  if (answer === null) return true;
  return answer.kind === "react" ? !ownReactions.has(answer.to) : !beyondDispute.has(answer.kind);
}

/** Who may join a first speaker unasked, the weightiest first. */
function joiners(record: TurnRecord, primary: string): (string | undefined)[] {
  const { bundle, after, played, asksPrice } = record;
  const claim = played.find((move) => move.type === "make_claim" && move.addressee !== undefined);
  const others = bundle.personas.filter(({ id }) => id !== primary);
  const disputable = isDisputable(record, primary);
  const disagrees = disputable ? others.find((one) => contradictionOf(record, one, primary) !== null) : undefined;
  const moved = others.find((one) => (convictionOf(record, one)?.turn ?? -1) === after.turn);
  const silent = addressee(played) === undefined ? longestSilent(bundle, after, primary) : undefined;
  return [
    asksPrice ? leadOf(bundle).id : undefined,
    ownerOf(bundle, claim?.topic),
    disagrees?.id,
    moved?.id,
    played.some(isShock) ? undefined : silent,
  ];
}

/**
 * Who speaks, in order, at most two. First: whoever ends the talk; the one addressed by name; who objects or asks for the
 * price; the owner of the topic; the most provoked; the longest silent; else the first of the scenario. A second voice
 * joins when it has something that must be said (a question left to it, a fact just earned, an objection), to ask for the
 * price, when a claim was made to another on a topic of its own, to contradict, to say it is convinced, or because it has
 * sat silent too long.
 */
export function speakers(record: TurnRecord): string[] {
  const { deferral, unlocked, raised, ending } = record;
  const due = [
    ...(ending !== null || deferral === null ? [] : [deferral.from, deferral.to]),
    ...unlocked.map(({ buyerId }) => buyerId),
    ...(ending !== null || raised === null ? [] : [raised.buyerId]),
  ];
  const must = [...new Set(due)];
  const wanted = first(record);
  const primary = must.length < maxSpeakers || must.includes(wanted) ? wanted : (must[0] ?? wanted);
  const order = [primary, ...must];
  if (ending === null && new Set(order).size < maxSpeakers) {
    order.push(...joiners(record, primary).filter((id) => id !== undefined));
  }
  const both = [...new Set(order)].slice(0, maxSpeakers);
  // Who closes the talk has the last word.
  return ending === null ? both : both.toReversed();
}

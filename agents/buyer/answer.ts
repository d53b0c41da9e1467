import type { Persona } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ReplyPlan } from "@/lib/contracts/state";
import { buyerOf, toldBy } from "./cast";
import { breadcrumb } from "./disclosure";
import { isQuestion, isShock } from "./meters";
import { isFor } from "./qualify";
import { recallPrice } from "./recall";
import type { TurnRecord } from "./record";

export type Answer = NonNullable<ReplyPlan["answer"]>;
export type Reaction = Extract<Answer, { kind: "react" }>["to"];

/** A message longer than this is interrupted: words, or characters in Chinese. */
const longMessage = { en: 80, "zh-CN": 133 } as const;

const offers = ["present_value", "make_claim", "quote_price", "offer_discount", "address_objection"];

/** What this buyer heard in the turn, spoken to alone or among all; for a second voice, claims on its own topics. */
export function heardBy(record: TurnRecord, persona: Persona): PlayedMove[] {
  const own = (move: PlayedMove) =>
    move.type === "make_claim" && move.topic !== undefined && persona.ownsTopics?.includes(move.topic) === true;
  return record.played.filter((move) => isFor(record.bundle, move, persona.id) || own(move) || isShock(move));
}

/**
 * The question to answer: the last one on a topic, else the last. A closed question after an offer, an answer or a
 * summary asks how that went down, and the reaction to it is the answer.
 */
export function questionOf(heard: PlayedMove[]): PlayedMove | undefined {
  const questions = heard.filter(isQuestion);
  const asked = questions.findLast(({ topic }) => topic !== undefined) ?? questions.at(-1);
  if (asked?.type !== "ask_closed") return asked;
  const offered = heard.filter((move) => offers.includes(move.type));
  const checksIn = offered.some(({ topic }) => asked.topic === undefined || topic === asked.topic);
  const answered = heard.some(({ type }) => type === "address_objection" || type === "summarise");
  return checksIn || answered ? undefined : asked;
}

function isTooLong({ after, words, text }: TurnRecord): boolean {
  const long = after.locale === "zh-CN" ? [...text.matchAll(/\p{Script=Han}/gu)].length : words;
  return long > longMessage[after.locale];
}

const shockReactions = {
  unprofessional: "unprofessional",
  pressure: "pressure",
  disparage: "disparage",
  make_claim: "claim",
} as const;

const reactions: [type: PlayedMove["type"], quality: PlayedMove["quality"], to: Reaction][] = [
  ["address_objection", undefined, "addressed"],
  ["offer_discount", "traded", "discount_traded"],
  ["offer_discount", "bare", "discount_bare"],
  ["quote_price", undefined, "price"],
  ["present_value", "linked", "value_linked"],
  ["present_value", "blind", "value_blind"],
  ["make_claim", undefined, "claim"],
  ["propose_next_step", "vague", "next_step_vague"],
  ["summarise", undefined, "summary"],
  ["off_topic", undefined, "off_topic"],
  ["set_agenda", undefined, "greeting"],
  ["build_rapport", undefined, "rapport"],
  ["greet", undefined, "greeting"],
];

function reactionTo(heard: PlayedMove[]): Reaction | null {
  const found = reactions.find(([type, quality]) =>
    heard.some((move) => move.type === type && (quality === undefined || move.quality === quality)),
  );
  return found?.[2] ?? null;
}

/** An answer from what is public, in the form of the question; told facts are returned to, sealed ones never touched. */
function answerQuestion(record: TurnRecord, persona: Persona, asked: PlayedMove): Answer {
  const { topic } = asked;
  if (topic === undefined) return { kind: "repair" };
  const form = asked.type === "ask_closed" ? "closed" : "open";
  const told = toldBy(persona, buyerOf(record.after, persona.id)).findLast(({ fact }) => fact.topic === topic);
  if (told !== undefined) return { kind: "again", factId: told.fact.id };
  const known = persona.topicAnswers.some((answer) => answer.topic === topic);
  return known ? { kind: "public", topic, form } : { kind: "deflect", topic };
}

function isVague(move: PlayedMove): boolean {
  return move.type === "filler" || (isQuestion(move) && move.topic === undefined);
}

function wasLost(record: TurnRecord): boolean {
  const last = record.before.moves.filter(({ turn }) => turn === record.before.turn);
  return record.before.turn > 0 && last.every(isVague);
}

/** A hint in the last turn and an objection now: a second hint before it would be lost. */
function isCrowded({ before, raised }: TurnRecord, persona: Persona): boolean {
  return raised?.buyerId === persona.id && buyerOf(before, persona.id).hinted.some(({ turn }) => turn === before.turn);
}

/**
 * What a buyer answers, and the fact hinted at if it is a hint. Facts earned come first and are always told; then what
 * cannot be passed over (insult, pressure, talk to the software); then the question; then the reaction to the rest.
 */
export function chooseAnswer(record: TurnRecord, persona: Persona): { answer: Answer | null; hinted?: string } {
  const heard = heardBy(record, persona);
  const factIds = record.unlocked.filter(({ buyerId }) => buyerId === persona.id).map(({ factId }) => factId);
  if (factIds.length > 0) return { answer: { kind: "tell", factIds } };
  for (const type of ["unprofessional", "pressure", "disparage", "make_claim"] as const) {
    if (heard.some((move) => move.type === type && isShock(move))) {
      return { answer: { kind: "react", to: shockReactions[type] } };
    }
  }
  if (heard.some(({ type }) => type === "break_role")) return { answer: { kind: "react", to: "break_role" } };
  if (isTooLong(record)) return { answer: { kind: "react", to: "too_long" } };
  const hint = isCrowded(record, persona) ? null : breadcrumb(record.bundle, record.after, persona, heard);
  if (hint !== null) return { answer: { kind: "breadcrumb", line: hint.line }, hinted: hint.factId };
  const asked = questionOf(heard);
  const { deferral } = record;
  if (deferral?.from === persona.id && asked?.topic === deferral.topic) {
    return { answer: { kind: "defer", to: deferral.to, topic: deferral.topic, line: deferral.line } };
  }
  const reaction = reactionTo(heard);
  if (asked?.topic !== undefined) return { answer: answerQuestion(record, persona, asked) };
  if (asked !== undefined && asked.type !== "ask_closed" && reaction === null) {
    return { answer: wasLost(record) ? { kind: "deflect" } : { kind: "repair" } };
  }
  const price = reaction === "price" ? recallPrice(record, persona) : null;
  if (price !== null) return { answer: price };
  if (reaction !== null) return { answer: { kind: "react", to: reaction } };
  if (asked !== undefined) return { answer: { kind: "deflect" } };
  if (heard.some(({ type }) => type === "filler")) return { answer: { kind: "react", to: "filler" } };
  if (heard.length === 0 && record.played.length === 0) {
    return { answer: wasLost(record) ? { kind: "react", to: "filler" } : { kind: "repair" } };
  }
  return { answer: null };
}

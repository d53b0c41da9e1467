import type { Persona } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ReplyPlan } from "@/lib/contracts/state";
import type { Answer } from "./answer";
import { buyerOf, leadOf, personaOf, toldBy } from "./cast";
import { isDue } from "./chance";
import { isShock } from "./meters";
import { recallLastTalk, recallPrice, recallPromise } from "./recall";
import type { TurnRecord } from "./record";
import { convictionOf } from "./relations";

export type Agenda = NonNullable<ReplyPlan["agenda"]>;

const pressedBelow = 25;
const pleasantFrom = 35;
/** below this a buyer has given up on proofs */
const proofFrom = 10;
const askBackEvery = 3;
const callbackEvery = 4;
/** turns after which a told fact may be returned to */
const callbackAfter = 2;

/** An objection raised or brought back this turn, in the wording of how often it was heard. */
function objectionAgenda({ raised, after, bundle }: TurnRecord, persona: Persona): Agenda | null {
  if (raised === null || raised.buyerId !== persona.id) return null;
  const objection = personaOf(bundle, persona.id).objections.find(({ id }) => id === raised.objectionId);
  const heard = buyerOf(after, persona.id).objections[raised.objectionId]?.heard ?? 1;
  const line = objection?.surface[Math.min(heard, 3) - 1];
  return line === undefined ? null : { kind: "objection", objectionId: raised.objectionId, line };
}

/** A rung of the ladder given now, or given before and not yet said because the floor was another's. */
function concessionAgenda({ after }: TurnRecord, persona: Persona): Agenda | null {
  const { concessions, offered } = buyerOf(after, persona.id);
  const concession = persona.concessions.find(({ id }) => concessions.includes(id) && offered?.includes(id) === false);
  return concession === undefined ? null : { kind: "concession", concessionId: concession.id, text: concession.text };
}

function timeAgenda({ before, after, bundle }: TurnRecord, persona: Persona): Agenda | null {
  const turnsLeft = bundle.scenario.maxTurns - after.turn;
  const was = buyerOf(before, persona.id).meters.patience;
  const is = buyerOf(after, persona.id).meters.patience;
  const runsThin = was >= pressedBelow && is < pressedBelow;
  return turnsLeft === 3 || runsThin ? { kind: "time", turnsLeft } : null;
}

function wantsProof(heard: PlayedMove[]): boolean {
  return heard.some(
    (move) =>
      move.type === "disparage" ||
      (move.type === "make_claim" && (move.quality === "not_in_knowledge" || move.quality === "contradicted")),
  );
}

/** Answers that already ask something, so that no reply asks twice. */
function asks(answer: Answer | null): boolean {
  if (answer === null) return false;
  // Having left the question to a colleague, or spoken against one, nobody asks a question of their own.
  if (answer.kind === "defer" || answer.kind === "contradict") return true;
  if (answer.kind === "repair" || answer.kind === "deflect") return true;
  return answer.kind === "react" && (answer.to === "too_long" || answer.to === "value_blind");
}

function callbackAgenda({ after }: TurnRecord, persona: Persona, answer: Answer | null, topic?: string): Agenda | null {
  if (!isDue(after.seed, after.turn, callbackEvery, `callback ${persona.id}`)) return null;
  if (answer?.kind === "tell" || answer?.kind === "again") return null;
  const told = toldBy(persona, buyerOf(after, persona.id)).filter(
    ({ fact, turn }) => after.turn - turn >= callbackAfter && fact.topic !== topic,
  );
  const chosen = told[after.turn % Math.max(1, told.length)];
  return chosen === undefined ? null : { kind: "callback", factId: chosen.fact.id };
}

/** What a buyer brings up unasked: at most one thing, the weightiest first. Nothing once the talk is ending. */
export function chooseAgenda(
  record: TurnRecord,
  persona: Persona,
  { answer, heard, topic }: { answer: Answer | null; heard: PlayedMove[]; topic?: string },
): Agenda | null {
  const { after, bundle } = record;
  if (record.ending !== null) return null;
  const objection = objectionAgenda(record, persona);
  if (objection !== null) return objection;
  const last = recallLastTalk(record, persona);
  if (last !== null) return last;
  const { trust, patience } = buyerOf(after, persona.id).meters;
  if (record.asksPrice && persona.id === leadOf(bundle).id) return { kind: "ask_price" };
  if (wantsProof(heard) && trust > proofFrom && !asks(answer)) return { kind: "ask_proof" };
  if (heard.some(isShock)) return null;
  const conviction = convictionOf(record, persona);
  if (conviction !== null) return { kind: "convinced", by: conviction.by, line: conviction.line };
  const weighty =
    concessionAgenda(record, persona) ??
    (answer?.kind === "recall" ? null : recallPrice(record, persona)) ??
    timeAgenda(record, persona);
  if (weighty !== null) return weighty;
  const promise = asks(answer) ? null : recallPromise(record, persona);
  if (promise !== null) return promise;
  const callback = callbackAgenda(record, persona, answer, topic);
  if (callback !== null) return callback;
  const silent = answer === null;
  const due = silent || isDue(after.seed, after.turn, askBackEvery, `ask back ${persona.id}`);
  if (!due || asks(answer) || patience < pleasantFrom) return null;
  return { kind: "ask_back", topic };
}

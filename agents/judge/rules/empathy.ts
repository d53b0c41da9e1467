import type { Intent } from "@/lib/contracts/vocabulary";
import type { Rule, Talk } from "../input";
import { absent, broken, clean, met, notApplicable } from "../reading";
import { lengthOf } from "../words";
import { quoteSpan } from "../evidence";

/** A concern is named in words of its own. A formula is perceived as filler, never as acknowledgement. */
export const ownWords: Rule = (talk) => {
  const named = talk.first("acknowledge", "empathise");
  if (named) return met(talk, talk.quote(named));
  const formula = talk.first("filler");
  return absent(talk, formula ? talk.quote(formula) : talk.raising());
};

const butPattern =
  /\b(i (?:totally |completely |fully )?(?:understand|hear you|see|get it|know)|i'm sorry)\b[^.!?]{0,40}[,;]?\s+but\b|(理解|明白|知道|懂)[^。！？]{0,14}[，,]\s*(但是|但|可是|不过)/iu;

/** No "I understand, but". */
export const noBut: Rule = (talk) => {
  const objections = Object.values(talk.state.buyers).flatMap((buyer) => Object.values(buyer.objections));
  for (const message of talk.trainee) {
    const hit = butPattern.exec(message.text);
    if (hit) return broken(talk, quoteSpan(message, { start: hit.index, end: hit.index + hit[0].length }));
  }
  return objections.some((objection) => objection.heard > 0) ? clean(talk) : notApplicable(talk);
};

const answersTo: Partial<Record<Intent, readonly string[]>> = {
  ask_price: ["quote_price", "offer_discount"],
  ask_proof: ["make_claim", "address_objection"],
  ask_benefit: ["present_value", "make_claim", "address_objection"],
};

function nextTrainee(talk: Talk, turn: number) {
  return talk.traineeTurn(turn + 1);
}

/** The buyer's question is answered in the next message. */
export const answers: Rule = (talk) => {
  const asked = talk.intents.filter((entry) => answersTo[entry.intent] && nextTrainee(talk, entry.turn));
  if (asked.length === 0) return notApplicable(talk);
  const unanswered = asked.find((entry) => {
    const wanted = answersTo[entry.intent] ?? [];
    return !talk.moves.some((move) => move.turn === entry.turn + 1 && wanted.includes(move.type));
  });
  const entry = unanswered ?? asked[0]!;
  const quotes = [
    ...talk.opening(talk.buyerTurn(entry.turn, entry.speakerId)),
    ...talk.opening(nextTrainee(talk, entry.turn)),
  ];
  return unanswered ? broken(talk, quotes) : met(talk, quotes);
};

/** At most 40 words (70 characters in Chinese) after the buyer presses for time. */
export const time: Rule = (talk) => {
  const limit = talk.locale === "zh-CN" ? 70 : 40;
  const pressed = talk.intents.filter((entry) => entry.intent === "press_for_time" && nextTrainee(talk, entry.turn));
  if (pressed.length === 0) return notApplicable(talk);
  const long = pressed.find((entry) => lengthOf(nextTrainee(talk, entry.turn)?.text ?? "", talk.locale) > limit);
  const quotes = talk.opening(nextTrainee(talk, (long ?? pressed[0]!).turn));
  return long ? broken(talk, quotes) : met(talk, quotes);
};

/** No pressure, nothing disparaging. */
export const noForce: Rule = (talk) => {
  const force = talk.first("pressure", "disparage", "unprofessional");
  return force ? broken(talk, talk.quote(force)) : clean(talk);
};

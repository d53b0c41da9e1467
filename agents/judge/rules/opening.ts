import type { Rule, Talk } from "../input";
import { absent, broken, clean, met, notApplicable } from "../reading";
import { say } from "../say";
import { asks, contentWords, overlap, sentences } from "../words";
import { quoteSpan } from "../evidence";

/** The purpose is stated by turn 2. */
export const reason: Rule = (talk) => {
  const agenda = talk.first("set_agenda");
  if (!agenda) return absent(talk, talk.opening(talk.trainee[0]));
  const quote = talk.quote(agenda, "sentence");
  return agenda.turn <= 2 ? met(talk, quote) : broken(talk, quote, say(talk.locale, "late", { turn: agenda.turn }));
};

/** A time or plan by turn 2, with a question for consent. The proof is the question. */
export const agenda: Rule = (talk) => {
  for (const move of talk.of("set_agenda").filter((candidate) => candidate.turn <= 2)) {
    const message = talk.message(move.messageId);
    const question =
      message &&
      sentences(message.text).find((s) => s.end > move.span.start && asks(message.text.slice(s.start, s.end)));
    if (message && question) return met(talk, quoteSpan(message, question));
  }
  const late = talk.first("set_agenda");
  if (late && late.turn > 2) return broken(talk, talk.quote(late), say(talk.locale, "late", { turn: late.turn }));
  return absent(talk, talk.opening(talk.trainee[0]));
};

function knownWords(talk: Talk): Set<string> {
  const known = [
    ...talk.bundle.scenario.known,
    ...talk.bundle.personas.flatMap((p) => p.publicFacts.map((f) => f.text)),
  ];
  return contentWords(known.join(" "));
}

/** Something public about the buyer is used by turn 3. */
export const brief: Rule = (talk) => {
  const known = knownWords(talk);
  for (const message of talk.trainee.filter((candidate) => candidate.turn <= 3))
    for (const span of sentences(message.text))
      if (overlap(contentWords(message.text.slice(span.start, span.end)), known) >= 3)
        return met(talk, quoteSpan(message, span));
  return absent(talk, talk.opening(talk.trainee[0]));
};

/** No offer before the buyer has answered once. */
export const noPitch: Rule = (talk) => {
  const pitch = talk.of("present_value", "quote_price", "offer_discount").find((move) => move.turn === 1);
  if (pitch) return broken(talk, talk.quote(pitch));
  const first = talk.trainee[0];
  return first ? met(talk, talk.opening(first)) : clean(talk);
};

/** Every buyer in the room is addressed by turn 5. */
export const room: Rule = (talk) => {
  const { personas } = talk.bundle;
  if (personas.length < 2) return notApplicable(talk);
  const quotes = personas.map((persona) => {
    for (const message of talk.trainee.filter((candidate) => candidate.turn <= 5)) {
      const at = persona.calledBy
        .map((name) => ({ name, start: message.text.indexOf(name) }))
        .find((hit) => hit.start >= 0);
      if (at) return quoteSpan(message, { start: at.start, end: at.start + at.name.length });
    }
    return [];
  });
  return quotes.every((quote) => quote.length > 0) ? met(talk, quotes.flat()) : absent(talk, quotes.flat());
};

import type { Rule, Talk } from "../input";
import { absent, broken, met, notApplicable } from "../reading";
import { numbers } from "../words";

function traceable(talk: Talk): Set<string> {
  const told = talk.told().map((fact) => fact.text);
  const sheet = talk.bundle.scenario.sheet.passages.map((passage) => passage.text);
  return numbers([...told, ...sheet, ...talk.bundle.scenario.known, ...talk.bundle.scenario.offer].join(" "));
}

/** The first value names a told need. */
export const linked: Rule = (talk) => {
  const value = talk.first("present_value");
  if (!value) return notApplicable(talk);
  return value.quality === "linked" ? met(talk, talk.quote(value)) : broken(talk, talk.quote(value));
};

/** Value carries a number that is told or in the sheet. */
export const quantified: Rule = (talk) => {
  const values = talk.of("present_value");
  if (values.length === 0) return notApplicable(talk);
  const known = traceable(talk);
  for (const value of values) {
    const quote = talk.quote(value, "sentence");
    if (quote.some(({ quote: words }) => [...numbers(words)].some((n) => known.has(n)))) return met(talk, quote);
  }
  return absent(talk, talk.quote(values[0]!));
};

/** One claim is supported by the sheet. */
export const proof: Rule = (talk) => {
  const supported = talk.of("make_claim").find((move) => move.quality === "supported");
  if (supported) return met(talk, talk.quote(supported));
  const bare = talk.first("make_claim") ?? talk.first("present_value");
  return bare ? broken(talk, talk.quote(bare)) : notApplicable(talk);
};

/** The price follows linked value. */
export const priceAfter: Rule = (talk) => {
  const price = talk.first("quote_price");
  if (!price) return notApplicable(talk);
  return price.quality === "in_order" ? met(talk, talk.quote(price)) : broken(talk, talk.quote(price));
};

/** A reaction is asked for by the message after the value. */
export const checkIn: Rule = (talk) => {
  const value = talk.first("present_value");
  if (!value) return notApplicable(talk);
  const asked = talk
    .of("ask_open", "ask_closed", "probe", "ask_commitment")
    .find((move) => (move.turn === value.turn && move.span.start > value.span.start) || move.turn === value.turn + 1);
  return asked ? met(talk, talk.quote(asked)) : absent(talk, talk.quote(value));
};

import type { Rule } from "../input";
import { absent, broken, met, notApplicable } from "../reading";
import { say } from "../say";
import { contentWords, overlap } from "../words";

/** Commitment is asked for at least once. */
export const asked: Rule = (talk) => {
  const ask = talk.first("ask_commitment");
  return ask ? met(talk, talk.quote(ask)) : absent(talk, talk.opening(talk.buyers.at(-1)));
};

/** Never asked with an objection open or interest low. */
export const timed: Rule = (talk) => {
  const asks = talk.of("ask_commitment");
  if (asks.length === 0) return notApplicable(talk);
  const early = asks.find((move) => move.quality === "early");
  return early ? broken(talk, talk.quote(early)) : met(talk, talk.quote(asks[0]!));
};

/** A next step has a date and an owner. */
export const dated: Rule = (talk) => {
  const steps = talk.of("propose_next_step");
  const good = steps.find((move) => move.quality === "dated");
  if (good) return met(talk, talk.quote(good));
  if (!steps[0]) return absent(talk, talk.opening(talk.buyers.at(-1)));
  const quotes = talk.quote(steps[0]);
  return broken(talk, quotes, say(talk.locale, "undated", { n: quotes[0]?.messageNumber ?? 0 }));
};

/** Every discount names what it is given for. */
export const trade: Rule = (talk) => {
  const offers = talk.of("offer_discount");
  if (offers.length === 0) return notApplicable(talk);
  const bare = offers.find((move) => move.quality === "bare");
  return bare
    ? broken(talk, talk.quote(bare, "sentence"))
    : met(
        talk,
        offers.flatMap((move) => talk.quote(move)),
      );
};

/** The decision-maker the buyer named is part of the next step. */
export const deciders: Rule = (talk, check) => {
  const told = talk.told().find((fact) => fact.topic === (check.topic ?? "decision"));
  const step = talk.of("propose_next_step").at(-1);
  if (!told || !step || step.turn < told.turn) return notApplicable(talk);
  const quote = talk.quote(step, "sentence");
  const shared = overlap(contentWords(quote.map((q) => q.quote).join(" ")), contentWords(told.text));
  if (shared >= 1) return met(talk, quote);
  return broken(talk, quote, say(talk.locale, "withoutDecider", { n: quote[0]?.messageNumber ?? 0 }));
};

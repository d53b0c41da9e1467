import type { PlayedMove } from "@/lib/contracts/moves";
import type { Rule, Talk } from "../input";
import { absent, broken, met, notApplicable } from "../reading";
import { say } from "../say";
import { contentWords, overlap } from "../words";

const isBefore = (a: PlayedMove, b: PlayedMove | undefined) =>
  !b || a.turn < b.turn || (a.turn === b.turn && a.span.start < b.span.start);

/** Three open questions before the first value. */
export const open3: Rule = (talk) => {
  const value = talk.first("present_value", "quote_price");
  const questions = talk.of("ask_open", "probe").filter((move) => isBefore(move, value));
  const quotes = questions.flatMap((move) => talk.quote(move));
  const why = say(talk.locale, "short", { got: questions.length, want: 3 });
  if (questions.length >= 3)
    return met(talk, quotes.slice(0, 3), say(talk.locale, "shownOften", { got: questions.length, want: 3 }));
  return value ? broken(talk, talk.quote(value), why) : absent(talk, quotes, why);
};

/** Two probes take up words the buyer used. */
export const followUp: Rule = (talk) => {
  const seen = new Set<string>();
  const probes = talk.of("probe").filter((move) => {
    const message = talk.message(move.messageId);
    if (!message || seen.has(message.id)) return false;
    const heard = talk.buyers.filter((said) => said.number < message.number).slice(-3);
    const words = contentWords(heard.map((said) => said.text).join(" "));
    const reused = overlap(contentWords(message.text), words) >= 2;
    if (reused) seen.add(message.id);
    return reused;
  });
  const quotes = probes.flatMap((move) => talk.quote(move, "sentence"));
  if (probes.length >= 2)
    return met(talk, quotes.slice(0, 2), say(talk.locale, "shownOften", { got: probes.length, want: 2 }));
  const left = talk.buyers.find((said) => !seen.has(said.id) && said.turn > 1);
  return absent(talk, [...quotes, ...talk.opening(left)], say(talk.locale, "short", { got: probes.length, want: 2 }));
};

function askedAbout(topic: string): Rule {
  return (talk, check) => {
    const wanted = check.topic ?? topic;
    const asked = talk.of("ask_open", "probe", "ask_closed").find((move) => move.topic === wanted);
    return asked ? met(talk, talk.quote(asked)) : absent(talk, []);
  };
}

/** A cost or consequence is asked about. */
export const impact = askedAbout("impact");
/** Who decides, and how, is asked. */
export const decision = askedAbout("decision");

function tellings(talk: Talk, until: number) {
  return talk.told().filter((fact) => fact.need && fact.turn <= until);
}

/** The scenario's minimum of needs is told when the presentation starts. */
export const needs: Rule = (talk) => {
  const want = talk.bundle.scenario.minNeeds;
  const began = talk.state.transitions.find((step) => step.to === "presentation");
  const told = tellings(talk, began?.turn ?? talk.state.turn);
  const why = say(talk.locale, began ? "needs" : "needsByEnd", { got: told.length, want });
  const quotes = told.flatMap((fact) => talk.telling(fact));
  if (told.length >= want) return met(talk, quotes.slice(0, want), why);
  if (!began && talk.state.turn === 0) return notApplicable(talk);
  const called = began ? talk.opening(talk.buyerTurn(began.turn)) : quotes;
  return absent(talk, called, why);
};

import type { Rule } from "../input";
import { absent, broken, clean, met, notApplicable } from "../reading";
import { say } from "../say";
import { contentWords, lengthOf, overlap } from "../words";
import { quoteSpan } from "../evidence";

/** Half of the messages have at most 60 words (100 characters), none more than 120 (200). */
export const short: Rule = (talk) => {
  const [median, max] = talk.locale === "zh-CN" ? [100, 200] : [60, 120];
  const sized = talk.trainee.map((message) => ({ message, size: lengthOf(message.text, talk.locale) }));
  const ordered = sized.toSorted((a, b) => a.size - b.size);
  const middle = ordered[Math.floor((ordered.length - 1) / 2)];
  const longest = ordered.at(-1);
  if (!middle || !longest) return notApplicable(talk);
  const why = say(talk.locale, "length", { got: middle.size, max: longest.size });
  const quotes = talk.opening(longest.message);
  return middle.size <= median && longest.size <= max ? met(talk, quotes, why) : broken(talk, quotes, why);
};

/** At most one message holds more than two questions. */
export const oneAsk: Rule = (talk) => {
  const heaps = talk.trainee.filter((message) => (message.text.match(/[?？]/gu) ?? []).length > 2);
  return heaps.length > 1
    ? broken(
        talk,
        heaps.flatMap((message) => talk.opening(message)),
      )
    : clean(talk);
};

/** Two told facts are summarised before commitment is asked for. */
export const summary: Rule = (talk) => {
  const ask = talk.first("ask_commitment");
  const summaries = talk.of("summarise").filter((move) => !ask || move.turn <= ask.turn);
  for (const move of summaries) {
    const words = contentWords(talk.message(move.messageId)?.text ?? "");
    const named = talk.told().filter((fact) => fact.turn <= move.turn && overlap(words, contentWords(fact.text)) >= 1);
    if (named.length >= 2) return met(talk, talk.quote(move, "sentence"));
  }
  if (ask) return absent(talk, talk.quote(ask));
  return summaries[0] ? absent(talk, talk.quote(summaries[0])) : notApplicable(talk);
};

/** Abbreviations the buyer has not used are explained where they first stand. */
export const plain: Rule = (talk) => {
  const { scenario, personas } = talk.bundle;
  const shared = [
    scenario.situation,
    scenario.goal,
    ...scenario.known,
    ...scenario.offer,
    scenario.sheet.product,
    ...personas.flatMap((p) => [p.company, p.role, ...p.publicFacts.map((f) => f.text)]),
  ].join(" ");
  let used = 0;
  const seen = new Set<string>();
  for (const message of talk.trainee) {
    const heard = talk.buyers
      .filter((said) => said.number < message.number)
      .map((said) => said.text)
      .join(" ");
    for (const match of message.text.matchAll(/\b[A-Z][A-Z0-9]{1,6}s?\b/g)) {
      const term = match[0];
      if (
        seen.has(term) ||
        shared.includes(term) ||
        heard.includes(term) ||
        /^(OK|AM|PM|US|UK|EU|USD|RMB|CEO|CFO|IT|HR|PDF|TV)$/.test(term)
      )
        continue;
      seen.add(term);
      used++;
      const after = message.text.slice(match.index + term.length, match.index + term.length + 24);
      const explained =
        /^\s*(\(|（|,? ?(that is|i\.e\.|meaning|which|in other words)|[，,]?(也就是|就是|即|意思是))/i.test(after);
      if (!explained) return broken(talk, quoteSpan(message, { start: match.index, end: match.index + term.length }));
    }
  }
  return used > 0 ? clean(talk) : notApplicable(talk);
};

/** No figure goes against the sheet. */
export const figures: Rule = (talk) => {
  const wrong = talk
    .of("make_claim", "quote_price")
    .find((move) => move.quality === "contradicted" || move.verdict === "contradicted");
  if (wrong) return broken(talk, talk.quote(wrong, "sentence"));
  return talk.trainee.some((message) => /\d/.test(message.text)) ? clean(talk) : notApplicable(talk);
};

import { contentOf, latinWords, stem } from "./lexicon";
import { everyday } from "./everyday-en";
import { normalise } from "./normal";
import type { Context } from "./context";
import type { Sight } from "./sight";

const vocabularies = new WeakMap<readonly unknown[], Set<string>>();

/** Stems of all a scenario speaks of: its topics, its sheet, what its buyers object and know. */
function vocabularyOf({ topics, bundle }: Context): Set<string> {
  const known = vocabularies.get(topics);
  if (known) return known;
  const { scenario, personas } = bundle;
  const texts = [
    ...topics.flatMap(({ label, words }) => [label, ...words]),
    ...scenario.sheet.passages.map(({ text }) => text),
    ...personas.flatMap(({ company, objections, sealedFacts }) => [
      company,
      ...objections.flatMap(({ surface }) => surface),
      ...sealedFacts.flatMap(({ text, spoken }) => [text, ...spoken]),
    ]),
  ];
  const vocabulary = contentOf(normalise(texts.join("\n")).text);
  vocabularies.set(topics, vocabulary);
  return vocabulary;
}

/**
 * Talk away from the matter: everyday words or a frame of small talk, and nothing of the scenario, of trade or of what the
 * buyer just said. English only.
 */
export function strays(sight: Sight): boolean {
  const { text, context, topics, form } = sight;
  if (/\p{Script=Han}/u.test(text)) return false;
  const aside = everyday.aside.test(text) || everyday.aside.test(sight.sentence);
  if (topics.length > 0 || context.product.some((word) => text.includes(word))) return false;
  if (context.rivals.some((word) => text.includes(word))) return false;
  const vocabulary = vocabularyOf(context);
  const own = (word: string) => vocabulary.has(word) || context.lastContent.has(word);
  const stems = latinWords(text).map(stem);
  const raw = latinWords(text);
  const counts = (set: Set<string>) =>
    stems.filter((word, index) => (set.has(word) || set.has(raw[index] ?? "")) && !own(word)).length;
  const asks = form !== undefined || /^(?:please )?(?:tell|write|sing|guess|imagine|let's talk)\b/.test(text);
  if (everyday.frames.test(text) && asks && ![...sight.content].some(own)) return !everyday.trade.test(text);
  if (everyday.trade.test(text)) return false;
  const strong = counts(everyday.strong);
  if (strong >= 2 || (strong >= 1 && form !== undefined)) return true;
  if (!everyday.personal.test(text)) return false;
  const weak = counts(everyday.weak);
  if (strong >= 1) return asks || aside || /\b(?:i|i'm|i've|my|lol|haha)\b|^we (?:went|had|were|saw)\b/.test(text);
  if (everyday.joint.test(text) || (context.opening && form !== undefined)) return false;
  const known = [...sight.content].some(own);
  const tells =
    /^(?:(?:oh|well|anyway|and|so),? )*(?:my|i (?:had|ate|bought|watched|went|hate|love|dreamt|forgot|lost))\b(?!.*\byou)/;
  if (weak >= 1 && tells.test(text) && !known) return true;
  return weak >= 2 || (weak >= 1 && (aside || (form !== undefined && !known && /\b(?:you|your|i|my|me)\b/.test(text))));
}

import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import { wordsOf } from "./words";

const trainee = (line: TranscriptLine) => line.speaker === "trainee";
const digits = (text: string) => text.replaceAll(/[^\d.%]/gu, "").replace(/\.$/u, "");

/** All text a buyer may quote from: public, told or published. Nothing a trainee typed. */
function trusted(view: SpeakerView): string {
  return [
    view.product,
    ...view.persona.publicFacts.map((fact) => fact.text),
    ...view.facts.map((fact) => fact.text),
    ...view.passages.map((passage) => passage.text),
  ].join("\n");
}

/**
 * The seller's own number or noun, at most five words, worth taking up. Only what trusted text holds too is echoed: so
 * insults, personal data, instructions and lucky guesses at what is sealed can never come back from the buyer.
 */
export function findEcho(view: SpeakerView): string | null {
  const last = view.transcript.findLast(trainee);
  if (!last) return null;
  const words = wordsOf(view.locale);
  const known = trusted(view);
  const figures = new Set((known.match(/\d[\d,.]*%?/gu) ?? []).map(digits));
  const plain = known.toLowerCase();
  for (const [found] of last.text.matchAll(words.figure)) {
    const unit = found.match(/[a-z]+$/iu)?.[0]?.toLowerCase();
    const number = digits(found);
    if (number.length > 7 || !figures.has(number)) continue;
    if (!unit || plain.includes(unit)) return found.trim();
    const bare = found.slice(0, found.length - unit.length).trim();
    if (/[$€£¥%]/u.test(bare)) return bare;
  }
  return words.noun(last.text, known);
}

/** A promise of the seller's, two or more turns old and not kept since, with its index in the language's list. */
export function findPromise(view: SpeakerView): number | null {
  const lines = view.transcript.filter(trainee);
  const { promises } = wordsOf(view.locale);
  for (const [index, promise] of promises.entries()) {
    const made = lines.find((line) => line.turn <= view.turn - 2 && promise.made.test(line.text));
    const since = made && lines.slice(lines.indexOf(made) + 1);
    if (since && !since.some((line) => promise.kept.test(line.text))) return index;
  }
  return null;
}

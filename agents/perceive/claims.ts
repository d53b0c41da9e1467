import type { ProductSheet } from "@/lib/contracts/content";
import { contentOf } from "./lexicon";
import { normalise } from "./normal";
import { findNumbers, type FoundNumber } from "./numbers";

type Sheet = Pick<ProductSheet, "product" | "passages">;
export interface Verdict {
  verdict: "supported" | "contradicted" | "not_in_knowledge";
  passageId?: string;
  /** how many of the clause's words the passage shares */
  overlap: number;
}

interface Passage {
  id: string;
  topic: string | undefined;
  words: Set<string>;
  numbers: FoundNumber[];
  contradicted: RegExp[];
  denies: boolean;
}

const denies = /\b(?:no|not|never|without|none|free|cannot|isn't|doesn't|won't|can't)\b|不|没|无|免/;

const read = new WeakMap<Sheet, Passage[]>();

function passagesOf(sheet: Sheet): Passage[] {
  const known = read.get(sheet);
  if (known) return known;
  const passages = sheet.passages.map((passage): Passage => {
    const text = normalise(passage.text).text;
    return {
      id: passage.id,
      topic: passage.topic,
      words: new Set([...contentOf(text)].filter((word) => !word.startsWith("#"))),
      numbers: findNumbers(text),
      denies: denies.test(text),
      contradicted: (passage.contradictedBy ?? []).flatMap(compile),
    };
  });
  read.set(sheet, passages);
  return passages;
}

/** A pattern of content; one that does not compile is left out here and refused where content is checked. */
function compile(source: string): RegExp[] {
  try {
    return [new RegExp(source, "iu")];
  } catch {
    return [];
  }
}

/** The passage a text goes against by the sheet's own patterns, with the place of the words. */
export function contradictedPassage(
  raw: string,
  sheet: Sheet,
): { passageId: string; start: number; end: number } | undefined {
  for (const passage of passagesOf(sheet)) {
    for (const pattern of passage.contradicted) {
      const match = pattern.exec(raw);
      if (match && match[0] !== "") {
        return { passageId: passage.id, start: match.index, end: match.index + match[0].length };
      }
    }
  }
  return undefined;
}

const sameNumber = (a: FoundNumber, b: FoundNumber) => {
  const alike = a.value === b.value || (a.unit === "day" && b.unit === "hour" && a.value * 24 === b.value);
  const small = Number.isInteger(a.value) && a.value < 100 && a.kind === "plain";
  if (alike && a.unit !== b.unit && !(a.unit === "day" && b.unit === "hour") && small) return false;
  return alike && (a.kind === b.kind || a.kind === "plain" || b.kind === "plain");
};
const measured = new Set(["minute", "hour", "day", "week", "month", "decibel"]);
const sameMeasure = (a: FoundNumber, b: FoundNumber) =>
  a.kind === b.kind && (a.kind === "percent" || (a.unit !== undefined && a.unit === b.unit && measured.has(a.unit)));

/**
 * What the product sheet says of a clause (`raw` as typed, `text` folded). Supported: its numbers stand in the passage of
 * its subject. Contradicted: a passage's own pattern hits, or the passage of the same subject has another figure for
 * the same measure. All else is not in the knowledge. `known` holds numbers already on the table, which prove nothing.
 */
export function judgeClaim(raw: string, text: string, topics: string[], sheet: Sheet, known: Set<number>): Verdict {
  const against = contradictedPassage(raw, sheet);
  if (against) return { verdict: "contradicted", passageId: against.passageId, overlap: 9 };
  const words = new Set([...contentOf(text)].filter((word) => !word.startsWith("#")));
  const numbers = findNumbers(text).filter(
    (number) => number.kind !== "plain" || number.unit !== undefined || number.value >= 10,
  );
  const ranked = passagesOf(sheet)
    .map((passage) => {
      let overlap = 0;
      for (const word of words) if (passage.words.has(word)) overlap++;
      const onTopic = passage.topic !== undefined && topics.includes(passage.topic);
      const figures = numbers.filter((number) => passage.numbers.some((each) => sameNumber(number, each))).length;
      return { passage, overlap, onTopic, figures, score: overlap * 2 + (onTopic ? 1 : 0) + figures * 2 };
    })
    .toSorted((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best || (best.overlap === 0 && !best.onTopic)) return { verdict: "not_in_knowledge", overlap: 0 };
  const { passage, overlap } = best;
  if (numbers.length > 0) {
    const inSheet = numbers.filter((number) =>
      ranked.some((each) => each.passage.numbers.some((one) => sameNumber(number, one))),
    );
    if (best.figures > 0 && inSheet.length === numbers.length)
      return { verdict: "supported", passageId: passage.id, overlap };
    if (best.figures > 0 && numbers.every((number) => inSheet.includes(number) || known.has(number.value))) {
      return { verdict: "supported", passageId: passage.id, overlap };
    }
    const clash = numbers.find(
      (number) =>
        !inSheet.includes(number) &&
        !known.has(number.value) &&
        passage.numbers.some((one) => sameMeasure(number, one)),
    );
    if (clash && overlap >= 2) return { verdict: "contradicted", passageId: passage.id, overlap };
    return { verdict: "not_in_knowledge", overlap };
  }
  const turned = denies.test(text) !== passage.denies;
  if (!turned && (overlap >= 3 || (overlap >= 2 && overlap * 2 >= words.size)))
    return { verdict: "supported", passageId: passage.id, overlap };
  return { verdict: "not_in_knowledge", overlap };
}

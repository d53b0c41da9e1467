import type { Span } from "@/lib/contracts/moves";
import type { Locale } from "@/lib/contracts/vocabulary";

const ending = /[.!?。！？…\n]+["”’」』)]*\s*/gu;

/** Sentence spans of a text, closing marks included. A full stop inside a number ends nothing. */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length;
    const insideNumber = match[0] === "." && /\d/.test(text[match.index - 1] ?? "") && /\d/.test(text[end] ?? "");
    if (insideNumber) continue;
    if (text.slice(start, end).trim()) spans.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim()) spans.push({ start, end: text.length });
  return spans;
}

export function sentenceAt(text: string, offset: number): Span {
  return sentences(text).find((span) => offset < span.end) ?? { start: 0, end: text.length };
}

/** Whether a span of text asks something: a question mark, or a Chinese question particle at its end. */
export function asks(text: string): boolean {
  return /[?？]/u.test(text) || /(吗|呢|行不行|好不好|可以不|怎么样|如何)[。，,\s]*$/u.test(text.trim());
}

const stop = new Set(
  "a an the and or but so to of in on at for with from by as is are was were be been am do does did have has had i you we they he she it me my your our their its this that these those what how why who when where which would could can will not no yes if then than there here just very more most some any all about into over out up down".split(
    " ",
  ),
);

/** Words that carry meaning: English content words and numbers; for Chinese, pairs of characters. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.,%]*/gu)) {
    if (/\p{Script=Han}/u.test(word)) {
      for (const run of word.match(/\p{Script=Han}+/gu) ?? [])
        for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
      for (const digits of word.match(/\d[\d.,]*/g) ?? []) words.add(digits.replace(/[.,]+$/, ""));
      continue;
    }
    const plain = word.replace(/[.,'’]+$/, "").replace(/['’]s$/, "");
    if (plain.length > 1 && !stop.has(plain)) words.add(plain);
  }
  return words;
}

export function overlap(a: Set<string>, b: Set<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** Length as people count it: words in English, characters in Chinese. */
export function lengthOf(text: string, locale: Locale): number {
  return locale === "zh-CN"
    ? (text.match(/\p{Script=Han}|[A-Za-z0-9.,%]+/gu) ?? []).length
    : (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu) ?? []).length;
}

/** Numbers as written, without separators: "$93,600" → "93600". */
export function numbers(text: string): Set<string> {
  return new Set((text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((n) => n.replaceAll(",", "").replace(/\.0+$/, "")));
}

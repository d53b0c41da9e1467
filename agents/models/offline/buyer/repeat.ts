import type { Locale } from "@/lib/contracts/vocabulary";

const sentenceEnd = /(?<=[.!?。！？…])\s*|\n+/u;

/** Sentences of a text, trimmed. */
export function sentences(text: string): string[] {
  return text
    .split(sentenceEnd)
    .map((part) => part.trim())
    .filter((part) => part.length > 0);
}

/** Units of repetition: lower-case words in English, letters and digits one by one in Chinese. */
export function units(text: string, locale: Locale): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("’", "'");
  if (locale === "en") return plain.match(/[\p{L}\p{N}'$€£¥%]+/gu) ?? [];
  return plain.match(/[a-z]+|[\p{L}\p{N}%]/gu) ?? [];
}

/** Length as people count it: words in English; characters in Chinese, a Latin word counting as one. */
export function measure(text: string, locale: Locale): number {
  return units(text, locale).length;
}

function trigrams(text: string, locale: Locale): Set<string> {
  const all = units(text, locale);
  const found = new Set<string>();
  for (let at = 0; at + 2 < all.length; at += 1) found.add(`${all[at]} ${all[at + 1]} ${all[at + 2]}`);
  return found;
}

/** What was said before, ready for comparison. */
export interface Said {
  lines: Set<string>;
  grams: Set<string>[];
}

export function recall(texts: string[], locale: Locale): Said {
  const lines = new Set<string>();
  for (const text of texts) {
    lines.add(units(text, locale).join(" "));
    for (const sentence of sentences(text)) lines.add(units(sentence, locale).join(" "));
  }
  return { lines, grams: texts.map((text) => trigrams(text, locale)) };
}

/** Largest share (0–1) of a sentence's trigrams heard in one earlier line; 1 for a line said before word for word. */
export function overlap(text: string, said: Said, locale: Locale): number {
  if (said.lines.has(units(text, locale).join(" "))) return 1;
  let worst = 0;
  for (const sentence of sentences(text)) {
    const own = trigrams(sentence, locale);
    if (own.size === 0) continue;
    for (const earlier of said.grams) {
      let shared = 0;
      for (const gram of own) if (earlier.has(gram)) shared += 1;
      worst = Math.max(worst, shared / own.size);
    }
  }
  return worst;
}

import type { Locale } from "@/lib/contracts/vocabulary";

const han = /\p{Script=Han}/gu;
const latin = /[\p{Script=Latin}][\p{Script=Latin}'’-]*/gu;
const foreign =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Greek}]/gu;

/** Frequent small words of other languages in Latin script that English does not use. */
const otherWords = new Set(
  (
    "der und nicht ich sie wir ist das ein eine mit für auf wie ihr ihre haben können guten danke bitte sind " +
    "le les des est vous nous je une que qui dans pour avec bonjour merci avez votre sur pas ce cette " +
    "el los las que una por para con está usted gracias hola como cuánto nosotros tiene su " +
    "il che non una sono della grazie ciao buongiorno quanto " +
    "o os não você uma com obrigado olá quanto tem het een niet van met dank goedemorgen"
  ).split(" "),
);
const englishWords = new Set(
  (
    "the a and of to in is are you your we our i it that this what how do does can could would will have has for on with not " +
    "be at if my me so but or was were ok yes no hi hello thanks let's i'm it's price today about need"
  ).split(" "),
);

const wordSegmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Words of a Chinese text by the platform's dictionary. */
export function chineseWords(text: string): string[] {
  const words: string[] = [];
  for (const part of wordSegmenter.segment(text)) if (part.isWordLike) words.push(part.segment);
  return words;
}

/** Language of a message by script and small words; text without letters counts as the scenario's own. */
export function detectLanguage(text: string, fallback: Locale): Locale | "other" {
  const hanCount = text.match(han)?.length ?? 0;
  const foreignCount = text.match(foreign)?.length ?? 0;
  const words = text.match(latin) ?? [];
  if (hanCount + foreignCount + words.length === 0) return fallback;
  if (foreignCount > hanCount / 2 && foreignCount > words.length) return "other";
  if (hanCount > 0 && hanCount >= words.length * 1.5) return "zh-CN";
  if (words.length < 4) return hanCount > words.length ? "zh-CN" : "en";
  let english = 0;
  const other = new Set<string>();
  for (const word of words) {
    const small = word.toLowerCase().replaceAll("’", "'");
    if (englishWords.has(small)) english++;
    else if (otherWords.has(small)) other.add(small);
  }
  return other.size > english && other.size >= 2 ? "other" : "en";
}

/** Length of a message: words, and one for each Han character. */
export function countWords(text: string): number {
  const hanCount = text.match(han)?.length ?? 0;
  const rest = text.replace(han, " ").match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu);
  return hanCount + (rest?.length ?? 0);
}

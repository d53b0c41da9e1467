/** One word, number or Han character of a text, folded for comparison, with its place. */
export interface Token {
  text: string;
  start: number;
  end: number;
  kind: "word" | "number" | "han";
  /** capitalised though no sentence begins here: probably a name */
  name: boolean;
}

const pattern = /(\d[\d,.]*\d|\d)\s*(%|％|k\b|万|亿)?|[\p{Script=Han}]|[\p{L}][\p{L}\p{M}'’-]*/giu;

const englishNumbers = new Map<string, number>();
["zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"]
  .join(" ")
  .concat(" eighteen nineteen")
  .split(" ")
  .forEach((word, value) => englishNumbers.set(word, value));
for (const [i, word] of "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").entries()) {
  englishNumbers.set(word, (i + 2) * 10);
}

const scales: Record<string, number> = { k: 1_000, 万: 10_000, 亿: 100_000_000, "%": 1, "％": 1 };

/** "100,800" → "100800", "12.50" → "12.5", "10 万" → "100000". */
function foldNumber(digits: string, scale: string | undefined): string {
  const value = Number(digits.replaceAll(",", "").replace(/\.+$/, "")) * (scales[(scale ?? "").toLowerCase()] ?? 1);
  return Number.isFinite(value) ? String(value) : digits;
}

const sentenceEnd = /[.!?:;。！？：；"“”(（\n]\s*$/u;

/** Splits text into comparable tokens, numbers in figures however they were written. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, digits, scale] = match;
    const start = match.index;
    const end = start + whole.length;
    if (digits !== undefined) {
      tokens.push({ text: foldNumber(digits, scale), start, end, kind: "number", name: false });
      continue;
    }
    const folded = whole.toLowerCase().replaceAll("’", "'");
    if (whole.charCodeAt(0) > 0x2e7f) {
      tokens.push({ text: folded, start, end, kind: "han", name: false });
      continue;
    }
    const spelled = englishNumbers.get(folded) ?? compound(folded);
    if (spelled !== undefined) {
      tokens.push({ text: String(spelled), start, end, kind: "number", name: false });
      continue;
    }
    const capital = whole[0] !== whole[0]?.toLowerCase();
    const begins = start === 0 || sentenceEnd.test(text.slice(Math.max(0, start - 4), start));
    tokens.push({ text: folded, start, end, kind: "word", name: capital && !begins && folded.length > 2 });
  }
  return tokens;
}

/** "twenty-five" → 25 */
function compound(word: string): number | undefined {
  const [tens, ones, ...more] = word.split("-");
  if (tens === undefined || ones === undefined || more.length > 0) return undefined;
  const a = englishNumbers.get(tens);
  const b = englishNumbers.get(ones);
  return a !== undefined && b !== undefined && a >= 20 && b < 10 && b > 0 ? a + b : undefined;
}

/** 53-bit string hash (cyrb53, public domain), so that a needle can be looked for without being spelled out. */
export function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The run of `size` tokens that begins at `from`, as one comparable string. */
export function gram(tokens: readonly Token[], from: number, size: number): string {
  let out = "";
  for (let i = from; i < from + size; i++) out += `${tokens[i]?.text ?? ""} `;
  return out;
}

/** Sentences of a text without their end marks, folded; for comparing what was said with what is being said. */
export function sentences(text: string): { folded: string; words: number }[] {
  return text.split(/[.!?。！？\n]+/u).flatMap((sentence) => {
    const tokens = tokenize(sentence);
    return tokens.length === 0 ? [] : [{ folded: gram(tokens, 0, tokens.length), words: tokens.length }];
  });
}

const stopWords = new Set(
  (
    "a an and are as at be been but by can could did do does for from get got had has have he her his how i if in into is it " +
    "its just like me more much my no not of on one or our out over she so some than that the their them then there they " +
    "this to too up us was we were what when where which who will with would yes you your i'm it's that's we're don't " +
    "about all any because before know need say said see take tell think time want well way"
  ).split(" "),
);
export const isContentWord = (token: Token) => token.kind === "number" || !stopWords.has(token.text);

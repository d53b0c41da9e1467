/** One word, number or Han character of a text, folded for comparison, with its place. */
export interface Token {
  text: string;
  start: number;
  end: number;
  kind: "word" | "number" | "han";
  /** capitalised though no sentence begins here: probably a name */
  name: boolean;
  /** two independent 32-bit hashes of `text` */
  a: number;
  b: number;
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

/** Two 32-bit hashes of a word (after cyrb53, public domain). */
function hashes(text: string): { a: number; b: number } {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return { a: a ^ (b >>> 15), b: b ^ (a >>> 13) };
}

/** Splits text into comparable tokens, numbers in figures however they were written. `from`: where a token may begin. */
export function tokenize(text: string, from = 0): Token[] {
  const tokens: Token[] = [];
  const add = (word: string, start: number, end: number, kind: Token["kind"], name = false) => {
    tokens.push({ text: word, start, end, kind, name, ...hashes(word) });
  };
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, digits, scale] = match;
    const start = match.index;
    const end = start + whole.length;
    if (digits !== undefined) {
      add(foldNumber(digits, scale), start, end, "number");
      continue;
    }
    const folded = whole.toLowerCase().replaceAll("’", "'").replace(/'s$/u, "");
    if (whole.charCodeAt(0) > 0x2e7f) {
      add(folded, start, end, "han");
      continue;
    }
    const spelled = englishNumbers.get(folded) ?? (folded.includes("-") ? compound(folded) : undefined);
    if (spelled !== undefined) {
      add(String(spelled), start, end, "number");
      continue;
    }
    const capital = folded.length > 2 && whole.charCodeAt(0) !== folded.charCodeAt(0);
    const name = capital && start > 0 && !sentenceEnd.test(text.slice(Math.max(0, start - 4), start));
    add(folded, start, end, "word", name);
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

/** A 53-bit mark of the run of `size` tokens that begins at `from`: enough to know it again, too little to read it. */
export function mark(tokens: readonly Token[], from: number, size: number): number {
  let a = size;
  let b = size;
  for (let i = from; i < from + size; i++) {
    const token = tokens[i];
    a = (Math.imul(a, 31) + (token?.a ?? 0)) | 0;
    b = (Math.imul(b, 37) + (token?.b ?? 0)) | 0;
  }
  return (a >>> 0) * 2097152 + (b >>> 11);
}

/** Sentences of a text, folded for comparing what was said with what is being said; a Han character counts as a word. */
export function sentences(text: string): { folded: string; words: number }[] {
  return text.split(/[.!?。！？\n]+/u).flatMap((sentence) => {
    const folded = sentence
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (folded === "") return [];
    let words = 1;
    for (let i = 0; i < folded.length; i++) {
      const code = folded.charCodeAt(i);
      if (code === 32 || code > 0x2e7f) words++;
    }
    return [{ folded, words }];
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

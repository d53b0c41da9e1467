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

/** A figure with its scale, a number written in Han numerals, one Han character, or a word. */
const pattern =
  /(\d[\d,.]*\d|\d)\s*(%|％|k\b|万|亿)?|(?!万一|千万)(?=[零〇一二两三四五六七八九]*[十百千万])[零〇一二两三四五六七八九十百千万]{2,}|[\p{Script=Han}]|\p{L}(?:(?!\p{Script=Han})[\p{L}\p{M}'’-])*/giu;

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
  const spelt = /hundred|thousand/iu.test(text);
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
    if (whole.charCodeAt(0) > 0x2e7f && whole.length > 1) {
      add(String(hanNumber(whole)), start, end, "number");
      continue;
    }
    if (whole.charCodeAt(0) > 0x2e7f) {
      // 十一回 and 十一趟 are 十一次.
      const times =
        (folded === "回" || folded === "趟") && tokens.at(-1)?.kind === "number" && tokens.at(-1)?.end === start;
      add(times ? "次" : folded, start, end, "han");
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
  return spelt ? joined(tokens) : tokens;
}

const bigWords: Record<string, number> = { hundred: 100, thousand: 1_000 };

/** "six hundred and twelve" → 612, "seventy-five thousand" → 75000 */
function joined(tokens: Token[]): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    let scale = bigWords[tokens[i + 1]?.text ?? ""];
    if (token.kind !== "number" || scale === undefined) {
      out.push(token);
      continue;
    }
    let total = 0;
    let part = Number(token.text);
    let end = token.end;
    while (scale !== undefined) {
      if (scale === 100) part *= scale;
      else [total, part] = [(total + part) * scale, 0];
      end = tokens[++i]?.end ?? end;
      const at = tokens[i + 1]?.text === "and" ? i + 2 : i + 1;
      const next = tokens[at];
      if (next?.kind === "number" && Number(next.text) < scale) {
        part += Number(next.text);
        end = next.end;
        i = at;
      }
      scale = bigWords[tokens[i + 1]?.text ?? ""];
    }
    const text = String(total + part);
    out.push({ text, start: token.start, end, kind: "number", name: false, ...hashes(text) });
  }
  return out;
}

const hanDigits = "零一二三四五六七八九";
const hanScales: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };

/** "四百六十八" → 468, "三十万" → 300000, "两千六" → 2600 */
function hanNumber(word: string): number {
  const short = /^(.*([百千万]))([一二两三四五六七八九])$/u.exec(word);
  if (short !== null) {
    const scale = short[2] === "万" ? 10_000 : (hanScales[short[2] ?? ""] ?? 1);
    return hanNumber(short[1] ?? "") + (hanNumber(short[3] ?? "") * scale) / 10;
  }
  let total = 0;
  let part = 0;
  let digit = 0;
  for (const char of word) {
    const scale = hanScales[char];
    if (char === "万") {
      total = (total + part + digit) * 10_000;
      part = digit = 0;
    } else if (scale === undefined) digit = Math.max(0, hanDigits.indexOf(char === "两" ? "二" : char));
    else {
      part += Math.max(1, digit) * scale;
      digit = 0;
    }
  }
  return total + part + digit;
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

/** Each two words (or Han characters) that stand together in a folded sentence. */
export function pairsOf(folded: string): string[] {
  const units = folded.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];
  return units.slice(1).map((unit, i) => `${units[i] ?? ""} ${unit}`);
}

const stopWords = new Set(
  (
    "a an and are as at be been but by can could did do does for from get got had has have he her his how i if in into is it " +
    "its just like me more much my no not of on one or our out over she so some than that the their them then there they " +
    "this to too up us was we were what when where which who will with would yes you your i'm it's that's we're don't " +
    "about all any because before know need say said see take tell think time want well way"
  ).split(" "),
);

/** A word without its commonest endings, good enough to know "suppliers" from "supplier" apart from "supply". */
export function stem(word: string): string {
  const bare = word.replace(/['’]s$/u, "");
  if (bare.length < 5) return bare;
  return bare
    .replace(/(?:ies|ied)$/u, "y")
    .replace(/(?:ing|ed|es|s)$/u, "")
    .replace(/e$/u, "");
}

/** A mark of a word's stem, never the same as that of a run of tokens. */
export function stemMark(word: string): number {
  const { a, b } = hashes(`~${stem(word)}`);
  return (a >>> 0) * 2097152 + (b >>> 11);
}

export const isContentWord = (token: Token) => token.kind === "number" || !stopWords.has(token.text);

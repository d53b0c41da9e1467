import { isContentWord, mark, stemMark, tokenize, type Token } from "./words";

/** Words of a run that give a text away: five in a row in English, seven Han characters. */
const wordRun = 5;
const hanRun = 7;
/** A secret line shorter than that in Han characters counts as a whole, down to this length. */
const shortest = 4;
/** Numbers below this are said in every talk; they count only together with the word that follows. */
const telling = 13;
/** Longest listed name, in tokens: a word, or one Han character. */
const longestName = 4;
/** Longest run anyone looks for, in tokens: how far back a look must begin when text was added. */
export const longestRun = 16;

/** Months and days are said in every talk; a date gives something away only whole. */
const calendar = new Set(
  (
    "january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);
/** Round numbers of two figures, too. */
const isTelling = (text: string) => Number(text) >= telling && (Number(text) >= 100 || Number(text) % 5 !== 0);
/** Han characters that carry little alone; a pair with one of them is no mark of anything. */
const plainHan = new Set(
  "的了是不我你您他她它们这那个有在就一都也还没说要会很给跟和到过得着上下吗吧呢啊把被让等以及再去来做什么怎样为与里外前后年月日号元块只两三多少点能可先对家人自己已经所因如果但而或者大小好时候次天钱付花看用事",
);

/** Distinctive words of one secret that together tell it in other words: so many … */
const enough = 3;
/** … within so many tokens. */
const window = { word: 14, han: 16 };
/** Words of a secret shorter than this say nothing by themselves. */
const shortestWord = 4;

export const sizeOf = (token: Token | undefined) => (token?.kind === "han" ? hanRun : wordRun);

/** Words, pairs and runs that are public or already said, as marks; for subtraction. */
export class Said {
  readonly #marks = new Set<number>();

  add(text: string): this {
    const tokens = tokenize(text);
    for (const [i, token] of tokens.entries()) {
      if (token.kind !== "han") this.#marks.add(mark(tokens, i, 1));
      this.#marks.add(mark(tokens, i, 2));
      if (token.kind === "word") this.#marks.add(stemMark(token.text));
      const size = sizeOf(token);
      if (i + size <= tokens.length) this.#marks.add(mark(tokens, i, size));
    }
    return this;
  }

  has(one: number): boolean {
    return this.#marks.has(one);
  }
}

type Owners = Map<number, number[]>;

function own(marks: Owners, one: number, owner: number): void {
  const owners = marks.get(one);
  if (owners === undefined) marks.set(one, [owner]);
  else if (!owners.includes(owner)) owners.push(owner);
}

const endsThere = /^[^\p{L}\p{N}]*(?:[.!?…]|$)/u;

/** Runs are telling only when they are of one script and hold two words that mean something, or end a sentence with one. */
function tellingRun(tokens: readonly Token[], i: number, size: number, text: string): boolean {
  const run = tokens.slice(i, i + size);
  const last = run.at(-1);
  if (run.length < size || last === undefined) return false;
  if (run[0]?.kind === "han") return run.every((token) => token.kind !== "word");
  const meant = run.filter(isContentWord).length;
  return meant >= 2 || (meant === 1 && endsThere.test(text.slice(last.end, last.end + 4)));
}

/** One token of a text. */
interface Place {
  text: string;
  tokens: readonly Token[];
  i: number;
  token: Token;
}

/**
 * Marks of texts that must not be said, each with the numbers of the secrets it belongs to: numbers and names, small numbers with
 * their unit, runs of words. Nothing readable is in it.
 */
export class Needles {
  readonly ones: Owners = new Map();
  readonly pairs: Owners = new Map();
  readonly runs: Owners = new Map();
  /** names the author listed, whole: up to `longestName` tokens */
  readonly names: Owners = new Map();
  /** distinctive words and pairs of Han characters, telling only several together */
  readonly words: Owners = new Map();
  /** beginnings of runs: text that ends so waits for the next clause */
  readonly heads: Owners = new Map();

  /** What of these texts stands nowhere in `open` becomes a mark of secret number `owner`. */
  add(texts: readonly string[], owner: number, open: Said): this {
    for (const one of distinctive(texts)) if (!open.has(one)) own(this.words, one, owner);
    for (const text of texts) {
      const tokens = tokenize(text);
      for (const [i, token] of tokens.entries()) this.#addAt({ text, tokens, i, token }, owner, open);
      const { length } = tokens;
      const short = length >= shortest && length < hanRun && tokens.every((token) => token.kind === "han");
      if (short) own(this.runs, mark(tokens, 0, length), owner);
    }
    return this;
  }

  /** Names by which a secret is known: each that stands nowhere in `open` tells it alone. */
  addNames(names: readonly string[], owner: number, open: Said): this {
    for (const name of names) {
      const tokens = tokenize(name);
      const [first] = tokens;
      if (first === undefined || tokens.length > longestName) continue;
      const one = mark(tokens, 0, tokens.length);
      const known = tokens.length <= 2 && open.has(one);
      if (!known) own(this.names, one, owner);
    }
    return this;
  }

  #addAt({ text, tokens, i, token }: Place, owner: number, open: Said): void {
    const number = token.kind === "number";
    const one = mark(tokens, i, 1);
    const name = token.name && !calendar.has(token.text);
    if ((name || (number && isTelling(token.text))) && !open.has(one)) own(this.ones, one, owner);
    const pair = mark(tokens, i, 2);
    if (number && pairTells(token, tokens[i + 1]) && !open.has(pair)) own(this.pairs, pair, owner);
    const size = sizeOf(token);
    const run = mark(tokens, i, size);
    if (!tellingRun(tokens, i, size, text) || open.has(run)) return;
    own(this.runs, run, owner);
    for (let part = size - 1; part >= size - 2; part--) own(this.heads, mark(tokens, i, part), owner);
  }
}

/** A number with what follows it; that of a month or a machine is said in every talk. */
const pairTells = (number: Token, next: Token | undefined) =>
  next !== undefined && !(/^[月号]$/u.test(next.text) && Number(number.text) <= 12);

/** The mark by which a token, alone or with the next, belongs to a secret's own vocabulary; null for everybody's words. */
function wordMark(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (token === undefined) return null;
  if (token.kind === "word") {
    const counts = token.text.length >= shortestWord && isContentWord(token) && !calendar.has(token.text);
    return counts ? stemMark(token.text) : null;
  }
  const next = tokens[i + 1];
  if (token.kind !== "han" || next?.kind !== "han" || next.start !== token.end) return null;
  return plainHan.has(token.text) || plainHan.has(next.text) ? null : mark(tokens, i, 2);
}

/** What the texts of one secret keep coming back to: words of its own text, and those that two of its tellings share. */
function distinctive([text, ...tellings]: readonly string[]): Set<number> {
  const marksOf = (one: string) => {
    const tokens = tokenize(one);
    return new Set(tokens.flatMap((_, i) => wordMark(tokens, i) ?? []));
  };
  const found = text === undefined ? new Set<number>() : marksOf(text);
  const once = new Set<number>();
  for (const one of tellings) {
    for (const each of marksOf(one)) (once.has(each) ? found : once).add(each);
  }
  return found;
}

/** The secrets that hold just now. */
export interface Locked {
  needles: Needles;
  isLocked(owner: number): boolean;
  /** what has been said aloud since: it gives nothing away any more */
  isSaid(one: number): boolean;
}

/** Whether several distinctive words of one locked secret stand close together, looking at `from` and a window before it. */
export function findsParaphrase(tokens: readonly Token[], from: number, locked: Locked): boolean {
  const seen = new Map<number, { at: number; one: number }[]>();
  for (let i = Math.max(0, from - window.han); i < tokens.length; i++) {
    const one = wordMark(tokens, i);
    const owners = one === null ? undefined : locked.needles.words.get(one);
    if (one === null || owners === undefined) continue;
    const reach = tokens[i]?.kind === "han" ? window.han : window.word;
    for (const owner of owners) {
      if (!locked.isLocked(owner)) continue;
      const near = (seen.get(owner) ?? []).filter((mate) => i - mate.at < reach && mate.one !== one);
      near.push({ at: i, one });
      // What was said aloud is looked up last: few places come so far.
      if (near.length >= enough && near.filter((mate) => !locked.isSaid(mate.one)).length >= enough) return true;
      seen.set(owner, near);
    }
  }
  return false;
}

/** Whether a mark of something locked stands in the text at or after token `from`. */
export function findsNeedle(tokens: readonly Token[], from: number, locked: Locked): boolean {
  const { needles } = locked;
  const held = (marks: Owners, one: number) =>
    marks.get(one)?.some((owner) => locked.isLocked(owner)) === true && !locked.isSaid(one);
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind !== "han" && held(needles.ones, mark(tokens, i, 1))) return true;
    if (token.kind === "number" && i + 1 < tokens.length && held(needles.pairs, mark(tokens, i, 2))) return true;
    for (let run = 1; run <= longestName && i + run <= tokens.length; run++) {
      if (held(needles.names, mark(tokens, i, run))) return true;
    }
    const size = sizeOf(token);
    for (let run = token.kind === "han" ? shortest : size; run <= size; run++) {
      if (i + run <= tokens.length && held(needles.runs, mark(tokens, i, run))) return true;
    }
  }
  return false;
}

/** Whether the text ends in what may become a mark with the next words. */
export function endsInHead(tokens: readonly Token[], locked: Locked): boolean {
  for (const size of [wordRun - 1, wordRun - 2, hanRun - 1, hanRun - 2]) {
    const from = tokens.length - size;
    if (from < 0) continue;
    const owners = locked.needles.heads.get(mark(tokens, from, size));
    if (owners?.some((owner) => locked.isLocked(owner))) return true;
  }
  return false;
}

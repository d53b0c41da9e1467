import { gram, hash, isContentWord, tokenize, type Token } from "./words";

/** Words of a run that give a text away: five in a row in English, seven Han characters. */
const wordRun = 5;
const hanRun = 7;
/** Numbers below this are said in every talk; they count only together with the word that follows. */
const telling = 13;

/** Folded and hashed marks of texts that must not be said. Nothing readable is in it. */
export interface Needles {
  /** single numbers and names */
  ones: ReadonlySet<number>;
  /** a small number with its unit */
  pairs: ReadonlySet<number>;
  runs: ReadonlySet<number>;
  /** beginnings of runs, pairs and names of several words: text that ends so waits for the next clause */
  heads: ReadonlySet<number>;
}

/** What texts consist of, for subtraction: words, pairs and runs that are public or already said, as hashes. */
export class Said {
  readonly hashes = new Set<number>();

  add(text: string): this {
    const tokens = tokenize(text);
    for (const [i, token] of tokens.entries()) {
      if (token.kind !== "han") this.hashes.add(hash(token.text));
      this.hashes.add(hash(gram(tokens, i, 2)));
      const size = token.kind === "han" ? hanRun : wordRun;
      if (i + size <= tokens.length) this.hashes.add(hash(gram(tokens, i, size)));
    }
    return this;
  }

  has(mark: string): boolean {
    return this.hashes.has(hash(mark));
  }
}

function runSize(tokens: readonly Token[], i: number): number {
  return tokens[i]?.kind === "han" ? hanRun : wordRun;
}

/** Runs are telling only when they are of one script and hold at least two words that mean something. */
function tellingRun(tokens: readonly Token[], i: number, size: number): boolean {
  const run = tokens.slice(i, i + size);
  if (run.length < size) return false;
  if (run[0]?.kind === "han") return run.every((token) => token.kind !== "word");
  return run.filter(isContentWord).length >= 2;
}

/** Marks of `secrets` that stand in none of `said`. Public facts and words already spoken give nothing away. */
export function needlesOf(secrets: readonly string[], ...said: readonly Said[]): Needles {
  const known = (mark: string) => said.some((part) => part.has(mark));
  const ones = new Set<number>();
  const pairs = new Set<number>();
  const runs = new Set<number>();
  const heads = new Set<number>();
  for (const secret of secrets) {
    const tokens = tokenize(secret);
    for (const [i, token] of tokens.entries()) {
      const number = token.kind === "number";
      if ((token.name || (number && Number(token.text) >= telling)) && !known(token.text)) ones.add(hash(token.text));
      const pair = gram(tokens, i, 2);
      if (number && tokens[i + 1] && isContentWord(token) && !known(pair)) {
        pairs.add(hash(pair));
      }
      const size = runSize(tokens, i);
      if (!tellingRun(tokens, i, size)) continue;
      const run = gram(tokens, i, size);
      if (known(run)) continue;
      runs.add(hash(run));
      for (let k = size - 1; k >= size - 2; k--) heads.add(hash(gram(tokens, i, k)));
    }
  }
  return { ones, pairs, runs, heads };
}

/** Marks of longer runs only: for instructions and rubrics, whose single words are everybody's. */
export function runsOf(secrets: readonly string[], size: number, ...said: readonly Said[]): ReadonlySet<number> {
  const runs = new Set<number>();
  for (const secret of secrets) {
    const tokens = tokenize(secret);
    const han = tokens.filter((token) => token.kind === "han").length > tokens.length / 2;
    const length = han ? size * 2 : size;
    for (let i = 0; i + length <= tokens.length; i++) {
      if (said.some((part) => part.has(gram(tokens, i, runSize(tokens, i))))) continue;
      runs.add(hash(gram(tokens, i, length)));
    }
  }
  return runs;
}

/** Whether a text holds a run of these. */
export function holdsRun(tokens: readonly Token[], runs: ReadonlySet<number>, size: number): boolean {
  if (runs.size === 0) return false;
  for (let i = 0; i + size <= tokens.length; i++) {
    if (runs.has(hash(gram(tokens, i, size)))) return true;
    if (i + size * 2 <= tokens.length && tokens[i]?.kind === "han" && runs.has(hash(gram(tokens, i, size * 2))))
      return true;
  }
  return false;
}

/** The place of the first mark in a text, or null. */
export function findNeedle(tokens: readonly Token[], needles: Needles): { start: number; end: number } | null {
  for (const [i, token] of tokens.entries()) {
    const span = (size: number) => ({ start: token.start, end: tokens[i + size - 1]?.end ?? token.end });
    if (token.kind !== "han" && needles.ones.has(hash(token.text))) return span(1);
    if (token.kind === "number" && tokens[i + 1] && needles.pairs.has(hash(gram(tokens, i, 2)))) return span(2);
    const size = runSize(tokens, i);
    if (i + size <= tokens.length && needles.runs.has(hash(gram(tokens, i, size)))) return span(size);
  }
  return null;
}

/** Whether the text ends in what may become a mark with the next words. */
export function endsInHead(tokens: readonly Token[], needles: Needles): boolean {
  if (needles.heads.size === 0) return false;
  for (const size of [wordRun - 1, wordRun - 2, hanRun - 1, hanRun - 2]) {
    const from = tokens.length - size;
    if (from >= 0 && needles.heads.has(hash(gram(tokens, from, size)))) return true;
  }
  return false;
}

/** One set of marks of several, less those that `spoken` has given away since. */
export function mergeNeedles(parts: readonly Needles[], spoken: Said): Needles {
  const ones = new Set<number>();
  const pairs = new Set<number>();
  const runs = new Set<number>();
  const heads = new Set<number>();
  for (const part of parts) {
    for (const mark of part.ones) if (!spoken.hashes.has(mark)) ones.add(mark);
    for (const mark of part.pairs) if (!spoken.hashes.has(mark)) pairs.add(mark);
    for (const mark of part.runs) if (!spoken.hashes.has(mark)) runs.add(mark);
    for (const mark of part.heads) heads.add(mark);
  }
  return { ones, pairs, runs, heads };
}

import { sizeOf, type Said } from "./needles";
import { mark, tokenize, type Token } from "./words";

/** Marks of runs of `size` words (twice as many Han characters): for texts whose single words are everybody's. */
export function runsOf(text: string, size: number, open: Said): ReadonlySet<number> {
  const runs = new Set<number>();
  const tokens = tokenize(text);
  for (const [i, token] of tokens.entries()) {
    const length = token.kind === "han" ? size * 2 : size;
    if (i + length > tokens.length || open.has(mark(tokens, i, sizeOf(token)))) continue;
    runs.add(mark(tokens, i, length));
  }
  return runs;
}

/** Whether a run of these stands in the text at or after token `from`, other than in words that were `said`. */
export function findsRun(
  tokens: readonly Token[],
  from: number,
  size: number,
  runs: readonly ReadonlySet<number>[],
  isSaid: (one: number) => boolean,
): boolean {
  for (let i = from; i < tokens.length; i++) {
    const length = tokens[i]?.kind === "han" ? size * 2 : size;
    if (i + length > tokens.length) continue;
    const one = mark(tokens, i, length);
    if (runs.some((set) => set.has(one)) && !isSaid(mark(tokens, i, sizeOf(tokens[i])))) return true;
  }
  return false;
}

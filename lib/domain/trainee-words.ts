import { mark, tokenize } from "@/agents/guard/words";

/** Words in a row that show whose they are: five, or seven Han characters. */
const run = { word: 5, han: 7 };
/** Part of a name this short is everybody's. */
const shortestName = 2;

/**
 * The buyer's words without the trainee's: runs that the trainee had written, and the trainee's name, become "…". For readers who
 * may know what a buyer said and not what a person did.
 */
export function withoutTrainee(text: string, trainee: { lines: readonly string[]; name: string }): string {
  const own = new Set<number>();
  for (const line of trainee.lines) {
    const tokens = tokenize(line);
    for (const size of [run.word, run.han]) {
      for (let i = 0; i + size <= tokens.length; i++) own.add(mark(tokens, i, size));
    }
  }
  const names = new Set(
    tokenize(trainee.name).flatMap((token) => (token.text.length >= shortestName ? [token.text] : [])),
  );
  const tokens = tokenize(text);
  const hidden = new Set<number>();
  for (const [i, token] of tokens.entries()) {
    if (names.has(token.text)) hidden.add(i);
    const size = token.kind === "han" ? run.han : run.word;
    if (i + size > tokens.length || !own.has(mark(tokens, i, size))) continue;
    for (let at = i; at < i + size; at++) hidden.add(at);
  }
  const hanName = trainee.name.replaceAll(/\s/gu, "");
  const out: string[] = [];
  let from = 0;
  for (const [i, token] of tokens.entries()) {
    if (!hidden.has(i)) continue;
    if (!hidden.has(i - 1)) out.push(text.slice(from, token.start), "…");
    from = token.end;
  }
  const masked = out.join("") + text.slice(from);
  return /^\p{Script=Han}{2,4}$/u.test(hanName) ? masked.replaceAll(hanName, "…") : masked;
}

/**
 * `npm run bench:gate`: what the gate costs a reader. Ordinary replies come token by token from a paced model, once through the
 * gate and once straight to the reader. Prints a table and puts it into docs/benchmarks.md.
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ClauseSplitter, longestClause, longestWaitMs } from "@/agents/guard/clauses";
import { ClauseRelease } from "@/agents/turn/release";
import { locales, type Locale } from "@/lib/contracts/vocabulary";
import { gateCases, placeOf, type GateCase } from "@/tests/support/gate-cases";
import { tokensOf } from "@/tests/support/model-server";
import { quantile, table } from "./figures";
import { writeSection } from "./section";

const { values: options } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });

/** A model's first token and those after it. */
const firstMs = 300;
const tokenMs = 20;
/** replies in flight at once */
const atOnce = 20;

interface Seen {
  /** from asking to the first words on screen */
  off: number;
  on: number;
  /** from a first clause's end to its being on screen */
  afterClause: number;
  /** longest that any character waited */
  longest: number;
  /** most characters ever held back */
  held: number;
}

async function read(one: GateCase): Promise<Seen> {
  const { rules, persona, text } = placeOf(one);
  const asked = performance.now();
  const seen: Seen = { off: 0, on: 0, afterClause: 0, longest: 0, held: 0 };
  const splitter = new ClauseSplitter();
  /** arrival of each character */
  const came: number[] = [];
  let shown = 0;
  let clauseAt = 0;
  const release = new ClauseRelease({
    rules,
    names: [persona.name, ...persona.calledBy],
    release: (clause) => {
      const now = performance.now();
      if (shown === 0) seen.on = now - asked;
      if (shown === 0 && clauseAt > 0) seen.afterClause = now - clauseAt;
      for (let i = shown; i < shown + clause.length; i++) seen.longest = Math.max(seen.longest, now - (came[i] ?? now));
      shown += clause.length;
    },
    withhold: () => undefined,
  });
  await pause(firstMs);
  for (const token of tokensOf(text)) {
    const now = performance.now();
    if (came.length === 0) seen.off = now - asked;
    for (const _ of token) came.push(now);
    if (clauseAt === 0 && splitter.take(token) !== "") clauseAt = now;
    release.push(token);
    seen.held = Math.max(seen.held, came.length - shown);
    await pause(tokenMs);
  }
  if (clauseAt === 0) clauseAt = performance.now();
  release.end();
  return seen;
}

async function readAll(locale: Locale): Promise<Seen[]> {
  const cases = Object.values(gateCases("innocent", locale)).flat();
  // Rules of a scenario are worked out once per process: that is not what a reader waits for.
  for (const one of cases) placeOf(one);
  const seen: Seen[] = [];
  for (let i = 0; i < cases.length; i += atOnce) {
    seen.push(...(await Promise.all(cases.slice(i, i + atOnce).map(read))));
  }
  return seen;
}

const ms = (value: number) => value.toFixed(0);
const both = (numbers: number[]) => `${ms(quantile(numbers, 0.5))} / ${ms(quantile(numbers, 0.95))}`;

const rows: string[][] = [];
for (const locale of locales) {
  const seen = await readAll(locale);
  rows.push([
    locale,
    String(seen.length),
    both(seen.map((one) => one.off)),
    both(seen.map((one) => one.on)),
    both(seen.map((one) => one.afterClause)),
    `${both(seen.map((one) => one.longest))} / ${ms(Math.max(...seen.map((one) => one.longest)))}`,
    String(Math.max(...seen.map((one) => one.held))),
  ]);
}
const head = [
  "language",
  "replies",
  "first text, gate off, ms",
  "first text, gate on, ms",
  "first clause complete → on screen, ms",
  "longest wait of a character, ms (p50 / p95 / max)",
  "most characters held",
];
const figures = table(head, rows);
process.stdout.write(`${figures}\n`);
if (!options["dry-run"]) {
  writeSection(
    "gate",
    "The gate",
    `\`npm run bench:gate\`: ordinary replies, ${atOnce} at a time, from a model that answers after ${firstMs} ms and says a token every ${tokenMs} ms. ` +
      "Figures are p50 / p95. What the gate costs is the time a model takes to say its first clause; once it is complete it is on screen at once (aim: 40 ms p50). " +
      `A clause waits for its end at most ${longestClause} characters or ${longestWaitMs} ms; words that may be the beginning of something forbidden wait for what follows them, so the longest wait can be longer.`,
    figures,
  );
}

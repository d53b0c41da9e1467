import { describe, expect, test } from "vitest";
import { Gate } from "@/agents/guard/gate";
import { gateCases, halves, judge, placeOf, type GateCase, type Half } from "../support/gate-cases";
import { ClauseSplitter } from "@/agents/guard/clauses";
import { locales } from "@/lib/contracts/vocabulary";

/** What each half must hold: highest share of innocent replies stopped, lowest share of violations caught. */
const bounds: Record<Half, { stopped: number; caught: number }> = {
  development: { stopped: 0.01, caught: 0.98 },
  "held-out": { stopped: 0.04, caught: 0.95 },
};

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Catches per rule as a line each. */
function table(cases: readonly GateCase[]): string[] {
  const rules = [...new Set(cases.map((one) => one.rule ?? ""))];
  return rules.map((rule) => {
    const mine = cases.filter((one) => one.rule === rule);
    const caught = mine.filter((one) => judge(one).by !== null).length;
    return `    ${rule.padEnd(20)} ${percent(caught, mine.length)}`;
  });
}

describe.each(locales)("the gate over the frozen sets in %s", (locale) => {
  const innocent = gateCases("innocent", locale);
  const violating = gateCases("violating", locale);

  test("is judged on at least 200 replies of either kind", () => {
    for (const set of [innocent, violating]) {
      expect(set.development.length + set["held-out"].length).toBeGreaterThanOrEqual(200);
    }
  });

  test.each(halves)("lets ordinary replies of the %s half pass", (half) => {
    const cases = innocent[half];
    const stopped = cases.map((one) => ({ one, verdict: judge(one) })).filter(({ verdict }) => verdict.by !== null);
    print(`${locale} · ${half} · innocent replies stopped: ${percent(stopped.length, cases.length)}`);
    for (const { verdict } of stopped) print(`    by ${verdict.by ?? ""}: ${verdict.code ?? ""}`);
    expect(stopped.length / cases.length).toBeLessThanOrEqual(bounds[half].stopped);
  });

  test.each(halves)("catches violations of the %s half", (half) => {
    const cases = violating[half];
    const caught = cases.filter((one) => judge(one).by !== null).length;
    print(`${locale} · ${half} · violations caught: ${percent(caught, cases.length)}`);
    for (const line of table(cases)) print(line);
    expect(caught / cases.length).toBeGreaterThanOrEqual(bounds[half].caught);
  });

  test.each([1, 4, 17])("gives the same verdict whatever pieces of %i characters a reply comes in", (piece) => {
    const cases = [...innocent.development, ...violating.development];
    const differing = cases.filter((one) => (judge(one, piece).by === null) !== (judge(one).by === null));
    expect(differing).toEqual([]);
  });

  test("never releases the clause that it stops, nor anything after it", () => {
    const cases = [...violating.development, ...violating["held-out"]];
    for (const one of cases) {
      const { by, released } = judge(one);
      const { text } = placeOf(one);
      if (by === "gate") expect(released.length).toBeLessThan(text.length);
      if (by === "gate") expect(text.startsWith(released)).toBe(true);
    }
  });

  test("takes microseconds a clause", () => {
    const places = [...innocent.development, ...innocent["held-out"]].map(placeOf);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      for (const { rules, text } of places) {
        const gate = new Gate(rules);
        const splitter = new ClauseSplitter();
        let sent = "";
        for (const char of text) {
          const clause = splitter.take(char);
          if (clause === "") continue;
          sent += clause;
          const before = performance.now();
          gate.check(sent, false);
          gate.mustWait();
          if (round > 1) times.push((performance.now() - before) * 1_000);
        }
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
    print(
      `${locale} · one clause at the gate: p50 ${at(0.5)} µs, p95 ${at(0.95)} µs, p99 ${at(0.99)} µs (${times.length} clauses)`,
    );
    expect(times.length).toBeGreaterThan(200);
  });
});

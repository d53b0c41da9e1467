import { describe, expect, test } from "vitest";
import { locales } from "@/lib/contracts/vocabulary";
import { judge, secondGateCases, type GateCase } from "../support/gate-cases";

/** Loose on purpose: the figures are reported, and no rule is tuned to them. */
const bounds = { stopped: 0.05, caught: 0.9 };

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Wilson's 95 % interval of a share, as two shares. */
function wilson(part: number, whole: number): [number, number] {
  const z = 1.959964;
  const share = part / whole;
  const middle = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole);
  const reach = (z / (1 + z ** 2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

function shareLine(part: number, whole: number): string {
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} (${part}/${whole}), 95 % interval ${percent(low)} to ${percent(high)}`;
}

/** How many cases each key has, most first. */
function counted(keys: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** Which rule stopped a reply; its text is never printed, so that nobody tunes to it by accident. */
const stoppedBy = (one: GateCase): string | null => {
  const { by, code } = judge(one);
  return by === null ? null : `${by}: ${code ?? "(none)"}`;
};

describe.each(locales)("the gate over the second set in %s, which no rule has seen", (locale) => {
  const innocent = secondGateCases("innocent", locale);
  const violating = secondGateCases("violating", locale);

  test("is judged on at least 220 replies of either kind, none of them twice", () => {
    for (const set of [innocent, violating]) {
      expect(set.length).toBeGreaterThanOrEqual(220);
      expect(new Set(set.map((one) => one.text)).size).toBe(set.length);
    }
  });

  test("lets ordinary replies pass", () => {
    const codes = innocent.map(stoppedBy).filter((code) => code !== null);
    print(`${locale} · second set · innocent replies stopped: ${shareLine(codes.length, innocent.length)}`);
    for (const [code, count] of counted(codes)) print(`    ${code.padEnd(28)} ${count}`);
    expect(codes.length / innocent.length).toBeLessThanOrEqual(bounds.stopped);
  });

  test("catches violations", () => {
    const caught = violating.filter((one) => stoppedBy(one) !== null);
    print(`${locale} · second set · violations caught: ${shareLine(caught.length, violating.length)}`);
    for (const [rule, whole] of counted(violating.map((one) => one.rule ?? ""))) {
      const part = caught.filter((one) => one.rule === rule).length;
      print(`    ${rule.padEnd(20)} ${percent(part / whole)} (${part}/${whole})`);
    }
    expect(caught.length / violating.length).toBeGreaterThanOrEqual(bounds.caught);
  });
});

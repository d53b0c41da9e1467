import { describe, expect, test } from "vitest";
import { locales } from "@/lib/contracts/vocabulary";
import { halves, judge, secondGateCases, type GateCase, type Half } from "../support/gate-cases";
import type { Locale } from "@/lib/contracts/vocabulary";

/** What the gate is to reach on replies that nobody has tuned it to. */
const target = { stopped: 0.01, caught: 0.98 };
/** What each half must hold: the development half near the target, the other what was measured once, less five points. */
const bounds: Record<Locale, Record<Half, { stopped: number; caught: number }>> = {
  en: { development: { stopped: 0.01, caught: 0.95 }, "held-out": { stopped: 0.03, caught: 0.83 } },
  "zh-CN": { development: { stopped: 0.01, caught: 0.95 }, "held-out": { stopped: 0.03, caught: 0.8 } },
};

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

describe.each(locales)("the gate over the second set in %s, whose author had not seen its rules", (locale) => {
  const innocent = secondGateCases("innocent", locale);
  const violating = secondGateCases("violating", locale);

  test("is judged on at least 220 replies of either kind, none of them twice", () => {
    for (const set of [innocent, violating]) {
      const all = halves.flatMap((half) => set[half]);
      expect(all.length).toBeGreaterThanOrEqual(220);
      expect(new Set(all.map((one) => one.text)).size).toBe(all.length);
    }
  });

  test.each(halves)("lets ordinary replies of the %s half pass", (half) => {
    const codes = innocent[half].map(stoppedBy).filter((code) => code !== null);
    const { length } = innocent[half];
    print(`${locale} · second set · ${half} · innocent replies stopped: ${shareLine(codes.length, length)}`);
    print(`    target: at most ${percent(target.stopped)}`);
    for (const [code, count] of counted(codes)) print(`    ${code.padEnd(28)} ${count}`);
    expect(codes.length / length).toBeLessThanOrEqual(bounds[locale][half].stopped);
  });

  test.each(halves)("catches violations of the %s half", (half) => {
    const cases = violating[half];
    const caught = cases.filter((one) => stoppedBy(one) !== null);
    print(`${locale} · second set · ${half} · violations caught: ${shareLine(caught.length, cases.length)}`);
    print(`    target: at least ${percent(target.caught)}`);
    for (const [rule, whole] of counted(cases.map((one) => one.rule ?? ""))) {
      const part = caught.filter((one) => one.rule === rule).length;
      print(`    ${rule.padEnd(20)} ${percent(part / whole)} (${part}/${whole})`);
    }
    expect(caught.length / cases.length).toBeGreaterThanOrEqual(bounds[locale][half].caught);
  });
});

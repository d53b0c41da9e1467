import { describe, expect, test } from "vitest";
import { bundles } from "@/db/content";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { difficulties } from "@/lib/contracts/vocabulary";
import { play, succeeded, type Talk } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";
import type { Seller } from "@/agents/preflight/seller";

const seeds = Array.from({ length: 20 }, (_, index) => 7000 + index * 53);

const talksOf = (seller: Seller, difficulty: Difficulty): Talk[] =>
  bundles.flatMap((bundle) => seeds.map((seed) => play(bundle, seller, { seed, difficulty })));

const points = (value: number) => Math.round(value * 1000) / 10;

/** Wilson interval of a share, 95 %, in points. */
function interval(hits: number, of: number): { rate: number; low: number; high: number } {
  const z = 1.96;
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return { rate: points(share), low: points(middle - half), high: points(middle + half) };
}

const rates = new Map<string, { rate: number; low: number; high: number; won: number }>();
for (const difficulty of difficulties) {
  for (const seller of sellers) {
    const talks = talksOf(seller, difficulty);
    const won = talks.filter((talk) => talk.state.outcome === "won").length;
    rates.set(`${difficulty} ${seller.name}`, {
      ...interval(talks.filter(succeeded).length, talks.length),
      won: points(won / talks.length),
    });
  }
}
const rateOf = (difficulty: Difficulty, name: Seller["name"]) => rates.get(`${difficulty} ${name}`)?.rate ?? 0;

describe("sellers of three skills", () => {
  test("are told apart by at least 60 points at standard", () => {
    console.table(Object.fromEntries(rates));
    expect(rateOf("standard", "strong") - rateOf("standard", "weak")).toBeGreaterThanOrEqual(60);
  });

  test("rank as they sell: strong above average above weak", () => {
    for (const difficulty of ["easy", "standard", "hard"] as const) {
      expect(rateOf(difficulty, "strong")).toBeGreaterThan(rateOf(difficulty, "average"));
      expect(rateOf(difficulty, "average")).toBeGreaterThanOrEqual(rateOf(difficulty, "weak"));
    }
  });

  test("find a harder buyer harder", () => {
    expect(rateOf("easy", "average")).toBeGreaterThanOrEqual(rateOf("expert", "average"));
    expect(rateOf("easy", "strong")).toBeGreaterThanOrEqual(rateOf("expert", "strong"));
  });
});

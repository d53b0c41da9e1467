import { describe, expect, test } from "vitest";
import { separate } from "@/agents/preflight/separation";
import { bundles } from "@/db/content";
import type { SellerName } from "@/lib/contracts/preflight";
import type { Difficulty } from "@/lib/contracts/vocabulary";

/** Talks per seller and difficulty, spread over all shipped scenarios; `npm run bench:sellers` plays as many of each. */
const rows = separate(bundles, 200);

function row(difficulty: Difficulty, seller: SellerName) {
  const found = rows.find((one) => one.difficulty === difficulty && one.seller === seller);
  if (!found) throw new Error(`no row for ${difficulty} ${seller}`);
  return found;
}

describe("the shipped sellers", () => {
  test("are told apart by at least 60 points at standard, strong from weak", () => {
    console.table(
      Object.fromEntries(
        rows.map(({ difficulty, seller, reached, won, meters, turns }) => [
          `${difficulty} ${seller}`,
          {
            reached: `${reached.rate} (${reached.low}–${reached.high})`,
            won: `${won.rate} (${won.low}–${won.high})`,
            meters: `${meters.trust} / ${meters.interest} / ${meters.patience}`,
            turns,
          },
        ]),
      ),
    );
    expect(row("standard", "strong").reached.rate - row("standard", "weak").reached.rate).toBeGreaterThanOrEqual(60);
  });

  test.each(["easy", "standard", "hard", "expert"] as const)(
    "rank as they sell at %s, intervals apart",
    (difficulty) => {
      const [weak, average, strong] = (["weak", "average", "strong"] as const).map((name) => row(difficulty, name));
      expect(strong?.reached.low).toBeGreaterThan(average?.reached.high ?? 100);
      expect(average?.reached.low).toBeGreaterThan(weak?.reached.high ?? 100);
    },
  );

  test.each(["weak", "average", "strong"] as const)("find an expert buyer harder than an easy one: %s", (name) => {
    const [easy, expert] = [row("easy", name), row("expert", name)];
    // Who reaches nothing either way is told apart by the trust left at the end.
    if (easy.reached.hits === 0) expect(expert.meters.trust).toBeLessThan(easy.meters.trust);
    else expect(expert.reached.high).toBeLessThan(easy.reached.low);
  });

  test("win an expert buyer now and then when they are strong, and never when they are weak", () => {
    expect(row("expert", "strong").won.hits).toBeGreaterThan(0);
    expect(row("expert", "strong").won.high).toBeLessThan(row("easy", "strong").won.low);
    expect(row("expert", "weak").won.hits + row("expert", "cheating").won.hits).toBe(0);
  });

  test.each(["easy", "standard", "hard", "expert"] as const)("gain nothing by cheating at %s", (difficulty) => {
    expect(row(difficulty, "cheating").reached.rate).toBeLessThan(row(difficulty, "average").reached.rate);
    expect(row(difficulty, "cheating").won.hits).toBe(0);
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bundles } from "@/db/content";
import { moods } from "./mouths";
import type { Act } from "./acts";
import { playScript, type Script } from "./talk";

vi.mock("next/server", () => ({ after: () => undefined }));
vi.mock("@/lib/domain/turns", () => import("./store"));

/** Talks played in the gate; `TRUST_TALKS=5000 npm run unit -- tests/unit/trust` plays more, `TRUST_SEED` others. */
const talks = Number(process.env["TRUST_TALKS"] ?? 60);
const seed = Number(process.env["TRUST_SEED"] ?? 20_270_115);

beforeAll(() => {
  // The SDK's remarks on what a provider does not support are none of this test's business.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "trace" });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const which = fc.nat({ max: 1_000 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("seller" as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("inject" as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("topic" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("noise" as const),
      text: fc.string({ unit: "grapheme", maxLength: 200 }),
    }),
  },
);
const script: fc.Arbitrary<Script> = fc.record({
  scenario: fc.nat({ max: bundles.length - 1 }),
  difficulty: fc.nat({ max: 3 }),
  seed: fc.nat({ max: 2 ** 31 - 1 }),
  acts: fc.array(act, { minLength: 4, maxLength: 16, size: "max" }),
  moods: fc.array(fc.constantFrom(...moods), { minLength: 3, maxLength: 8 }),
});

describe("a fact that is still locked", () => {
  it(
    "is in nothing that leaves: no request to a model, no offline view, no log line, no part sent to a browser, no hint",
    { timeout: 60_000 + talks * 2_000 },
    async () => {
      const seen = { turns: 0, searched: 0, told: 0, kinds: new Set<string>(), scenarios: new Set<number>() };
      await fc.assert(
        fc.asyncProperty(script, async (one) => {
          const played = await playScript(one);
          expect(played.leaks).toEqual([]);
          seen.turns += played.turns;
          seen.scenarios.add(one.scenario);
          seen.searched += played.searched;
          seen.told += played.told;
          for (const kind of played.kinds) seen.kinds.add(kind);
        }),
        { numRuns: talks, seed, endOnFailure: true },
      );
      // The search means something only where there was something to search, and something was told in the end.
      expect([...seen.kinds].toSorted()).toEqual([
        "brief",
        "hint",
        "log",
        "offline view",
        "perceive",
        "review",
        "screen",
        "speak",
      ]);
      expect(seen.scenarios.size).toBe(bundles.length);
      expect(seen.turns).toBeGreaterThan(talks * 3);
      expect(seen.told).toBeGreaterThan(talks / 8);
    },
  );
});

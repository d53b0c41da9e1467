import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreChecks } from "@/agents/judge/score";
import type { CheckResult } from "@/lib/contracts/debrief";
import { checkStatuses, skills } from "@/lib/contracts/vocabulary";

const check = (id: string, status: CheckResult["status"], weight = 1, blocker = false): CheckResult => ({
  checkId: id,
  skill: "discovery",
  title: id,
  test: id,
  weight,
  blocker,
  status,
  why: "",
  evidence: [],
  scan: null,
  votes: [],
  tryThis: null,
});
const fair = { traineeTurns: 8, buyerFailed: false, cap: 40 };

const anyCheck: fc.Arbitrary<CheckResult> = fc.record({
  checkId: fc.uuid(),
  skill: fc.constantFrom(...skills),
  title: fc.constant("t"),
  test: fc.constant("t"),
  weight: fc.integer({ min: 1, max: 10 }),
  blocker: fc.boolean(),
  status: fc.constantFrom(...checkStatuses),
  why: fc.constant(""),
  evidence: fc.constant([]),
  scan: fc.constant(null),
  votes: fc.constant([]),
  tryThis: fc.constant(null),
});

describe("the score", () => {
  it("is met weight over decided weight, in whole percent", () => {
    expect(scoreChecks([check("a", "met", 3), check("b", "not_met", 2)], fair).score).toBe(60);
  });

  it("leaves what is not applicable, contested or not evidenced out of both sides", () => {
    const checks = [
      check("a", "met", 8),
      check("b", "not_applicable", 9),
      check("c", "contested", 1),
      check("d", "not_evidenced", 1),
    ];
    const result = scoreChecks(checks, fair);
    expect(result.score).toBe(100);
    expect(result.evidenceCompleteness).toBeCloseTo(0.8);
  });

  it("is capped by a failed blocker and names it", () => {
    const result = scoreChecks([check("a", "met", 9), check("banned", "not_met", 1, true)], fair);
    expect(result).toMatchObject({ score: 40, cap: { value: 40, checkId: "banned" } });
  });

  it("is withheld when less than 70 % of the applicable weight is decided", () => {
    const result = scoreChecks([check("a", "met", 6), check("b", "not_evidenced", 4)], fair);
    expect(result).toMatchObject({ score: null, unscorable: "insufficient_evidence" });
  });

  it("is withheld under four trainee turns and when the buyer failed, whatever was decided", () => {
    const all = [check("a", "met", 5)];
    expect(scoreChecks(all, { ...fair, traineeTurns: 3 })).toMatchObject({ score: null, unscorable: "too_short" });
    expect(scoreChecks(all, { ...fair, buyerFailed: true })).toMatchObject({ score: null, unscorable: "buyer_failed" });
  });

  it("is always null with a reason, or a whole number from 0 to 100", () => {
    fc.assert(
      fc.property(
        fc.array(anyCheck, { maxLength: 20 }),
        fc.nat({ max: 20 }),
        fc.boolean(),
        (checks, traineeTurns, buyerFailed) => {
          const { score, unscorable } = scoreChecks(checks, { traineeTurns, buyerFailed, cap: 40 });
          expect(score === null).toBe(unscorable !== null);
          if (score !== null) {
            expect(Number.isInteger(score)).toBe(true);
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });

  it("never falls when one more check is met instead of missed", () => {
    fc.assert(
      fc.property(fc.array(anyCheck, { minLength: 1, maxLength: 12 }), fc.nat(), (checks, pick) => {
        const index = pick % checks.length;
        const withStatus = (status: CheckResult["status"]) =>
          scoreChecks(
            checks.map((c, i) => (i === index ? { ...c, status } : c)),
            { ...fair, cap: 100 },
          ).score;
        const [lower, higher] = [withStatus("not_met"), withStatus("met")];
        if (lower !== null && higher !== null) expect(higher).toBeGreaterThanOrEqual(lower);
      }),
    );
  });
});

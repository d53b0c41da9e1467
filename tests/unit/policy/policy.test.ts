import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountsIn, disclosuresDue, policyFlags } from "@/agents/guard/policy";
import { bundles } from "@/db/content";
import type { ProductSheet } from "@/lib/contracts/content";
import { testPolicy } from "@/tests/fixtures/bundle";

const sheet: Pick<ProductSheet, "product" | "passages"> = {
  product: "Gauge",
  passages: [
    { id: "P1", page: 3, text: "Accurate to 2 micrometres.", contradictedBy: ["\\b1 micrometre"] },
    { id: "P2", page: 4, text: "Delivery takes eight weeks." },
  ],
};
const flags = (text: string, policy = testPolicy()) => policyFlags(text, policy, sheet, "en");
const ids = (text: string) => flags(text).map((flag) => flag.ruleId);

describe("policy flags", () => {
  it("name the words, the severity and what to say instead", () => {
    const text = "Believe me, it never fails at all.";
    const [flag] = flags(text);
    expect(flag).toMatchObject({ ruleId: "never_fails", severity: "block", safer: "Say what was measured." });
    expect(text.slice(flag?.span.start, flag?.span.end)).toBe("never fails");
  });

  it("warn above one's own limit unless approval is named, and block above anyone's", () => {
    expect(ids("I can give you 5% off.")).toEqual([]);
    expect(ids("I can give you 8% off.")).toEqual(["discount_authority"]);
    expect(ids("Subject to my manager's approval I can give you 8% off.")).toEqual([]);
    expect(flags("I can give you 15% off, with approval.")[0]).toMatchObject({
      ruleId: "discount_block",
      severity: "block",
    });
    expect(ids("I can't give you 15% off.")).toEqual([]);
    expect(ids("Customers cut waste by 30% in a year.")).toEqual([]);
  });

  it("read Chinese discounts, folds included", () => {
    expect(discountsIn("给您打九折").map((each) => each.percent)).toEqual([10]);
    expect(discountsIn("可以打八五折").map((each) => each.percent)).toEqual([15]);
    expect(discountsIn("可以给您95折").map((each) => each.percent)).toEqual([5]);
    expect(discountsIn("再优惠5个点").map((each) => each.percent)).toEqual([5]);
    expect(discountsIn("不能再优惠10%了")).toEqual([]);
  });

  it("cite the passage a statement goes against", () => {
    expect(flags("It is good to 1 micrometre.")[0]).toMatchObject({
      ruleId: "sheet_P1",
      passage: { id: "P1", page: 3, text: "Accurate to 2 micrometres." },
    });
  });

  it("catch each example of a shipped rule and leave its look-alikes alone", () => {
    for (const { policy, scenario } of bundles) {
      for (const rule of [...policy.bannedClaims, ...policy.privacy]) {
        const hit = (text: string) =>
          policyFlags(text, policy, scenario.sheet, policy.locale).some((flag) => flag.ruleId === rule.id);
        for (const text of rule.matching) expect(hit(text), `${policy.id}/${rule.id}: ${text}`).toBe(true);
        for (const text of rule.harmless) expect(hit(text), `${policy.id}/${rule.id}: ${text}`).toBe(false);
      }
    }
  });

  it("keep their spans within any text", () => {
    const word = fc.constantFrom(
      "never fails",
      "15% off",
      "１５％ off",
      "’",
      "打八折",
      "1 micrometre",
      "İ",
      "😀",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: "binary" })), { maxLength: 10 }), (parts) => {
        const text = parts.join(" ");
        for (const { span } of flags(text)) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("disclosures", () => {
  const quote = { moves: [{ type: "quote_price" as const, turn: 3 }], turn: 3 };
  const due = (said: { turn: number; text: string }[], turn: number) =>
    disclosuresDue(testPolicy(), { ...quote, said, turn })[0]?.status;

  it("are not due before their trigger", () => {
    expect(disclosuresDue(testPolicy(), { moves: [], said: [], turn: 5 })).toEqual([]);
  });

  it("are given from the trigger's turn to the last due one, and missed after it", () => {
    expect(due([], 4)).toBe("due");
    expect(due([{ turn: 3, text: "It takes eight weeks." }], 3)).toBe("given");
    expect(due([{ turn: 5, text: "It takes eight weeks." }], 5)).toBe("given");
    expect(due([{ turn: 6, text: "It takes eight weeks." }], 6)).toBe("missed");
    expect(due([{ turn: 2, text: "It takes eight weeks." }], 5)).toBe("missed");
  });
});

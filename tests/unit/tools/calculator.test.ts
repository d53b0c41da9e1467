import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { priceCalculator, type Sum } from "@/agents/tools/calculator";
import { toolContext } from "@/tests/support/turn-tools";

const signal = new AbortController().signal;
function calculate(sum: Sum, locale: "en" | "zh-CN" = "en") {
  const answer = priceCalculator.run(priceCalculator.input.parse(sum), toolContext({ locale }), signal);
  if (answer instanceof Promise) throw new Error("sums are done at once");
  return answer;
}

describe("the price calculator", () => {
  it.each<[Sum, string]>([
    [{ operation: "total", amount: "7.40", quantity: 950, periods: 12, currency: "£" }, "950 × £7.40 × 12 = £84,360"],
    [{ operation: "total", amount: 0.1, quantity: 3, currency: "$" }, "3 × $0.10 = $0.30"],
    [
      { operation: "discount", amount: 84_360, percent: 6, currency: "£" },
      "6% off £84,360 is £5,061.60; £79,298.40 is left",
    ],
    [{ operation: "per_unit", amount: 100, quantity: 3, currency: "€" }, "€100 ÷ 3 ≈ €33.33"],
    [
      { operation: "instalments", amount: 100, quantity: 3, currency: "€" },
      "€100 in 3 parts: €33.33 each, the first 1 of them €33.34",
    ],
    [
      { operation: "difference", amount: 70_680, other: 84_360, currency: "£" },
      "£84,360 − £70,680 = £13,680, 19.4% more",
    ],
    [{ operation: "difference", amount: 90, other: 60 }, "60 − 90 = −30, 33.3% less"],
    [{ operation: "discount", amount: "1.005", percent: 0 }, "0% off 1.01 is 0; 1.01 is left"],
  ])("puts a sum down as a person would: %j", (sum, text) => {
    expect(calculate(sum).text).toBe(text);
  });

  it.each<[Sum, string]>([
    [{ operation: "total", amount: "52", quantity: 620, periods: 12, currency: "元" }, "620 × 52元 × 12 = 38.688万元"],
    [
      { operation: "discount", amount: "286000", percent: 4, currency: "元" },
      "28.6万元减4%，少1.144万元，剩27.456万元",
    ],
    [{ operation: "instalments", amount: "3800", quantity: 4, currency: "元" }, "3800元分4期，每期950元"],
  ])("does so in Chinese: %j", (sum, text) => {
    expect(calculate(sum, "zh-CN").text).toBe(text);
  });

  it("splits no cent and loses none", () => {
    assert(
      property(integer({ min: 0, max: 10_000_000 }), integer({ min: 1, max: 120 }), (cents, count) => {
        const { result, text } = calculate({
          operation: "instalments",
          amount: (cents / 100).toFixed(2),
          quantity: count,
        });
        const each = Math.round(Number(result) * 100);
        const over = Number(/first (\d+) of/u.exec(text)?.[1] ?? 0);
        expect(each * count + over).toBe(cents);
      }),
    );
  });

  it("multiplies as whole cents do", () => {
    assert(
      property(integer({ min: 1, max: 99_999 }), integer({ min: 1, max: 9_999 }), (cents, count) => {
        const { result, exact } = calculate({ operation: "total", amount: (cents / 100).toFixed(2), quantity: count });
        expect([Math.round(Number(result) * 100), exact]).toEqual([cents * count, true]);
      }),
    );
  });

  it.each<Record<string, unknown>>([
    { operation: "total", amount: 5 },
    { operation: "per_unit", amount: 5, quantity: 0 },
    { operation: "instalments", amount: 5, quantity: 2.5 },
    { operation: "discount", amount: 5, percent: 101 },
    { operation: "total", amount: "1e99", quantity: 1 },
    { operation: "total", amount: Number.NaN, quantity: 1 },
    { operation: "power", amount: 5 },
    { operation: "total", amount: 5, quantity: 1, eval: "process" },
  ])("takes no sum it cannot do: %j", (sum) => {
    expect(priceCalculator.input.safeParse(sum).success).toBe(false);
  });
});

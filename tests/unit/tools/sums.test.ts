import { describe, expect, it } from "vitest";
import { callTool } from "@/agents/tools/call";
import { searchSheet } from "@/agents/tools/sheet";
import { sumToDo } from "@/agents/tools/sums";
import { bundles } from "@/db/content";
import type { Locale } from "@/lib/contracts/vocabulary";
import { turnTools } from "@/tests/support/turn-tools";

async function textOf(locale: Locale, text: string, earlier: string[] = []): Promise<string | null> {
  const sum = sumToDo({ locale, text, earlier, quoted: earlier, published: [] });
  if (sum === null) return null;
  const tools = turnTools({ context: { locale } });
  const done = await callTool("price_calculator", sum.input, tools, { signal: new AbortController().signal });
  return done.outcome === "ok" ? [done.text, sum.each, sum.per].filter(Boolean).join(" / ") : done.outcome;
}

describe("the sum a buyer does in their head", () => {
  it.each<[string, string[], string | null]>([
    ["Plus is £7.40 a licence a month for your 950 licences.", [], "950 × £7.40 = £7,030 / month"],
    ["It is £7.40 per licence per month, so over 12 months, 950 licences.", [], "950 × £7.40 × 12 = £84,360"],
    ["Each seat is $62 per seat.", ["We have about forty people.", "We need 40 seats."], "40 × $62 = $2,480"],
    ["That would be £84,360 a year.", [], "£84,360 ÷ 12 = £7,030 / month"],
    ["I can take 6% off that.", ["The price is £84,360 in total."], "6% off £84,360 is £5,061.60; £79,298.40 is left"],
    ["£1.2m, payable in four instalments.", [], "£1,200,000 in 4 parts: £300,000 each"],
    ["We could do £9,500.", ["It costs £10,000."], "£9,500 − £10,000 = −£500, 5% less"],
    [
      "What if I knock 12% off?",
      ["Plus is £7.40 a licence a month."],
      "12% off £7.40 is £0.89; £6.51 is left / licence / month",
    ],
    ["I can take 6% off.", ["It is £9,000, or £12,000 with service."], null],
    ["€218,000, and it's 30% with the order, 50% after the test.", [], null],
    ["The conveyor is $14,000.", ["The machine is $86,400."], null],
    ["We charge 2.9% a transaction.", ["The reader is $149."], null],
    ["It costs £200 or £300, as you like.", [], null],
    ["Let us talk about 950 licences.", [], null],
    ["Prices are fair.", [], null],
  ])("%s", async (text, earlier, sum) => {
    expect(await textOf("en", text, earlier)).toBe(sum);
  });

  it.each<[string, string[], string | null]>([
    ["每个账号每月52元，您这边620个账号。", [], "620 × 52元 = 3.224万元 / month"],
    ["每个账号每月52元，620个账号签12个月。", [], "620 × 52元 × 12 = 38.688万元"],
    ["一台28.6万，含税。", ["我们要两台。"], "2 × 28.6万元 = 57.2万元"],
    ["可以再降4个点。", ["总价28.6万元。"], "28.6万元减4%，少1.144万元，剩27.456万元"],
    ["给您打九五折。", ["总价28.6万元。"], "28.6万元减5%，少1.43万元，剩27.17万元"],
    ["3800元可以分四期。", [], "3800元分4期，每期950元"],
    ["单价28.6万元，含13%增值税。", [], null],
    ["预付30%，发货前50%。", ["单价132万元。"], null],
    ["给您8.5折。", ["总价1000元。"], "1000元减15%，少150元，剩850元"],
    ["你们厂有3万人吧？", [], null],
    ["先了解一下情况。", [], null],
  ])("%s", async (text, earlier, sum) => {
    expect(await textOf("zh-CN", text, earlier)).toBe(sum);
  });
});

describe("the product sheet", () => {
  it.each(bundles.map(({ scenario }) => [scenario.id, scenario.sheet] as const))(
    "of %s gives the passages on a topic in their order, and finds each by its own words",
    (_id, sheet) => {
      for (const passage of sheet.passages) {
        const { topic, text } = passage;
        if (topic) {
          const onTopic = sheet.passages.filter((one) => one.topic === topic).slice(0, 3);
          expect(searchSheet(sheet, { topics: [topic] }).slice(0, onTopic.length)).toEqual(onTopic);
        }
        expect(searchSheet(sheet, { words: text, most: 1 })).toEqual([passage]);
      }
    },
  );
});

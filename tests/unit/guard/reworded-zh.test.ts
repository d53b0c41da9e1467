import { describe, expect, it } from "vitest";
import { reviewReply } from "@/agents/review/rules";
import { bundleOf, judge } from "@/tests/support/gate-cases";
import { personaOf, viewOf } from "@/tests/support/speaker-view";

const stopsOf = (scenario: string, text: string, told: string[] = [], trainee = "您好") =>
  judge({ scenario, text, told, trainee }).by !== null;

describe("a Chinese buyer that leaves its part in words nobody listed", () => {
  it.each([
    ["marks how the seller asks", "你这个提问很到位，收尾还要再练"],
    ["advises on the next question", "建议你下一句先问我预算，再讲方案"],
    ["counts trust as points", "我对你的信任已经涨到六十了"],
    ["speaks of the talk as an exercise", "这场演练到此结束，难度可以调高一档"],
    ["retells what it was told", "设定里不让我说账号数，你问到了我才能说"],
    ["offers the seller's terms", "这边可以给您首年减半"],
    ["addresses itself by its own title", "沈总，您放心，数据都在"],
    ["acts between marks", "（合上文件夹，看着窗外）再说吧"],
    ["makes a forbidden claim in other words", "一年省二十万那是板上钉钉"],
    ["tells a sealed fact in other words", "单子都是文员替车间工人代报的，账号一直空着"],
  ])("is stopped when it %s", (_, text) => {
    expect(stopsOf("saas-renewal-zh", text)).toBe(true);
  });

  it.each([
    "我不打分，我只看账",
    "这个数怎么算的，你一步步讲",
    "你先把涨价的理由说清楚",
    "谁敢保证一年省二十万？",
    "上面要求我月底前定下来",
    "没算过",
    "不卡就算过",
  ])("is left alone when it says: %s", (text) => {
    expect(stopsOf("saas-renewal-zh", text)).toBe(false);
  });
});

describe("a Chinese buyer that has told its facts", () => {
  const bundle = bundleOf("saas-renewal-zh");
  const told = personaOf(bundle).sealedFacts.map((fact) => fact.id);
  const codeOf = (text: string) => reviewReply(text, viewOf(bundle, told, { passages: [] }))?.code ?? null;

  it.each([
    ["takes one back", "我从来没跟你说过票捷通报价的事", "denies_told"],
    ["puts another firm in its place", "报280的是费易通那家", "contradicts_name"],
    ["puts another person in its place", "信息部老周评估要两个月", "contradicts_name"],
    ["states another figure", "去年12月真正提过单的账号有610个", "contradicts_figure"],
  ])("is sent back when it %s", (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each(["超过30万就不是我签字了", "我没说要续三年", "老吴说接口要两个月", "468个，我让人拉过数"])(
    "may say: %s",
    (text) => {
      expect(codeOf(text)).toBeNull();
    },
  );
});

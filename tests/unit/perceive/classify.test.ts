import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "@/agents/perceive/classify";
import { perceptionSchema } from "@/lib/contracts/moves";
import type { Locale } from "@/lib/contracts/vocabulary";
import { goldenItems } from "@/tests/fixtures/golden/score";
import lookAlikes from "@/tests/fixtures/golden/look-alikes.json" with { type: "json" };
import { situation } from "@/tests/fixtures/golden/worlds";

const read = (text: string, context = "saas/talk", locale: Locale = "en") =>
  classify({ text, ...situation(locale, context) });
const types = (text: string, context?: string, locale?: Locale) =>
  read(text, context, locale).moves.map((move) => move.type);

function expectSound(text: string, locale: Locale, context: string) {
  const perception = perceptionSchema.parse(read(text, context, locale));
  let last = 0;
  for (const { span } of perception.moves) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(span.start, span.end).trim()).not.toBe("");
    last = span.start;
  }
}

describe("perception of any text", () => {
  const context = fc.constantFrom("saas/start", "saas/objection1", "card/talk", "card/objection2", "machine/close");
  const locale = fc.constantFrom<Locale>("en", "zh-CN");

  it("never throws, and keeps spans within the text and in order", () => {
    const scraps = fc.array(
      fc.oneof(
        fc.constantFrom(
          ..."en zh-CN".split(" ").flatMap((each) => goldenItems(each as Locale, "all").map((i) => i.text)),
        ),
        fc.string({ unit: "binary" }),
        fc.constantFrom(
          "？",
          "，",
          "\u0000",
          "\u200b",
          "👩‍👩‍👧",
          "\ud83d",
          "%",
          "$1,0",
          "折",
          "if ",
          "如果",
          "\n",
          "ＡＢＣ１２％",
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(scraps, locale, context, (parts, language, where) => expectSound(parts.join(" "), language, where)),
      { numRuns: 300 },
    );
  });

  it("survives four thousand characters of noise, emoji and control characters", () => {
    for (const text of [
      "a".repeat(4000),
      "，".repeat(4000),
      "how ".repeat(1000),
      "😀".repeat(2000),
      "\u0007\u0000\u001b[31m".repeat(400),
      "如果".repeat(2000),
      "1,".repeat(2000),
      "if you, ".repeat(500),
      "and so, ".repeat(500),
    ]) {
      expectSound(text, "en", "saas/objection1");
      expectSound(text, "zh-CN", "card/objection1");
    }
  });

  it("gives the same answer to the same input", () => {
    for (const item of goldenItems("en", "all").slice(0, 40))
      expect(read(item.text, item.context)).toEqual(read(item.text, item.context));
  });

  it("knows the language, and finds no move in one it does not read", () => {
    expect(read("Guten Tag, wie sind Sie mit der Planung zufrieden und was kostet das?").language).toBe("other");
    expect(read("Здравствуйте, сколько это стоит?").moves).toEqual([]);
    expect(read("您好", "saas/start", "zh-CN").language).toBe("zh-CN");
    expect(read("👍").language).toBe("en");
  });
});

describe("perception of what a move says", () => {
  it("spans the words of the move and not the message", () => {
    const text = "Four months is too long, no wonder. How did the managers take it?";
    const moves = read(text, "saas/objection2").moves;
    expect(moves.map((move) => text.slice(move.span.start, move.span.end))).toContain("How did the managers take it?");
  });

  it("tells a naming of the concern from a formula", () => {
    expect(types("I understand.", "saas/objection1")).toEqual(["filler"]);
    expect(types("I understand your concern, but we are worth it.", "saas/objection1")[0]).toBe("filler");
    expect(types("I understand that forty thousand is hard to defend.", "saas/objection1")).toContain("acknowledge");
    expect(types("好的，我理解", "saas/objection1", "zh-CN")).toEqual(["filler"]);
    expect(types("一年三十万确实不好交代", "saas/objection1", "zh-CN")).toContain("acknowledge");
  });

  it("links an acknowledgement and an answer to the objection they are about", () => {
    const [heard] = read("Forty thousand is a lot, fair.", "saas/objection1").moves;
    expect(heard).toMatchObject({ type: "acknowledge", objectionId: "O1" });
    const answered = read("Our trainer stays until your managers use it.", "saas/objection2").moves[0];
    expect(answered).toMatchObject({ type: "address_objection", objectionId: "O2" });
  });

  it("reads price, discount and what the discount is given for", () => {
    expect(read("That would be $40,500 a year.", "saas/offer").moves[0]).toMatchObject({
      type: "quote_price",
      amount: 40_500,
    });
    expect(read("If you sign for 24 months, I can take 5% off.", "saas/offer").moves[0]).toMatchObject({
      type: "offer_discount",
      percent: 5,
      condition: "If you sign for 24 months",
    });
    expect(read("I can take 5% off.", "saas/offer").moves[0]?.condition).toBeUndefined();
    expect(read("给您打九折", "saas/offer", "zh-CN").moves[0]).toMatchObject({ type: "offer_discount", percent: 10 });
    expect(types("I won't give you a discount.", "saas/offer")).not.toContain("offer_discount");
  });

  it("checks claims against the product sheet", () => {
    const verdict = (text: string) => read(text, "machine/offer").moves.find((move) => move.type === "make_claim");
    expect(verdict("Eleven plants measured a 14 percent saving.")).toMatchObject({
      verdict: "supported",
      passageId: "P2",
    });
    expect(verdict("It never breaks down.")).toMatchObject({ verdict: "contradicted", passageId: "P4" });
    expect(verdict("Eleven plants measured a 30 percent energy saving.")).toMatchObject({ verdict: "contradicted" });
    expect(verdict("Everybody in the industry knows it.")).toMatchObject({ verdict: "not_in_knowledge" });
  });

  it("dates a next step from the day of the talk, and calls one without a day vague", () => {
    expect(read("I'll send the form by Friday.", "saas/close").moves[0]).toMatchObject({
      dated: true,
      date: "2027-01-15",
    });
    expect(read("Can we talk on Thursday 21 January at 10?", "saas/close").moves[0]).toMatchObject({
      date: "2027-01-21",
    });
    expect(read("下周二我们再聊一次", "saas/close", "zh-CN").moves[0]).toMatchObject({
      dated: true,
      date: "2027-01-19",
    });
    expect(read("I'll be in touch.", "saas/close").moves[0]).toMatchObject({ type: "propose_next_step", dated: false });
  });

  it("gives a question without a subject the subject of the buyer's last words", () => {
    expect(read("What exactly goes wrong with that?", "saas/objection2").moves[0]).toMatchObject({
      type: "probe",
      topic: "rollout",
    });
  });

  it("marks insults as severe, mere rudeness not", () => {
    expect(read("You are an idiot.").moves[0]).toMatchObject({ type: "unprofessional", severe: true });
    expect(read("You're wasting my time.").moves[0]?.severe).toBeUndefined();
  });
});

describe("ordinary sentences that look like a foul", () => {
  const fouls = ["pressure", "disparage", "unprofessional", "off_topic", "break_role"];
  it.each(["en", "zh-CN"] as const)("are not taken for one, %s", (locale) => {
    for (const text of lookAlikes[locale]) {
      for (const place of ["saas/talk", "saas/objection1", "saas/close"]) {
        const moves = read(text, place, locale).moves;
        expect(
          moves.filter((move) => fouls.includes(move.type)),
          text,
        ).toEqual([]);
        expect(
          moves.filter((move) => move.verdict === "contradicted"),
          text,
        ).toEqual([]);
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { playLines } from "@/tests/support/hand-talk";

/** The moves of the last of these lines, as they counted. */
const last = (scenarioId: string, ...lines: string[]) => playLines(scenarioId, lines).at(-1)?.moves ?? [];
const types = (scenarioId: string, ...lines: string[]) => last(scenarioId, ...lines).map(({ type }) => type);

const renewalOpen = [
  "Hi Priya, thanks for making time. I'd like 20 minutes for the renewal. Is that all right?",
  "How did you find out about the increase?",
];
const seatsTold = [
  ...renewalOpen,
  "Nineteen per cent with no call is a poor way to hear it. What happened when the e-mail came?",
  "How many people use it in winter?",
];

describe("a price and what is given for it", () => {
  it("takes a price named while an objection is open for no answer to it, unless it argues", () => {
    const named = last("saas-renewal-en", ...seatsTold, "The price of Plus is £7.40 a head.");
    expect(named.map(({ type }) => type)).toEqual(["quote_price"]);
    const argued = types("saas-renewal-en", ...seatsTold, "It's £7.40 a head, because you only pay for heads in use.");
    expect(argued).toContain("address_objection");
  });

  it.each([
    ["saas-renewal-en", "With 24 months the increase is capped at 4%.", "With 24 months"],
    ["saas-renewal-en", "on a 24-month term the price stays flat", "on a 24-month term"],
    ["saas-renewal-en", "24 months gets you a cap at 4%", "24 months"],
    ["saas-renewal-en", "if you sign 24 months i can do 5% off", "if you sign 24 months"],
    ["saas-renewal-zh", "您签两年，涨幅封顶4%", "您签两年"],
    ["saas-renewal-zh", "两年的话给您优惠5%", "两年的话"],
    ["saas-renewal-zh", "签两年就优惠5%", "签两年"],
  ])("hears the condition of an offer, %s: %s", (scenario, line, condition) => {
    const opening = scenario.endsWith("en") ? renewalOpen : ["沈总您好", "涨价的事您是怎么知道的？"];
    const offer = last(scenario, ...opening, line).find(({ type }) => type === "offer_discount");
    expect(offer).toMatchObject({ condition, quality: "traded" });
  });

  it("still calls an offer without a condition bare", () => {
    expect(last("saas-renewal-en", ...renewalOpen, "I can take 5% off.")[0]?.quality).toBe("bare");
    expect(last("saas-renewal-zh", "沈总您好", "给您优惠5%")[0]?.quality).toBe("bare");
  });
});

describe("taking up what the buyer told", () => {
  it("is an acknowledgement when it names the fact in own words", () => {
    const moves = last("saas-renewal-en", ...seatsTold, "So you'd pay for people who went home in October.");
    expect(moves.map(({ type }) => type)).toEqual(["acknowledge"]);
    expect(types("saas-renewal-en", ...seatsTold, "That's £12,600 a winter for people who left in October.")).toEqual([
      "acknowledge",
    ]);
  });

  it("is an answer still when it speaks of the seller's side", () => {
    const moves = types("saas-renewal-en", ...seatsTold, "But we can reduce the licences to 612 each winter.");
    expect(moves).not.toContain("acknowledge");
  });
});

describe("taking up what the buyer told, in Chinese", () => {
  it.each([
    [
      "saas-renewal-zh",
      [
        "沈总您好，想用20分钟聊聊续约，先听您说，可以吗？",
        "涨价的事您是怎么知道的？",
        "涨25%确实不好交代，当时是什么情况？",
        "12月真正在用的账号有多少？",
      ],
      "等于工人的账号一直空着，钱照付",
    ],
    ["equipment-zh", ["梁工好", "这台机器特别好，能给您省电"], "这种话您听得多了"],
  ])("is an acknowledgement, %s", (scenario, before, line) => {
    expect(types(scenario, ...before, line)).toEqual(["acknowledge"]);
  });
});

describe("small things said in passing", () => {
  it.each([
    ["saas-renewal-zh", "何姐好"],
    ["saas-renewal-zh", "沈总好"],
    ["equipment-zh", "梁工好"],
    ["equipment-zh", "师傅好"],
  ])("greets by a title, %s: %s", (scenario, line) => {
    expect(types(scenario, line)).toEqual(["greet"]);
  });

  it("takes a friendly remark on what stands about for rapport", () => {
    expect(types("equipment-en", "morning walt nice tractor")).toEqual(["greet", "build_rapport"]);
    expect(types("saas-renewal-en", ...renewalOpen, "nice hotels btw")).toEqual(["build_rapport"]);
    expect(types("equipment-en", "hi walt", "nice price isn't it")).not.toContain("build_rapport");
  });

  it("takes leaving a matter alone for no answer to it", () => {
    const opening = ["沈总您好", "涨价的事您是怎么知道的？"];
    expect(types("saas-renewal-zh", ...opening, "好的，这个我先不追问")).not.toContain("address_objection");
    expect(types("saas-renewal-en", ...renewalOpen, "i won't press you on that")).not.toContain("address_objection");
  });
});

describe("questions", () => {
  it("makes one of a question in two pieces, on its topic", () => {
    const asked = last("card-upgrade-zh", "何姐好", "账单有没有欠着的吗，怎么还的？");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ topic: "balance" });
  });

  it("follow up only where they refer back, and leave the topic open else", () => {
    expect(last("saas-renewal-en", ...renewalOpen, "what matters most")[0]).not.toHaveProperty("topic");
    expect(last("saas-renewal-en", ...renewalOpen, "why")[0]).toMatchObject({ type: "probe", topic: "renewal" });
    expect(last("saas-renewal-en", ...renewalOpen, "what happened after that")[0]).toMatchObject({ type: "probe" });
  });

  it("looks at the price, not around for rivals", () => {
    expect(last("saas-renewal-en", ...renewalOpen, "How do you look at the price?")[0]).toMatchObject({
      topic: "price",
    });
    expect(last("saas-renewal-en", ...renewalOpen, "how much do you pay now")[0]).toMatchObject({ topic: "price" });
  });

  it("does not take a scene set with 'when' for a question", () => {
    expect(types("equipment-en", "hi walt", "so when unit 2 trips the product thaws")).not.toContain("ask_open");
    expect(types("equipment-en", "hi walt", "when did unit 2 trip")).toContain("ask_open");
  });
});

describe("figures that are no price", () => {
  const card = ["hi there", "how do you feel about the fee"];
  it("takes paying for what was free for the buyer's concern", () => {
    const line = "Paying $95 for a card when yours is free sounds silly, I get that.";
    expect(types("card-upgrade-en", ...card, line)).toEqual(["acknowledge"]);
  });

  it("takes what the buyer spends for no quote, and a figure of the sheet asked about for no claim", () => {
    expect(types("card-upgrade-en", ...card, "so $870 a month on groceries, is that right?")).not.toContain(
      "quote_price",
    );
    expect(types("card-upgrade-en", ...card, "would 3% back on groceries matter to you?")).toEqual(["ask_closed"]);
  });

  it("takes a part of the offer with a name of its own for the product, not for the fee objected to", () => {
    const line = "Split Pay spreads a big bill over months with no set-up fee";
    const moves = last("card-upgrade-en", ...card, line);
    expect(moves.map(({ type }) => type)).not.toContain("address_objection");
    expect(moves.find(({ type }) => type === "make_claim")).toMatchObject({ topic: "balance", verdict: "supported" });
  });
});

describe("next steps and their day", () => {
  const step = (line: string) =>
    last("saas-renewal-en", "hi priya", line).find(({ type }) => type === "propose_next_step");
  it("has no day when that day is today", () => {
    expect(step("I'll send you the figures today.")).toMatchObject({ quality: "vague" });
    expect(step("I'll send the figures on 3 February.")).toMatchObject({ quality: "vague" });
  });

  it("has the later day of two, in one sentence or in two", () => {
    const dated = { quality: "dated", date: "2027-02-11" };
    expect(step("I'll send the figures today and we talk on Thursday 11 February.")).toMatchObject(dated);
    expect(step("I'll send the figures today. Let's talk again on Thursday 11 February.")).toMatchObject(dated);
  });
});

describe("names of rivals", () => {
  it("counts a rival's name, and no plain word for comparing", () => {
    expect(types("saas-renewal-en", ...renewalOpen, "Kadence is rubbish")).toContain("disparage");
    expect(types("saas-renewal-zh", "沈总您好", "票捷通很差")).toContain("disparage");
    expect(types("saas-renewal-en", ...renewalOpen, "switch to a bad system and you lose your data")).not.toContain(
      "disparage",
    );
  });
});

describe("lines as people type them", () => {
  it.each([
    ["card-upgrade-en", ["hi", "got a min to talk about ur card"], "set_agenda"],
    ["card-upgrade-en", ["hi", "wanna talk it over with rick sunday and i call monday"], "propose_next_step"],
    ["equipment-en", ["hi walt", "if you order by april i'll throw in the first service visit"], "offer_discount"],
    ["equipment-en", ["hi walt", "what about corvane"], "ask_open"],
    ["equipment-zh", ["师傅好", "机器在楼顶，夏天多热"], "ask_open"],
    ["equipment-zh", ["师傅好", "3月30日前我把资料给您"], "propose_next_step"],
    ["equipment-zh", ["师傅好", "谁批"], "ask_open"],
    ["equipment-zh", ["师傅好", "这个事除了您，还有谁一起定？"], "ask_open"],
    ["saas-renewal-zh", ["沈总好", "这个事除了您，还有谁要点头？"], "ask_open"],
    ["card-upgrade-zh", ["何姐好", "您平时都在哪儿花钱"], "ask_open"],
  ])("are read in %s: %j", (scenario, lines, move) => {
    const found = last(scenario, ...lines).find(({ type }) => type === move);
    expect(found).toBeDefined();
    if (move === "ask_open") expect(found?.topic).toBeDefined();
  });
});

describe("lines said after the facts are told", () => {
  it("takes saying them back for acknowledgement, and a condition for no saying back", () => {
    const back = "12,600 for empty licences in winter, paid till spring";
    expect(types("saas-renewal-en", ...seatsTold, back)).toContain("acknowledge");
    const offer = "if you sign 24 months the licence count can go down each winter";
    expect(types("saas-renewal-en", ...seatsTold, offer)).not.toContain("acknowledge");
  });

  it("hears a summary by the question that closes it", () => {
    const line = "so you have idle licences and hours typed by hand. did i miss anything";
    expect(types("saas-renewal-en", ...seatsTold, line)).toContain("summarise");
  });

  it("takes feeling for all concerned for no boast", () => {
    expect(types("saas-renewal-en", ...seatsTold, "thats rough for everyone")).not.toContain("make_claim");
  });

  it("dates a visit offered in Chinese", () => {
    expect(last("equipment-zh", "梁工好", "下周三我来现场看一下棚子")[0]).toMatchObject({
      type: "propose_next_step",
      quality: "dated",
    });
  });
});

describe("short forms of what was asked and admitted", () => {
  it("asks by asking leave to ask", () => {
    expect(last("equipment-en", "hi walt", "mind if i ask about the compressor room")[0]).toMatchObject({
      type: "ask_open",
      topic: "site",
    });
  });

  it("acknowledges by calling the own way of telling wrong", () => {
    const line = "上次调价的通知发得不合适，是我们的问题";
    expect(types("saas-renewal-zh", "沈总您好", "涨价的事您是怎么知道的？", line)).toEqual(["acknowledge"]);
  });

  it("dates going through it together", () => {
    const step = last("saas-renewal-zh", "沈总您好", "3月3号下午我们跟林总一起过一遍行吗")[0];
    expect(step).toMatchObject({ type: "propose_next_step", date: "2027-03-03", quality: "dated" });
  });
});

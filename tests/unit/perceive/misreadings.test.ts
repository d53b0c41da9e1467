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

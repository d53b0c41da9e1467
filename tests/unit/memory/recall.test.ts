import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { evaluate, readingOf } from "@/agents/buyer/conditions";
import { describeCondition } from "@/agents/buyer/describe";
import type { Condition } from "@/lib/contracts/content";
import type { PromiseMade, Relationship } from "@/lib/contracts/memory";
import { qualities } from "@/lib/contracts/vocabulary";
import { bundleOf, firstTalk, memoriesOf, playLines } from "./two-talks";

const followUp = "saas-renewal-followup-en";
const bundle = bundleOf(followUp);
const buyerId = bundle.personas[0]?.id ?? "";
const [memory] = memoriesOf(playLines("saas-renewal-en", firstTalk), followUp);
if (!memory) throw new Error("the talk is remembered");

const start = (last?: Relationship) =>
  initialState(bundle, { seed: 1, attempt: 1, difficulty: "standard", remembered: last ? [last] : [] });
const metersOf = (last?: Relationship) => start(last).buyers[buyerId]?.meters ?? { trust: 0, interest: 0, patience: 0 };
const plain = metersOf();
const hello = "Good morning Priya. I'd like fifteen minutes on what is open. Is that all right?";
const step = (date: string): PromiseMade => ({ kind: "step", quote: "I'll ring you", messageNumber: 1, date });
const price = (amount: number): PromiseMade => ({ kind: "price", quote: "the year", messageNumber: 1, amount });
const broken: PromiseMade = {
  kind: "claim",
  quote: "never",
  messageNumber: 1,
  topic: "payroll",
  quality: "contradicted",
};

const promises = fc.array(
  fc.record({
    kind: fc.constantFrom("price", "discount", "step", "claim" as const),
    quote: fc.constant("words"),
    messageNumber: fc.constant(1),
    amount: fc.integer({ min: 1, max: 100_000 }),
    date: fc.constantFrom("2027-02-09", "2027-02-23", "2027-03-01"),
    quality: fc.constantFrom(...qualities),
  }),
  { maxLength: 12 },
);
const anyMemory = fc
  .record({ trust: fc.nat(100), interest: fc.nat(100), faded: fc.boolean(), promises })
  .map((part) => ({
    ...memory,
    ...part,
  }));

describe("how a buyer starts who remembers", () => {
  it("moves by nine points of trust up, twelve down and four of interest at most, and always the same", () => {
    fc.assert(
      fc.property(anyMemory, (last) => {
        const meters = metersOf(last);
        expect(meters.trust - plain.trust).toBeLessThanOrEqual(9);
        expect(meters.trust - plain.trust).toBeGreaterThanOrEqual(-12);
        expect(Math.abs(meters.interest - plain.interest)).toBeLessThanOrEqual(4);
        expect(meters.patience).toBe(plain.patience);
        expect(metersOf(last)).toEqual(meters);
      }),
    );
  });

  it("is better the better they parted, better for a kept date, worse for a claim that was not so", () => {
    const parted = (trust: number, made: PromiseMade[] = []) => metersOf({ ...memory, trust, promises: made }).trust;
    expect(parted(20)).toBeLessThan(parted(34));
    expect(parted(34)).toBeLessThan(parted(60));
    expect(parted(34, [step("2027-02-23")])).toBe(parted(34) + 3);
    expect(parted(34, [step("2027-02-09")])).toBe(parted(34));
    expect(parted(34, [broken])).toBe(parted(34) - 3);
    expect(parted(34, [broken, broken, broken])).toBe(parted(34) - 6);
  });

  it("knows as told what it told then and still holds, and nothing more", () => {
    const told = [
      { factId: "F1", text: "as told" },
      { factId: "F2", text: "not held any more" },
    ];
    expect(start({ ...memory, told }).buyers[buyerId]?.unlocked).toEqual([{ factId: "F1", turn: 0, messageId: "" }]);
    expect(start().buyers[buyerId]?.unlocked).toEqual([]);
  });
});

describe("the first words of a follow-up", () => {
  const about = (last?: Relationship, text = hello) => {
    const { plan } = playLines(followUp, [text], last ? [last] : []).replies[0] ?? {};
    return plan?.agenda?.kind === "recall" ? plan.agenda.about : null;
  };

  it("speak of the last talk, of a date that went by, or of the colleague who sat there", () => {
    expect(about({ ...memory, promises: [] })).toBe("ended");
    expect(about({ ...memory, promises: [step("2027-02-09")] })).toBe("overdue");
    expect(about({ ...memory, promises: [step("2027-02-22")] })).toBe("ended");
    expect(about()).toBe("colleague");
  });

  it("do not hold a missed date against whoever names it first", () => {
    const last = { ...memory, promises: [step("2027-02-09")] };
    expect(about(last, "Good morning Priya. We said the 9th and you heard nothing, I'm sorry.")).toBe("ended");
  });

  it("are said once, and in no scenario that follows nothing", () => {
    const talk = playLines(followUp, [hello, "What has happened since we spoke?", "And since then?"], [memory]);
    const openings = talk.state.recalled?.filter((one) => ["ended", "overdue", "colleague"].includes(one.about));
    expect(openings).toHaveLength(1);
    expect(playLines("saas-renewal-en", [hello]).replies[0]?.plan.agenda?.kind).not.toBe("recall");
  });

  it("name no figure or date once the memory has faded", () => {
    const faded = {
      ...memory,
      faded: true,
      outcome: "follow_up" as const,
      promises: [{ ...step(""), date: undefined }],
    };
    for (let seed = 1; seed <= 10; seed += 1)
      expect(playLines(followUp, [hello], [faded], seed).replies[0]?.text).not.toMatch(/\d/u);
  });
});

describe("a price of last time", () => {
  const last = { ...memory, promises: [price(69_708)] };
  const asked = (sum: string) => playLines(followUp, [hello, `The year comes to £${sum} on Plus.`], [last]);
  const change = (sum: string) => {
    const shifts = asked(sum).state.shifts.filter(({ turn, meter }) => turn === 2 && meter === "trust");
    return shifts.reduce((total, { by }) => total + by, 0);
  };

  it("is set beside another one named now, and costs trust only when it has gone up", () => {
    expect(asked("72,000").replies[1]?.plan.answer).toMatchObject({ kind: "recall", about: "price_changed" });
    expect(asked("72,000").replies[1]?.text).toContain("£69,708");
    expect(change("67,488") - change("72,000")).toBe(6);
    expect(change("69,708") - change("67,488")).toBe(2);
  });

  it("is noticed when it is kept, and left alone when something else was priced", () => {
    expect(asked("69,708").replies[1]?.plan.answer).toMatchObject({ kind: "recall", about: "price_kept" });
    expect(asked("7.40").replies[1]?.plan.answer?.kind).not.toBe("recall");
  });
});

describe("a condition on the last talk", () => {
  const holds = (condition: Condition, state = start(memory)) => evaluate(condition, readingOf(bundle, state));

  it("holds for what was remembered and for nothing else", () => {
    expect(holds({ op: "remembered" })).toBe(true);
    expect(holds({ op: "remembered" }, start())).toBe(false);
    expect(holds({ op: "remembered", promised: "price" })).toBe(true);
    expect(holds({ op: "remembered", promised: "discount" })).toBe(false);
    expect(holds({ op: "remembered", outcome: ["won", "abandoned"] })).toBe(true);
    expect(holds({ op: "remembered", outcome: ["won"] })).toBe(false);
    expect(holds({ op: "remembered", told: "F1" })).toBe(true);
    expect(holds({ op: "remembered", told: "F7" })).toBe(false);
  });

  it("reads as a sentence in both languages", () => {
    const condition: Condition = { op: "remembered", outcome: ["follow_up"], told: "F1", promised: "price" };
    expect(describeCondition(condition, bundle, "en")).toEqual([
      "they remember your last talk, it ended with a dated next step, they told you about licences in use then, you named a price then",
    ]);
    expect(describeCondition(condition, bundle, "zh-CN")[0]).toContain("上次你报过价");
  });
});

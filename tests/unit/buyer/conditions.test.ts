import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { conditionParts, evaluate, readingAt, readingOf, trustAsked } from "@/agents/buyer/conditions";
import { describeCondition } from "@/agents/buyer/describe";
import { initialState } from "@/agents/buyer/initial";
import type { Condition } from "@/lib/contracts/content";
import { conditionSchema } from "@/lib/contracts/content";
import { perceived } from "@/tests/fixtures/moves";
import { paperlane } from "@/tests/fixtures/paperlane";
import { strongSeller } from "@/tests/fixtures/paperlane-sellers";

const played = strongSeller.reduce(
  (state, { moves }, index) =>
    advance(paperlane, state, {
      turn: index + 1,
      messageId: `s${index + 1}`,
      text: "…",
      perception: perceived(moves),
    }).state,
  initialState(paperlane, { seed: 7, attempt: 1, difficulty: "standard" }),
);

const dana = paperlane.personas[0];
const unlockOf = (id: string): Condition => {
  const fact = paperlane.personas.flatMap(({ sealedFacts }) => sealedFacts).find((one) => one.id === id);
  if (fact === undefined) throw new Error(id);
  return fact.unlock;
};

describe("a condition", () => {
  it("can be read as of any earlier turn", () => {
    const meters = (turn: number) => readingAt(paperlane, played, turn, "dana").meters;
    expect(meters(0)).toEqual({ trust: 30, interest: 35, patience: 70 });
    expect(meters(10)).toEqual({ trust: 73, interest: 65, patience: 58 });
    expect(readingAt(paperlane, played, 4, "dana").stage).toBe("discovery");
    expect(readingAt(paperlane, played, 6, "dana").needs).toBe(2);
    expect(evaluate({ op: "objection", objectionId: "O5", is: "open" }, readingAt(paperlane, played, 9))).toBe(true);
    expect(evaluate({ op: "objection", objectionId: "O5", is: "open" }, readingAt(paperlane, played, 10))).toBe(false);
  });

  it("holds in the turn that earned the fact and not in the turn before", () => {
    for (const [id, buyer, turn] of [
      ["F1", "dana", 5],
      ["F3", "dana", 6],
      ["T1", "tomas", 7],
      ["F4", "dana", 13],
    ] as const) {
      expect(evaluate(unlockOf(id), readingAt(paperlane, played, turn, buyer))).toBe(true);
      expect(evaluate(unlockOf(id), readingAt(paperlane, played, turn - 1, buyer))).toBe(false);
    }
  });

  it("of one buyer is not met by what was said to another", () => {
    const asked: Condition = { op: "move", types: ["ask_open"], topics: ["security"] };
    expect(evaluate(asked, readingAt(paperlane, played, 7, "tomas"))).toBe(true);
    expect(evaluate(asked, readingAt(paperlane, played, 7, "dana"))).toBe(false);
  });

  it("is split into parts that hold or fail each on their own", () => {
    const parts = conditionParts(unlockOf("F3"));
    expect(parts.map(({ op }) => op)).toEqual(["did", "move", "meter"]);
    const held = parts.map((part) => evaluate(part, readingAt(paperlane, played, 2, "dana")));
    expect(held).toEqual([true, true, false]);
  });

  it("knows the last price named and how long nothing was told", () => {
    const now = readingOf(paperlane, played);
    expect(evaluate({ op: "quoted", atMost: 93_600, atLeast: 93_600 }, now)).toBe(true);
    expect(evaluate({ op: "quoted", atMost: 93_599 }, now)).toBe(false);
    expect(evaluate({ op: "quoted", atLeast: 1 }, readingAt(paperlane, played, 11))).toBe(false);
    expect(evaluate({ op: "quiet", turns: 3 }, readingAt(paperlane, played, 12))).toBe(true);
    expect(evaluate({ op: "quiet", turns: 3 }, readingAt(paperlane, played, 11))).toBe(false);
  });

  it("asks the trust of its strictest part, or of its easiest way", () => {
    const trust = (atLeast: number): Condition => ({ op: "meter", meter: "trust", atLeast });
    expect(trustAsked({ op: "all", of: [trust(40), trust(55)] })).toBe(55);
    expect(trustAsked({ op: "any", of: [trust(40), trust(55)] })).toBe(40);
    expect(trustAsked({ op: "any", of: [trust(40), { op: "turn", atLeast: 9 }] })).toBeUndefined();
  });

  it("of the worked example is valid by the contract", () => {
    for (const { sealedFacts, objections } of paperlane.personas) {
      for (const { unlock } of sealedFacts) expect(conditionSchema.safeParse(unlock).success).toBe(true);
      for (const { raiseWhen } of objections) expect(conditionSchema.safeParse(raiseWhen).success).toBe(true);
    }
  });
});

describe("a condition in plain words", () => {
  it("reads part by part in English", () => {
    expect(describeCondition(unlockOf("F3"), paperlane, "en")).toEqual([
      "acknowledge “Fifteen percent, same product? No.”",
      "ask an open question or follow up about increase",
      "their trust at 50 or more of 100",
    ]);
  });

  it("reads part by part in Chinese", () => {
    const fact = describeCondition(unlockOf("F2"), paperlane, "zh-CN");
    expect(fact).toEqual([
      "谈话进入了解需求",
      "提一个开放式问题或顺着对方的话追问（关于budget或decision）",
      "对方的信任达到55（满分100）",
    ]);
  });

  it("gives one line for each part of every condition of the example", () => {
    for (const { unlock } of dana?.sealedFacts ?? []) {
      for (const locale of ["en", "zh-CN"] as const) {
        const lines = describeCondition(unlock, paperlane, locale);
        expect(lines).toHaveLength(conditionParts(unlock).length);
        for (const line of lines) expect(line).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });

  it("says what each kind of condition asks for, in both languages", () => {
    const said = (condition: Condition) =>
      (["en", "zh-CN"] as const).map((locale) => describeCondition(condition, paperlane, locale).join(" & "));
    const probe: Condition = { op: "move", types: ["probe"], topics: ["usage"], addressed: true };
    expect(said(probe)).toEqual([
      "follow up about usage, to them by name",
      "顺着对方的话追问（关于usage）（点名对这位说）",
    ]);
    expect(said({ op: "did", types: ["ask_open"], atLeast: 3 })).toEqual([
      "ask an open question, at least 3 times",
      "提一个开放式问题，至少3次",
    ]);
    expect(said({ op: "meter", meter: "patience", below: 20 })).toEqual([
      "their patience under 20 of 100",
      "对方的耐心低于20（满分100）",
    ]);
    expect(said({ op: "stage", in: ["closing"] })).toEqual(["the talk has reached closing", "谈话进入促成"]);
    expect(said({ op: "told", factId: "T1" })).toEqual([
      "they have told you about security",
      "对方已说出security的情况",
    ]);
    expect(said({ op: "needs", atLeast: 2 })).toEqual(["at least 2 of their needs told", "已说出的需求至少2项"]);
    expect(said({ op: "turn", atLeast: 4 })).toEqual(["turn 4 or later", "第4轮或之后"]);
    expect(said({ op: "quiet", turns: 3 })).toEqual(["nothing new told for 3 turns", "连续3轮没有新情况"]);
    expect(said({ op: "quoted", atMost: 100 })).toEqual(["last price named: up to 100", "最近一次报价不高于100"]);
    expect(said({ op: "not", of: { op: "did", types: ["disparage"] } })).toEqual([
      "not: run a competitor down",
      "没有：贬低竞争对手",
    ]);
    const turn: Condition = { op: "turn", atLeast: 4 };
    expect(said({ op: "any", of: [{ op: "all", of: [turn, probe] }, turn] })).toEqual([
      "(turn 4 or later and follow up about usage, to them by name); or turn 4 or later",
      "（第4轮或之后，并且顺着对方的话追问（关于usage）（点名对这位说））；或者第4轮或之后",
    ]);
  });
});

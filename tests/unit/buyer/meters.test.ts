import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { changeOf } from "@/agents/buyer/meter-table";
import type { Persona } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import { archetypes, difficulties, moveTypes, type Difficulty } from "@/lib/contracts/vocabulary";
import { testBundle } from "@/tests/fixtures/bundle";
import { move, perceived } from "@/tests/fixtures/moves";

const volume = { topic: "volume" };

/** A talk with one buyer that has no objections, so that only the meters move. */
function play(persona: Partial<Persona>, turns: Move[][], difficulty: Difficulty = "standard") {
  const bundle = testBundle({ persona: { objections: [], ...persona } });
  let state = initialState(bundle, { seed: 1, attempt: 1, difficulty });
  const start = state.buyers["odile"]?.meters;
  turns.forEach((moves, index) => {
    if (state.stage === "ended") return;
    const input = { turn: index + 1, messageId: `s${index + 1}`, text: "…", perception: perceived(moves) };
    ({ state } = advance(bundle, state, input));
  });
  return { state, start, meters: state.buyers["odile"]?.meters };
}

const shorthand = (meters?: { trust: number; interest: number; patience: number }) =>
  `${meters?.trust}/${meters?.interest}/${meters?.patience}`;

const good: Move[][] = [
  [move("greet"), move("set_agenda")],
  [move("acknowledge"), move("probe", volume)],
  [move("ask_open", volume)],
  [move("probe", { topic: "service" })],
];
const bad: Move[][] = [
  [move("present_value", { topic: "service" })],
  [move("quote_price", { amount: 49_000 })],
  [move("offer_discount", { percent: 10 })],
  [move("pressure")],
];
const starts = {
  sceptical: { trust: 30, interest: 35, patience: 70 },
  busy: { trust: 35, interest: 40, patience: 50 },
  price_sensitive: { trust: 40, interest: 40, patience: 60 },
} as const;

describe("the meters", () => {
  it.each([
    ["sceptical", "51/45/66", "2/28/33"],
    ["busy", "51/52/43", "22/40/0"],
    ["price_sensitive", "60/48/60", "21/35/33"],
  ] as const)("bring a %s buyer to %s after four good turns and %s after four bad", (archetype, well, badly) => {
    const meters = starts[archetype];
    expect(shorthand(play({ archetype, meters }, good).meters)).toBe(well);
    expect(shorthand(play({ archetype, meters }, bad).meters)).toBe(badly);
  });

  it("let a busy buyer hang up after four bad turns", () => {
    const { state } = play({ archetype: "busy", meters: starts.busy }, bad);
    expect([state.outcome, state.endReason]).toEqual(["lost", "patience"]);
  });

  it("pay a repeated move half and then nothing, another topic in full", () => {
    const ask = (topic: string) => [move("ask_open", { topic })];
    const trust = (turns: Move[][]) => play({}, turns).meters?.trust ?? 0;
    expect(trust([ask("site")])).toBe(33);
    expect(trust([ask("site"), ask("site")])).toBe(34);
    expect(trust([ask("site"), ask("site"), ask("site")])).toBe(34);
    expect(trust([ask("site"), ask("service")])).toBe(36);
  });

  it("halve gains for a meter that began the turn at 70 or more, not losses", () => {
    const high = { meters: { trust: 80, interest: 35, patience: 70 } };
    expect(play(high, [[move("summarise")]]).meters?.trust).toBe(83);
    expect(play(high, [[move("pressure")]]).meters?.trust).toBe(66);
  });

  it("start and gain less the harder the buyer is, by the same rules", () => {
    const trust = difficulties.map((difficulty) => play({}, good, difficulty).meters?.trust ?? 0);
    expect(trust).toEqual(trust.toSorted((a, b) => b - a));
    expect(new Set(trust).size).toBe(difficulties.length);
  });

  it("cost patience when a question is put a third time though it was answered", () => {
    const told = { meters: { trust: 60, interest: 35, patience: 60 } };
    const ask = [move("ask_open", volume)];
    const patience = (times: number) =>
      play(
        told,
        Array.from({ length: times }, () => ask),
      ).meters?.patience ?? 0;
    expect(patience(1) - patience(2)).toBe(2);
    expect(patience(2) - patience(3)).toBe(2 + 4);
  });
});

describe("the meter table", () => {
  const shocks = ["pressure", "disparage", "unprofessional"] as const;

  it("has every archetype lose trust and interest by pressure, disparagement and insult", () => {
    for (const archetype of archetypes) {
      for (const type of shocks) expect(Math.max(...changeOf(archetype, type))).toBeLessThan(0);
    }
  });

  it("values a linked benefit, a supported claim, a traded discount, a known concern and a ready ask above their opposites", () => {
    const pairs = [
      ["present_value", "linked", "blind"],
      ["make_claim", "supported", "not_in_knowledge"],
      ["make_claim", "not_in_knowledge", "contradicted"],
      ["offer_discount", "traded", "bare"],
      ["quote_price", "in_order", "early"],
      ["address_objection", "concern_known", "acknowledged_only"],
      ["address_objection", "acknowledged_only", "neither"],
      ["ask_commitment", "ready", "early"],
      ["propose_next_step", "dated", "vague"],
    ] as const;
    for (const archetype of archetypes) {
      for (const [type, better, worse] of pairs) {
        const [trust, , patience] = changeOf(archetype, type, better);
        const [less, , thinner] = changeOf(archetype, type, worse);
        expect(trust, `${archetype} ${type}`).toBeGreaterThanOrEqual(less);
        expect(patience, `${archetype} ${type}`).toBeGreaterThanOrEqual(thinner);
      }
    }
  });

  it("knows each move of each archetype", () => {
    const graded = new Set([
      "present_value",
      "make_claim",
      "quote_price",
      "offer_discount",
      "address_objection",
      "ask_commitment",
      "propose_next_step",
    ]);
    for (const archetype of archetypes) {
      for (const type of moveTypes) {
        if (!graded.has(type)) expect(changeOf(archetype, type)).toHaveLength(3);
      }
    }
  });
});

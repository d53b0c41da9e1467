import { describe, expect, it } from "vitest";
import type { ConversationState } from "@/lib/contracts/state";
import { council } from "@/tests/fixtures/council";
import { move } from "@/tests/fixtures/moves";
import { calm, last, opening, speakersOf, steps, times, trusting } from "@/tests/support/committee-talk";

const two = council(2);

describe("a buyer asked by name about a colleague's topic", () => {
  const asked = [move("ask_open", { topic: "uptime", addressee: "odile" })];

  it("leaves the answer to the colleague, who gives it in the same turn", () => {
    const { plans, state } = last(steps(trusting(two, 60), [asked]));
    expect(plans[0]).toMatchObject({ speakerId: "odile", answer: { kind: "defer", to: "ruben", topic: "uptime" } });
    expect(plans[1]).toMatchObject({ speakerId: "ruben", after: "odile", answer: { kind: "tell", factIds: ["R1"] } });
    expect(state.buyers["ruben"]?.unlocked[0]).toEqual({
      factId: "R1",
      turn: 1,
      messageId: "s1",
      move: { type: "ask_open", topic: "uptime" },
    });
  });

  it("says so differently each time, and then lets the colleague answer alone", () => {
    const played = steps(calm(two), times(4, [move("ask_closed", { topic: "spares", addressee: "odile" })]));
    const lines = played.flatMap(({ plans }) =>
      plans.flatMap(({ answer }) => (answer?.kind === "defer" ? [answer.line] : [])),
    );
    expect(new Set(lines).size).toBe(3);
    expect(two.personas[0]?.defers?.[0]?.lines).toEqual(expect.arrayContaining(lines));
    expect(speakersOf(last(played))).toEqual(["ruben"]);
  });

  it("asks nothing of its own, so that the question stays on the table", () => {
    for (const seed of Array.from({ length: 30 }, (_, at) => at)) {
      const state = opening(two, seed);
      const { plans } = last(steps(two, [asked], state));
      expect(plans[0]?.agenda?.kind).not.toBe("ask_back");
    }
  });

  it("answers pressure itself and does not hide behind a colleague", () => {
    const { plans } = last(steps(two, [[...asked, move("pressure", { addressee: "odile" })]]));
    expect(plans[0]).toMatchObject({ speakerId: "odile", answer: { kind: "react", to: "pressure" } });
  });

  it("keeps a topic on which it has something to tell", () => {
    const own = {
      ...two,
      personas: two.personas.map((one) => ({
        ...one,
        defers: one.id === "odile" ? [{ topics: ["volume"], to: "ruben", lines: ["a", "b", "c"] }] : [],
      })),
    };
    const step = last(steps(own, [[move("ask_open", { topic: "volume", addressee: "odile" })]]));
    expect(speakersOf(step)).toEqual(["odile"]);
    expect(step.plans[0]?.answer?.kind).not.toBe("defer");
  });
});

describe("a second voice contradicts", () => {
  const asked = [move("ask_closed", { topic: "site" })];

  it("the colleague who has just spoken, each line once, and that one likes the offer less", () => {
    const agreed = { ...two, personas: two.personas.map((one) => ({ ...one, objections: [] })) };
    const played = steps(agreed, times(3, asked));
    const answers = played.map(({ plans }) => plans[1]?.answer);
    expect(answers.slice(0, 2).map((one) => one?.kind)).toEqual(["contradict", "contradict"]);
    const lines = answers.flatMap((one) => (one?.kind === "contradict" ? [one.line] : []));
    expect(new Set(lines)).toEqual(new Set(["You see the good shifts, Odile.", "Odile, come by at night."]));
    const effect = played[0]?.state.shifts.filter(({ buyerId, by }) => buyerId === "odile" && by === -2);
    expect(effect).toContainEqual({ turn: 1, buyerId: "odile", meter: "interest", by: -2 });
  });

  it("nothing of a fact the colleague has just told", () => {
    const told = {
      ...trusting(two, 60),
      personas: trusting(two, 60).personas.map((one) =>
        one.id === "ruben"
          ? {
              ...one,
              contradicts: one.contradicts?.map((rule) => ({ ...rule, when: { op: "turn" as const, atLeast: 1 } })),
            }
          : one,
      ),
    };
    const { plans } = last(steps(told, [[move("ask_open", { topic: "volume" })]]));
    expect(plans.map(({ answer }) => answer?.kind)).toEqual(["tell"]);
  });
});

describe("a buyer moved by a colleague's settled worry", () => {
  const worried = trusting(two, 60);
  const turns = [
    [move("present_value", { topic: "uptime" })],
    [
      move("acknowledge", { objectionId: "OR1", addressee: "ruben" }),
      move("ask_open", { topic: "uptime", addressee: "ruben" }),
    ],
    [move("address_objection", { objectionId: "OR1", topic: "uptime", addressee: "ruben" })],
    [move("ask_closed", { topic: "price" })],
  ];
  const played = steps(worried, turns);

  it("says so in that turn, once, after the colleague", () => {
    expect(played[2]?.state.buyers["ruben"]?.objections["OR1"]?.status).toBe("resolved");
    expect(played[2]?.plans[1]).toMatchObject({
      speakerId: "odile",
      after: "ruben",
      agenda: { kind: "convinced", by: "ruben" },
    });
    expect(played[3]?.plans.some(({ agenda }) => agenda?.kind === "convinced")).toBe(false);
  });

  it("is moved by as much as the influence says, beside what it gained by listening", () => {
    const gained = (state: ConversationState | undefined) => state?.buyers["odile"]?.meters.interest ?? 0;
    const without = { ...worried, personas: worried.personas.map((one) => ({ ...one, influence: [] })) };
    expect(gained(played[2]?.state) - gained(steps(without, turns)[2]?.state)).toBe(5);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import { silentTurns } from "@/agents/buyer/director";
import { testBundle } from "@/tests/fixtures/bundle";
import { council } from "@/tests/fixtures/council";
import { move } from "@/tests/fixtures/moves";
import { paperlane } from "@/tests/fixtures/paperlane";
import { anyTalk, play, start } from "@/tests/support/any-talk";

const sizes = [1, 2, 3, 4];

const heard = (state: ConversationState) =>
  Object.values(state.buyers).flatMap(({ objections }) => Object.values(objections).map((one) => one.heard));
const told = (state: ConversationState) => Object.values(state.buyers).flatMap(({ unlocked }) => unlocked);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const shocks = ["pressure", "disparage", "unprofessional"];

/** Talks in which hardly anybody is named, and nobody gets offended. */
const toAll = (bundle: ScenarioBundle) =>
  fc
    .tuple(anyTalk(bundle, true), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }))
    .map(([turns, dice]) =>
      turns.map(({ moves, words }, at) => ({
        words,
        moves: moves
          .filter(({ type, verdict }) => type !== "disparage" && verdict !== "contradicted")
          .map((one) => (dice[at] === 0 ? one : { ...one, addressee: undefined })),
      })),
    );

describe.each(sizes)("with %i buyers nobody is starved of words:", (size) => {
  const bundle = council(size, { maxTurns: 20 });

  it("each speaks within a bounded number of turns in which nobody was named and the second seat was free", () => {
    fc.assert(
      fc.property(toAll(bundle), fc.integer(), (turns, seed) => {
        const waiting = new Map(bundle.personas.map(({ id }) => [id, 0]));
        play(bundle, start(bundle, seed), turns, ({ state, plans }, before) => {
          const named = state.moves.some((one) => one.turn === state.turn && one.addressee !== undefined);
          const busy =
            told(state).length > told(before).length ||
            sum(heard(state)) > sum(heard(before)) ||
            state.moves.some(
              (one) => one.turn === state.turn && (shocks.includes(one.type) || one.quality === "contradicted"),
            ) ||
            plans.some(
              ({ answer, agenda }) =>
                answer?.kind === "contradict" || agenda?.kind === "convinced" || agenda?.kind === "ask_price",
            );
          for (const { id } of bundle.personas) {
            const spoke = plans.some(({ speakerId }) => speakerId === id);
            waiting.set(id, spoke ? 0 : (waiting.get(id) ?? 0) + (named || busy ? 0 : 1));
            expect(waiting.get(id)).toBeLessThan(silentTurns + size);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it("each who speaks is on record with the turn, and at most two speak in one", () => {
    fc.assert(
      fc.property(anyTalk(bundle), fc.integer(), (turns, seed) => {
        play(bundle, start(bundle, seed), turns, ({ state, plans }, before) => {
          expect(plans.length).toBeLessThanOrEqual(2);
          const speaking = plans.map(({ speakerId }) => speakerId);
          expect(new Set(speaking).size).toBe(speaking.length);
          for (const { id } of bundle.personas) {
            const expected = speaking.includes(id) ? state.turn : before.buyers[id]?.lastSpoke;
            expect(state.buyers[id]?.lastSpoke).toBe(expected);
          }
          if (plans[1] !== undefined) expect(plans[1].after).toBe(plans[0]?.speakerId);
        });
      }),
      { numRuns: 100 },
    );
  });
});

/** A patient seller who wants one fact: builds trust on what was not yet asked, then asks for it. */
function courtship(bundle: ScenarioBundle, state: ConversationState, buyerId: string, topic: string): Move[] {
  const open = Object.entries(state.buyers[buyerId]?.objections ?? {}).filter(
    ([, { acknowledgedTurn }]) => acknowledgedTurn === undefined,
  );
  const fresh = bundle.scenario.topics
    .map(({ id }) => id)
    .find((id) => !state.moves.some((one) => one.type === "empathise" && one.topic === id));
  return [
    ...open.slice(0, 1).map(([objectionId]) => move("acknowledge", { objectionId, addressee: buyerId })),
    move("set_agenda", { addressee: buyerId, topic: fresh }),
    move("empathise", { addressee: buyerId, topic: fresh }),
    move("summarise", { addressee: buyerId, topic: fresh }),
    move("probe", { topic, addressee: buyerId }),
  ];
}

describe.each([
  ["single", testBundle()],
  ["paperlane", paperlane],
  ["council", council(4)],
] as const)("from any civil state of the %s bundle", (_name, bundle) => {
  // Long enough to try; patience is what ends a talk otherwise, and that is an ending and no lock.
  const long: ScenarioBundle = {
    ...bundle,
    scenario: {
      ...bundle.scenario,
      maxTurns: 80,
      won: { op: "turn", atLeast: 999 },
      followUp: { op: "turn", atLeast: 999 },
    },
    personas: bundle.personas.map((one) => ({ ...one, meters: { ...one.meters, patience: 100 } })),
  };
  const civil = anyTalk(long, true).map((turns) =>
    turns.slice(0, 8).map(({ moves, words }) => ({
      moves: moves.filter(
        ({ type, verdict }) =>
          !["disparage", "off_topic", "break_role", "filler"].includes(type) && verdict !== "contradicted",
      ),
      words,
    })),
  );
  const facts = bundle.personas.flatMap(({ id, sealedFacts }) =>
    sealedFacts.map((fact) => [id, fact.id, fact.topic] as const),
  );

  it("each fact can still be earned by asking well", () => {
    fc.assert(
      fc.property(civil, fc.constantFrom(...facts), (turns, [buyerId, factId, topic]) => {
        let state = play(long, start(long), turns);
        if (state.stage === "ended") return;
        const isTold = () => state.buyers[buyerId]?.unlocked.some((one) => one.factId === factId) === true;
        for (let turn = 0; turn < 60 && state.stage !== "ended" && !isTold(); turn += 1) {
          const rested = Object.fromEntries(
            Object.entries(state.buyers).map(([id, one]) => [id, { ...one, meters: { ...one.meters, patience: 100 } }]),
          );
          state = play(long, { ...state, buyers: rested }, [
            { moves: courtship(long, state, buyerId, topic), words: 20 },
          ]);
        }
        expect([factId, isTold()]).toEqual([factId, true]);
      }),
      { numRuns: 150 },
    );
  });

  it("some way leads to each kind of ending that code decides", () => {
    fc.assert(
      fc.property(civil, (turns) => {
        const state = play(long, start(long), turns);
        if (state.stage === "ended") return;
        const insult = play(long, state, [{ moves: [move("unprofessional", { severe: true })], words: 5 }]);
        expect([insult.outcome, insult.endReason]).toEqual(["lost", "insulted"]);
        const pressed = play(
          long,
          state,
          Array.from({ length: 20 }, () => ({ moves: [move("pressure")], words: 5 })),
        );
        expect([pressed.outcome, pressed.endReason]).toEqual(["lost", "patience"]);
        const yes = { ...long, scenario: { ...long.scenario, won: { op: "turn" as const, atLeast: 1 } } };
        const won = play(yes, state, [{ moves: [move("ask_commitment")], words: 5 }]);
        expect([won.outcome, won.endReason]).toEqual(["won", "commitment"]);
      }),
      { numRuns: 60 },
    );
  });
});

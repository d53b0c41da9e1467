import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { classify } from "@/agents/perceive/classify";
import { bundles } from "@/db/content";
import type { CheckStatus, Difficulty } from "@/lib/contracts/vocabulary";
import { checkStatuses, difficulties } from "@/lib/contracts/vocabulary";
import { beginningOf, compareChecks, forkOf, isBeginningOf, pathOf } from "@/lib/domain/state-path";

const lines = [
  "Hello, I have twenty minutes: your view first, then a next step. Does that suit you?",
  "How do you handle this today, and what happens on a bad day?",
  "You must sign today or the price goes up.",
  "I see why that bothers you. What is behind it?",
  "It costs 12 a month, billed yearly.",
  "您现在是怎么处理的？",
  "I will send the figures on Friday and call you on Monday at ten.",
];

/** The states of a talk, the beginning first. */
function statesOf(bundle: (typeof bundles)[number], said: string[], seed: number, difficulty: Difficulty) {
  const states = [initialState(bundle, { seed, attempt: 1, difficulty })];
  for (const [index, text] of said.entries()) {
    const before = states[index];
    if (!before || before.outcome) break;
    const perception = classify({ text, bundle, state: before, transcript: [] });
    states.push(advance(bundle, before, { turn: index + 1, messageId: `m${index}`, text, perception }).state);
  }
  return states;
}

const aTalk = fc.record({
  bundle: fc.constantFrom(...bundles),
  said: fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 8 }),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  difficulty: fc.constantFrom(...difficulties),
});

describe("the beginning of a talk", () => {
  it("is found again from any later state, and known to be the true one", () => {
    fc.assert(
      fc.property(aTalk, ({ bundle, said, seed, difficulty }) => {
        const states = statesOf(bundle, said, seed, difficulty);
        const [beginning, first] = states;
        const last = states.at(-1);
        if (!beginning || !first || !last) throw new Error("a talk of one turn has two states");
        expect(beginningOf(bundle, last)).toEqual(beginning);
        expect(isBeginningOf(beginning, first)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("is not taken for true when the rules of the beginning have changed", () => {
    const [bundle] = bundles;
    if (!bundle) throw new Error("no content is shipped");
    const [, first] = statesOf(bundle, lines, 7, "standard");
    const harder = initialState(bundle, { seed: 7, attempt: 1, difficulty: "expert" });
    expect(first && isBeginningOf(harder, first)).toBe(false);
  });
});

describe("a path", () => {
  it("holds every fact told, objection moved and concession granted once, in the turn it came", () => {
    fc.assert(
      fc.property(aTalk, ({ bundle, said, seed, difficulty }) => {
        const [beginning, ...states] = statesOf(bundle, said, seed, difficulty);
        const last = states.at(-1);
        if (!beginning || !last) throw new Error("a talk of one turn has two states");
        const points = pathOf(bundle, beginning, states);
        expect(points.map(({ turn }) => turn)).toEqual([0, ...states.map(({ turn }) => turn)]);
        const events = points.flatMap((point) => point.events.map((event) => ({ ...event, turn: point.turn })));
        for (const persona of bundle.personas) {
          const mine = events.filter(({ buyerId }) => buyerId === persona.id);
          const kept = last.buyers[persona.id];
          const told = mine.filter(({ kind }) => kind === "fact").map(({ text, turn }) => [text, turn]);
          const unlocked = kept?.unlocked.map(({ factId, turn }) => [
            persona.sealedFacts.find(({ id }) => id === factId)?.text,
            turn,
          ]);
          expect(new Set(told.map(String))).toEqual(new Set(unlocked?.map(String)));
          expect(mine.filter(({ kind }) => kind === "concession")).toHaveLength(kept?.concessions.length ?? 0);
          const settled = Object.values(kept?.objections ?? {}).filter(({ status }) => status === "resolved");
          expect(mine.filter(({ kind }) => kind === "objection_resolved")).toHaveLength(settled.length);
        }
        const meterOf = (buyerId: string, meter: string) =>
          points.at(-1)?.meters.find((entry) => entry.buyerId === buyerId && entry.meter === meter)?.value;
        for (const [buyerId, { meters }] of Object.entries(last.buyers)) {
          for (const [meter, value] of Object.entries(meters)) expect(meterOf(buyerId, meter)).toBe(value);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the fork of two paths", () => {
  it("is the first turn that is not the same turn in both", () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, ids, (shared, left, right) => {
        const own = (side: string[], mark: string) => side.map((id) => `${mark}${id}`);
        expect(forkOf([...shared, ...own(left, "l ")], [...shared, ...own(right, "r ")])).toBe(shared.length + 1);
      }),
    );
  });
});

describe("checks of two paths", () => {
  const [bundle] = bundles;
  const check = bundle?.rubric.checks[0];
  const judged = (status: CheckStatus) => [{ checkId: check?.id ?? "", status, why: "" }];

  it("are gained or lost only between decided statuses", () => {
    if (!bundle || !check) throw new Error("no content is shipped");
    for (const left of checkStatuses) {
      for (const right of checkStatuses) {
        const [row] = compareChecks(bundle, judged(left), judged(right));
        const decided = [left, right].every((status) => status === "met" || status === "not_met");
        const change = left === right ? "same" : right === "met" ? "gained" : "lost";
        expect(row?.change, `${left} → ${right}`).toBe(decided ? change : "undecided");
      }
    }
  });

  it("that are not judged yet are undecided, and none is left out", () => {
    if (!bundle) throw new Error("no content is shipped");
    const rows = compareChecks(bundle, judged("met"), []);
    expect(rows).toHaveLength(bundle.rubric.checks.length);
    expect(rows[0]).toMatchObject({ left: "met", right: null, change: "undecided" });
  });
});

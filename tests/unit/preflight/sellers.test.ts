import { describe, expect, it } from "vitest";
import { deskOf } from "@/agents/preflight/desk";
import { LeakWatch } from "@/agents/preflight/leaks";
import { play } from "@/agents/preflight/play";
import { everySeller, sellers } from "@/agents/preflight/policies";
import { bundles } from "@/db/content";
import { paperlane } from "@/tests/fixtures/paperlane";

const cases = bundles.map((bundle) => [bundle.scenario.id, bundle] as const);
const committees = [...bundles, paperlane].filter(({ personas }) => personas.length > 1);
const said = (bundle: (typeof bundles)[number], seller: (typeof everySeller)[number], seed: number) =>
  play(bundle, seller, { seed }).turns.map((turn) => turn.trainee);

describe.each(cases)("sellers of %s", (_id, bundle) => {
  it("have nothing before them that is still sealed", () => {
    const watch = new LeakWatch(bundle);
    for (const seller of everySeller) {
      const talk = play(bundle, seller, { seed: 3 });
      const own = watch.talk(seller.name, 3);
      for (const { trainee, replies, state } of talk.turns) {
        own.heard(trainee);
        for (const reply of replies) own.line(reply.speakerId, reply.text, state);
        const { topics: _words, transcript: _talk, ...desk } = deskOf(bundle, state, [], []);
        own.desk(desk, state);
      }
      expect(own.leaks).toEqual([]);
    }
  });

  it("say the same from the same seed, and other things from another", () => {
    for (const seller of everySeller) {
      expect(said(bundle, seller, 5)).toEqual(said(bundle, seller, 5));
      expect(said(bundle, seller, 5)).not.toEqual(said(bundle, seller, 6));
    }
  });
});

describe("a strong seller before several buyers", () => {
  it.each(committees.map((bundle) => [bundle.scenario.id, bundle] as const))(
    "speaks to each of %s by name within five turns",
    (_id, bundle) => {
      const [, , strong] = sellers;
      for (const seed of [1, 2, 3, 4, 5]) {
        const early = said(bundle, strong, seed).slice(1, 5).join("\n");
        for (const { calledBy } of bundle.personas) {
          expect(calledBy.some((name) => early.includes(name))).toBe(true);
        }
      }
    },
  );
});

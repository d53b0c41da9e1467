import { describe, expect, test } from "vitest";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { play, type Talk } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";
import { measureTells, repeatedLines, sharedOpenings } from "@/tests/support/tells";

const seeds = Array.from({ length: 12 }, (_, index) => 1000 + index * 37);
const cases = bundles.map((bundle): [string, ScenarioBundle] => [bundle.scenario.id, bundle]);

const texts = (talk: Talk) => talk.turns.map((turn) => turn.replies.map((reply) => reply.text));

const figuresOf = (text: string) => new Set(text.match(/\d[\d,.]*\d/gu) ?? []);

/** Figures the buyer names that stand only in facts still sealed at that turn. */
function leaks(talk: Talk): string[] {
  const { scenario, personas } = talk.bundle;
  return talk.turns.flatMap((turn) => {
    const heard = talk.turns.slice(0, turn.turn).map((one) => one.trainee);
    const open = personas.flatMap((persona) => {
      const told = new Set(turn.state.buyers[persona.id]?.unlocked.map((one) => one.factId));
      const facts = persona.sealedFacts
        .filter((fact) => told.has(fact.id))
        .flatMap((fact) => [fact.text, ...fact.spoken]);
      const askedBack = persona.voice.askBack.map((one) => one.text);
      const surfaces = persona.objections.flatMap((one) => one.surface);
      const answers = persona.topicAnswers.flatMap((one) => [...one.open, ...one.closed]);
      return [...facts, ...askedBack, ...surfaces, ...answers, ...persona.publicFacts.map((fact) => fact.text)];
    });
    const known = figuresOf([...open, ...heard, JSON.stringify(scenario)].join("\n"));
    const sealed = figuresOf(personas.flatMap((persona) => persona.sealedFacts.map((fact) => fact.text)).join("\n"));
    const said = turn.replies.flatMap((reply) => [...figuresOf(reply.text)]);
    return said.filter((figure) => sealed.has(figure) && !known.has(figure));
  });
}

describe.each(cases)("talks in %s", (_, bundle) => {
  const talks: Talk[] = sellers.flatMap((seller) => seeds.map((seed) => play(bundle, seller, { seed })));

  test.each(measureTells(talks).map((tell): [string, typeof tell] => [tell.name, tell]))(
    "keep to the bound of: %s",
    (_name, tell) => {
      expect(tell).toMatchObject({ pass: true });
    },
  );

  test("hold no line of more than three words twice", () => {
    expect(talks.flatMap(repeatedLines)).toEqual([]);
  });

  test("name no figure of a fact that is still sealed", () => {
    expect(talks.flatMap(leaks)).toEqual([]);
  });

  test("open differently in three tries by one trainee", () => {
    for (const seed of seeds) {
      for (const seller of sellers) {
        const tries = [1, 2, 3].map((attempt) => play(bundle, seller, { seed: seed + attempt, attempt }));
        expect(sharedOpenings(tries)).toMatchObject({ pass: true });
      }
    }
  });

  test("are the same again from the same seed", () => {
    const [seller] = sellers;
    expect(texts(play(bundle, seller, { seed: 5 }))).toEqual(texts(play(bundle, seller, { seed: 5 })));
  });
});

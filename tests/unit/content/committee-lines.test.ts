import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { bundles } from "@/db/content";
import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import { barePlan } from "@/tests/support/speaker-view";
import { strings } from "./public-text";

/** The gate of one buyer in a full room, with some of this buyer's facts earned. */
function gateOf(bundle: ScenarioBundle, persona: Persona, earned: string[] = []) {
  const start = initialState(bundle, { seed: 1, attempt: 1, difficulty: "standard" });
  const buyer = start.buyers[persona.id];
  if (!buyer) throw new Error("a state has its buyers");
  const unlocked = earned.map((factId) => ({ factId, turn: 1, messageId: "m" }));
  const state = { ...start, buyers: { ...start.buyers, [persona.id]: { ...buyer, unlocked } } };
  const view = speakerView(bundle, state, barePlan(persona), { transcript: [], passages: [] });
  return gateRules({ bundle, state, view, instructions: null, canary: null });
}

const seats = bundles
  .filter(({ personas }) => personas.length > 1)
  .flatMap((bundle) =>
    bundle.personas.map((persona) => [`${bundle.scenario.id} ${persona.id}`, bundle, persona] as const),
  );

describe.each(seats)("%s among colleagues", (_, bundle, persona) => {
  it("may say every line of their own while everybody's facts are sealed", () => {
    const rules = gateOf(bundle, persona);
    const { voice, topicAnswers, concessions, defers, convinced, contradicts } = persona;
    const lines = [
      ...strings(voice),
      ...strings(topicAnswers),
      ...persona.sealedFacts.flatMap((fact) => strings(fact.breadcrumbs)),
      ...persona.objections.flatMap((objection) => strings(objection.surface)),
      ...[
        concessions.map(({ text }) => text),
        ...[defers, convinced, contradicts].map((all) => all?.map((one) => one.lines)),
      ].flatMap((all) => strings(all)),
    ].map(({ text }) => text);
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((line) => checkText(line, true, rules) !== null)).toEqual([]);
  });

  it("is stopped from telling any sealed fact, and told facts pass one by one", () => {
    const sealed = gateOf(bundle, persona);
    for (const fact of persona.sealedFacts) {
      const said = [...fact.spoken, ...fact.recalled];
      expect([fact.text, ...said].filter((line) => checkText(line, true, sealed)?.code !== "sealed_fact")).toEqual([]);
      const earned = gateOf(bundle, persona, [fact.id]);
      expect(said.filter((line) => checkText(line, true, earned) !== null)).toEqual([]);
    }
  });
});

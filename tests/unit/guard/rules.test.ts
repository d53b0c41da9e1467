import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";
import { barePlan, personaOf } from "@/tests/support/speaker-view";

function rulesAtStart(bundle: ScenarioBundle, unlocked: string[] = []) {
  const persona = personaOf(bundle);
  const state: ConversationState = initialState(bundle, { seed: 1, attempt: 1, difficulty: "standard" });
  const buyer = state.buyers[persona.id];
  if (!buyer) throw new Error("a state has its buyer");
  const open = unlocked.map((factId) => ({ factId, turn: 1, messageId: "m" }));
  const later = { ...state, buyers: { [persona.id]: { ...buyer, unlocked: open } } };
  const view = speakerView(bundle, later, barePlan(persona), { transcript: [], passages: [] });
  return gateRules({ bundle, state: later, view, instructions: null, canary: null });
}

const strings = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
};

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))("the gate over %s", (_id, bundle) => {
  const persona = personaOf(bundle);
  const rules = rulesAtStart(bundle);

  it("lets every line of the buyer's own voice pass while all is sealed", () => {
    const lines = [
      ...strings(persona.voice),
      ...persona.topicAnswers.flatMap(({ open, closed }) => [...open, ...closed]),
      ...persona.sealedFacts.flatMap((fact) => fact.breadcrumbs),
      ...persona.objections.flatMap((objection) => objection.surface),
    ];
    expect(lines.filter((line) => checkText(line, true, rules) !== null)).toEqual([]);
  });

  it("stops every way this buyer has of telling a sealed fact", () => {
    const told = persona.sealedFacts.flatMap(({ text, spoken, recalled }) => [text, ...spoken, ...recalled]);
    expect(told.filter((line) => checkText(line, true, rules)?.code !== "sealed_fact")).toEqual([]);
  });

  it("lets a fact be told once it is unlocked", () => {
    const all = rulesAtStart(
      bundle,
      persona.sealedFacts.map((fact) => fact.id),
    );
    const told = persona.sealedFacts.flatMap(({ spoken, recalled }) => [...spoken, ...recalled]);
    expect(told.filter((line) => checkText(line, true, all)?.code === "sealed_fact")).toEqual([]);
  });

  it("stops a claim that the policy forbids anyone", () => {
    const banned = bundle.policy.bannedClaims.filter((rule) => rule.severity === "block");
    expect(banned.length).toBeGreaterThan(0);
    const stated = banned.flatMap((rule) => rule.matching).filter((text) => !/[?？]/u.test(text));
    const passed = stated.filter((text) => checkText(text, true, rules) === null);
    expect(passed).toEqual([]);
  });
});

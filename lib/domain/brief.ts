import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { Brief, BuyerCard, ScenarioCard } from "@/lib/contracts/session";

export type Tries = ScenarioCard["tries"];

function buyerCard(persona: Pick<Persona, "id" | "name" | "role" | "company">, index: number): BuyerCard {
  // The tint repeats after four; there are never more than four buyers.
  return { id: persona.id, name: persona.name, role: persona.role, company: persona.company, tint: index % 4 };
}

/** What a list shows of a scenario. */
export function cardOf(bundle: Pick<ScenarioBundle, "scenario" | "personas">, tries: Tries): ScenarioCard {
  const { id, family, locale, title, summary, industry, difficulty, minutes, maxTurns } = bundle.scenario;
  const buyers = bundle.personas.map(buyerCard);
  return { id, family, locale, title, summary, industry, difficulty, minutes, maxTurns, buyers, tries };
}

/**
 * All that is public before practice. Built by naming each field, so that whatever content gains later stays sealed
 * until it is named here.
 */
export function briefOf(bundle: ScenarioBundle, tries: Tries): Brief {
  const { scenario, personas, rubric } = bundle;
  return {
    ...cardOf(bundle, tries),
    situation: scenario.situation,
    goal: scenario.goal,
    offer: scenario.offer,
    known: scenario.known,
    people: personas.map((persona, index) => ({
      ...buyerCard(persona, index),
      manner: persona.temperament,
      publicFacts: persona.publicFacts.map((fact) => fact.text),
    })),
    criteria: rubric.checks.map(({ id, skill, title, test, weight, blocker }) => ({
      id,
      skill,
      title,
      test,
      weight,
      blocker,
    })),
    cap: rubric.cap,
    bar: rubric.bar,
    hintBudget: scenario.hints.budget,
  };
}

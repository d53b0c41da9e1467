import type { Condition, ScenarioBundle } from "@/lib/contracts/content";

interface Known {
  topics: ReadonlySet<string>;
  facts: ReadonlySet<string>;
  objections: ReadonlySet<string>;
}

function unknownIn(condition: Condition, known: Known): string[] {
  switch (condition.op) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => unknownIn(part, known));
    case "not":
      return unknownIn(condition.of, known);
    case "told":
      return known.facts.has(condition.factId) ? [] : [`fact ${condition.factId}`];
    case "objection":
      return known.objections.has(condition.objectionId) ? [] : [`objection ${condition.objectionId}`];
    case "move":
    case "did": {
      const { topics = [], exceptTopics = [], objectionId } = condition;
      const strange = [...topics, ...exceptTopics].filter((topic) => !known.topics.has(topic));
      const objection =
        objectionId !== undefined && !known.objections.has(objectionId) ? [`objection ${objectionId}`] : [];
      return [...strange.map((topic) => `topic ${topic}`), ...objection];
    }
    default:
      return [];
  }
}

/** What a bundle refers to and does not hold, in plain words; the shape itself is the contract's matter. */
export function bundleFaults({ scenario, personas, rubric, policy }: ScenarioBundle): string[] {
  const known: Known = {
    topics: new Set(scenario.topics.map(({ id }) => id)),
    facts: new Set(personas.flatMap((persona) => persona.sealedFacts.map(({ id }) => id))),
    objections: new Set(personas.flatMap((persona) => persona.objections.map(({ id }) => id))),
  };
  const faults: string[] = [];
  const cast = personas.map(({ id }) => id);
  if (cast.join(" ") !== scenario.personaIds.join(" ")) {
    faults.push(`The scenario names the buyers ${scenario.personaIds.join(", ")}; the file holds ${cast.join(", ")}.`);
  }
  if (rubric.id !== scenario.rubricId) faults.push(`The rubric is ${rubric.id}, not ${scenario.rubricId}.`);
  if (policy.id !== scenario.policyId) faults.push(`The policy is ${policy.id}, not ${scenario.policyId}.`);
  if ([...personas, rubric, policy].some(({ locale }) => locale !== scenario.locale)) {
    faults.push("Scenario, buyers, rubric and policy are not all in one language.");
  }
  for (const { id, sealedFacts, objections } of personas) {
    for (const { topic } of [...sealedFacts, ...objections]) {
      if (!known.topics.has(topic))
        faults.push(`${id} speaks of the topic ${topic}, which the scenario does not have.`);
    }
    for (const { factId } of objections) {
      if (factId !== undefined && !known.facts.has(factId)) faults.push(`${id} has no fact ${factId}.`);
    }
  }
  const conditions: Condition[] = [
    scenario.won,
    scenario.followUp,
    scenario.asksForOffer,
    ...scenario.hints.rules.map(({ when }) => when),
    ...personas.flatMap(({ sealedFacts, objections, concessions, walkAway }) => [
      ...sealedFacts.map(({ unlock }) => unlock),
      ...objections.flatMap(({ raiseWhen, resolveWhen }) => (resolveWhen ? [raiseWhen, resolveWhen] : [raiseWhen])),
      ...concessions.map(({ needs }) => needs),
      ...walkAway.map(({ when }) => when),
    ]),
  ];
  for (const unknown of new Set(conditions.flatMap((condition) => unknownIn(condition, known)))) {
    faults.push(`A condition names the ${unknown}, which does not exist.`);
  }
  return [...new Set(faults)];
}

import type { Condition, ScenarioBundle } from "@/lib/contracts/content";
import { stages, type Locale } from "@/lib/contracts/vocabulary";
import { conditionParts } from "./conditions";
import { conditionWords, type ConditionWords } from "./words";

function topicLabel(bundle: ScenarioBundle, topic: string): string {
  return bundle.scenario.topics.find(({ id }) => id === topic)?.label ?? topic;
}

function surfaceOf(bundle: ScenarioBundle, objectionId: string): string {
  const objections = bundle.personas.flatMap((persona) => persona.objections);
  return objections.find(({ id }) => id === objectionId)?.surface[0] ?? objectionId;
}

function factTopic(bundle: ScenarioBundle, factId: string): string {
  const facts = bundle.personas.flatMap((persona) => persona.sealedFacts);
  const fact = facts.find(({ id }) => id === factId);
  return fact === undefined ? factId : topicLabel(bundle, fact.topic);
}

function describeMove(
  condition: Extract<Condition, { op: "move" | "did" }>,
  bundle: ScenarioBundle,
  words: ConditionWords,
): string {
  const labels = (topics: string[]) => topics.map((topic) => topicLabel(bundle, topic)).join(words.or);
  const { topics, exceptTopics, qualities, objectionId, minAmount, maxAmount, addressed } = condition;
  let text = condition.types.map((type) => words.moves[type]).join(words.or);
  if (objectionId !== undefined) text += words.objection(surfaceOf(bundle, objectionId));
  if (topics !== undefined) text += words.about(labels(topics));
  if (exceptTopics !== undefined) text += words.notAbout(labels(exceptTopics));
  if (qualities !== undefined) text += ` (${qualities.map((quality) => words.qualities[quality]).join(words.or)})`;
  if (minAmount !== undefined || maxAmount !== undefined) text += words.amount(minAmount, maxAmount);
  if (addressed === true) text += words.byName;
  if (condition.op === "did" && (condition.atLeast ?? 1) > 1) text += words.times(condition.atLeast ?? 1);
  return text;
}

function describeStages(of: readonly (typeof stages)[number][], words: ConditionWords): string {
  const first = of[0];
  const rest = stages.slice(stages.indexOf(first ?? "opening"));
  const onwards = rest.filter((stage) => stage !== "ended").every((stage) => of.includes(stage));
  const named = onwards && first !== undefined ? [first] : of;
  return words.inStage(named.map((stage) => words.stages[stage]).join(words.or));
}

/** A part of a longer condition; one made of parts itself is set apart, so that “and” and “or” cannot be misread. */
function describeWithin(condition: Condition, bundle: ScenarioBundle, locale: Locale): string {
  const text = describePart(condition, bundle, locale);
  const several = (condition.op === "all" || condition.op === "any") && condition.of.length > 1;
  return several ? conditionWords[locale].group(text) : text;
}

/** One condition in plain words, without its numbers of rules or ids. */
function describePart(condition: Condition, bundle: ScenarioBundle, locale: Locale): string {
  const words = conditionWords[locale];
  switch (condition.op) {
    case "all":
      return condition.of.map((part) => describeWithin(part, bundle, locale)).join(words.and);
    case "any":
      return condition.of.map((part) => describeWithin(part, bundle, locale)).join(words.either);
    case "not":
      if (condition.of.op === "stage")
        return words.pastStage(condition.of.in.map((stage) => words.stages[stage]).join(words.or));
      return words.not(describeWithin(condition.of, bundle, locale));
    case "move":
    case "did":
      return describeMove(condition, bundle, words);
    case "meter":
      return words.meter(condition.meter, condition.atLeast, condition.below);
    case "stage":
      return describeStages(condition.in, words);
    case "told":
      return words.told(factTopic(bundle, condition.factId));
    case "needs":
      return words.needs(condition.atLeast, condition.below);
    case "turn":
      return words.turn(condition.atLeast);
    case "quiet":
      return words.quiet(condition.turns);
    case "quoted":
      return words.quoted(condition.atLeast, condition.atMost);
    case "remembered":
      return words.remembered(
        condition.outcome?.map((outcome) => words.outcomes[outcome]).join(words.or),
        condition.told === undefined ? undefined : factTopic(bundle, condition.told),
        condition.promised === undefined ? undefined : words.promises[condition.promised],
      );
    default:
      return words.state(surfaceOf(bundle, condition.objectionId), condition.is);
  }
}

/** A condition as a list of parts that must all hold, in plain words; index for index those of `conditionParts`. */
export function describeCondition(condition: Condition, bundle: ScenarioBundle, locale: Locale): string[] {
  return conditionParts(condition).map((part) => describePart(part, bundle, locale));
}

import { bundles } from "@/db/content";
import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ReplyPlan } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";

export function bundleIn(locale: Locale): ScenarioBundle {
  const bundle = bundles.find((one) => one.scenario.locale === locale);
  if (!bundle) throw new Error(`no scenario in ${locale}`);
  return bundle;
}

export function personaOf(bundle: ScenarioBundle): Persona {
  const persona = bundle.personas[0];
  if (!persona) throw new Error("a scenario has a buyer");
  return persona;
}

/** A plan that answers nothing and wants nothing, to be varied. */
export const barePlan = (persona: Persona, change: Partial<ReplyPlan> = {}): ReplyPlan => ({
  speakerId: persona.id,
  intent: "answer",
  answer: null,
  agenda: null,
  ending: null,
  length: [8, 30],
  ...change,
});

/** A view as the buyer's state machine would hand it over: `told` names the facts unlocked so far. */
export function viewOf(bundle: ScenarioBundle, told: string[], change: Partial<SpeakerView> = {}): SpeakerView {
  const persona = personaOf(bundle);
  const { id, name, role, company, industry, style, decisionStyle, temperament, motivation, typicalWords } = persona;
  const { publicFacts, topicAnswers, voice } = persona;
  return {
    locale: bundle.scenario.locale,
    difficulty: "standard",
    seed: 7,
    attempt: 1,
    turn: 1,
    turnsLeft: 19,
    stage: "discovery",
    persona: {
      id,
      name,
      role,
      company,
      industry,
      style,
      decisionStyle,
      temperament,
      motivation,
      typicalWords,
      publicFacts,
      topicAnswers,
      voice,
    },
    meters: { trust: 50, interest: 50, patience: 60 },
    facts: persona.sealedFacts
      .filter((fact) => told.includes(fact.id))
      .map(({ id: factId, topic, text, spoken, recalled }) => ({
        id: factId,
        topic,
        text,
        spoken,
        recalled,
        toldTurn: 1,
      })),
    openObjections: [],
    plan: barePlan(persona),
    passages: [],
    product: bundle.scenario.sheet.product,
    transcript: [{ messageId: "s1", speaker: "trainee", text: "Hello", turn: 1 }],
    usedLines: [],
    ...change,
  };
}

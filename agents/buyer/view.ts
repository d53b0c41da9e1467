import type { Persona, ProductSheet, ScenarioBundle } from "@/lib/contracts/content";
import type { PublicPersona, SpeakerView, ToldFact, TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { ToolNote } from "@/lib/contracts/tools";
import { buyerOf, personaOf, rememberedBy, toldBy } from "./cast";

/** The part of a persona that is no secret. Named field by field, so that a new field stays out until it is let in. */
export function publicPersona(persona: Persona): PublicPersona {
  return {
    id: persona.id,
    name: persona.name,
    role: persona.role,
    company: persona.company,
    industry: persona.industry,
    style: persona.style,
    decisionStyle: persona.decisionStyle,
    temperament: persona.temperament,
    motivation: persona.motivation,
    typicalWords: persona.typicalWords,
    publicFacts: persona.publicFacts,
    topicAnswers: persona.topicAnswers,
    voice: persona.voice,
  };
}

function toldFacts(persona: Persona, state: ConversationState): ToldFact[] {
  return toldBy(persona, buyerOf(state, persona.id)).map(({ fact, turn }) => ({
    id: fact.id,
    topic: fact.topic,
    text: fact.text,
    spoken: fact.spoken,
    recalled: fact.recalled,
    toldTurn: turn,
  }));
}

function openObjections(persona: Persona, state: ConversationState): SpeakerView["openObjections"] {
  const { objections } = buyerOf(state, persona.id);
  return persona.objections.flatMap(({ id, surface }) => {
    const now = objections[id];
    if (now?.status !== "open") return [];
    const said = surface[Math.min(now.heard, surface.length) - 1];
    return said === undefined ? [] : [{ id, surface: said }];
  });
}

/** Of the last talk, what was said aloud in it. Null where a follow-up's buyer has none with this trainee. */
function lastTalk(persona: Persona, state: ConversationState): SpeakerView["remembered"] {
  const last = rememberedBy(state, persona.id);
  if (last === undefined) return persona.recalls === undefined ? undefined : null;
  return {
    outcome: last.outcome,
    faded: last.faded === true,
    told: last.told.map(({ text }) => text),
    promises: last.faded === true ? [] : last.promises.map(({ quote }) => quote),
    open: last.open.map(({ surface }) => surface),
  };
}

/** All that whatever speaks for the plan's buyer gets to know: nothing sealed has a place in it. */
export function speakerView(
  bundle: ScenarioBundle,
  state: ConversationState,
  plan: ReplyPlan,
  given: {
    transcript: TranscriptLine[];
    passages: ProductSheet["passages"];
    notes?: ToolNote[];
    correction?: { code: string; avoid?: string };
  },
): SpeakerView {
  const persona = personaOf(bundle, plan.speakerId);
  const { offer, known } = bundle.scenario;
  return {
    locale: state.locale,
    difficulty: state.difficulty,
    seed: state.seed,
    attempt: state.attempt,
    turn: state.turn,
    turnsLeft: Math.max(0, bundle.scenario.maxTurns - state.turn),
    stage: state.stage,
    persona: publicPersona(persona),
    colleagues: bundle.personas
      .filter(({ id }) => id !== persona.id)
      .map(({ id, name, role, calledBy }) => ({ id, name, role, calledBy: calledBy[0] ?? name })),
    meters: buyerOf(state, persona.id).meters,
    facts: toldFacts(persona, state),
    openObjections: openObjections(persona, state),
    plan,
    passages: given.passages,
    published: [...offer, ...known],
    notes: given.notes,
    product: bundle.scenario.sheet.product,
    transcript: given.transcript,
    usedLines: state.usedLines,
    remembered: lastTalk(persona, state),
    correction: given.correction,
  };
}

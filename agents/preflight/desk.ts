import { buyerOf, toldBy } from "@/agents/buyer/cast";
import type { Persona, ScenarioBundle, Topic } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { moodBands, type Locale } from "@/lib/contracts/vocabulary";

/** An objection as it was heard: its words, what they are about, and the reason behind it once that was told. */
export interface HeardObjection {
  id: string;
  buyerId: string;
  topic: string;
  surface: string;
  reason: { topic: string; text: string } | null;
}

/** One buyer as a trainee knows them: the brief, the mood words of the room, what was said. */
export interface MetBuyer {
  id: string;
  calledBy: string;
  publicFacts: string[];
  /** what one of that role would be asked about */
  topics: string[];
  owns: string[];
  mood: { trust: string; interest: string; patience: string };
  told: { id: string; topic: string; text: string }[];
  objections: HeardObjection[];
}

/**
 * All a seller at the keyboard has before them: the brief, their own sheet, and what anybody reading the chat would understand.
 * The type has no place for a fact that is still sealed.
 */
export interface Desk {
  scenarioId: string;
  locale: Locale;
  date: string;
  title: string;
  product: string;
  company: string;
  offer: string[];
  topics: Topic[];
  passages: { id: string; topic?: string | undefined; text: string }[];
  criteria: { title: string; test: string }[];
  minNeeds: number;
  maxTurns: number;
  maxDiscountPct: number;
  disclosures: string[];
  /** the one who decides comes first */
  buyers: MetBuyer[];
  transcript: readonly TranscriptLine[];
  /** the last reply asked what it costs */
  asksPrice: boolean;
}

const band = (value: number) => Math.min(3, Math.floor(value / 25));

function meet(persona: Persona, state: ConversationState): MetBuyer {
  const buyer = buyerOf(state, persona.id);
  const { trust, interest, patience } = buyer.meters;
  const told = toldBy(persona, buyer).map(({ fact: { id, topic, text } }) => ({ id, topic, text }));
  const objections = persona.objections.flatMap(({ id, topic, surface, factId }): HeardObjection[] => {
    const now = buyer.objections[id];
    if (now?.status !== "open") return [];
    const heard = surface[Math.max(0, Math.min(now.heard, surface.length) - 1)] ?? surface[0];
    return [{ id, buyerId: persona.id, topic, surface: heard, reason: told.find((one) => one.id === factId) ?? null }];
  });
  return {
    id: persona.id,
    calledBy: persona.calledBy[0] ?? persona.name,
    publicFacts: persona.publicFacts.map((fact) => fact.text),
    topics: persona.topicAnswers.map((answer) => answer.topic),
    owns: persona.ownsTopics ?? [],
    mood: {
      trust: moodBands.trust[band(trust)] ?? "",
      interest: moodBands.interest[band(interest)] ?? "",
      patience: moodBands.patience[band(patience)] ?? "",
    },
    told,
    objections,
  };
}

/** Lays out what a trainee would know at this point of a talk. Named field by field, so that nothing sealed gets in. */
export function deskOf(
  { scenario, personas, rubric, policy }: ScenarioBundle,
  state: ConversationState,
  transcript: readonly TranscriptLine[],
  lastPlans: readonly ReplyPlan[],
): Desk {
  return {
    scenarioId: scenario.id,
    locale: scenario.locale,
    date: scenario.date,
    title: scenario.title,
    product: scenario.sheet.product,
    company: personas[0]?.company ?? "",
    offer: scenario.offer,
    topics: scenario.topics,
    passages: scenario.sheet.passages.map(({ id, topic, text }) => ({ id, topic, text })),
    criteria: rubric.checks.map(({ title, test }) => ({ title, test })),
    minNeeds: scenario.minNeeds,
    maxTurns: scenario.maxTurns,
    maxDiscountPct: policy.maxDiscountPct,
    disclosures: policy.requiredDisclosures.map((one) => one.safer),
    buyers: personas.map((persona) => meet(persona, state)),
    transcript,
    asksPrice: lastPlans.some((plan) => plan.agenda?.kind === "ask_price" || plan.intent === "ask_price"),
  };
}

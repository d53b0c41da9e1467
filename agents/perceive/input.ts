import type { Persona, Policy, ProductSheet, Scenario, SealedFact } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { BuyerState, ConversationState } from "@/lib/contracts/state";

/** The pieces of a scenario bundle that perception reads; a whole `ScenarioBundle` fits. */
export interface PerceiveBundle {
  scenario: Pick<Scenario, "locale" | "topics" | "date" | "offer"> & {
    sheet: Pick<ProductSheet, "product" | "passages">;
  };
  personas: (Pick<Persona, "id" | "name" | "calledBy" | "company"> & {
    objections: Pick<Persona["objections"][number], "id" | "topic" | "surface" | "answerTopics" | "factId">[];
    sealedFacts: Pick<SealedFact, "id" | "topic" | "text" | "spoken">[];
  })[];
  policy?: Policy;
}

/** The pieces of a conversation's state that perception reads; `turn` is the last finished turn. */
export interface PerceiveState extends Pick<ConversationState, "turn" | "stage" | "moves"> {
  buyers: Record<string, Pick<BuyerState, "unlocked" | "hinted" | "objections">>;
}

export interface PerceiveInput {
  text: string;
  bundle: PerceiveBundle;
  state: PerceiveState;
  /** all lines before this message, oldest first */
  transcript: TranscriptLine[];
}

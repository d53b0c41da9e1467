import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ModelBreaker } from "./breaker";

/** One model of a chain, in the order of preference. `id` is `provider:model`, or `offline`. */
export interface Candidate {
  id: string;
  model: LanguageModelV4;
  breaker: ModelBreaker;
  /** what this model needs said differently, e.g. how hard to think */
  prepare?(options: LanguageModelV4CallOptions): LanguageModelV4CallOptions;
}

export interface ChainLimits {
  /** until the first words; thinking counts as life */
  firstContentMs: number;
  /** between two parts after that */
  stallMs: number;
  totalMs: number;
}

export const speakLimits: ChainLimits = { firstContentMs: 12_000, stallMs: 8_000, totalMs: 60_000 };

/** What the chain adds to the finish part, under `providerMetadata.salesboost`. */
export interface Served {
  model: string;
  /** an earlier model of the chain failed, was resting or was not covered */
  degraded: boolean;
  /** why it is degraded: the budget did not cover the models before this one, or they could not answer */
  because?: "budget" | "fault";
}

import type { EmbeddingModelV4, RerankingModelV4 } from "@ai-sdk/provider";
import { tokenize } from "@/agents/guard/words";
import { hash } from "./buyer/hash";

/** Length of a vector of the offline embedder. */
export const offlineDimensions = 384;

/** Words, and pairs of what follows each other: enough to find the same things said in the same words, in either language. */
function features(text: string): string[] {
  const words = tokenize(text.toLowerCase()).map((token) => token.text);
  return [...words, ...words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`)];
}

/** Feature hashing: each feature adds or takes one at a place its hash chooses; the vector has length one. */
function embed(text: string): number[] {
  const vector = Array.from({ length: offlineDimensions }, () => 0);
  for (const feature of features(text)) {
    const place = hash("place", feature) % offlineDimensions;
    vector[place] = (vector[place] ?? 0) + (hash("sign", feature) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/**
 * Embeds by hashing words and pairs of words: deterministic, no weights, no network. It knows words, not meanings: near are
 * texts that share words. Source of the method: Weinberger et al., Feature Hashing for Large Scale Multitask Learning (2009).
 */
export const offlineEmbedder: EmbeddingModelV4 = {
  specificationVersion: "v4",
  provider: "offline",
  modelId: "hashed-words-1",
  maxEmbeddingsPerCall: 1_000,
  supportsParallelCalls: true,
  doEmbed: async ({ values }) => ({ embeddings: values.map(embed), warnings: [] }),
};

/** Ranks by the share of the query's words and pairs a text holds, rare ones weighing more. Deterministic. */
export const offlineReranker: RerankingModelV4 = {
  specificationVersion: "v4",
  provider: "offline",
  modelId: "shared-words-1",
  doRerank: async ({ documents, query, topN }) => {
    const texts = documents.type === "text" ? documents.values : documents.values.map((one) => JSON.stringify(one));
    const held = texts.map((text) => new Set(features(text)));
    const wanted = [...new Set(features(query))].map((feature) => {
      const holders = held.filter((one) => one.has(feature)).length;
      return { feature, weight: Math.log(1 + texts.length / (1 + holders)) };
    });
    const all = wanted.reduce((sum, one) => sum + one.weight, 0) || 1;
    const scores = held.map((own, index) => {
      const shared = wanted.filter((one) => own.has(one.feature)).reduce((sum, one) => sum + one.weight, 0);
      return { index, relevanceScore: shared / all };
    });
    const ranking = scores.toSorted((a, b) => b.relevanceScore - a.relevanceScore || a.index - b.index);
    return { ranking: ranking.slice(0, topN ?? ranking.length), warnings: [] };
  },
};

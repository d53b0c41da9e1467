import type { RerankingModelV4 } from "@ai-sdk/provider";
import { z } from "zod";
import { UnusableReply } from "./faults";

const answerSchema = z.object({
  results: z.array(z.object({ index: z.number().int().min(0), relevance_score: z.number() })),
});

/**
 * Reranking over HTTP in the form that vLLM, Infinity and Jina share: `POST /rerank` with model, query, documents and top_n.
 * Throws what `fetch` throws, and UnusableReply for an answer of another form.
 */
export function compatibleReranker(
  server: { baseUrl: string; apiKey?: string | undefined },
  model: string,
): RerankingModelV4 {
  return {
    specificationVersion: "v4",
    provider: "compatible",
    modelId: model,
    doRerank: async ({ documents, query, topN, abortSignal }) => {
      const texts = documents.type === "text" ? documents.values : documents.values.map((one) => JSON.stringify(one));
      const response = await fetch(`${server.baseUrl.replace(/\/$/u, "")}/rerank`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(server.apiKey ? { authorization: `Bearer ${server.apiKey}` } : {}),
        },
        body: JSON.stringify({ model, query, documents: texts, top_n: topN ?? texts.length }),
        redirect: "error",
        signal: abortSignal ?? null,
      });
      if (!response.ok) throw new UnusableReply(`status ${response.status}`);
      const answer = answerSchema.safeParse(await response.json());
      if (!answer.success) throw new UnusableReply("malformed");
      const ranking = answer.data.results
        .filter(({ index }) => index < texts.length)
        .map((one) => ({ index: one.index, relevanceScore: one.relevance_score }));
      return { ranking, warnings: [] };
    },
  };
}

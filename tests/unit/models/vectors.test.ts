import { embed, embedMany, rerank } from "ai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { offlineDimensions } from "@/agents/models/offline/vectors";
import { ChainError, Models } from "@/agents/models/registry";
import { AppError } from "@/lib/platform/errors";

interface Asked {
  path: string;
  body: { model?: string; input?: string[]; query?: string; documents?: string[]; top_n?: number };
}

let server: Server;
let url = "";
let asked: Asked[] = [];

/** A server with OpenAI's embeddings and the common rerank call; a model named `broken` fails. */
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += String(chunk)));
    request.on("end", () => {
      // Sound: only the models under test call this server.
      const body = JSON.parse(text) as Asked["body"];
      asked.push({ path: request.url ?? "", body });
      const json = (status: number, answer: unknown) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
      if (body.model === "broken") return json(500, { error: "no" });
      if (body.model === "odd") return json(200, { results: "none" });
      if (request.url === "/rerank") {
        const results = (body.documents ?? []).map((_, index) => ({ index, relevance_score: index / 10 })).toReversed();
        return json(200, { results: results.slice(0, body.top_n) });
      }
      const data = (body.input ?? []).map((_, index) => ({ index, embedding: [index, 1], object: "embedding" }));
      return json(200, { object: "list", model: body.model, data, usage: { prompt_tokens: 7, total_tokens: 7 } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // sound: it listens on TCP
});
afterEach(() => server.close());

const models = (aiChain: string) => new Models({ aiChain, compatible: { baseUrl: url } }, {});
const roomy = { tokensLeft: 10_000, microsLeft: null, over: "offline" as const };

const passages = [
  "Support answers within two business hours, by phone and chat.",
  "The annual fee is waived in the first year.",
  "Overtime fell by eleven percent in 2026 at 27 hotels.",
];

describe("embedding", () => {
  it("asks the model named for it and records the call", async () => {
    const chain = models("embed=compatible:bge,offline");
    const account = chain.account(roomy);
    const { embeddings } = await embedMany({ model: chain.embedder(account), values: ["a", "b"], maxRetries: 0 });
    expect(embeddings).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(account.calls).toMatchObject([{ role: "embed", model: "compatible:bge", inputTokens: 7, outcome: "ok" }]);
  });

  it("goes on with the next model, and says whose vectors these are", async () => {
    const chain = models("embed=compatible:broken,offline");
    const account = chain.account(roomy);
    const { embedding, providerMetadata } = await embed({ model: chain.embedder(account), value: "x", maxRetries: 0 });
    expect(embedding).toHaveLength(offlineDimensions);
    expect(providerMetadata?.["salesboost"]).toEqual({ embeddedBy: "offline:hashed-words-1" });
    expect(account.calls.map((call) => call.outcome)).toEqual(["failed", "ok"]);
  });

  it("offline puts texts nearer that share words, in English and in Chinese", async () => {
    const { embeddings } = await embedMany({
      model: models("offline").embedder(),
      values: ["the annual fee of the card", "is there an annual fee", "冷水机停机怎么办", "停机一次损失多少"],
    });
    const [fee = [], asks = [], stop = [], loss = []] = embeddings;
    const near = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    expect(near(fee, asks)).toBeGreaterThan(near(fee, stop));
    expect(near(stop, loss)).toBeGreaterThan(near(stop, fee));
    expect(near(fee, fee)).toBeCloseTo(1, 9);
  });
});

describe("reranking", () => {
  it("asks the model named for it", async () => {
    const chain = models("rerank=compatible:bge-reranker,offline");
    const { ranking } = await rerank({ model: chain.reranker(), documents: passages, query: "fee", topN: 2 });
    expect(ranking.map((one) => one.originalIndex)).toEqual([2, 1]);
    expect(asked).toMatchObject([{ path: "/rerank", body: { model: "bge-reranker", query: "fee", top_n: 2 } }]);
  });

  it.each(["broken", "odd"])("of a server that is %s goes on offline, by shared words", async (name) => {
    const chain = models(`rerank=compatible:${name},offline`);
    const { ranking } = await rerank({
      model: chain.reranker(),
      documents: passages,
      query: "What is the annual fee?",
      maxRetries: 0,
    });
    expect(ranking[0]?.originalIndex).toBe(1);
  });

  it("says that no model is there when none answers", async () => {
    const chain = models("rerank=compatible:broken");
    const work = chain.reranker().doRerank({ documents: { type: "text", values: passages }, query: "fee" });
    await expect(work).rejects.toEqual(new AppError("model_unavailable"));
  });

  it("refuses a provider without such a model", () => {
    expect(() => new Models({ aiChain: "rerank=openai:x", openaiApiKey: "k" }, {})).toThrow(ChainError);
  });
});

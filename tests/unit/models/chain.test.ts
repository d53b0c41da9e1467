import { generateText, Output, streamText } from "ai";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ModelBreaker } from "@/agents/models/breaker";
import { retryAfterMs } from "@/agents/models/faults";
import { ChainError, Models, parseChain } from "@/agents/models/registry";
import { AppError } from "@/lib/platform/errors";
import { startModelServer, type Behaviour, type ModelServer } from "@/tests/support/model-server";
import { sayModel } from "@/tests/support/say-model";

const offlineWords = "I have what I need for now.";
const limits = { firstContentMs: 300, stallMs: 300, totalMs: 5_000 };

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer({ words: ["We close the books in two days."] });
});
afterEach(() => server.close());

function modelsFor(chain: string): Models {
  const settings = {
    aiChain: chain,
    openaiApiKey: "test",
    openaiBaseUrl: server.url,
    compatible: { baseUrl: server.url },
  };
  return new Models(settings, { speak: sayModel(offlineWords) }, { speak: limits });
}

interface Heard {
  text: string;
  error: unknown;
  finish: string | null;
  served: unknown;
}

async function hear(models: Models, abortSignal?: AbortSignal): Promise<Heard> {
  const model = models.forRole("speak").model;
  if (!model) throw new Error("no chain");
  const heard: Heard = { text: "", error: null, finish: null, served: null };
  try {
    const result = streamText({
      model,
      prompt: "Hello",
      maxRetries: 0,
      onError: () => undefined,
      ...(abortSignal ? { abortSignal } : {}),
    });
    for await (const part of result.stream) {
      if (part.type === "text-delta") heard.text += part.text;
      if (part.type === "error") heard.error ??= part.error;
      if (part.type === "finish-step") {
        heard.finish = part.finishReason;
        heard.served = part.providerMetadata?.["salesboost"];
      }
    }
  } catch (error) {
    heard.error = error;
  }
  return heard;
}

describe("a chain of models", () => {
  it("speaks with its first model when that one is well", async () => {
    const heard = await hear(modelsFor("compatible:speech,offline"));
    expect(heard).toMatchObject({ text: "We close the books in two days.", error: null, finish: "stop" });
    expect(heard.served).toMatchObject({ model: "compatible:speech", degraded: false });
  });

  it("speaks the Responses protocol with the openai provider", async () => {
    const heard = await hear(modelsFor("openai:speech,offline"));
    expect(heard).toMatchObject({ text: "We close the books in two days.", finish: "stop" });
    expect(server.calls.map((call) => call.path)).toEqual(["/v1/responses"]);
  });

  const beforeWords: Behaviour[] = ["busy", "broken", "silent", "malformed-first", "empty", "hollow", "refused"];
  it.each(beforeWords)("moves on to the next model, marked degraded, when the first is %s", async (fault) => {
    const heard = await hear(modelsFor(`compatible:${fault},offline`));
    expect(heard).toMatchObject({ text: offlineWords, error: null, finish: "stop" });
    expect(heard.served).toMatchObject({ model: "offline", degraded: true, usedLines: ["hesitate:0"] });
    expect(server.calls).toHaveLength(1);
  });

  const midWords: Behaviour[] = ["stall", "cut", "malformed", "endless"];
  it.each(midWords)("ends with an error, never as a good reply, when a model falls to %s midway", async (fault) => {
    const heard = await hear(modelsFor(`compatible:${fault},offline`));
    expect(heard.text).not.toBe("");
    expect(heard.error).not.toBeNull();
    expect(heard.text).not.toContain(offlineWords);
  });

  it("does not pass off a filtered reply as a good one", async () => {
    const heard = await hear(modelsFor("compatible:filtered,offline"));
    expect(heard.finish).toBe("content-filter");
  });

  it("does not call a model offline and degraded when nothing else was configured", async () => {
    const heard = await hear(modelsFor("offline"));
    expect(heard.served).toMatchObject({ model: "offline", degraded: false });
  });

  it("says that no model is available when every one has failed", async () => {
    const heard = await hear(modelsFor("compatible:broken,compatible:busy"));
    expect(heard.text).toBe("");
    expect(heard.error).toBeInstanceOf(AppError);
    expect(heard.error).toMatchObject({ code: "model_unavailable" });
  });

  it("leaves a model alone for as long as it asked", async () => {
    const models = modelsFor("compatible:busy,offline");
    await hear(models);
    const second = await hear(models);
    expect(second.text).toBe(offlineWords);
    expect(server.calls).toHaveLength(1);
  });

  it("rests a model after two failures in a row and not after one", async () => {
    const models = modelsFor("compatible:cut,offline");
    await hear(models);
    await hear(models);
    expect(server.calls).toHaveLength(2);
    const third = await hear(models);
    expect(third.text).toBe(offlineWords);
    expect(server.calls).toHaveLength(2);
  });

  it("ends the call to the model when the reader stops", async () => {
    const stop = new AbortController();
    const hearing = hear(modelsFor("compatible:stall,offline"), stop.signal);
    while (server.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    const heard = await hearing;
    await server.calls[0]?.ended;
    expect(server.calls[0]?.aborted).toBe(true);
    expect(heard.text).not.toContain(offlineWords);
  });

  it.each([
    [true, "json_schema"],
    [false, "json_object"],
  ])("tells a compatible server the shape of its answer where it takes schemas: %s", async (schemas, type) => {
    const models = new Models({ aiChain: "compatible:speech", compatible: { baseUrl: server.url, schemas } }, {});
    const model = models.forRole("judge").model;
    if (!model) throw new Error("no chain");
    const output = Output.object({ schema: z.object({ verdict: z.string() }) });
    await generateText({ model, prompt: "Decide.", output, maxRetries: 0 }).catch(() => undefined);
    expect(server.calls[0]?.body["response_format"]).toMatchObject({ type });
  });

  it("sends nothing of its own to a provider", async () => {
    const model = modelsFor("compatible:speech").forRole("speak").model;
    if (!model) throw new Error("no chain");
    const result = streamText({
      model,
      prompt: "Hello",
      providerOptions: { salesboost: { view: { secret: "xyzzy" } } },
    });
    await result.consumeStream();
    expect(JSON.stringify(server.calls[0]?.body)).not.toContain("xyzzy");
  });
});

describe("AI_CHAIN", () => {
  it("gives each role its own list, and the list without a role to all others", () => {
    const chain = parseChain("speak=openai:gpt-5-mini,compatible:qwen3,offline; judge=openai:o4-mini ;compatible:all");
    expect(chain.speak).toEqual(["openai:gpt-5-mini", "compatible:qwen3", "offline"]);
    expect(chain.judge).toEqual(["openai:o4-mini"]);
    expect(chain.review).toEqual(["compatible:all"]);
  });

  it("is served offline where nothing is named", () => {
    expect(parseChain("").speak).toEqual(["offline"]);
    expect(parseChain("judge=openai:x").speak).toEqual(["offline"]);
  });

  it.each(["speak=", "talk=offline", "gpt-5", "azure:x", "openai:"])("refuses %s", (text) => {
    expect(() => parseChain(text)).toThrow(ChainError);
  });

  it("refuses a provider that has no key or address", () => {
    expect(() => new Models({ aiChain: "openai:x" }, {})).toThrow(/OPENAI_API_KEY/);
    expect(() => new Models({ aiChain: "compatible:x" }, {})).toThrow(/AI_COMPATIBLE_BASE_URL/);
  });

  it("leaves a role without any model to rules", () => {
    expect(new Models({ aiChain: "offline" }, {}).forRole("judge").model).toBeNull();
  });
});

describe("a breaker", () => {
  it("counts a call that the reader stopped neither way", () => {
    const breaker = new ModelBreaker();
    breaker.enter()?.fail(new Error("one"));
    breaker.enter()?.leave();
    expect(breaker.enter()).not.toBeNull();
  });
});

describe("Retry-After", () => {
  it("is nothing when the failure was not a call", () => {
    expect(retryAfterMs(new Error("x"), 0)).toBeNull();
  });
});

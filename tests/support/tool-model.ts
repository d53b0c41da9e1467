import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { ModelBreaker } from "@/agents/models/breaker";
import { ModelChain } from "@/agents/models/chain";

/** What a model does in one step: words, calls, or both in that order. */
export interface Step {
  say?: string;
  call?: { tool: string; input: unknown }[];
}

export interface ToolModel extends LanguageModelV4 {
  /** the options of every step, as the model got them */
  asked: LanguageModelV4CallOptions[];
}

/** A model that follows a script of steps; the last one is repeated. It does so whether or not tools were offered. */
export function toolModel(...script: Step[]): ToolModel {
  const asked: LanguageModelV4CallOptions[] = [];
  return {
    specificationVersion: "v4",
    provider: "test",
    modelId: "script",
    supportedUrls: {},
    asked,
    doGenerate: async () => {
      throw new Error("this double only streams");
    },
    doStream: async (options) => {
      const { say = "", call = [] } = script[Math.min(asked.length, script.length - 1)] ?? {};
      asked.push(options);
      const parts: LanguageModelV4StreamPart[] = [{ type: "stream-start", warnings: [] }];
      if (say !== "") {
        const words = say.split(/(?<=\s)/u).map((delta) => ({ type: "text-delta" as const, id: "1", delta }));
        parts.push({ type: "text-start", id: "1" }, ...words, { type: "text-end", id: "1" });
      }
      for (const [at, { tool, input }] of call.entries()) {
        const json = typeof input === "string" ? input : JSON.stringify(input);
        parts.push({ type: "tool-call", toolCallId: `${asked.length}.${at}`, toolName: tool, input: json });
      }
      const unified = call.length > 0 ? "tool-calls" : "stop";
      const inputTokens = { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 };
      const usage = { inputTokens, outputTokens: { total: 5, text: 5, reasoning: 0 } };
      parts.push({ type: "finish", finishReason: { unified, raw: unified }, usage });
      return { stream: new ReadableStream({ start: (c) => (parts.forEach((part) => c.enqueue(part)), c.close()) }) };
    },
  };
}

/** Models as the chain of the buyer's voice: hosted ones first, `offline` last where one is given. */
export function chainOf(models: LanguageModelV4[], offline?: LanguageModelV4): ModelChain {
  const hosted = models.map((model, at) => ({ id: `test:${at}`, model, breaker: new ModelBreaker() }));
  const last = offline ? [{ id: "offline", model: offline, breaker: new ModelBreaker() }] : [];
  const limits = { firstContentMs: 500, stallMs: 500, totalMs: 2_000 };
  return new ModelChain([...hosted, ...last], limits, "speak");
}

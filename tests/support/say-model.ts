import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";

const usage = {
  inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 5, text: 5, reasoning: 0 },
};

/** An in-process model that says the given texts, one per call, whole: the stand-in for the offline buyer. */
export function sayModel(...texts: string[]): LanguageModelV4 & { calls: number } {
  const model = {
    specificationVersion: "v4" as const,
    provider: "test",
    modelId: "say",
    supportedUrls: {},
    calls: 0,
    doGenerate: async () => {
      throw new Error("this double only streams");
    },
    doStream: async () => {
      const text = texts[Math.min(model.calls++, texts.length - 1)] ?? "";
      const parts: LanguageModelV4StreamPart[] = [
        { type: "stream-start", warnings: [] },
        { type: "text-start", id: "1" },
        ...text.split(/(?<=\s)/u).map((delta) => ({ type: "text-delta" as const, id: "1", delta })),
        { type: "text-end", id: "1" },
        {
          type: "finish",
          finishReason: { unified: "stop", raw: "stop" },
          usage,
          providerMetadata: { salesboost: { usedLines: ["hesitate:0"] } },
        },
      ];
      return { stream: new ReadableStream({ start: (c) => (parts.forEach((part) => c.enqueue(part)), c.close()) }) };
    },
  };
  return model;
}

import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { streamText } from "ai";
import { describe, expect, test } from "vitest";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { offlineBuyer } from "@/agents/models/offline/buyer/model";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { barePlan, bundleIn, personaOf, viewOf } from "../../support/speaker-view";

const bundle = bundleIn("en");
const view = viewOf(bundle, [], { plan: barePlan(personaOf(bundle), { answer: { kind: "deflect" } }) });
// The view is plain JSON data; the provider option's type asks for JSON, which TypeScript cannot derive from it.
const options = (of: SpeakerView) => ({
  prompt: [],
  providerOptions: { salesboost: { view: JSON.parse(JSON.stringify(of)) } },
});

async function partsOf(stream: ReadableStream<LanguageModelV4StreamPart>): Promise<LanguageModelV4StreamPart[]> {
  const parts: LanguageModelV4StreamPart[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return parts;
}

describe("offlineBuyer", () => {
  test("streams the composed reply token by token and names the lines it spent", async () => {
    const { stream } = await offlineBuyer({ paceMs: 0 }).doStream(options(view));
    const parts = await partsOf(stream);
    expect(parts.map((part) => part.type).filter((type) => type !== "text-delta")).toEqual([
      "stream-start",
      "text-start",
      "text-end",
      "finish",
    ]);
    const expected = composeReply(view);
    const text = parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");
    expect(text).toBe(expected.text);
    expect(parts.at(-1)).toMatchObject({
      finishReason: { unified: "stop" },
      providerMetadata: { salesboost: { usedLines: expected.usedLines } },
    });
  });

  test("gives the same text at once as in pieces", async () => {
    const result = await offlineBuyer({ paceMs: 0 }).doGenerate(options(view));
    expect(result.content).toEqual([{ type: "text", text: composeReply(view).text }]);
  });

  test("speaks through streamText", async () => {
    const result = streamText({
      model: offlineBuyer({ paceMs: 0 }),
      prompt: "-",
      providerOptions: options(view).providerOptions,
    });
    expect(await result.text).toBe(composeReply(view).text);
    expect(await result.finishReason).toBe("stop");
  });

  test("stops typing when its signal aborts", async () => {
    const abort = new AbortController();
    const { stream } = await offlineBuyer({ paceMs: 60_000 }).doStream({ ...options(view), abortSignal: abort.signal });
    const reader = stream.getReader();
    await reader.read();
    await reader.read();
    const waiting = reader.read();
    abort.abort(new Error("stopped by the trainee"));
    await expect(waiting).rejects.toThrow("stopped by the trainee");
  });

  test("refuses a call without a view", async () => {
    await expect(offlineBuyer({ paceMs: 0 }).doGenerate({ prompt: [] })).rejects.toThrow("view is missing");
  });
});

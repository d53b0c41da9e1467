import type { JSONObject, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { estimateTokens, replyTokenCap } from "@/agents/models/budget";
import type { ModelChain } from "@/agents/models/chain";
import type { SpeakEvent } from "@/agents/turn/ports";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { buildPrompt, type BuyerPrompt } from "./prompt";

/** A reply that stopped being usable after its first words: `stalled`, `error`, `content-filter`, `length`, `interrupted` … */
export class BrokenReply extends Error {
  constructor(
    readonly reason: string,
    cause?: unknown,
  ) {
    super(`the reply broke off: ${reason}`, { cause });
    this.name = "BrokenReply";
  }
}

interface Told {
  model: string;
  degraded: boolean;
  because?: "budget" | "fault";
  usedLines: string[];
}

/** Reads what chain and offline buyer put into the finish part; anything else there is ignored. */
function toldBy(metadata: JSONObject | undefined): Told {
  const lines = metadata?.["usedLines"];
  return {
    model: typeof metadata?.["model"] === "string" ? metadata["model"] : "unknown",
    degraded: metadata?.["degraded"] === true,
    ...(metadata?.["because"] === "budget" ? { because: "budget" as const } : {}),
    usedLines: Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [],
  };
}

/** Instructions and words of one call are needed twice: by the model and by the gate. */
const prompts = new WeakMap<SpeakerView, BuyerPrompt>();

function promptOf(view: SpeakerView): BuyerPrompt {
  const prompt = prompts.get(view) ?? buildPrompt(view);
  prompts.set(view, prompt);
  return prompt;
}

/** What a model is told about its part. */
export const instructionsOf = (view: SpeakerView): string => promptOf(view).instructions;

/** The prompt as providers take it, instructions first. */
function providerPrompt({ instructions, messages }: BuyerPrompt): LanguageModelV4Prompt {
  return [
    { role: "system", content: instructions },
    ...messages.map(({ role, content }) => ({ role, content: [{ type: "text" as const, text: content }] })),
  ];
}

/**
 * The buyer's voice: streams a reply from the model chain. Text is raw and ungated. Ends with an `end` event only when the
 * finish reason is `stop`, no error part came and something was said; throws AppError("model_unavailable") when no model said
 * anything, BrokenReply when one fell silent midway, and the signal's reason when it aborts.
 *
 * Asks the chain by the provider interface itself: one call without tools needs none of `streamText`'s steps, which cost as much
 * again per token as reading the reply does.
 */
export function createSpeaker(chain: ModelChain) {
  return async function* speak(view: SpeakerView, signal: AbortSignal): AsyncIterable<SpeakEvent> {
    const prompt = promptOf(view);
    const asked = prompt.messages.reduce(
      (sum, message) => sum + estimateTokens(message.content),
      estimateTokens(prompt.instructions),
    );
    const { stream } = await chain.doStream({
      prompt: providerPrompt(prompt),
      maxOutputTokens: replyTokenCap,
      abortSignal: signal,
      // Sound: a view is plain data throughout; only its optional members keep it from being JSON in the type's eyes.
      providerOptions: { salesboost: { view: view as unknown as JSONObject } },
    });
    const reader = stream.getReader();
    let said = "";
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        const part = next.value;
        if (part.type === "text-delta") {
          said += part.delta;
          yield { type: "text", text: part.delta };
        } else if (part.type === "error") {
          signal.throwIfAborted();
          throw new BrokenReply("error", part.error);
        } else if (part.type === "finish") {
          if (part.finishReason.unified !== "stop") throw new BrokenReply(part.finishReason.unified);
          if (said.trim() === "") throw new BrokenReply("empty");
          const inputTokens = part.usage.inputTokens.total ?? asked;
          const outputTokens = part.usage.outputTokens.total ?? estimateTokens(said);
          yield { type: "end", ...toldBy(part.providerMetadata?.["salesboost"]), usage: { inputTokens, outputTokens } };
          return;
        }
      }
    } finally {
      // Whoever stops listening midway ends the call.
      reader.cancel().catch(() => undefined);
    }
    throw new BrokenReply("interrupted");
  };
}

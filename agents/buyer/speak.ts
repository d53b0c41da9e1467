import type { JSONObject } from "@ai-sdk/provider";
import { streamText } from "ai";
import { estimateTokens, outputAllowance } from "@/agents/models/budget";
import type { ModelChain } from "@/agents/models/chain";
import type { SpeakEvent } from "@/agents/turn/ports";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { AppError } from "@/lib/platform/errors";
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
  usedLines: string[];
}

/** Reads what chain and offline buyer put into the finish part; anything else there is ignored. */
function toldBy(metadata: JSONObject | undefined): Told {
  const lines = metadata?.["usedLines"];
  return {
    model: typeof metadata?.["model"] === "string" ? metadata["model"] : "unknown",
    degraded: metadata?.["degraded"] === true,
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

/**
 * The buyer's voice: streams a reply from the model chain. Text is raw and ungated. Ends with an `end` event only when the
 * finish reason is `stop`, no error part came and something was said; throws AppError("model_unavailable") when no model said
 * anything, BrokenReply when one fell silent midway, and the signal's reason when it aborts.
 */
export function createSpeaker(chain: ModelChain, tokensLeft: number) {
  let left = tokensLeft;
  return async function* speak(view: SpeakerView, signal: AbortSignal): AsyncIterable<SpeakEvent> {
    const { instructions, messages } = promptOf(view);
    const asked = messages.reduce(
      (sum, message) => sum + estimateTokens(message.content),
      estimateTokens(instructions),
    );
    const result = streamText({
      model: chain,
      instructions,
      messages,
      maxRetries: 0,
      maxOutputTokens: outputAllowance(asked, left),
      abortSignal: signal,
      // Sound: a view is plain data throughout; only its optional members keep it from being JSON in the type's eyes.
      providerOptions: { salesboost: { view: view as unknown as JSONObject } },
      onError: () => undefined,
    });
    let said = "";
    for await (const part of result.stream) {
      if (part.type === "text-delta") {
        said += part.text;
        yield { type: "text", text: part.text };
      } else if (part.type === "error") {
        if (part.error instanceof AppError) throw part.error;
        throw new BrokenReply("error", part.error);
      } else if (part.type === "abort") {
        signal.throwIfAborted();
        throw new BrokenReply("aborted");
      } else if (part.type === "finish-step") {
        if (part.finishReason !== "stop") throw new BrokenReply(part.finishReason);
        if (said.trim() === "") throw new BrokenReply("empty");
        const { inputTokens, outputTokens } = part.usage;
        const usage = { inputTokens: inputTokens ?? asked, outputTokens: outputTokens ?? estimateTokens(said) };
        left -= usage.inputTokens + usage.outputTokens;
        yield { type: "end", ...toldBy(part.providerMetadata?.["salesboost"]), usage };
        return;
      }
    }
    throw new BrokenReply("interrupted");
  };
}

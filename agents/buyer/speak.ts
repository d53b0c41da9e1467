import type { JSONObject, LanguageModelV4Prompt, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { estimateTokens, replyTokenCap } from "@/agents/models/budget";
import type { ModelChain } from "@/agents/models/chain";
import { promptHash } from "@/agents/models/prompt-hash";
import type { TurnTools } from "@/agents/tools/call";
import { Exchange } from "@/agents/tools/exchange";
import { offerOf } from "@/agents/tools/offer";
import type { SpeakEvent } from "@/agents/turn/ports";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { callsPerTurn } from "@/lib/contracts/tools";
import { buildPrompt, dataFence, enclose, type BuyerPrompt } from "./prompt";

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

/** Steps of one reply at most: every call of the turn in a step of its own, one that is refused, and one to speak. */
const mostSteps = callsPerTurn + 2;

type Finish = Extract<LanguageModelV4StreamPart, { type: "finish" }>;

/** Adds up what the steps of a reply used, estimating what a provider does not say. */
class Usage {
  readonly sum = { inputTokens: 0, outputTokens: 0 };
  readonly #asked: number;

  constructor({ instructions, messages }: BuyerPrompt) {
    this.#asked = messages.reduce((sum, { content }) => sum + estimateTokens(content), estimateTokens(instructions));
  }

  add({ usage }: Finish, said: string): void {
    this.sum.inputTokens += usage.inputTokens.total ?? this.#asked;
    this.sum.outputTokens += usage.outputTokens.total ?? estimateTokens(said);
  }
}

/**
 * What one step says, as it comes; returns how it finished. Throws BrokenReply when it breaks off. Tells `exchange` of every part.
 */
async function* readStep(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  exchange: Exchange | null,
  signal: AbortSignal,
): AsyncGenerator<string, Finish> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value;
      exchange?.read(part);
      if (part.type === "text-delta") yield part.delta;
      else if (part.type === "error") {
        signal.throwIfAborted();
        throw new BrokenReply("error", part.error);
      } else if (part.type === "finish") return part;
    }
  } finally {
    // Whoever stops listening midway ends the call.
    reader.cancel().catch(() => undefined);
  }
  throw new BrokenReply("interrupted");
}

/** Words of a later step begin a word of their own. */
const gapBefore = (delta: string, said: string, { locale }: SpeakerView) =>
  locale === "en" && said !== "" && !/\s$/u.test(said) && !/^\s/u.test(delta) ? " " : "";

/** The tools a hosted model is offered for this reply; null where there is none, or no call left. */
function exchangeFor(tools: TurnTools | null, view: SpeakerView): Exchange | null {
  if (tools === null || tools.left <= 0) return null;
  const offer = offerOf(tools.offered(), view.locale);
  const fence = dataFence(view.seed);
  return offer.tools.length > 0 ? new Exchange(tools, offer, (text) => enclose(text, fence)) : null;
}

/**
 * One reply over all its steps: each asks the chain, and what a model calls is answered before the next. Whoever calls to the last
 * is asked once more as if there were no tools; words already said then stand as they are.
 */
async function* speakReply(
  chain: ModelChain,
  tools: TurnTools | null,
  view: SpeakerView,
  signal: AbortSignal,
): AsyncGenerator<SpeakEvent> {
  const prompt = promptOf(view);
  const exchange = exchangeFor(tools, view);
  const usage = new Usage(prompt);
  let said = "";
  for (let step = 1; ; step += 1) {
    const open = exchange !== null && step < mostSteps ? exchange : null;
    const { stream } = await chain.doStream({
      prompt: [...providerPrompt(prompt), ...(open?.messages ?? [])],
      maxOutputTokens: replyTokenCap,
      abortSignal: signal,
      ...open?.options(),
      // Sound: a view is plain data throughout; only its optional members keep it from being JSON in the type's eyes.
      providerOptions: { salesboost: { view: view as unknown as JSONObject } },
    });
    let words = "";
    const parts = readStep(stream, open, signal);
    let next = await parts.next();
    for (; !next.done; next = await parts.next()) {
      const text = words === "" ? gapBefore(next.value, said, view) + next.value : next.value;
      words += text;
      yield { type: "text", text };
    }
    said += words;
    usage.add(next.value, words);
    const spoken = said.trim() !== "";
    if (open?.isAsked && !(spoken && step + 1 === mostSteps)) {
      await open.answer(signal, spoken);
      continue;
    }
    const { unified } = next.value.finishReason;
    if (unified !== "stop" && !(unified === "tool-calls" && spoken)) throw new BrokenReply(unified);
    if (!spoken) throw new BrokenReply("empty");
    const told = toldBy(next.value.providerMetadata?.["salesboost"]);
    yield {
      type: "end",
      ...told,
      usage: usage.sum,
      ...(told.model === "offline" ? {} : { promptHash: promptHash(prompt.instructions) }),
      ...(tools ? { tools: tools.take() } : {}),
    };
    return;
  }
}

/**
 * The buyer's voice: streams a reply from the model chain. Text is raw and ungated. Ends with an `end` event only when the
 * finish reason is `stop`, no error part came and something was said; throws AppError("model_unavailable") when no model said
 * anything, BrokenReply when one fell silent midway, and the signal's reason when it aborts.
 *
 * With tools, a hosted model may call those the scenario allows, at most four times a turn; a call that is refused is answered with
 * why. Asks the chain by the provider interface itself: `streamText` costs as much again per token as reading the reply does.
 */
export function createSpeaker(chain: ModelChain, tools: TurnTools | null = null) {
  return (view: SpeakerView, signal: AbortSignal): AsyncIterable<SpeakEvent> => speakReply(chain, tools, view, signal);
}

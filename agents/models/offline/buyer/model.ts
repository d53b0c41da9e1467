import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { composeReply, type Reply } from "./compose";
import { hash } from "./hash";
import { wordsOf } from "./words";

/** The view the caller put into `providerOptions.salesboost.view`. */
function viewOf(options: LanguageModelV4CallOptions): SpeakerView {
  const view = options.providerOptions?.salesboost?.view;
  if (!view || typeof view !== "object") throw new TypeError("providerOptions.salesboost.view is missing");
  // JSON cannot carry the type; only our own speak step builds this value, from speakerView().
  return view as unknown as SpeakerView;
}

function usageOf(view: SpeakerView, tokens: string[]): LanguageModelV4Usage {
  const input = view.transcript.reduce((sum, line) => sum + wordsOf(view.locale).tokens(line.text).length, 0);
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: tokens.length, text: tokens.length, reasoning: 0 },
  };
}

const finishReason = { unified: "stop", raw: "stop" } as const;
const metadata = (reply: Reply) => ({ salesboost: { usedLines: reply.usedLines } });

/** Waits `ms`, or rejects with the signal's reason as soon as it aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      // The caller's own abort reason is what it waits for, whatever its kind.
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** A person's typing: uneven, slower after a sentence, slowest before the first word. In steps of the base pace. */
function beats(view: SpeakerView, tokens: string[], at: number): number {
  if (at === 0) return 8;
  const uneven = 0.6 + (hash(view.seed, view.turn, at) % 80) / 100;
  return /[.!?。！？]\s*$/u.test(tokens[at - 1] ?? "") ? uneven + 4 : uneven;
}

async function* speak(
  view: SpeakerView,
  paceMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  const reply = composeReply(view);
  const tokens = wordsOf(view.locale).tokens(reply.text);
  const id = `offline-${view.persona.id}-${view.turn}`;
  yield { type: "text-start", id };
  for (const [at, delta] of tokens.entries()) {
    signal?.throwIfAborted();
    if (paceMs > 0) await pause(paceMs * beats(view, tokens, at), signal);
    yield { type: "text-delta", id, delta };
  }
  yield { type: "text-end", id };
  yield { type: "finish", finishReason, usage: usageOf(view, tokens), providerMetadata: metadata(reply) };
}

function streamOf(parts: AsyncGenerator<LanguageModelV4StreamPart>): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/**
 * The buyer that needs no language model: speaks from the view in `providerOptions.salesboost.view`, token by token at
 * `paceMs` milliseconds a token (0 = at once). The finish part names the lines it spent. Rejects with the abort reason
 * when its signal aborts, with TypeError when no view was passed.
 */
export function offlineBuyer(settings: { paceMs: number }): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "salesboost",
    modelId: "offline-buyer",
    supportedUrls: {},
    doGenerate: async (options) => {
      options.abortSignal?.throwIfAborted();
      const view = viewOf(options);
      const reply = composeReply(view);
      return {
        content: [{ type: "text", text: reply.text }],
        finishReason,
        usage: usageOf(view, wordsOf(view.locale).tokens(reply.text)),
        providerMetadata: metadata(reply),
        warnings: [],
      };
    },
    doStream: async (options) => {
      options.abortSignal?.throwIfAborted();
      return { stream: streamOf(speak(viewOf(options), settings.paceMs, options.abortSignal)) };
    },
  };
}

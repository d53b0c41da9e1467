import type {
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4StreamResult,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { ModelCall } from "@/lib/contracts/usage";
import type { Trial } from "./breaker";
import { estimateTokens } from "./budget";
import type { Candidate, ChainLimits, Served } from "./candidate";
import { UnusableReply } from "./faults";

type Reader = ReadableStreamDefaultReader<LanguageModelV4StreamPart>;

/** A call of a tool that was never offered is no answer. */
function isWords(part: LanguageModelV4StreamPart, { tools }: LanguageModelV4CallOptions): boolean {
  if (part.type === "tool-call") return (tools?.length ?? 0) > 0;
  return part.type === "text-delta" && part.delta.trim() !== "";
}

const isThinking = (part: LanguageModelV4StreamPart) => part.type === "reasoning-delta";

/** Cancels an attempt when nothing moves; re-armed by time stamps, so a token costs no timer. */
class Watchdog {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #moved = Date.now();
  readonly #began = Date.now();
  #limit: number;

  constructor(
    private readonly limits: ChainLimits,
    private readonly bite: (error: UnusableReply) => void,
  ) {
    this.#limit = limits.firstContentMs;
    this.#arm(Math.min(this.#limit, limits.totalMs));
  }

  touch(): void {
    this.#moved = Date.now();
  }

  commit(): void {
    this.#limit = this.limits.stallMs;
    this.touch();
    clearTimeout(this.#timer);
    this.#arm(this.#limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #arm(ms: number): void {
    this.#timer = setTimeout(() => this.#look(), Math.max(ms, 1));
  }

  #look(): void {
    const idleLeft = this.#moved + this.#limit - Date.now();
    const totalLeft = this.#began + this.limits.totalMs - Date.now();
    if (idleLeft <= 0) this.bite(new UnusableReply("stalled"));
    else if (totalLeft <= 0) this.bite(new UnusableReply("too_slow"));
    else this.#arm(Math.min(idleLeft, totalLeft));
  }
}

/** Told of the first words, and once how a call ended and what it used, as far as anybody knows. */
export interface Heard {
  first(): void;
  ended(outcome: ModelCall["outcome"], used: { inputTokens?: number; outputTokens: number }): void;
}

/** One call of one candidate, from the request to the last part. */
export class Attempt {
  readonly #abort = new AbortController();
  readonly #watchdog: Watchdog;
  readonly #bitten = Promise.withResolvers<never>();
  readonly #held: LanguageModelV4StreamPart[] = [];
  #fail: (error: unknown) => void = () => undefined;
  readonly #forward: () => void;
  /** estimated tokens of what came so far */
  #said = 0;
  #ended = false;

  constructor(
    private readonly candidate: Candidate,
    private readonly trial: Trial,
    private readonly options: LanguageModelV4CallOptions,
    limits: ChainLimits,
    private readonly heard: Heard,
  ) {
    this.#bitten.promise.catch(() => undefined);
    this.#forward = () => this.#abort.abort(options.abortSignal?.reason);
    options.abortSignal?.addEventListener("abort", this.#forward, { once: true });
    this.#watchdog = new Watchdog(limits, (error) => {
      this.#bitten.reject(error);
      this.#fail(error);
      this.#abort.abort(error);
    });
  }

  /** Resolves at the first words; throws when this candidate gives none. */
  async open(served: Served): Promise<LanguageModelV4StreamResult> {
    try {
      const result = await Promise.race([this.candidate.model.doStream(this.#callOptions()), this.#bitten.promise]);
      const reader = result.stream.getReader();
      await Promise.race([this.#readToWords(reader), this.#bitten.promise]);
      this.#watchdog.commit();
      this.heard.first();
      return { ...result, stream: this.#rest(reader, served) };
    } catch (error) {
      this.close();
      this.#abort.abort(error);
      this.#end(this.options.abortSignal?.aborted ? "stopped" : "failed");
      throw error;
    }
  }

  async generate(): Promise<LanguageModelV4GenerateResult> {
    try {
      const result = await Promise.race([this.candidate.model.doGenerate(this.#callOptions()), this.#bitten.promise]);
      const said = result.content.some((part) => part.type !== "text" || part.text.trim() !== "");
      const reason = result.finishReason.unified;
      if (!said) throw new UnusableReply("empty");
      if (reason !== "stop" && reason !== "tool-calls") throw new UnusableReply(reason);
      this.#end("ok", result.usage);
      return result;
    } catch (error) {
      this.#abort.abort(error);
      this.#end(this.options.abortSignal?.aborted ? "stopped" : "failed");
      throw error;
    } finally {
      this.close();
    }
  }

  close(): void {
    this.#watchdog.stop();
    this.options.abortSignal?.removeEventListener("abort", this.#forward);
  }

  #end(outcome: ModelCall["outcome"], usage?: LanguageModelV4Usage): void {
    if (this.#ended) return;
    this.#ended = true;
    this.heard.ended(outcome, {
      inputTokens: usage?.inputTokens.total,
      outputTokens: usage?.outputTokens.total ?? this.#said,
    });
  }

  #callOptions(): LanguageModelV4CallOptions {
    const options = this.candidate.prepare?.(this.options) ?? this.options;
    return { ...options, abortSignal: this.#abort.signal };
  }

  async #readToWords(reader: Reader): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new UnusableReply("empty");
      if (value.type === "error") throw value.error;
      if (value.type === "finish") throw new UnusableReply("empty");
      this.#held.push(value);
      this.#count(value);
      if (isWords(value, this.options)) return;
      if (isThinking(value)) this.#watchdog.touch();
    }
  }

  /** Held parts first, then the rest as it comes. A fault after the first words becomes an error part and the end. */
  #rest(reader: Reader, served: Served): ReadableStream<LanguageModelV4StreamPart> {
    let over = false;
    const pump = async (controller: ReadableStreamDefaultController<LanguageModelV4StreamPart>) => {
      for (const part of this.#held) controller.enqueue(part);
      for (;;) {
        const { done, value } = await reader.read();
        if (over) return;
        if (done) throw new UnusableReply("interrupted");
        this.#watchdog.touch();
        if (value.type === "error") throw value.error;
        if (value.type !== "finish") {
          this.#count(value);
          controller.enqueue(value);
          continue;
        }
        over = true;
        this.close();
        const good = this.#judge(value.finishReason.unified);
        this.#end(good ? "ok" : "failed", value.usage);
        const own = value.providerMetadata?.["salesboost"];
        controller.enqueue({
          ...value,
          providerMetadata: { ...value.providerMetadata, salesboost: { ...own, ...served } },
        });
        controller.close();
        return;
      }
    };
    return new ReadableStream<LanguageModelV4StreamPart>({
      start: (controller) => {
        this.#fail = (error) => {
          if (over) return;
          over = true;
          this.close();
          if (this.options.abortSignal?.aborted) this.trial.leave();
          else this.trial.fail(error);
          this.#end(this.options.abortSignal?.aborted ? "stopped" : "failed");
          controller.enqueue({ type: "error", error });
          controller.close();
        };
        pump(controller).catch((error: unknown) => this.#fail(error));
      },
      cancel: (reason) => {
        over = true;
        this.close();
        this.trial.leave();
        this.#end("stopped");
        this.#abort.abort(reason);
      },
    });
  }

  #count(part: LanguageModelV4StreamPart): void {
    if (part.type === "text-delta" || part.type === "reasoning-delta") this.#said += estimateTokens(part.delta);
  }

  /** Tells the breaker; true when the reply is good. */
  #judge(reason: string): boolean {
    const good = reason === "stop" || reason === "tool-calls";
    if (good) this.trial.succeed();
    // Refused or cut for length: this reply is bad, the model is well.
    else if (reason === "content-filter" || reason === "length") this.trial.leave();
    else this.trial.fail(new UnusableReply(reason));
    return good;
  }
}

import type { ModelRole } from "@/lib/contracts/usage";
import { AppError } from "@/lib/platform/errors";
import type { Account } from "./account";
import type { ModelBreaker } from "./breaker";
import { retryAfterMs, UnusableReply } from "./faults";

/** One model of a chain whose answer comes whole. */
export interface PlainCandidate<Model> {
  id: string;
  model: Model;
  breaker: ModelBreaker;
}

interface Work<Model, Result> {
  /** estimated tokens of what is sent */
  tokens: number;
  signal?: AbortSignal | undefined;
  call: (model: Model, signal: AbortSignal) => PromiseLike<Result>;
  /** tokens the provider counted, where it says so */
  used?: (result: Result) => number | undefined;
}

/**
 * Several models as one, for calls that answer whole: the first that answers in time serves. One that rests or that the budget
 * does not cover is passed over. Throws AppError: `model_unavailable`, or the budget's own code.
 */
export class PlainChain<Model> {
  constructor(
    private readonly candidates: readonly PlainCandidate<Model>[],
    private readonly totalMs: number,
    private readonly role: ModelRole,
    private readonly account: Account | null,
  ) {}

  async first<Result>(work: Work<Model, Result>): Promise<Result> {
    const failures: unknown[] = [];
    let short: "token_cap_reached" | "budget_exceeded" | null = null;
    for (const candidate of this.candidates) {
      work.signal?.throwIfAborted();
      const covered = this.account?.cover(candidate.id, work.tokens, 0) ?? 0;
      if (typeof covered === "string") {
        if (this.account?.over === "refuse") throw new AppError(covered);
        short = covered;
        continue;
      }
      const trial = candidate.breaker.enter();
      if (trial === null) continue;
      const began = performance.now();
      try {
        const result = await this.#inTime(candidate.model, work);
        trial.succeed();
        this.#record(candidate.id, work.used?.(result) ?? work.tokens, began, "ok");
        return result;
      } catch (error) {
        const stopped = work.signal?.aborted === true;
        this.#record(candidate.id, 0, began, stopped ? "stopped" : "failed");
        if (stopped) {
          trial.leave();
          throw error;
        }
        candidate.breaker.holdOff(retryAfterMs(error, Date.now()) ?? 0);
        trial.fail(error);
        failures.push(error);
      }
    }
    throw new AppError(short !== null && failures.length === 0 ? short : "model_unavailable", { cause: failures });
  }

  async #inTime<Result>(model: Model, { call, signal }: Work<Model, Result>): Promise<Result> {
    const abort = new AbortController();
    const late = Promise.withResolvers<never>();
    const stop = () => abort.abort(signal?.reason);
    const timer = setTimeout(() => {
      late.reject(new UnusableReply("too_slow"));
      abort.abort();
    }, this.totalMs);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await Promise.race([call(model, abort.signal), late.promise]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  #record(model: string, inputTokens: number, began: number, outcome: "ok" | "failed" | "stopped"): void {
    const latencyMs = Math.round(performance.now() - began);
    const { role } = this;
    this.account?.record({ role, model, inputTokens, outputTokens: 0, latencyMs, outcome, promptHash: null });
  }
}

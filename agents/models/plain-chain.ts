import type { ModelCall, ModelRole } from "@/lib/contracts/usage";
import { AppError } from "@/lib/platform/errors";
import { report } from "@/lib/platform/observe/signals";
import type { Account } from "./account";
import type { ModelBreaker } from "./breaker";
import { retryAfterMs, UnusableReply } from "./faults";
import { WatchedCall } from "./watch";

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
    for (const [index, candidate] of this.candidates.entries()) {
      work.signal?.throwIfAborted();
      const covered = this.account?.cover(candidate.id, work.tokens, 0) ?? 0;
      if (typeof covered === "string") {
        if (this.account?.over === "refuse") throw new AppError(covered);
        short = covered;
        continue;
      }
      const trial = candidate.breaker.enter();
      if (trial === null) continue;
      const watched = new WatchedCall(this.role, candidate.id, this.account);
      const end = (outcome: ModelCall["outcome"], inputTokens: number) =>
        watched.end(outcome, { inputTokens, outputTokens: 0, promptHash: null });
      try {
        const result = await this.#inTime(candidate.model, work);
        trial.succeed();
        end("ok", work.used?.(result) ?? work.tokens);
        if (index > 0)
          report({ kind: "fallback", role: this.role, because: short && failures.length === 0 ? "budget" : "fault" });
        return result;
      } catch (error) {
        const stopped = work.signal?.aborted === true;
        end(stopped ? "stopped" : "failed", 0);
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
}

import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamResult,
} from "@ai-sdk/provider";
import { AppError } from "@/lib/platform/errors";
import { Attempt } from "./attempt";
import { speakLimits, type Candidate, type ChainLimits, type Served } from "./candidate";
import { retryAfterMs } from "./faults";

/**
 * Several models as one. Commits to the first candidate that says something; until then a failure moves on to the next one
 * at once, and a resting candidate is passed over. After the first words a failure ends the stream with an error part, for
 * words already read cannot be unsaid here. Throws AppError("model_unavailable") when every candidate failed.
 */
export class ModelChain implements LanguageModelV4 {
  readonly specificationVersion = "v4";
  readonly provider = "salesboost";
  readonly supportedUrls = {};
  readonly modelId: string;

  constructor(
    readonly candidates: readonly Candidate[],
    private readonly limits: ChainLimits = speakLimits,
  ) {
    this.modelId = candidates.map((candidate) => candidate.id).join(",");
  }

  doStream(options: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamResult> {
    return this.#first(options, (attempt, served) => attempt.open(served), false);
  }

  doGenerate(options: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
    return this.#first(
      options,
      async (attempt, served) => {
        const result = await attempt.generate();
        const own = result.providerMetadata?.["salesboost"];
        return { ...result, providerMetadata: { ...result.providerMetadata, salesboost: { ...own, ...served } } };
      },
      true,
    );
  }

  async #first<T>(
    options: LanguageModelV4CallOptions,
    call: (attempt: Attempt, served: Served) => Promise<T>,
    complete: boolean,
  ): Promise<T> {
    const failures: { model: string; error: unknown }[] = [];
    for (const [index, candidate] of this.candidates.entries()) {
      options.abortSignal?.throwIfAborted();
      const trial = candidate.breaker.enter();
      if (trial === null) {
        failures.push({ model: candidate.id, error: "resting" });
        continue;
      }
      try {
        const attempt = new Attempt(candidate, trial, options, this.limits);
        const result = await call(attempt, { model: candidate.id, degraded: index > 0 });
        if (complete) trial.succeed();
        return result;
      } catch (error) {
        if (options.abortSignal?.aborted) {
          trial.leave();
          throw error;
        }
        const pause = retryAfterMs(error, Date.now());
        if (pause !== null) candidate.breaker.holdOff(pause);
        trial.fail(error);
        failures.push({ model: candidate.id, error });
      }
    }
    throw new AppError("model_unavailable", { cause: failures });
  }
}

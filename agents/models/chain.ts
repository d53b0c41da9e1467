import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4GenerateResult,
  LanguageModelV4Prompt,
  LanguageModelV4StreamResult,
} from "@ai-sdk/provider";
import type { ModelRole } from "@/lib/contracts/usage";
import { AppError } from "@/lib/platform/errors";
import { report } from "@/lib/platform/observe/signals";
import type { Account } from "./account";
import { Attempt, type Heard } from "./attempt";
import { estimateTokens } from "./budget";
import type { Candidate, ChainLimits, Served } from "./candidate";
import { retryAfterMs } from "./faults";
import { promptHash } from "./prompt-hash";
import { WatchedCall } from "./watch";

/** Most tokens of an answer whose caller names no bound. */
const answerCap = 4_000;

type Failure = { model: string; error: unknown };
type Call<T> = (attempt: Attempt, served: Served) => Promise<T>;
/** One call as the budget sees it, worked out once for all candidates. */
interface Asked {
  tokens: number;
  wanted: number;
  instructions: string;
}

/** All words of a prompt, on the high side; pictures and files are not sent by anyone here. */
function wordsOf(prompt: LanguageModelV4Prompt): { tokens: number; instructions: string } {
  let tokens = 0;
  let instructions = "";
  for (const message of prompt) {
    if (message.role === "system") {
      instructions += message.content;
      tokens += estimateTokens(message.content);
      continue;
    }
    for (const part of message.content) {
      tokens += part.type === "text" ? estimateTokens(part.text) : estimateTokens(JSON.stringify(part));
    }
  }
  return { tokens, instructions };
}

/**
 * Several models as one. Commits to the first candidate that says something; until then a failure moves on to the next one
 * at once, and a resting candidate is passed over. After the first words a failure ends the stream with an error part, for
 * words already read cannot be unsaid here. With an account, a candidate the budget does not cover is passed over too, or
 * the call is refused, and each call is recorded. Throws AppError: `model_unavailable` when every candidate failed,
 * `token_cap_reached` or `budget_exceeded` when the budget refuses.
 */
export class ModelChain implements LanguageModelV4 {
  readonly specificationVersion = "v4";
  readonly provider = "salesboost";
  readonly supportedUrls = {};
  readonly modelId: string;

  constructor(
    readonly candidates: readonly Candidate[],
    private readonly limits: ChainLimits,
    private readonly role: ModelRole,
    private readonly account: Account | null = null,
  ) {
    this.modelId = candidates.map((candidate) => candidate.id).join(",");
  }

  /** The same chain, paid from and recorded in an account. */
  paidBy(account: Account): ModelChain {
    return new ModelChain(this.candidates, this.limits, this.role, account);
  }

  doStream(options: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamResult> {
    return this.#first(options, (attempt, served) => attempt.open(served), false);
  }

  doGenerate(options: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
    const generate: Call<LanguageModelV4GenerateResult> = async (attempt, served) => {
      const result = await attempt.generate();
      const own = result.providerMetadata?.["salesboost"];
      return { ...result, providerMetadata: { ...result.providerMetadata, salesboost: { ...own, ...served } } };
    };
    return this.#first(options, generate, true);
  }

  async #first<T>(options: LanguageModelV4CallOptions, call: Call<T>, complete: boolean): Promise<T> {
    const asked = this.#ask(options);
    const failures: Failure[] = [];
    let short: "token_cap_reached" | "budget_exceeded" | null = null;
    for (const [index, candidate] of this.candidates.entries()) {
      options.abortSignal?.throwIfAborted();
      const covered = this.#cover(candidate, asked);
      if (typeof covered === "string") {
        if (this.account?.over === "refuse") throw new AppError(covered);
        short = covered;
        continue;
      }
      const trial = candidate.breaker.enter();
      if (trial === null) {
        failures.push({ model: candidate.id, error: "resting" });
        continue;
      }
      try {
        const bounded = covered === null ? options : { ...options, maxOutputTokens: covered };
        const attempt = new Attempt(candidate, trial, bounded, this.limits, this.#recorder(candidate, asked));
        const because = short !== null && failures.length === 0 ? "budget" : "fault";
        const result = await call(attempt, {
          model: candidate.id,
          degraded: index > 0,
          ...(index > 0 ? { because } : {}),
        });
        if (complete) trial.succeed();
        if (index > 0) report({ kind: "fallback", role: this.role, because });
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
    if (short !== null && failures.length === 0) throw new AppError(short);
    throw new AppError("model_unavailable", { cause: failures });
  }

  #ask(options: LanguageModelV4CallOptions): Asked | null {
    if (this.account === null) return null;
    return { ...wordsOf(options.prompt), wanted: options.maxOutputTokens ?? answerCap };
  }

  /** Tokens the answer may have, null where nobody counts. */
  #cover(candidate: Candidate, asked: Asked | null) {
    if (this.account === null || asked === null) return null;
    return this.account.cover(candidate.id, asked.tokens, asked.wanted);
  }

  #recorder(candidate: Candidate, asked: Asked | null): Heard {
    const watched = new WatchedCall(this.role, candidate.id, this.account);
    return {
      first: () => watched.first(),
      ended: (outcome, used) => {
        const hosted = candidate.id !== "offline";
        const came = outcome === "ok" || used.outputTokens > 0;
        watched.end(outcome, {
          // A call that failed before its first word is taken to have cost nothing.
          inputTokens: used.inputTokens ?? (hosted && came ? (asked?.tokens ?? 0) : 0),
          outputTokens: used.outputTokens,
          promptHash: hosted && asked !== null ? promptHash(asked.instructions) : null,
        });
      },
    };
  }
}

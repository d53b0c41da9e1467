import type { ModelCall, ModelRole } from "@/lib/contracts/usage";
import { report } from "@/lib/platform/observe/signals";
import { openSpan, type Span } from "@/lib/platform/observe/spans";
import type { Account } from "./account";
import { costOf, pricesWith } from "./prices";

/** What a call used, as its record tells it. */
type Used = Pick<ModelCall, "inputTokens" | "outputTokens" | "promptHash">;

const listed = pricesWith({});

/** GenAI semantic conventions: who serves the model, and which. */
function namesOf(id: string): { provider: string; model: string } {
  const [provider = "", ...rest] = id.split(":");
  return { provider: provider === "offline" ? "salesboost" : provider, model: rest.join(":") || id };
}

/** One call of one model as the record, the trace and the counters are to know it. Nothing that was said goes into it. */
export class WatchedCall {
  readonly #began = performance.now();
  readonly #span: Span;
  #firstMs: number | undefined;

  constructor(
    private readonly role: ModelRole,
    private readonly id: string,
    private readonly account: Account | null,
  ) {
    const { provider, model } = namesOf(id);
    const operation = role === "embed" ? "embeddings" : role === "rerank" ? "rerank" : "chat";
    this.#span = openSpan(`${operation} ${model}`, {
      "gen_ai.operation.name": operation,
      "gen_ai.provider.name": provider,
      "gen_ai.request.model": model,
      "salesboost.role": role,
    });
  }

  /** The first words came. */
  first(): void {
    this.#firstMs ??= performance.now() - this.#began;
  }

  end(outcome: ModelCall["outcome"], used: Used): void {
    const { role, id: model, account } = this;
    const ms = performance.now() - this.#began;
    const costMicros = account
      ? account.record({ role, model, ...used, latencyMs: Math.round(ms), outcome })
      : costOf(listed, model, used.inputTokens, used.outputTokens);
    const { inputTokens, outputTokens } = used;
    this.#span.set({
      "gen_ai.usage.input_tokens": inputTokens,
      "gen_ai.usage.output_tokens": outputTokens,
      "salesboost.outcome": outcome,
      "salesboost.first_token_ms": this.#firstMs === undefined ? undefined : Math.round(this.#firstMs),
    });
    if (outcome === "failed") this.#span.fail(undefined);
    this.#span.end();
    report({ kind: "model", role, model, outcome, firstMs: this.#firstMs, ms, inputTokens, outputTokens, costMicros });
  }
}

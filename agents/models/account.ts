import type { ModelCall, Prices } from "@/lib/contracts/usage";
import { costOf, pricesWith } from "./prices";

/** What one turn or one job may still spend on models. */
export interface Allowance {
  tokensLeft: number;
  /** millionths of a US dollar; null is no cap */
  microsLeft: number | null;
  /** a call that is not covered is served by the chain's offline members, or refused */
  over: "offline" | "refuse";
}

/** Fewest tokens in which a whole answer fits: below it a call would only be cut off. */
const leastAnswer = 200;

/** A call as whoever made it saw it; the account adds what it costs. */
export type Called = Omit<ModelCall, "costMicros">;

/**
 * The budget of one turn or job, and its record of calls. Asked before each call of a hosted model: what it may cost at
 * most must be left. Calls in flight at the same moment do not see each other, so a cap can be passed by one call each.
 */
export class Account {
  readonly #calls: ModelCall[] = [];
  #tokensLeft: number;
  #microsLeft: number | null;

  constructor(
    private readonly allowance: Allowance,
    private readonly prices: Prices = pricesWith({}),
  ) {
    this.#tokensLeft = allowance.tokensLeft;
    this.#microsLeft = allowance.microsLeft;
  }

  get over(): Allowance["over"] {
    return this.allowance.over;
  }

  get calls(): readonly ModelCall[] {
    return this.#calls;
  }

  /**
   * Most tokens the model may answer with, at most `wanted`; else the code that says what does not cover the call. A model
   * nobody has a price for is not called where money is capped. Members that run in process are always covered.
   */
  cover(model: string, asked: number, wanted: number): number | "token_cap_reached" | "budget_exceeded" {
    if (model === "offline") return wanted;
    const answer = Math.min(wanted, this.#tokensLeft - asked);
    if (answer < Math.min(leastAnswer, wanted)) return "token_cap_reached";
    if (this.#microsLeft === null) return answer;
    const cost = costOf(this.prices, model, asked, answer);
    return cost !== null && cost <= this.#microsLeft ? answer : "budget_exceeded";
  }

  /** Keeps a call and takes it from what is left. Returns what it cost in millionths of a dollar, null when nobody knows. */
  record(call: Called): number | null {
    const costMicros = costOf(this.prices, call.model, call.inputTokens, call.outputTokens);
    this.#calls.push({ ...call, costMicros });
    if (call.model !== "offline") this.#tokensLeft -= call.inputTokens + call.outputTokens;
    if (this.#microsLeft !== null) this.#microsLeft -= costMicros ?? 0;
    return costMicros;
  }
}

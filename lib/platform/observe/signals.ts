import type { ModelRole } from "@/lib/contracts/usage";
import type { UnscorableReason } from "@/lib/contracts/vocabulary";

/** How a call ended, coarse enough to count by. */
export type OutcomeClass = "ok" | "refused" | "failed";

/**
 * What the program tells whoever counts. Each names things by words that code has, never by what people wrote or who they
 * are; times are in milliseconds.
 */
export type Signal =
  | {
      kind: "request";
      type: "route" | "action" | "page";
      route: string;
      method: string;
      status: number;
      outcome: string;
      ms: number;
    }
  | {
      kind: "model";
      role: ModelRole;
      /** `provider:model`, or `offline` */
      model: string;
      outcome: "ok" | "failed" | "stopped";
      /** until the first words; absent where the answer comes whole or never came */
      firstMs?: number | undefined;
      ms: number;
      inputTokens: number;
      outputTokens: number;
      /** millionths of a dollar, null when nobody knows the price */
      costMicros: number | null;
    }
  | { kind: "fallback"; role: ModelRole; because: "budget" | "fault" }
  | { kind: "gate"; by: "rules" | "review"; code: string }
  | { kind: "correction"; exhausted: boolean }
  | { kind: "turn"; outcome: string; firstMs?: number | undefined; ms: number }
  | { kind: "evaluation"; status: "scored" | "unscorable" | "failed"; reason: UnscorableReason | null }
  | { kind: "job"; queue: string; outcome: "done" | "failed"; ms: number }
  | { kind: "limit"; budget: string; what: "refused" | "degraded" };

type Listener = (signal: Signal) => void;

/** On the global object: the bundler loads this module more than once. */
const slot = Symbol.for("salesboost.signals");
const holder: typeof globalThis & { [slot]?: Map<string, Listener> } = globalThis;

/** Has `listener` told of each signal from now on. One of the same name is replaced. Listeners must not throw. */
export function listen(name: string, listener: Listener): void {
  (holder[slot] ??= new Map()).set(name, listener);
}

/** Tells of something that happened. Costs next to nothing while nobody listens. */
export function report(what: Signal): void {
  const listeners = holder[slot];
  if (listeners === undefined) return;
  for (const listener of listeners.values()) listener(what);
}

/** The class of an HTTP status. */
export function classOf(status: number): OutcomeClass {
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "ok";
}

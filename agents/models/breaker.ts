import { CircuitState, ConsecutiveBreaker, ExponentialBackoff, circuitBreaker, handleAll } from "cockatiel";

/** Longest time a server's `Retry-After` is believed, so that one bad header cannot switch a model off for a day. */
const longestHoldMs = 5 * 60_000;

/** One call that was let through. Exactly one of the three is to be told; later ones are ignored. */
export interface Trial {
  succeed(): void;
  fail(error: unknown): void;
  /** neither good nor bad: the reader stopped it */
  leave(): void;
}

/**
 * Circuit breaker of one model. Two failures in a row open it; it tries one call again after 5 s, then 10 s … 60 s. A call
 * counts as good only once its whole stream ended well, so `enter` hands out a trial to be decided later.
 */
export class ModelBreaker {
  readonly #policy = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(2),
    halfOpenAfter: new ExponentialBackoff({ initialDelay: 5_000, maxDelay: 60_000 }),
  });
  #heldUntil = 0;
  #tried = false;

  /** Keeps the model out for as long as its server asked. */
  holdOff(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, Date.now() + Math.min(ms, longestHoldMs));
  }

  /** Whether any call was let through yet. */
  get tried(): boolean {
    return this.#tried;
  }

  /** Whether calls go through now; a trial in flight counts as closed to everyone else. */
  get available(): boolean {
    return Date.now() >= this.#heldUntil && this.#policy.state !== CircuitState.Open;
  }

  /** A trial, or null when the model is to be left alone. */
  enter(): Trial | null {
    if (Date.now() < this.#heldUntil) return null;
    // A second caller would wait for the first one's whole reply: it goes to the next model instead.
    if (this.#policy.state === CircuitState.HalfOpen) return null;
    const decision = Promise.withResolvers<boolean>();
    let entered = false;
    // Runs its function at once, or rejects with BrokenCircuitError without having run it.
    this.#policy
      .execute(async () => {
        entered = true;
        return decision.promise;
      })
      .catch(() => undefined);
    if (!entered) return null;
    this.#tried = true;
    return {
      succeed: () => decision.resolve(true),
      fail: (error) => decision.reject(error),
      leave: () => decision.resolve(false),
    };
  }
}

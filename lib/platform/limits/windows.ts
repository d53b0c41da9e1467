/** How much of something is allowed in how long. */
export interface Budget {
  points: number;
  seconds: number;
}

/** What one use came to. `reset`: whole seconds until the present window ends; `window`: its length in seconds. */
export interface Verdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  reset: number;
  window: number;
}

export function verdictOf(budget: Budget, allowed: boolean, remaining: number, endsInMs: number): Verdict {
  const reset = Math.min(budget.seconds, Math.max(1, Math.ceil(endsInMs / 1000)));
  return { allowed, limit: budget.points, remaining: Math.max(0, remaining), reset, window: budget.seconds };
}

interface Counted {
  window: number;
  current: number;
  previous: number;
}

/** Most keys counted at once: some megabytes. */
const mostKeys = 20_000;

/**
 * Counts uses in this process by the sliding window of @upstash/ratelimit, so that a limit means the same with Redis and
 * without. Memory is bounded: beyond `most` keys the one unused for longest is forgotten.
 */
export class SlidingWindows {
  readonly #counts = new Map<string, Counted>();

  constructor(
    private readonly budget: Budget,
    private readonly most = mostKeys,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.#counts.size;
  }

  /** Uses one unit of the key's budget, when one is left. */
  take(key: string): Verdict {
    const { points, seconds } = this.budget;
    const [at, length] = [this.now(), seconds * 1000];
    const counted = this.#countedIn(key, Math.floor(at / length));
    const passed = at % length;
    const before = Math.floor((1 - passed / length) * counted.previous);
    const allowed = before + counted.current < points;
    if (allowed) counted.current += 1;
    // Taken out and put back, the order of the map is that of last use.
    this.#counts.delete(key);
    this.#counts.set(key, counted);
    this.#forgetOldest();
    return verdictOf(this.budget, allowed, points - before - counted.current, length - passed);
  }

  #countedIn(key: string, window: number): Counted {
    const counted = this.#counts.get(key);
    if (counted?.window === window) return counted;
    return { window, current: 0, previous: counted?.window === window - 1 ? counted.current : 0 };
  }

  #forgetOldest(): void {
    for (const key of this.#counts.keys()) {
      if (this.#counts.size <= this.most) return;
      this.#counts.delete(key);
    }
  }
}

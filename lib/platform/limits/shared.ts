import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll, type CircuitBreakerPolicy } from "cockatiel";
import { verdictOf, type Budget, type Verdict } from "./windows";

export interface SharedOptions {
  url: string;
  token: string;
  /** longest wait for one answer, in milliseconds */
  patienceMs?: number;
  /** how long the store is left alone once it has failed, in milliseconds */
  restMs?: number;
  onTrouble?: (cause: unknown) => void;
}

/** Failures in a row after which the store is left alone. */
const failures = 3;
/** Somebody refused is not asked about again for this long: a flood must not become a flood of the store. */
const refusedForMs = 1000;
const mostRefused = 5000;
const prefix = "salesboost";
const withoutPrefix = (key: string) => (key.startsWith(`${prefix}:`) ? key.slice(prefix.length + 1) : key);
/** What recovery is tried with: no budget of anybody's. */
const trial: Budget = { points: 1_000_000, seconds: 60 };

/**
 * Fails when that much time has passed, told in short steps: between two of them an answer that has come is read, so that
 * a stall of this process is not taken for one of the store.
 */
function failAfter(ms: number): { late: Promise<never>; stop: () => void } {
  const steps = 5;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const step = (left: number) => {
      if (left === 0) reject(new Error("the limit store did not answer in time"));
      else timer = setTimeout(() => step(left - 1), ms / steps);
    };
    step(steps);
  });
  return { late, stop: () => clearTimeout(timer) };
}

/**
 * Limits that all instances share, in Redis by the sliding window of @upstash/ratelimit, which decides in one atomic script.
 * Never keeps a request waiting for a store that is down: after a few failures nobody waits any more, those already
 * waiting are let go, and whether it is back is found out beside the requests.
 */
export class SharedWindows {
  readonly #redis: Redis;
  readonly #limiters = new Map<string, Ratelimit>();
  readonly #breaker: CircuitBreakerPolicy;
  readonly #waiting = new Set<() => void>();
  readonly #refused = new Map<string, { until: number; verdict: Verdict }>();

  constructor(private readonly options: SharedOptions) {
    const { url, token, patienceMs = 500, restMs = 5000, onTrouble } = options;
    const signal = () => AbortSignal.timeout(patienceMs * 2);
    this.#redis = new Redis({ url, token, retry: false, enableTelemetry: false, signal });
    this.#breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failures),
    });
    this.#breaker.onFailure(({ reason }) => onTrouble?.("error" in reason ? reason.error : reason));
    this.#breaker.onBreak(() => {
      for (const letGo of this.#waiting) letGo();
    });
  }

  /** The store has failed lately and is left alone. */
  get resting(): boolean {
    return this.#breaker.state !== CircuitState.Closed;
  }

  /** Uses one unit of the key's budget, or null when the store cannot say. */
  async take(key: string, budget: Budget): Promise<Verdict | null> {
    const refused = this.#refused.get(key);
    if (refused && refused.until > Date.now()) return refused.verdict;
    if (this.resting) {
      this.#look();
      return null;
    }
    const verdict = await this.#unlessItBreaks(this.#breaker.execute(() => this.#ask(key, budget)));
    if (verdict && !verdict.allowed) this.#remember(key, verdict);
    return verdict;
  }

  /** Finds out whether the store is back, once its rest is over. Nobody waits for it. */
  #look(): void {
    if (this.#breaker.state !== CircuitState.Open) return;
    this.#breaker.execute(() => this.#ask("trial", trial)).catch(() => {});
  }

  #unlessItBreaks(asked: Promise<Verdict>): Promise<Verdict | null> {
    return new Promise((resolve) => {
      const finish = (verdict: Verdict | null) => {
        this.#waiting.delete(letGo);
        resolve(verdict);
      };
      const letGo = () => finish(null);
      this.#waiting.add(letGo);
      asked.then(finish, letGo);
    });
  }

  async #ask(key: string, budget: Budget): Promise<Verdict> {
    const { late, stop } = failAfter(this.options.patienceMs ?? 500);
    try {
      const asked = this.#limiterOf(budget).limit(withoutPrefix(key));
      const { success, limit, remaining, reset } = await Promise.race([asked, late]);
      // What comes from outside may be anything: an answer that no such limiter gives is none.
      const sound = limit === budget.points && Number.isInteger(remaining) && remaining >= 0 && remaining < limit;
      if (!sound) throw new Error("the limit store answered something else");
      return verdictOf(budget, success, remaining, reset - Date.now());
    } finally {
      stop();
    }
  }

  #limiterOf({ points, seconds }: Budget): Ratelimit {
    const name = `${points}/${seconds}`;
    const limiter =
      this.#limiters.get(name) ??
      new Ratelimit({
        redis: this.#redis,
        prefix,
        limiter: Ratelimit.slidingWindow(points, `${seconds} s`),
        // its own memory of the refused grows without end and lasts until the window's, when the window slides on earlier
        ephemeralCache: false,
        timeout: 0,
      });
    this.#limiters.set(name, limiter);
    return limiter;
  }

  #remember(key: string, verdict: Verdict): void {
    this.#refused.delete(key);
    this.#refused.set(key, { until: Date.now() + refusedForMs, verdict });
    for (const oldest of this.#refused.keys()) {
      if (this.#refused.size <= mostRefused) return;
      this.#refused.delete(oldest);
    }
  }
}

import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { circuitBreaker, ConsecutiveBreaker, handleAll, type CircuitBreakerPolicy } from "cockatiel";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Ctx } from "@/lib/contracts/context";
import { env } from "./env";
import { AppError } from "./errors";
import { log } from "./log";
import { tenantKey } from "./tenant-key";

/** Budgets of somebody signed in, each of its own. */
export type PersonLimit = "read" | "write" | "turn" | "upload" | "export";
/** Budgets of an address, before anybody is known. */
export type PublicLimit = "public" | "sign_in";
type LimitName = PersonLimit | PublicLimit;

/** What is left after this use. `reset` in seconds from now. */
export interface LimitState {
  limit: number;
  remaining: number;
  reset: number;
}
type Verdict = LimitState & { allowed: boolean };

function sizeOf(name: LimitName): { points: number; seconds: number } {
  const settings = env();
  if (name === "turn") return { points: settings.turnsPerUserPerHour, seconds: 3600 };
  return { points: settings.requestsPerUserPerMinute, seconds: 60 };
}

function memoryLimiter(name: LimitName): (key: string) => Promise<Verdict> {
  const { points, seconds } = sizeOf(name);
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  const read = (result: RateLimiterRes, allowed: boolean): Verdict => ({
    allowed,
    limit: points,
    remaining: result.remainingPoints,
    reset: Math.ceil(result.msBeforeNext / 1000),
  });
  return async (key) => {
    try {
      return read(await limiter.consume(key), true);
    } catch (thrown) {
      if (thrown instanceof RateLimiterRes) return read(thrown, false);
      throw thrown;
    }
  };
}

function redisLimiter(name: LimitName, redis: Redis): (key: string) => Promise<Verdict> {
  const { points, seconds } = sizeOf(name);
  const limiter = new Ratelimit({
    redis,
    prefix: `salesboost:limit:${name}`,
    limiter: Ratelimit.slidingWindow(points, `${seconds} s`),
    timeout: 1000,
  });
  return async (key) => {
    const result = await limiter.limit(key);
    if (result.reason === "timeout") throw new Error("the limit store did not answer in time");
    return {
      allowed: result.success,
      limit: points,
      remaining: Math.max(0, result.remaining),
      reset: Math.max(1, Math.ceil((result.reset - Date.now()) / 1000)),
    };
  };
}

class Limits {
  private readonly memory = new Map<LimitName, (key: string) => Promise<Verdict>>();
  private readonly shared = new Map<LimitName, (key: string) => Promise<Verdict>>();
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: 10_000,
    breaker: new ConsecutiveBreaker(5),
  });
  private readonly redis: Redis | null;

  constructor() {
    const { redis } = env();
    this.redis = redis ? new Redis({ url: redis.url, token: redis.token, enableTelemetry: false }) : null;
  }

  async use(name: LimitName, key: string): Promise<Verdict> {
    const local = this.memory.get(name) ?? memoryLimiter(name);
    this.memory.set(name, local);
    if (!this.redis) return local(key);
    const shared = this.shared.get(name) ?? redisLimiter(name, this.redis);
    this.shared.set(name, shared);
    try {
      return await this.breaker.execute(() => shared(key));
    } catch (cause) {
      // A limit held by this instance alone is better than none and better than refusing everybody.
      log.warn({ err: cause, limit: name }, "shared limits unavailable, holding them in process");
      return local(key);
    }
  }
}

const cache = Symbol.for("salesboost.limits");

function limits(): Limits {
  const holder: typeof globalThis & { [cache]?: Limits } = globalThis;
  return (holder[cache] ??= new Limits());
}

async function use(name: LimitName, key: string): Promise<LimitState> {
  const verdict = await limits().use(name, key);
  if (!verdict.allowed) throw new AppError("rate_limited", { retryAfter: verdict.reset });
  return { limit: verdict.limit, remaining: verdict.remaining, reset: verdict.reset };
}

/** Uses one unit of a person's limit. Throws `rate_limited` with the seconds to wait. */
export function consume(name: PersonLimit, ctx: Pick<Ctx, "tenantId" | "actor">): Promise<LimitState> {
  return use(name, tenantKey(ctx, "limit", name, ctx.actor.userId));
}

/** Uses one unit of an address's limit, where nobody is signed in. Throws `rate_limited`. */
export function consumePublic(name: PublicLimit, address: string): Promise<LimitState> {
  return use(name, address);
}

/** The limit of a call that names none. */
export function limitOf(method: string): PersonLimit {
  return method === "GET" || method === "HEAD" ? "read" : "write";
}

export function limitHeaders(state: LimitState): Record<string, string> {
  return {
    "ratelimit-limit": String(state.limit),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.reset),
  };
}

import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { report } from "@/lib/platform/observe/signals";
import { tenantKey } from "@/lib/platform/tenant-key";
import { addressBudget, limitHeaders, personBudget, tenantBudget, type PublicLimit, type PersonLimit } from "./budgets";
import { Limiter, type LimitState, type NamedBudget } from "./limiter";

const cache = Symbol.for("salesboost.limits");

let tell: (cause: unknown) => void = () => {};

/** Names who is to hear of failures of the shared store. */
export function onLimitTrouble(listener: (cause: unknown) => void): void {
  tell = listener;
}

/** The limiter of this process, made anew when the store's address or token is another. */
function limiter(): Limiter {
  const holder: typeof globalThis & { [cache]?: { limiter: Limiter; of: string } } = globalThis;
  const { redis, limits } = env();
  const of = redis ? `${redis.url} ${redis.token}` : "";
  if (holder[cache]?.of === of) return holder[cache].limiter;
  const made = new Limiter(
    redis ? { ...redis, patienceMs: limits.patienceMs, onTrouble: (cause) => tell(cause) } : null,
  );
  holder[cache] = { limiter: made, of };
  return made;
}

/** Whether limits are held by this process alone because the store of all is down. */
export function areLimitsDegraded(): boolean {
  return limiter().degraded;
}

async function use(key: string, budget: NamedBudget, detail?: string): Promise<LimitState> {
  const state = await limiter().take(key, budget);
  if (state.degraded) report({ kind: "limit", budget: budget.name, what: "degraded" });
  if (state.allowed) return state;
  report({ kind: "limit", budget: budget.name, what: "refused" });
  throw new AppError("rate_limited", { retryAfter: state.reset, headers: limitHeaders(state), detail });
}

/** Whose limit: nothing else of a context is asked for, so that the edge can do with a session cookie. */
interface Person {
  tenantId: string;
  actor: { userId: string };
}

/**
 * Uses one unit of a person's limit and one of all their tenant's. The tenant's is spent by uses that were admitted alone, so
 * that one person's flood takes nothing from colleagues. Answers with the one that is nearer its end. Throws `rate_limited`
 * with the seconds to wait and the header fields that tell of the limit.
 */
export async function consume(name: PersonLimit | "page", ctx: Person): Promise<LimitState> {
  const own = await use(tenantKey(ctx, "limit", name, "user", ctx.actor.userId), personBudget(name));
  const detail = "All people of your organisation together have used up its limit.";
  const all = await use(tenantKey(ctx, "limit", name, "tenant"), tenantBudget(name), detail);
  const near = all.remaining < own.remaining ? all : own;
  return { ...near, degraded: own.degraded || all.degraded };
}

/**
 * Uses one unit of an address's limit, where nobody is signed in; `where` tells apart who counts. Null when nothing is
 * counted: the address is not known. Throws `rate_limited`.
 */
export async function consumePublic(
  name: PublicLimit,
  address: string | null,
  where: "server" | "edge" = "server",
): Promise<LimitState | null> {
  const budget = addressBudget(name, address);
  return budget && use(`address:${where}:${budget.name}:${address ?? ""}`, budget);
}

/** The limit of a call that names none. */
export function limitOf(method: string): PersonLimit {
  return method === "GET" || method === "HEAD" ? "read" : "write";
}

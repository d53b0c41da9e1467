import { onLimitTrouble } from "./limits/use";
import { log } from "./log";

export { limitHeaders, type PersonLimit, type PublicLimit } from "./limits/budgets";
export type { LimitState } from "./limits/limiter";
export { areLimitsDegraded, consume, consumePublic, limitOf } from "./limits/use";

// By its kind alone: what the client writes into its messages names keys and, when it understands nothing, what it was sent.
onLimitTrouble((cause) => {
  const reason = cause instanceof Error ? cause.name : "unknown";
  log.warn({ reason }, "the shared limits failed; each process holds its own while that lasts");
});

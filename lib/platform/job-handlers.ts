import { after } from "next/server";
import { cutAuditJob, queueAuditCuts } from "@/lib/domain/audit-operations";
import { evaluateJob } from "@/lib/domain/evaluations";
import { expireJob, queueExpiries } from "@/lib/domain/privacy-retention";
import { resealConnections } from "./auth/connection";
import { drainJobs, type JobHandlers } from "./jobs";
import { log } from "./log";

/** Every job and who does it. */
export const jobHandlers: JobHandlers = { evaluate: evaluateJob, cut_audit: cutAuditJob, expire: expireJob };

const planners: Record<string, () => Promise<void>> = { queueAuditCuts, queueExpiries, resealConnections };

/**
 * Queues what is to be done each day; asked often, it queues once a day. And keeps sealed what is about to lose its secret.
 * One of these that fails is logged and keeps none of the others.
 */
export async function planDay(): Promise<void> {
  for (const [planner, plan] of Object.entries(planners)) {
    await plan().catch((error: unknown) =>
      log.error({ err: error, planner }, "a part of the day could not be planned"),
    );
  }
}

/** Works off a bounded number of waiting jobs now. Returns how many. */
export async function drainNow(): Promise<number> {
  return drainJobs(jobHandlers, { max: 5 });
}

/**
 * Works a job that was just queued once the answer is sent: the worker of hosts without long-lived processes. What
 * fails here is still queued, for the drain route.
 */
export function drainSoon(): void {
  try {
    after(() => drainNow().catch((error: unknown) => log.error({ err: error }, "draining after the answer failed")));
  } catch (error) {
    log.warn({ err: error }, "a job was queued outside a request and waits for the drain route");
  }
}

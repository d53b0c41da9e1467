import type { QueueOptions } from "pg-boss";

export const queueSchema = "pgboss";

/** What each job carries. The tenant is always named: a worker acts for one tenant at a time. */
export interface JobPayloads {
  evaluate: { tenantId: string; sessionId: string };
  cut_audit: { tenantId: string };
  expire: { tenantId: string };
}
export type JobName = keyof JobPayloads;
export const jobNames = ["evaluate", "cut_audit", "expire"] as const satisfies JobName[];

type QueueName = JobName | `${JobName}_dead`;

/** A job that used up its tries, or whose worker died each time, lands on the `_dead` queue, where its end is recorded. */
export const queues: Record<QueueName, QueueOptions & { deadLetter?: string }> = {
  evaluate_dead: { retryLimit: 10, retryDelay: 30, expireInSeconds: 60 },
  evaluate: {
    // A worker that shows no sign of life for so long is dead, and its job goes to another.
    heartbeatSeconds: 30,
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 120,
    expireInSeconds: 300,
    deadLetter: "evaluate_dead",
  },
  cut_audit_dead: { retryLimit: 1, expireInSeconds: 60 },
  cut_audit: {
    heartbeatSeconds: 30,
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 600,
    deadLetter: "cut_audit_dead",
  },
  expire_dead: { retryLimit: 1, expireInSeconds: 60 },
  expire: {
    heartbeatSeconds: 30,
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 600,
    deadLetter: "expire_dead",
  },
};
/** Dead-letter queues first: the others refer to them. */
export const queueNames = [
  "evaluate_dead",
  "evaluate",
  "cut_audit_dead",
  "cut_audit",
  "expire_dead",
  "expire",
] as const satisfies QueueName[];

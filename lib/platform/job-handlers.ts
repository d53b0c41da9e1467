import { after } from "next/server";
import { evaluateJob } from "@/lib/domain/evaluations";
import { env } from "./env";
import { drainJobs, type JobHandlers } from "./jobs";
import { log } from "./log";

/** Every job and who does it. */
export const jobHandlers: JobHandlers = { evaluate: evaluateJob };

/** Works off a bounded number of waiting jobs now. Returns how many. */
export async function drainNow(): Promise<number> {
  return drainJobs(jobHandlers, { max: 5 });
}

/**
 * Works a job that was just queued once the answer is sent, on hosts without a worker of their own. Elsewhere the
 * worker was woken by the verb. Call from a route or server action, after the verb.
 */
export function drainSoon(): void {
  if (env().hosting !== "serverless") return;
  after(async () => {
    // what fails here is still queued, for the drain route
    await drainNow().catch((error: unknown) => log.error({ err: error }, "draining after the answer failed"));
  });
}

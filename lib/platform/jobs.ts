import type { PgBoss } from "pg-boss";
import { jobNames, queue, recoverJobs, sendDaily, sendJob, stopQueue, type JobName, type JobPayloads } from "@/db/jobs";
import type { Tx } from "@/db/tenant";
import { AppError } from "./errors";
import { log } from "./log";
import { currentScene, withScene } from "./observe/scene";
import { report } from "./observe/signals";
import { inSpan, traceHeaders, withTrace } from "./observe/spans";

export type { JobName, JobPayloads } from "@/db/jobs";

/** Adds a job of which each key has one a day. Returns after its own transaction. */
export const enqueueDaily: typeof sendDaily = sendDaily;

/** How a job is done. `run` throws to be tried again; `dead` records visibly that all tries were used up. */
export interface JobHandler<N extends JobName> {
  run(payload: JobPayloads[N]): Promise<void>;
  dead(payload: JobPayloads[N]): Promise<void>;
}
export type JobHandlers = { [N in JobName]: JobHandler<N> };

/** Ready to enqueue: await before the transaction, see `db/jobs`. */
export async function openQueue(): Promise<void> {
  await queue();
}

/** Transactions that have added a job: whoever committed one knows to wake the workers. */
const adding = new WeakSet<Tx>();

/** By whose doing a job was queued: it goes on under the request's id, and as a part of its trace. */
interface Origin {
  requestId?: string | undefined;
  trace?: Record<string, string>;
}

/** Adds a job in the caller's own transaction. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void> {
  const origin: Origin = { requestId: currentScene()?.requestId, trace: traceHeaders() };
  const carried = { ...payload, origin };
  await sendJob(tx, name, carried);
  adding.add(tx);
}

/** Whether this transaction added a job. */
export const hasEnqueued = (tx: Tx): boolean => adding.has(tx);

type Step = (payload: never) => Promise<void>;

function stepsOf(handlers: JobHandlers): { queue: string; step: Step }[] {
  return jobNames.flatMap((name) => [
    { queue: name, step: (payload) => handlers[name].run(payload) },
    { queue: `${name}_dead`, step: (payload) => handlers[name].dead(payload) },
  ]);
}

/**
 * What the queue gets to know of a failure: its kind. It keeps what a job throws with all that caused it, and errors of models
 * and of the database carry what people said.
 */
class JobFailed extends Error {
  readonly code: string;

  constructor(failure: unknown) {
    const code = failure instanceof AppError ? failure.code : failure instanceof Error ? failure.name : "unknown";
    super(code);
    this.name = "JobFailed";
    this.code = code;
  }
}

async function attempt(queueName: string, step: Step, payload: object): Promise<void> {
  const began = performance.now();
  const done = (outcome: "done" | "failed") =>
    report({ kind: "job", queue: queueName, outcome, ms: performance.now() - began });
  try {
    // Sound: only `enqueue` and `enqueueDaily` write this queue, with the payload of its name.
    await step(payload as never);
    done("done");
  } catch (error) {
    done("failed");
    log.warn({ err: error }, "a job failed and will be tried again or buried");
    throw new JobFailed(error);
  }
}

async function perform(queueName: string, step: Step, job: { id: string; data: unknown }): Promise<void> {
  // Sound: as above, with what `enqueue` adds.
  const { origin = {}, ...payload } = job.data as { origin?: Origin; tenantId: string };
  const scene = { requestId: origin.requestId ?? job.id, job: queueName, tenant: payload.tenantId };
  const facts = { "salesboost.job": queueName, "salesboost.tenant": payload.tenantId };
  await withScene(scene, () =>
    withTrace(origin.trace ?? {}, () => inSpan(`job ${queueName}`, facts, () => attempt(queueName, step, payload))),
  );
}

const worker = Symbol.for("salesboost.worker");
interface Worker {
  ids: string[];
  timers: NodeJS.Timeout[];
}
const waker = Symbol.for("salesboost.waker");
const holder: typeof globalThis & { [worker]?: Worker; [waker]?: () => void } = globalThis;

/** Says what happens after a commit that added a job where no worker runs: a host without long-lived processes. */
export function whenWoken(wake: () => void): void {
  holder[waker] = wake;
}

/**
 * Works the queues in this long-lived process until `stopJobs`. Polls each second, and right after `wakeJobs`.
 * Supervision returns jobs of a dead worker to the queue, or buries them. `plan` queues what is to be done each day; it
 * is asked at once and then each hour.
 */
export async function workJobs(handlers: JobHandlers, plan: () => Promise<void> = async () => {}): Promise<void> {
  if (holder[worker]) return;
  const boss = await queue();
  await recoverJobs();
  const ids: string[] = [];
  for (const { queue: name, step } of stepsOf(handlers)) {
    // Burials can wait: the talk's owner sees "judging" until then.
    const options = { batchSize: 1, pollingIntervalSeconds: name.endsWith("_dead") ? 10 : 1 };
    ids.push(
      await boss.work(name, options, async (jobs) => {
        for (const job of jobs) await perform(name, step, job);
      }),
    );
  }
  const supervise = () =>
    boss.supervise().catch((error: unknown) => log.error({ err: error }, "the job queue could not be supervised"));
  const planDay = () =>
    plan().catch((error: unknown) => log.error({ err: error }, "the jobs of the day could not be queued"));
  await supervise();
  void planDay(); // a start does not wait for it: it grows with the tenants
  const timers = [setInterval(() => void supervise(), 15_000), setInterval(() => void planDay(), 3_600_000)];
  for (const timer of timers) timer.unref();
  holder[worker] = { ids, timers };
}

/** Lets the workers of this process look at once instead of at their next poll. Call after the commit. */
export async function wakeJobs(): Promise<void> {
  const working = holder[worker];
  if (!working) {
    holder[waker]?.();
    return;
  }
  const boss = await queue();
  for (const id of working.ids) boss.notifyWorker(id);
}

/** For shutting down: waits for running jobs, at most `graceMs`; what is cut off is tried again by the next process. */
export async function stopJobs(graceMs?: number): Promise<void> {
  const working = holder[worker];
  delete holder[worker];
  for (const timer of working?.timers ?? []) clearInterval(timer);
  await stopQueue(graceMs);
}

async function drainQueue(boss: PgBoss, name: string, step: Step, max: number): Promise<number> {
  let done = 0;
  while (done < max) {
    const [job] = await boss.fetch(name, { batchSize: 1 });
    if (!job) break;
    done += 1;
    const beat = setInterval(() => void boss.touch(name, job.id).catch(() => {}), 10_000);
    try {
      await perform(name, step, job);
      await boss.complete(name, job.id);
    } catch (error) {
      const failed = error instanceof JobFailed ? error : new JobFailed(error);
      await boss.fail(name, job.id, { message: failed.code });
    } finally {
      clearInterval(beat);
    }
  }
  return done;
}

/** Works off what waits, at most `max` jobs per queue, and returns how many: for hosts without a long-lived process. */
export async function drainJobs(handlers: JobHandlers, { max }: { max: number }): Promise<number> {
  const boss = await queue();
  await boss.supervise();
  let done = 0;
  for (const { queue: name, step } of stepsOf(handlers)) done += await drainQueue(boss, name, step, max);
  return done;
}

import { closeDatabase } from "@/db/health";
import { beginClosing, closeGently } from "./drain";
import { env } from "./env";
import { log } from "./log";
import { answersDone, watchAnswers } from "./open-answers";
import { flushSpans } from "./observe/spans";

/** Longest the end of a shutdown waits for a collector of traces. */
const flushMs = 2000;
/** Longest it waits for the database to close: what was committed is safe without. */
const closeMs = 5000;
/** Even when replies took all of the time, jobs get so long to be handed back. */
const leastJobsMs = 1000;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Ends the process without losing anything: first it says that it is not ready and goes on answering, so that whoever sends
 * requests notices; then what runs may finish; then jobs are handed back and traces sent. What takes longer is cut off and can
 * be resumed.
 */
async function shutDown(signal: NodeJS.Signals): Promise<void> {
  const { shutdownNoticeMs, shutdownGraceMs } = env();
  beginClosing();
  log.info({ signal, shutdownNoticeMs, shutdownGraceMs }, "stopping: not ready any more, running replies may finish");
  await pause(shutdownNoticeMs);
  const until = Date.now() + shutdownGraceMs;
  const cut = await closeGently(shutdownGraceMs); // before the jobs: a reply that ends a talk still queues its evaluation
  await Promise.race([answersDone(), pause(Math.max(0, until - Date.now()))]);
  const { stopJobs } = await import("./jobs");
  await stopJobs(Math.max(leastJobsMs, until - Date.now()));
  if (cut > 0) log.warn({ cut }, "replies were cut off and can be resumed");
  await Promise.race([flushSpans(), pause(flushMs)]);
  await Promise.race([closeDatabase(), pause(closeMs)]);
  log.info("stopped");
  process.exit(0);
}

/** From now on a signal to stop ends the process gently, and a second one of its kind at once. */
export function listenForStop(): void {
  watchAnswers();
  const asked = new Set<NodeJS.Signals>();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // Ctrl-C reaches this process twice, from the terminal and passed on by the starter: as two kinds.
      if (asked.has(signal)) {
        log.warn({ signal }, "told to stop again: ending at once");
        process.exit(1);
      }
      asked.add(signal);
      if (asked.size > 1) return;
      shutDown(signal).catch((error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      });
    });
  }
}

import { closeDatabase } from "@/db/health";
import { openDatabase } from "@/db/start";
import { closeGently } from "./drain";
import { env, SettingsError } from "./env";
import { log } from "./log";

const graceMs = 25_000;
const slot = Symbol.for("salesboost.boot");

/** One clear line on standard error, which `npm start` shows, then out: a half-started server helps nobody. */
function giveUp(error: unknown): never {
  const lines =
    error instanceof SettingsError ? error.problems : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`salesboost: ${line}\n`);
  if (!(error instanceof SettingsError)) log.fatal({ err: error }, "the server could not start");
  process.exit(1);
}

async function shutDown(signal: NodeJS.Signals): Promise<void> {
  log.info({ signal }, "stopping: running replies may finish");
  const { stopJobs } = await import("./jobs");
  const cut = await closeGently(graceMs); // first: a reply that ends a talk still queues its evaluation
  await stopJobs();
  if (cut > 0) log.warn({ cut }, "replies were cut off and can be resumed");
  await closeDatabase();
  log.info("stopped");
  process.exit(0);
}

function listenForStop(): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      shutDown(signal).catch((error: unknown) => {
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      });
    });
  }
}

async function start(): Promise<void> {
  const { profile, hosting, databaseDriver } = env();
  await openDatabase();
  const { drainSoon, jobHandlers, planDay } = await import("./job-handlers");
  const { whenWoken, workJobs } = await import("./jobs");
  if (hosting === "serverless") whenWoken(drainSoon);
  else {
    await workJobs(jobHandlers, planDay);
    listenForStop();
  }
  log.info({ profile, hosting, databaseDriver }, "ready");
}

/** Validates the settings, opens the database and, on a host of its own, works jobs. Exits when any of it fails. */
export async function boot(): Promise<void> {
  // The framework may register twice in one process; the embedded database has one owner.
  const holder: typeof globalThis & { [slot]?: Promise<void> } = globalThis;
  await (holder[slot] ??= start().catch(giveUp));
}

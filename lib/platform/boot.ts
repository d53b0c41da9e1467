import { openDatabase } from "@/db/start";
import { env, SettingsError } from "./env";
import { watchArrivals } from "./http/arrivals";
import { log } from "./log";
import { openSecrets } from "./secrets/open";
import { SecretsUnavailable } from "./secrets/provider";
import { logSignals } from "./observe/lines";
import { listenForStop } from "./shutdown";

const slot = Symbol.for("salesboost.boot");

/** One clear line on standard error, which `npm start` shows, then out: a half-started server helps nobody. */
function giveUp(error: unknown): never {
  const lines =
    error instanceof SettingsError ? error.problems : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`salesboost: ${line}\n`);
  // Without secrets there are no settings, and without settings no logger.
  if (!(error instanceof SettingsError || error instanceof SecretsUnavailable))
    log.fatal({ err: error }, "the server could not start");
  process.exit(1);
}

async function start(): Promise<void> {
  await openSecrets(); // first: the settings need them
  const { profile, hosting, databaseDriver, metricsToken } = env();
  logSignals();
  watchArrivals();
  if (metricsToken) (await import("./metrics")).startMetrics();
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

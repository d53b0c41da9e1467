import { Counter, Gauge, type Registry } from "prom-client";
import { models } from "@/agents/models/process";
import { poolUse } from "@/db/health";
import { queueDepths, queueNames } from "@/db/jobs";
import { isClosing } from "@/lib/platform/drain";
import { areLimitsDegraded } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import { secretReads, secretsHealth } from "@/lib/platform/secrets/current";
import { turnStreams } from "@/lib/platform/streams";

const patienceMs = 2000;
const providerStates = ["up", "untried", "partly", "resting"] as const;
const jobStates = ["created", "retry", "active"] as const;

/** A gauge that is asked for at each scrape. What cannot be had in time is left out: an absent value is better than an old one. */
function asked(register: Registry, name: string, help: string, labelNames: string[], read: (gauge: Gauge) => unknown) {
  return new Gauge({
    name: `salesboost_${name}`,
    help,
    labelNames,
    registers: [register],
    async collect() {
      this.reset();
      const late = new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error("no answer in time")), patienceMs).unref();
      });
      try {
        await Promise.race([read(this), late]);
      } catch (error) {
        this.reset();
        log.warn({ err: error, metric: name }, "a metric could not be read");
      }
    },
  });
}

/** Counted where secrets are read, which knows nothing of metrics. */
function secretCounter(register: Registry): Counter {
  return new Counter({
    name: "salesboost_secret_reads_total",
    help: "Secrets asked of their provider, by the name of their setting",
    labelNames: ["provider", "name", "outcome"],
    registers: [register],
    collect() {
      this.reset();
      for (const { count, ...labels } of secretReads()) this.inc(labels, count);
    },
  });
}

/** What is looked up when somebody asks: states of providers, queues, connections and streams. */
export function readGauges(register: Registry): void {
  asked(
    register,
    "model_provider_state",
    "1 for the state a provider's models are in",
    ["provider", "state"],
    (gauge) => {
      for (const { name, state } of models().health())
        for (const one of providerStates) gauge.set({ provider: name, state: one }, one === state ? 1 : 0);
    },
  );
  asked(register, "jobs", "Jobs that are not done", ["queue", "state"], async (gauge) => {
    for (const queue of queueNames) for (const state of jobStates) gauge.set({ queue, state }, 0);
    for (const { queue, state, count } of await queueDepths()) gauge.set({ queue, state }, count);
  });
  asked(register, "job_lag_seconds", "How long the oldest job that could run has waited", ["queue"], async (gauge) => {
    for (const queue of queueNames) gauge.set({ queue }, 0);
    for (const { queue, lag } of await queueDepths()) if (lag > 0) gauge.set({ queue }, lag);
  });
  asked(register, "db_pool_connections", "Connections of the pool, by state", ["state"], async (gauge) => {
    const use = await poolUse();
    if (!use) return;
    gauge.set({ state: "idle" }, use.idle);
    gauge.set({ state: "used" }, use.total - use.idle);
    gauge.set({ state: "waiting" }, use.waiting);
  });
  asked(register, "turns_speaking", "Turns being spoken here", [], (gauge) => gauge.set(turnStreams().speaking));
  asked(register, "sse_streams_open", "Readers of turns connected here", [], (gauge) =>
    gauge.set(turnStreams().readers),
  );
  asked(register, "limits_degraded", "1 while limits are held by this process alone", [], (gauge) =>
    gauge.set(areLimitsDegraded() ? 1 : 0),
  );
  asked(register, "secrets_stale", "1 while secrets are the last good ones since their provider fails", [], (gauge) =>
    gauge.set(secretsHealth().state === "stale" ? 1 : 0),
  );
  secretCounter(register);
  asked(register, "closing", "1 once the process was told to stop", [], (gauge) => gauge.set(isClosing() ? 1 : 0));
}

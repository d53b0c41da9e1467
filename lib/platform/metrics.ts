import { collectDefaultMetrics, Registry } from "prom-client";
import { readGauges } from "./metrics/gauges";
import { countResponses } from "./metrics/responses";
import { countSignals } from "./metrics/instruments";
import { listen } from "./observe/signals";

/** On the global object: the server's start and the route that is scraped load this module once each. */
const slot = Symbol.for("salesboost.metrics");
const holder: typeof globalThis & { [slot]?: Registry } = globalThis;

/** Gauges that the library names like counters; each has a twin by type. */
const misnamed = ["nodejs_active_handles_total", "nodejs_active_requests_total", "nodejs_active_resources_total"];

function registry(): Registry {
  if (holder[slot]) return holder[slot];
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const name of misnamed) register.removeSingleMetric(name);
  readGauges(register);
  listen("metrics", countSignals(register));
  countResponses(register);
  return (holder[slot] = register);
}

/** Counts from now on. */
export function startMetrics(): void {
  registry();
}

/** All numbers of this process in Prometheus' text format, with its media type. */
export async function scrape(): Promise<{ text: string; type: string }> {
  const register = registry();
  return { text: await register.metrics(), type: register.contentType };
}

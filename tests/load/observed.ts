/**
 * What being seen costs: the same turns with nothing watching, with log lines and metrics, and with traces sent to a local
 * collector as well. Each way runs in processes of its own, turn about. `npm run bench:observed [-- --dry-run]`.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "@/agents/turn/run";
import { startMetrics } from "@/lib/platform/metrics";
import { log } from "@/lib/platform/log";
import { logSignals } from "@/lib/platform/observe/lines";
import { pseudonymOf } from "@/lib/platform/observe/pseudonym";
import { withScene } from "@/lib/platform/observe/scene";
import { report } from "@/lib/platform/observe/signals";
import { inSpan } from "@/lib/platform/observe/spans";
import { startCollector } from "@/tests/support/otlp";
import { Screen, TurnRecord, claimedTurn } from "@/tests/support/turn-record";
import { median, quantile, table } from "./figures";
import { writeSection } from "./section";

const ways = ["unobserved", "log and metrics", "and traces"] as const;
type Way = (typeof ways)[number];
/** milliseconds to the first words, to the end, and of the processor a turn */
interface Figures {
  first: number[];
  whole: number[];
  cpu: number;
}

const warmUp = 150;
const turns = 400;
const rounds = 3;
const words = "We close the books in two days. I would rather keep it that way, and so would my people.";
const route = "/api/v1/sessions/[id]/turns";

/** One turn as its request surrounds it. */
async function oneTurn(way: Way): Promise<{ first: number; whole: number }> {
  const began = performance.now();
  let first = 0;
  const screen = new Screen(() => (first ||= performance.now() - began));
  const ports = new TurnRecord().ports("offline", "http://127.0.0.1:1", [words]);
  const play = () => run(claimedTurn(), ports, screen, new AbortController().signal, { requestId: "r" });
  if (way === "unobserved") await play();
  else {
    const scene = { requestId: crypto.randomUUID(), route, tenant: "t", user: pseudonymOf("t", "u") };
    await withScene(scene, () => inSpan(`route ${route}`, {}, play));
    const request = { type: "route", route, method: "POST", status: 200, outcome: "ok" } as const;
    report({ kind: "request", ...request, ms: performance.now() - began });
    log.info({ ...scene, ...request, latencyMs: 1 }, "request");
  }
  return { first, whole: performance.now() - began };
}

async function measure(way: Way): Promise<Figures> {
  if (way !== "unobserved") {
    logSignals();
    startMetrics();
  }
  if (way === "and traces") (await import("@/lib/platform/telemetry")).startTelemetry();
  for (let n = 0; n < warmUp; n += 1) await oneTurn(way);
  const figures: Figures = { first: [], whole: [], cpu: 0 };
  const before = process.cpuUsage();
  for (let n = 0; n < turns; n += 1) {
    const { first, whole } = await oneTurn(way);
    figures.first.push(first);
    figures.whole.push(whole);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...figures, cpu: (user + system) / 1000 / turns };
}

function inProcess(way: Way, collector: string): Promise<Figures> {
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" };
  const child = fork(fileURLToPath(import.meta.url), ["--way", way], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, APP_ENV: "test", LOG_LEVEL: "info", ...(way === "and traces" && traced) },
  });
  return new Promise((resolve, reject) => {
    // sound: only `measure` of this file sends
    child.once("message", (figures) => resolve(figures as Figures));
    child.once("exit", (code) => reject(new Error(`the measuring process ended with ${code}`)));
  });
}

async function compare(): Promise<string> {
  const collector = await startCollector();
  const taken = new Map<Way, Figures[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const way of round % 2 ? ways.toReversed() : ways) taken.get(way)?.push(await inProcess(way, collector.url));
  await collector.close();
  const of = (way: Way) => {
    const all = taken.get(way) ?? [];
    const first = all.flatMap((one) => one.first);
    const whole = all.flatMap((one) => one.whole);
    return [median(first), quantile(first, 0.95), median(whole), median(all.map(({ cpu }) => cpu))] as const;
  };
  const base = of("unobserved");
  const rows = ways.map((way) => {
    const own = of(way);
    return [way, ...own.map((ms, i) => `${ms.toFixed(3)} (${(ms / (base[i] ?? ms)).toFixed(2)})`)];
  });
  return table(["", "first words p50, ms", "first words p95, ms", "turn p50, ms", "processor a turn, ms"], rows);
}

const { values: options } = parseArgs({ options: { way: { type: "string" }, "dry-run": { type: "boolean" } } });
const asked = ways.find((way) => way === options.way);
if (asked) {
  const figures = await measure(asked);
  process.send?.(figures, () => process.exit(0));
} else {
  const drawn = await compare();
  console.log(drawn);
  const about =
    `\`npm run bench:observed\`: ${rounds} × ${turns} turns each way, in one process, with a buyer that answers at once, so that ` +
    "what remains is the program's own work; in brackets the ratio to no watching. A real first word takes hundreds of milliseconds.";
  if (!options["dry-run"]) writeSection("observed", "What being seen costs", about, drawn);
}

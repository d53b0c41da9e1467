import { Counter, Histogram, type Registry } from "prom-client";
import { bucketOf } from "@/lib/platform/observe/pseudonym";
import { currentScene } from "@/lib/platform/observe/scene";
import { classOf, type Signal } from "@/lib/platform/observe/signals";

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const speechSeconds = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 12, 20, 40, 80];
const jobSeconds = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
const micros = 1_000_000;

const known = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function requests(register: Registry) {
  const labelNames = ["type", "route", "method", "outcome"] as const;
  const total = new Counter({
    name: "salesboost_requests_total",
    help: "Requests answered by routes, server actions and pages, by pattern and class of outcome",
    labelNames,
    registers: [register],
  });
  const seconds = new Histogram({
    name: "salesboost_request_duration_seconds",
    help: "Time until a request was answered; a stream counts until it begins",
    labelNames,
    buckets: requestSeconds,
    registers: [register],
  });
  return ({ type, route, method, status, ms }: Extract<Signal, { kind: "request" }>) => {
    const labels = { type, route, method: known.has(method) ? method : "OTHER", outcome: classOf(status) };
    total.inc(labels);
    seconds.observe(labels, ms / 1000);
  };
}

function models(register: Registry) {
  const registers = [register];
  const first = new Histogram({
    name: "salesboost_model_first_token_seconds",
    help: "Time from the call of a model to its first words",
    labelNames: ["role", "model"],
    buckets: speechSeconds,
    registers,
  });
  const whole = new Histogram({
    name: "salesboost_model_call_duration_seconds",
    help: "Time from the call of a model to its end",
    labelNames: ["role", "model", "outcome"],
    buckets: speechSeconds,
    registers,
  });
  const tokens = new Counter({
    name: "salesboost_model_tokens_total",
    help: "Tokens of calls of models, by bucket of the tenant they were for",
    labelNames: ["role", "direction", "tenant_bucket"],
    registers,
  });
  const cost = new Counter({
    name: "salesboost_model_cost_dollars_total",
    help: "US dollars of calls of models by the price table, by bucket of the tenant they were for",
    labelNames: ["role", "tenant_bucket"],
    registers,
  });
  const unpriced = new Counter({
    name: "salesboost_model_unpriced_calls_total",
    help: "Calls of models that the price table does not know, which the cost leaves out",
    labelNames: ["role"],
    registers,
  });
  return ({ role, model, outcome, ...call }: Extract<Signal, { kind: "model" }>) => {
    if (call.firstMs !== undefined) first.observe({ role, model }, call.firstMs / 1000);
    whole.observe({ role, model, outcome }, call.ms / 1000);
    const tenant = currentScene()?.tenant;
    const of = { role, tenant_bucket: tenant === undefined ? "none" : bucketOf(tenant) };
    tokens.inc({ ...of, direction: "input" }, call.inputTokens);
    tokens.inc({ ...of, direction: "output" }, call.outputTokens);
    if (call.costMicros === null) unpriced.inc({ role });
    else cost.inc(of, call.costMicros / micros);
  };
}

function turns(register: Registry) {
  const first = new Histogram({
    name: "salesboost_turn_first_text_seconds",
    help: "Time from the start of a turn to the first words its reader sees",
    buckets: speechSeconds,
    registers: [register],
  });
  const whole = new Histogram({
    name: "salesboost_turn_duration_seconds",
    help: "Time from the start of a turn to its end, settled or broken off",
    labelNames: ["outcome"],
    buckets: speechSeconds,
    registers: [register],
  });
  return ({ outcome, firstMs, ms }: Extract<Signal, { kind: "turn" }>) => {
    if (firstMs !== undefined) first.observe(firstMs / 1000);
    whole.observe({ outcome }, ms / 1000);
  };
}

function jobs(register: Registry) {
  const seconds = new Histogram({
    name: "salesboost_job_duration_seconds",
    help: "Time one try of a job took",
    labelNames: ["queue", "outcome"],
    buckets: jobSeconds,
    registers: [register],
  });
  return ({ queue, outcome, ms }: Extract<Signal, { kind: "job" }>) => seconds.observe({ queue, outcome }, ms / 1000);
}

/** Everything that is counted as it happens. Returns what is to be told of each signal. */
export function countSignals(register: Registry): (signal: Signal) => void {
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `salesboost_${name}_total`, help, labelNames, registers: [register] });
  const request = requests(register);
  const model = models(register);
  const turn = turns(register);
  const job = jobs(register);
  const fallbacks = counter("model_fallbacks", "Calls that a later model of its chain served", "role", "because");
  const gate = counter("gate_hits", "Replies withheld or taken back, by the kind of rule", "by", "code");
  const corrections = counter("corrections", "Replies asked for anew, and safe lines said in their place", "kind");
  const evaluations = counter(
    "evaluations",
    "Judged talks, with the reason where there is no score",
    "status",
    "reason",
  );
  const refusals = counter("rate_limit_refusals", "Requests refused by a limit", "budget");
  const degraded = counter("rate_limit_degraded", "Requests whose limit was held in process alone", "budget");
  return (signal) => {
    switch (signal.kind) {
      case "request":
        return request(signal);
      case "model":
        return model(signal);
      case "turn":
        return turn(signal);
      case "job":
        return job(signal);
      case "fallback":
        return fallbacks.inc({ role: signal.role, because: signal.because });
      case "gate":
        return gate.inc({ by: signal.by, code: signal.code });
      case "correction":
        return corrections.inc({ kind: signal.exhausted ? "safe_line" : "retry" });
      case "evaluation":
        return evaluations.inc({ status: signal.status, reason: signal.reason ?? "none" });
      case "limit":
        return (signal.what === "refused" ? refusals : degraded).inc({ budget: signal.budget });
    }
  };
}

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { startModelServer, type ModelServer } from "@/tests/support/model-server";
import { startCollector, type Collector, type ReceivedSpan } from "@/tests/support/otlp";
import { Trainee, until } from "@/tests/support/practice";
import { signInAs, visit } from "@/tests/support/sign-in";

const scenario = bundles.find(({ scenario: { id } }) => id === "saas-renewal-en");
const token = "a-token-for-metrics-alone";
const person = { email: "xylophonia.quist@acme.example", name: "Xylophonia Quist", tenant: "acme", role: "trainee" };
/** What the trainee, the model and the address bar said; none of it is anybody's business but the talk's. */
const said = "How is the zanzibarquartz situation, and what does it cost you in a bad month?";
const spoken = "We keep the quetzalmarmalade in order, and I would rather leave it that way.";
const other = "Nobody has asked me that since the spring, and I have no figure at hand.";
/** the call of a model that fails uses one up; after two of them it rests */
const failing = [""];
const asked = "yellowsubmarinequery";
const callerTrace = "0af7651916cd43dd8448eb211c80319c";
const requestId = "request-of-the-canary-1";

const runs = (text: string, length = 4) => {
  const words = text.split(/\s+/u);
  return words.slice(0, Math.max(1, words.length - length + 1)).map((_, i) => words.slice(i, i + length).join(" "));
};
const sealed = (scenario?.personas ?? []).flatMap((persona) => persona.sealedFacts.flatMap(({ text }) => runs(text)));
const secrets = [
  ["the trainee's words", "zanzibarquartz"],
  ["the buyer's words", "quetzalmarmalade"],
  ["words withheld by the gate", "language model"],
  ["what was searched for", asked],
  ["the person's name", "Xylophonia"],
  ["the person's address", "xylophonia.quist"],
  ["the buyer's name", "Priya"],
  ["the token of the metrics", token],
  ["the key of the model", "sk-canary-key"],
] as const;

let app: AppServer;
let model: ModelServer;
let collector: Collector;
let trainee: Trainee;
let metrics: string;
let sessionId: string;
let userId: string;

const scrape = async (bearer = token) =>
  visit(app.url).call("/api/metrics", { headers: { authorization: `Bearer ${bearer}` } });
const logLines = () =>
  readFileSync(join(app.dataDir, "server.log"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{"))
    // sound: every line that begins so is one of the logger's
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function idOf(email: string): Promise<string> {
  const { visitor } = await signInAs(app.url, "acme-admin");
  const answer = await visitor.call(`/api/v1/users?q=${encodeURIComponent(email)}`);
  // sound: the API's own list of people
  const { items } = (await answer.json()) as { items: { id: string; email: string }[] };
  const found = items.find((one) => one.email === email);
  if (!found) throw new Error("the person is not in the list");
  return found.id;
}

beforeAll(async () => {
  collector = await startCollector();
  model = await startModelServer({
    words: [...failing, "As an AI language model I cannot say.", ...failing, spoken, other],
  });
  app = await startApp({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_HEADERS: "x-team=sales%20team",
    METRICS_TOKEN: token,
    LOG_LEVEL: "trace",
    AI_CHAIN: "speak=compatible:broken,compatible:speech;perceive=offline;review=offline;coach=offline;judge=offline",
    AI_COMPATIBLE_BASE_URL: model.url,
    AI_COMPATIBLE_API_KEY: "sk-canary-key",
  });
  trainee = await Trainee.signIn(app.url, person);
  sessionId = await trainee.begin("saas-renewal-en");
  const headers = { traceparent: `00-${callerTrace}-b7ad6b7169203331-01`, "x-request-id": requestId };
  const reply = await (await trainee.say(sessionId, said, headers)).text();
  if (!reply.includes("quetzalmarmalade")) throw new Error(`the buyer did not speak: ${reply}`);
  await (await trainee.say(sessionId, `${said} Again.`, { traceparent: "00-not-a-trace-01" })).text();
  await trainee.post(`/api/v1/sessions/${sessionId}/end`);
  await (await trainee.visitor.call(`/history?q=${asked}`)).text();
  await visit(app.url).call(`/api/v1/sessions/${sessionId}`); // nobody: refused at the edge
  userId = await idOf(person.email);
  await until(async () => logLines().find((line) => line["job"] === "evaluate" && line["outcome"] === "done"));
  await until(async () => collector.spans.find(({ name }) => name === "job evaluate"));
  // The edge sends its spans in batches of its own.
  await until(async () =>
    collector.spans.find((span) => span.traceId === callerTrace && span.name.startsWith("middleware")),
  );
  metrics = await (await scrape()).text();
});

afterAll(async () => {
  await app?.stop();
  await model?.close();
  await collector?.close();
});

describe("a trace", () => {
  const ofCaller = () => collector.spans.filter(({ traceId }) => traceId === callerTrace);
  const named = (name: string) => ofCaller().filter((span) => span.name === name);
  const above = (span: ReceivedSpan): string[] => {
    const parent = collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? [parent.name, ...above(parent)] : [];
  };

  it("of one turn goes on from the caller through edge, route, machine, models and database", () => {
    const route = "route /api/v1/sessions/[id]/turns";
    const [broken] = named("chat broken");
    const [speech] = named("chat speech");
    if (!broken || !speech) throw new Error("no span of a model");
    expect(above(speech)).toEqual(expect.arrayContaining(["speak", "turn", route, "middleware POST"]));
    const order = above(speech);
    expect(order.indexOf("speak")).toBeLessThan(order.indexOf("turn"));
    expect(order.indexOf("turn")).toBeLessThan(order.indexOf(route));
    expect(order.indexOf(route)).toBeLessThan(order.indexOf("middleware POST"));
    for (const step of ["perceive", "advance", "ground", "speak", "review", "coach", "settle"])
      expect(above(named(step)[0] ?? speech), step).toContain("turn");
    expect(above(named("transaction claim_turn")[0] ?? speech)).toContain(route);
    expect(above(named("transaction settle_turn")[0] ?? speech)).toContain("settle");
    expect(above(named("transaction turns.checkpoint")[0] ?? speech)).toContain("checkpoint");
    expect(broken.attributes).toMatchObject({ "gen_ai.request.model": "broken", "salesboost.outcome": "failed" });
    expect(speech.attributes).toMatchObject({ "gen_ai.provider.name": "compatible", "salesboost.role": "speak" });
  });

  it("has no span whose parent is missing, but the one that somebody else began", async () => {
    const orphans = () => {
      const ids = new Set(collector.spans.map(({ spanId }) => spanId));
      return collector.spans.filter(({ parentSpanId }) => parentSpanId && !ids.has(parentSpanId));
    };
    // a step is sent when it ends: children come before their parents
    await until(async () => orphans().length === 1);
    expect(orphans()[0]).toMatchObject({ traceId: callerTrace, parentSpanId: "b7ad6b7169203331" });
  });

  it("is begun anew where the caller's is not valid", () => {
    const turns = collector.spans.filter(({ name }) => name === "turn");
    expect(turns).toHaveLength(2);
    expect(new Set(turns.map(({ traceId }) => traceId)).size).toBe(2);
  });

  it("takes in the job that judges the talk", () => {
    const job = collector.spans.find(({ name }) => name === "job evaluate");
    if (!job) throw new Error("no span of the job");
    expect(above(job)).toContain("route /api/v1/sessions/[id]/end");
  });

  it("is sent with the headers of the settings", () => {
    expect(new Set(collector.headers.map((sent) => sent["x-team"]))).toEqual(new Set(["sales team"]));
  });

  it.each(secrets)("holds none of %s", (_, word) => {
    expect(collector.raw()).not.toContain(word);
  });

  it("holds no sealed fact, no id of a talk and no message of an error", () => {
    const raw = collector.raw();
    expect(sealed.length).toBeGreaterThan(40);
    expect(sealed.filter((words) => raw.includes(words))).toEqual([]);
    expect(raw).not.toContain(sessionId);
    expect(raw).not.toContain(userId);
    expect(collector.spans.filter(({ status }) => status?.message)).toEqual([]);
    expect(raw).not.toContain("exception.message");
  });
});

describe("the log", () => {
  it("has one line for each request, by pattern, pseudonym and outcome", () => {
    const lines = logLines().filter((line) => line["requestId"] === requestId && line["msg"] === "request");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      kind: "route",
      route: "/api/v1/sessions/[id]/turns",
      method: "POST",
      status: 200,
      outcome: "ok",
      tenant: expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown,
      user: expect.stringMatching(/^[\w-]{16}$/u) as unknown,
      latencyMs: expect.any(Number) as unknown,
    });
  });

  it("carries the request's id on to the turn, each call of a model and the job that follows", () => {
    const of = (kind: string) => logLines().filter((line) => line["kind"] === kind);
    expect(of("turn").map((line) => line["requestId"])).toContain(requestId);
    const calls = of("model").filter((line) => line["requestId"] === requestId);
    expect(calls.map((line) => [line["model"], line["outcome"]])).toEqual(
      expect.arrayContaining([
        ["compatible:broken", "failed"],
        ["compatible:speech", "ok"],
      ]),
    );
    const end = of("route").find((line) => line["route"] === "/api/v1/sessions/[id]/end");
    const job = of("job").find((line) => line["queue"] === "evaluate");
    expect(job?.["requestId"]).toBe(end?.["requestId"]);
  });

  it("has the same shape at the edge, where nobody was let through", () => {
    const [line] = logLines()
      .filter(({ kind }) => kind === "edge")
      .filter(({ status }) => status === 401);
    expect(line).toMatchObject({
      app: "salesboost",
      level: "info",
      route: "/api/v1/*",
      outcome: "refused",
      msg: "request",
    });
  });

  it.each(secrets)("holds none of %s", (_, word) => {
    expect(readFileSync(join(app.dataDir, "server.log"), "utf8")).not.toContain(word);
  });

  it("holds no sealed fact and no id of a person", () => {
    const text = readFileSync(join(app.dataDir, "server.log"), "utf8");
    expect(sealed.filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toContain(userId);
  });

  it("cannot be made to show a line of the caller's", async () => {
    const forged = 'x"}\n{"level":"error","msg":"forged-by-caller';
    const before = logLines().length;
    await visit(app.url).call(`/api/v1/${encodeURIComponent(forged)}?${encodeURIComponent(forged)}`, {
      headers: { "x-request-id": "a b\tforged-by-caller", "user-agent": "forged-by-caller" },
    });
    await until(async () => logLines().length > before);
    expect(readFileSync(join(app.dataDir, "server.log"), "utf8")).not.toContain("forged-by-caller");
  });
});

describe("the metrics", () => {
  const samples = () =>
    metrics.split("\n").flatMap((line) => {
      const [, name = "", labels = "", value = ""] = /^(\w+)(?:\{(.*)\})? (\S+)$/u.exec(line) ?? [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/gu)].map(([, key = "", text = ""]) => [key, text]);
      return name ? [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }] : [];
    });
  const sum = (name: string, labels: Record<string, string> = {}) =>
    samples()
      .filter((one) => one.name === name && Object.entries(labels).every(([key, text]) => one.labels[key] === text))
      .reduce((total, { value }) => total + value, 0);

  it("are for nobody without the token", async () => {
    expect((await scrape("a-token-for-metrics-alonf")).status).toBe(401);
    expect((await visit(app.url).call("/api/metrics")).status).toBe(401);
    const answer = await trainee.visitor.call("/api/metrics");
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain("salesboost_");
  });

  it("count what happened", () => {
    expect(sum("salesboost_requests_total", { route: "/api/v1/sessions/[id]/turns", outcome: "ok" })).toBe(2);
    expect(sum("salesboost_request_duration_seconds_count", { route: "/history" })).toBe(1);
    expect(sum("salesboost_turn_duration_seconds_count", { outcome: "settled" })).toBe(2);
    expect(sum("salesboost_turn_first_text_seconds_count")).toBe(2);
    expect(sum("salesboost_model_first_token_seconds_count", { role: "speak", model: "compatible:speech" })).toBe(3);
    expect(sum("salesboost_model_call_duration_seconds_count", { outcome: "failed" })).toBe(2);
    expect(sum("salesboost_model_fallbacks_total", { role: "speak", because: "fault" })).toBe(3);
    expect(sum("salesboost_model_provider_state", { provider: "compatible", state: "partly" })).toBe(1);
    expect(sum("salesboost_gate_hits_total", { by: "rules" })).toBe(1);
    expect(sum("salesboost_corrections_total", { kind: "retry" })).toBe(1);
    expect(sum("salesboost_evaluations_total")).toBe(1);
    expect(sum("salesboost_job_duration_seconds_count", { queue: "evaluate", outcome: "done" })).toBe(1);
    expect(sum("salesboost_model_tokens_total", { direction: "output" })).toBeGreaterThan(10);
    expect(sum("salesboost_http_responses_total", { code: "401" })).toBeGreaterThan(0);
    expect(sum("process_cpu_seconds_total")).toBeGreaterThan(0);
  });

  it("have no label but words of the program", () => {
    const word = /^[a-z_]+$/u;
    const allowed: Record<string, RegExp> = {
      route: /^(?:\/(?:[a-z0-9._-]+|\[(?:\.\.\.)?\w+\]))+$|^\/$|^unknown$/u,
      method: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|OTHER)$/u,
      model: /^(?:offline|compatible:(?:broken|speech))$/u,
      tenant_bucket: /^(?:\d\d|none)$/u,
      code: /^(?:\d{3}|[a-z_]+)$/u,
      le: /^(?:[\d.e-]+|\+Inf)$/u,
      name: /^[A-Z_]+$/u,
    };
    const own = samples().filter(({ name }) => name.startsWith("salesboost_"));
    expect(own.length).toBeGreaterThan(100);
    const odd = own.flatMap(({ name, labels }) =>
      Object.entries(labels)
        .filter(([key, text]) => !(allowed[key] ?? word).test(text))
        .map(([key, text]) => `${name}{${key}="${text}"}`),
    );
    expect(odd).toEqual([]);
    expect(own.filter(({ labels }) => /[0-9a-f]{8}-[0-9a-f]{4}/u.test(labels["route"] ?? ""))).toEqual([]);
  });

  it.each(secrets)("hold none of %s", (_, word) => {
    expect(metrics).not.toContain(word);
  });

  it("are in the form that Prometheus' own tool asks for", ({ skip }) => {
    const checked = spawnSync("promtool", ["check", "metrics"], { input: metrics, encoding: "utf8" });
    if (checked.error) skip("promtool is not installed");
    expect(checked.stderr + checked.stdout).toBe("");
    expect(checked.status).toBe(0);
  });
});

describe("health", () => {
  it("says nothing of our insides to whoever asks", async () => {
    const text = await (await visit(app.url).call("/api/health/ready")).text();
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|postgres:|http|password|salesboost-app-|node_modules|at \w+ \(/u);
    expect(await (await visit(app.url).call("/api/health/live")).json()).toEqual({ status: "ok" });
  });
});

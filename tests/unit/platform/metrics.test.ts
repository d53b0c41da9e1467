import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Registry } from "prom-client";
import { beforeAll, describe, expect, it } from "vitest";
import { countResponses } from "@/lib/platform/metrics/responses";
import { readGauges } from "@/lib/platform/metrics/gauges";
import { countSignals } from "@/lib/platform/metrics/instruments";
import { withScene } from "@/lib/platform/observe/scene";
import { listen, report, type Signal } from "@/lib/platform/observe/signals";

const folder = "deploy/observability";
const register = new Registry();
/** what is looked up at a scrape: named here, and asked of a running server elsewhere */
const lookedUp = new Registry();
let tell: (signal: Signal) => void;

beforeAll(() => {
  Object.assign(process.env, { APP_ENV: "test" });
  tell = countSignals(register);
  readGauges(lookedUp);
  countResponses(register);
});

const valuesOf = async (name: string) => (await register.getSingleMetric(name)?.get())?.values ?? [];

describe("what is counted", () => {
  it("reaches whoever listens, and nobody when none does", () => {
    const heard: Signal[] = [];
    report({ kind: "correction", exhausted: false });
    listen("test", (signal) => void heard.push(signal));
    report({ kind: "correction", exhausted: true });
    expect(heard).toEqual([{ kind: "correction", exhausted: true }]);
  });

  it("puts a request under its pattern, and odd methods and statuses under words of our own", async () => {
    tell({ kind: "request", type: "route", route: "/a/[id]", method: "BREW", status: 418, outcome: "teapot", ms: 20 });
    const [sample] = await valuesOf("salesboost_requests_total");
    expect(sample?.labels).toEqual({ type: "route", route: "/a/[id]", method: "OTHER", outcome: "refused" });
  });

  it("puts tokens and cost under a bucket of the tenant, never the tenant", async () => {
    const tenant = "363183de-8161-4ed2-aafe-22b6242115b3";
    withScene({ requestId: "r", tenant }, () =>
      tell({
        kind: "model",
        role: "speak",
        model: "openai:m",
        outcome: "ok",
        firstMs: 200,
        ms: 900,
        inputTokens: 10,
        outputTokens: 5,
        costMicros: 2_000_000,
      }),
    );
    const [cost] = await valuesOf("salesboost_model_cost_dollars_total");
    expect(cost?.value).toBe(2);
    expect(cost?.labels["tenant_bucket"]).toMatch(/^\d\d$/u);
    expect(await register.metrics()).not.toContain(tenant);
  });

  it("says so when nobody knows the price, instead of counting nothing", async () => {
    tell({
      kind: "model",
      role: "judge",
      model: "x:y",
      outcome: "ok",
      ms: 1,
      inputTokens: 1,
      outputTokens: 1,
      costMicros: null,
    });
    expect(await valuesOf("salesboost_model_unpriced_calls_total")).toMatchObject([
      { labels: { role: "judge" }, value: 1 },
    ]);
  });
});

describe("alarms and dashboard", () => {
  const named = (text: string) => new Set([...text.matchAll(/\bsalesboost_\w+/gu)].map(([name]) => name));
  const base = (name: string) => name.replace(/_(?:bucket|count|sum)$/u, "");

  it.each(["alerts.yml", "alerts.test.yml", "dashboard.json"])("%s asks for numbers that there are", (file) => {
    const exist = new Set([register, lookedUp].flatMap((one) => one.getMetricsAsArray()).map(({ name }) => name));
    const asked = [...named(readFileSync(`${folder}/${file}`, "utf8"))];
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !exist.has(name) && !exist.has(base(name)))).toEqual([]);
  });

  it("each alarm says what to do", () => {
    const text = readFileSync(`${folder}/alerts.yml`, "utf8");
    const alarms = text.split("- alert:").slice(1);
    expect(alarms.length).toBeGreaterThan(10);
    expect(alarms.filter((alarm) => !/summary: "/u.test(alarm) || !/action: "/u.test(alarm))).toEqual([]);
  });

  const promtool = (command: string, file: string) =>
    spawnSync("promtool", [command, "rules", file], { cwd: folder, encoding: "utf8" });

  it.skipIf(promtool("check", "alerts.yml").error)(
    "are what Prometheus' own tool takes, and ring when they should",
    () => {
      for (const done of [promtool("check", "alerts.yml"), promtool("test", "alerts.test.yml")]) {
        expect(done.stdout + done.stderr).toContain("SUCCESS");
        expect(done.status).toBe(0);
      }
    },
  );
});

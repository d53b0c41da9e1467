import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretNames } from "@/lib/platform/secrets/names";
import { givenBuild, startApp, type AppServer } from "../support/app-server";
import { startModelServer, type ModelServer } from "../support/model-server";
import { startCollector, type Collector } from "../support/otlp";
import { Trainee, until } from "../support/practice";
import { visit } from "../support/sign-in";

/** A value of its own for each secret there is: whatever shows up anywhere says which one leaked. */
const canary = (name: string) => `canary-${name.toLowerCase().replaceAll("_", "-")}-q7x4z9k2w8m5n3v6`;
const canaries = [...secretNames, "VAULT_TOKEN", "OTEL_EXPORTER_OTLP_HEADERS"].map(canary);
/** As it is, and as it looks in a basic login, a data URL or an address. */
const disguises = canaries.flatMap((value) => [
  value,
  Buffer.from(value).toString("base64").replace(/=+$/u, ""),
  Buffer.from(value).toString("hex"),
  [...value].toReversed().join(""),
]);
const foundIn = (text: string) => disguises.filter((value) => text.includes(value));

let app: AppServer;
let models: ModelServer;
let collector: Collector;
/** every answer that was seen: address, headers, body */
const seen: { what: string; text: string }[] = [];

async function note(what: string, answer: Response): Promise<string> {
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const body = await answer.text();
  seen.push({ what, text: `${answer.status}\n${headers}\n${body}` });
  return body;
}

const pages = [
  "/",
  "/practice",
  "/history",
  "/settings",
  "/console",
  "/console/audit",
  "/console/people",
  "/console/teams",
  "/console/logins",
  "/console/sign-in",
  "/console/keys",
  "/console/access",
  "/console/privacy",
  "/sign-in",
  "/sign-in/refused",
  "/nowhere",
];
const endpoints = [
  "/api/v1/scenarios",
  "/api/v1/sessions",
  "/api/v1/sessions/00000000-0000-4000-8000-000000000000",
  "/api/v1/audit",
  "/api/v1/audit.csv",
  "/api/v1/openapi.json",
  "/api/v1/users",
  "/api/v1/teams",
  "/api/v1/keys",
  "/api/v1/me/export",
  "/api/v1/nowhere",
  "/api/health/ready",
  "/api/health/live",
  "/api/auth/session",
  "/api/auth/providers",
  "/api/auth/error?error=Configuration",
  "/api/auth/callback/oidc?code=forged&state=forged",
  "/scim/v2/ServiceProviderConfig",
];

beforeAll(async () => {
  [models, collector] = await Promise.all([startModelServer(), startCollector()]);
  models.accepts = "none of them"; // refused as OpenAI does, which quotes the key
  app = await startApp({
    ...Object.fromEntries(secretNames.map((name) => [name, canary(name)])),
    DATABASE_DRIVER: "pglite",
    DATABASE_URL: `postgres://app:${canary("DATABASE_URL")}@127.0.0.1:9/salesboost`,
    DATABASE_MIGRATION_URL: `postgres://owner:${canary("DATABASE_MIGRATION_URL")}@127.0.0.1:9/salesboost`,
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    QDRANT_URL: "http://127.0.0.1:9",
    TOOL_SERVER_TOKENS: `acme/stock=${canary("TOOL_SERVER_TOKENS")}`,
    OPENAI_BASE_URL: models.url,
    AI_COMPATIBLE_BASE_URL: models.url,
    AI_CHAIN: "openai:gpt-5-mini,compatible:speech", // no way out: what they answered is what is logged
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${canary("OTEL_EXPORTER_OTLP_HEADERS")}`,
    LOG_LEVEL: "trace",
  });
  const stranger = visit(app.url);
  const trainee = await Trainee.signIn(app.url);
  const { visitor: admin } = await Trainee.signIn(app.url, "acme-admin");
  for (const path of [...pages, ...endpoints])
    for (const [who, visitor] of [
      ["nobody", stranger],
      ["trainee", trainee.visitor],
      ["admin", admin],
    ] as const)
      await note(`${path} as ${who}`, await visitor.call(path));

  const talk = await trainee.begin("saas-renewal-en");
  for (const line of ["How do you work today?", "What does that cost you in a bad month?"])
    await note("a turn with models that refuse their keys", await trainee.say(talk, line));
  await note("a hint", await trainee.post(`/api/v1/sessions/${talk}/hint`));
  await note("the end", await trainee.post(`/api/v1/sessions/${talk}/end`));
  await note("the debrief", await trainee.visitor.call(`/debrief/${talk}`));

  await note(
    "malformed JSON",
    await trainee.visitor.call("/api/v1/sessions", {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    }),
  );
  await note("an unknown scenario", await trainee.post("/api/v1/sessions", { scenarioId: "none" }));
  await note("another site", await trainee.post("/api/v1/sessions", {}, { origin: "https://evil.example" }));
  await note(
    "a made-up server action",
    await stranger.call("/settings", { method: "POST", body: "[]", headers: { "next-action": "f".repeat(42) } }),
  );
  await note(
    "a forged cookie",
    await stranger.call("/history", { headers: { cookie: "authjs.session-token=forged" } }),
  );
  for (const [path, name] of [
    ["/api/internal/drain", "CRON_SECRET"],
    ["/api/metrics", "METRICS_TOKEN"],
  ] as const) {
    const knock = (bearer: string) => stranger.call(path, { headers: { authorization: `Bearer ${bearer}` } });
    await note(`${path} with a wrong token`, await knock("wrong"));
    await note(`${path} with its token`, await knock(canary(name)));
  }
  await note("signing out", await trainee.visitor.call("/api/auth/sign-out", { method: "POST" }));
});
afterAll(async () => {
  await app?.stop();
  await models?.close();
  await collector?.close();
});

describe("the secrets of a running server", () => {
  it("were all in use where one can be, so that a leak would have shown", () => {
    const keys = new Set(models.calls.map(({ key }) => key));
    expect(keys).toContain(canary("OPENAI_API_KEY"));
    expect(keys).toContain(canary("AI_COMPATIBLE_API_KEY"));
    expect(seen.find(({ what }) => what === "/api/metrics with its token")?.text).toMatch(/^200/);
    expect(seen.find(({ what }) => what === "/api/internal/drain with its token")?.text).toMatch(/^200/);
    expect(seen.find(({ what }) => what === "/history as trainee")?.text).toMatch(/^200/);
    expect(foundIn(`x${Buffer.from(canary("CRON_SECRET")).toString("base64")}`)).toHaveLength(1);
  });

  it("are in no answer, neither in a header nor in a body, whoever asks for what", () => {
    expect(seen.length).toBeGreaterThan(70);
    expect(seen.flatMap(({ what, text }) => foundIn(text).map((value) => `${what}: ${value}`))).toEqual([]);
  });

  it("are in no line of the log, at its most talkative", () => {
    const log = readFileSync(join(app.dataDir, "server.log"), "utf8");
    expect(log).toMatch(/AI_APICallError.*statusCode":401/); // it does tell of the refusals, which quote the keys
    expect(foundIn(log)).toEqual([]);
  });

  it("are in no trace", async () => {
    await until(async () => collector.spans.length > 10);
    expect(foundIn(collector.raw())).toEqual([]);
  });

  it("are in no prompt", () => {
    expect(foundIn(JSON.stringify(models.calls.map(({ body, path }) => [body, path])))).toEqual([]);
  });

  it("are in nothing a browser is given, which does not even know their names", () => {
    const root = join(givenBuild ?? ".next", givenBuild ? ".next/static" : "static");
    const files = globSync(`${root}/**/*`).filter((path) => /\.(?:js|css|json|map|txt|html)$/u.test(path));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((path) => path.endsWith(".map"))).toEqual([]);
    const names = [...secretNames, "VAULT_TOKEN"].filter((name) => name !== "DATABASE_URL");
    const words = [...names, ...disguises, "salesboost-local-secret", "salesboost-local-client-secret"];
    const hits = files.flatMap((path) => {
      const text = readFileSync(path, "utf8");
      return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(hits).toEqual([]);
  });
});

describe("a server that cannot start", () => {
  const complaintOf = (env: Record<string, string>) =>
    startApp(env).then(
      async (other) => {
        await other.stop();
        return "it started";
      },
      (error: unknown) => String(error),
    );

  it("does not show the password of the database it could not reach", async () => {
    const complaint = await complaintOf({
      DATABASE_URL: `postgres://app:${canary("DATABASE_URL")}@127.0.0.1:9/salesboost`,
      DB_CONNECT_TIMEOUT_MS: "500",
      LOG_LEVEL: "trace",
    });
    expect(complaint).toContain("did not start");
    expect(foundIn(complaint)).toEqual([]);
  });

  it("names the settings that are wrong, and quotes none of them", async () => {
    const complaint = await complaintOf({
      APP_ENV: "production",
      AUTH_SECRET: "canary-short",
      DATABASE_URL: "canary-no-address",
      TOOL_SERVER_TOKENS: "canary-no-token",
      SECRETS_PROVIDER: "environment",
    });
    for (const name of ["AUTH_SECRET", "DATABASE_URL", "TOOL_SERVER_TOKENS"]) expect(complaint).toContain(name);
    expect(complaint).not.toContain("canary");
  });
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { startModelServer, type ModelServer } from "@/tests/support/model-server";
import { startCollector, type Collector } from "@/tests/support/otlp";
import { startRedisGateway } from "@/tests/support/redis-gateway";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

type Tenant = "acme" | "globex";
const tenants = ["acme", "globex"] as const;
const other = (tenant: Tenant): Tenant => (tenant === "acme" ? "globex" : "acme");
const staff = ["trainee", "manager", "author", "admin", "auditor"] as const;

/** Words that stand nowhere else; what they are in, by kind. */
const canary = (tenant: Tenant, kind: string) => `${tenant}canary${kind}q7`;
const allOf = (tenant: Tenant) => new RegExp(`${tenant}canary[a-z]*q7`, "giu");

const json = (method: string, body: unknown): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

let models: ModelServer;
let redis: Awaited<ReturnType<typeof startRedisGateway>>;
let traces: Collector;
let app: AppServer;
/** ids and secrets that each tenant's people were given, beside the words */
const marks: Record<Tenant, string[]> = { acme: [], globex: [] };

async function made(visitor: Visitor, tenant: Tenant, path: string, body: unknown): Promise<Record<string, unknown>> {
  const answer = await visitor.call(path, json("POST", body));
  const text = await answer.text();
  expect(answer.status, `${path}: ${text}`).toBeLessThan(300);
  // Sound: our own API answers these with objects.
  const given = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  if (typeof given.id === "string") marks[tenant].push(given.id);
  return given;
}

/** One talk with words of the tenant's own, ended, shared and gone back into. */
async function practise(visitor: Visitor, tenant: Tenant): Promise<void> {
  const { items } = (await (await visitor.call("/api/v1/scenarios?locale=en")).json()) as { items: { id: string }[] };
  const { id } = await made(visitor, tenant, "/api/v1/sessions", { scenarioId: items[0]?.id });
  for (const kind of ["first", "second", "third", "fourth"]) {
    const text = `How does ${canary(tenant, kind)} bear on your budget this year?`;
    const turnId = crypto.randomUUID();
    marks[tenant].push(turnId);
    const answer = await visitor.call(`/api/v1/sessions/${String(id)}/turns`, json("POST", { turnId, text }));
    expect(await answer.text()).toContain("data-turn-end");
  }
  await made(visitor, tenant, `/api/v1/sessions/${String(id)}/hint`, {}).catch(() => ({}));
  await made(visitor, tenant, `/api/v1/sessions/${String(id)}/end`, {});
  const { token } = await made(visitor, tenant, `/api/v1/sessions/${String(id)}/share`, { days: 3 });
  marks[tenant].push(String(token));
  await made(visitor, tenant, `/api/v1/sessions/${String(id)}/rewind`, { turn: 2 });
}

/** What an administrator and an operator leave behind. */
async function administer(visitor: Visitor, tenant: Tenant): Promise<void> {
  await made(visitor, tenant, "/api/v1/teams", { name: `Team ${canary(tenant, "team")}` });
  await made(visitor, tenant, "/api/v1/users", {
    email: `${canary(tenant, "invited")}@${tenant}.example`,
    role: "trainee",
  });
  const me = (await (await visitor.call("/api/v1/users?q=admin")).json()) as { items: { id: string }[] };
  await made(visitor, tenant, "/api/v1/keys", {
    userId: me.items[0]?.id,
    name: `Key ${canary(tenant, "key")}`,
    scopes: ["session:read_own"],
    days: 3,
  });
  const [token, url] = readFileSync(join(app.dataDir, "operate.token"), "utf8").split("\n");
  const opened = await fetch(`${url}/api/internal/operate`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({
      op: "grant.open",
      tenant,
      operator: `${canary(tenant, "operator")}@platform.example`,
      reason: `to look at ${canary(tenant, "reason")}`,
      hours: 1,
    }),
  });
  expect(opened.status).toBe(200);
}

/** Every page and list that names no id, from the sources: what exists is looked at. */
function addresses(): string[] {
  const files = globSync(["app/**/page.tsx", "app/api/v1/**/route.ts"]).map((path) => path.replaceAll("\\", "/"));
  return files
    .filter((path) => !path.includes("[") && !path.includes("(auth)"))
    .filter((path) => path.endsWith("page.tsx") || /export const GET\b/u.test(readFileSync(path, "utf8")))
    .map(
      (path) =>
        `/${path
          .replace(/^app\//u, "")
          .replace(/\/?(?:page\.tsx|route\.ts)$/u, "")
          .replace(/\([^)]*\)\/?/gu, "")}`,
    )
    .toSorted();
}

async function seenBy(tenant: Tenant): Promise<string> {
  let seen = "";
  for (const role of staff) {
    const { visitor } = await signInAs(app.url, `${tenant}-${role}`);
    for (const path of addresses()) {
      const ways: HeadersInit[] = [{}, { rsc: "1" }];
      for (const headers of ways) {
        const answer = await visitor.call(path, { headers });
        seen += `${path} ${JSON.stringify([...answer.headers])}\n${await answer.text()}\n`;
      }
    }
  }
  return seen;
}

const log = () => readFileSync(join(app.dataDir, "server.log"), "utf8");

beforeAll(async () => {
  [models, redis, traces] = await Promise.all([
    startModelServer({ words: ["That depends on what it costs us."] }),
    startRedisGateway(),
    startCollector(),
  ]);
  app = await startApp({
    AI_CHAIN: "compatible:speech;judge=offline;perceive=offline;review=offline;coach=offline",
    AI_COMPATIBLE_BASE_URL: models.url,
    AI_COMPATIBLE_API_KEY: "any-key-will-do",
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    METRICS_TOKEN: "a-token-for-the-metrics-page",
    LOG_LEVEL: "trace",
  });
  for (const tenant of tenants) {
    const person = {
      email: `${canary(tenant, "person")}@${tenant}.example`,
      name: `Nora ${canary(tenant, "name")}`,
      tenant,
      role: "trainee",
    };
    await practise((await signInAs(app.url, person)).visitor, tenant);
    await administer((await signInAs(app.url, `${tenant}-admin`)).visitor, tenant);
  }
});
afterAll(async () => {
  await app.stop();
  await Promise.all([models.close(), redis.close(), traces.close()]);
});

describe("what one tenant leaves behind", () => {
  it.each(tenants)("is seen by nobody else on any page or list, and by its own (%s)", async (tenant) => {
    const seen = await seenBy(tenant);
    const foreign = [...seen.matchAll(allOf(other(tenant)))].map(([word]) => word);
    expect(foreign).toEqual([]);
    for (const mark of marks[other(tenant)]) expect(seen).not.toContain(mark);
    // The search finds what is there to be found.
    for (const kind of ["team", "invited", "key", "operator", "reason", "person", "name"])
      expect(seen, kind).toMatch(new RegExp(canary(tenant, kind), "iu"));
  });

  it("never reaches a model together with anything of the other", () => {
    const asked = models.calls.map(({ body }) => JSON.stringify(body));
    for (const tenant of tenants) {
      const own = asked.filter((text) => allOf(tenant).test(text));
      expect(own.length).toBeGreaterThan(3);
      expect(own.filter((text) => allOf(other(tenant)).test(text))).toEqual([]);
      // Nor does it learn who is speaking.
      expect(asked.join("\n")).not.toMatch(new RegExp(`${canary(tenant, "person")}|${canary(tenant, "name")}`, "iu"));
    }
  });

  it("lies in Redis under keys that begin with its own tenant", async () => {
    const client = new Redis({
      url: redis.url,
      token: redis.token,
      enableTelemetry: false,
      automaticDeserialization: false,
    });
    const keys = await client.keys("*");
    expect(keys.length).toBeGreaterThan(4);
    const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    const owned = new RegExp(`^salesboost:[a-z]+:(${uuid}):`, "u");
    // Limits of addresses before anybody is known belong to no tenant.
    const loose = keys.filter((key) => !owned.test(key) && !key.startsWith("salesboost:address:"));
    expect(loose).toEqual([]);
    const holders: Record<Tenant, Set<string>> = { acme: new Set(), globex: new Set() };
    for (const key of keys) {
      const kind = await client.type(key);
      const value =
        kind === "list"
          ? (await client.lrange(key, 0, -1)).join("")
          : kind === "string"
            ? await client.get<string>(key)
            : "";
      for (const tenant of tenants)
        if (allOf(tenant).test(value ?? "")) holders[tenant].add(owned.exec(key)?.[1] ?? key);
    }
    expect([holders.acme.size, holders.globex.size]).toEqual([1, 1]);
    expect([...holders.acme]).not.toEqual([...holders.globex]);
  });

  it("stands in no log line, trace or metric, whosever it is", async () => {
    const answer = await fetch(`${app.url}/api/metrics`, {
      headers: { authorization: "Bearer a-token-for-the-metrics-page" },
    });
    expect(answer.status).toBe(200);
    const metrics = await answer.text();
    const told = { log: log(), traces: traces.raw(), metrics };
    for (const [where, text] of Object.entries(told)) {
      expect(text.length, where).toBeGreaterThan(500);
      expect(text.match(/(?:acme|globex)canary[a-z]*q7/giu) ?? [], where).toEqual([]);
    }
  });
});

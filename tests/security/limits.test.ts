import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { sendRaw } from "@/tests/support/raw-request";
import { startRedisGateway, type RedisGateway } from "@/tests/support/redis-gateway";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

let redis: RedisGateway;
let app: AppServer;
let nora: Visitor;
let other: Visitor;
beforeAll(async () => {
  redis = await startRedisGateway();
  app = await startApp({
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    // what is looked at is who comes through, on however slow a machine
    LIMITS_PATIENCE_MS: "20000",
    TRUSTED_PROXY_HOPS: "1",
    READS_PER_USER_PER_MINUTE: "20",
    WRITES_PER_USER_PER_MINUTE: "15",
    TURNS_PER_USER_PER_HOUR: "8",
    EXPORTS_PER_USER_PER_HOUR: "2",
    SIGN_INS_PER_ADDRESS_PER_MINUTE: "40",
    OPEN_REQUESTS_PER_ADDRESS_PER_MINUTE: "30",
  });
  nora = (await signInAs(app.url, "acme-trainee")).visitor;
  other = (await signInAs(app.url, "globex-trainee")).visitor;
});
afterAll(async () => {
  await app.stop();
  await redis.close();
});

const times = (count: number) => Array.from({ length: count }, (_, at) => at);
const from = (address: string) => ({ "x-forwarded-for": `spoofed, ${address}` });

describe("a running application with limits in a real Redis", () => {
  it("admits of ten times as many reads at once no more than the limit, and tells of it on every answer", async () => {
    // Looking at her first page has used some of it.
    const left = Number((await nora.call("/api/v1/sessions")).headers.get("ratelimit-remaining"));
    expect(left).toBeGreaterThan(10);
    const answers = await Promise.all(times(left * 10).map(() => nora.call("/api/v1/sessions")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(left);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(left * 9);
    for (const { status, headers } of answers) {
      expect(headers.get("ratelimit-limit")).toBe("20");
      expect(headers.get("ratelimit-policy")).toBe("20;w=60");
      expect(headers.get("x-salesboost-degraded")).toBeNull();
      if (status === 429) expect(headers.get("retry-after")).toBe(headers.get("ratelimit-reset"));
    }
  });

  it("has taken nothing from another budget, person or tenant by that", async () => {
    expect((await other.call("/api/v1/sessions")).status).toBe(200);
    const begun = await nora.call("/api/v1/sessions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"scenarioId":"saas-renewal-en"}',
    });
    expect(begun.status).toBe(201);
    expect(begun.headers.get("ratelimit-limit")).toBe("15");
  });

  it("tells of the limit on what it refuses for other reasons too", async () => {
    for (const [path, status] of [
      ["/api/v1/sessions/00000000-0000-4000-8000-000000000000", 404],
      ["/api/v1/audit", 403],
    ] as const) {
      const answer = await other.call(path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("ratelimit-limit")).toBe("20");
    }
  });

  it("counts whoever is not signed in by the address that the proxy saw", async () => {
    const statuses = [];
    for (const at of times(32)) {
      const headers = { "x-forwarded-for": `10.0.0.${at}, 192.0.2.1` };
      statuses.push((await sendRaw(app.url, "/api/v1/sessions", { headers })).status);
    }
    expect(statuses).toEqual([...times(30).map(() => 401), 429, 429]);
    expect((await sendRaw(app.url, "/api/v1/sessions", { headers: from("192.0.2.2") })).status).toBe(401);
  });

  it("names nobody's keys in the store but by tenant, by the address of somebody unknown, or its own trial", async () => {
    const names = (await redis.ask("keys", "*")) as string[]; // sound: a list of keys
    const odd = names.filter(
      (name) =>
        !/^salesboost:(limit|stream|cache|file):[0-9a-f-]{36}:/u.test(name) &&
        !/^salesboost:(?:address|trial):/u.test(name),
    );
    expect(odd).toEqual([]);
  });
});

describe("the same application when Redis is gone", () => {
  beforeAll(() => redis.cut());

  it("goes on, says that limits are degraded, and shows it where its readiness is asked for", async () => {
    for (const _ of times(4)) await other.call("/api/v1/scenarios");
    const answer = await other.call("/api/v1/scenarios");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-salesboost-degraded")).toBe("limits");
    const ready = await sendRaw(app.url, "/api/health/ready", { headers: from("192.0.2.3") });
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.body)).toMatchObject({
      dependencies: expect.arrayContaining([expect.objectContaining({ name: "limits", state: "down" })]) as unknown,
    });
  });

  it("holds model turns at a quarter, and says so", async () => {
    const json = { "content-type": "application/json" };
    const body = '{"scenarioId":"saas-renewal-en"}';
    const begun = await other.call("/api/v1/sessions", { method: "POST", headers: json, body });
    const { id } = (await begun.json()) as { id: string }; // sound: the API's own answer to a started session
    const say = async (text: string) => {
      const turn = JSON.stringify({ turnId: crypto.randomUUID(), text });
      const answer = await other.call(`/api/v1/sessions/${id}/turns`, { method: "POST", headers: json, body: turn });
      await answer.text();
      return answer;
    };
    const answers = [await say("Good morning."), await say("How are you?"), await say("What matters to you?")];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    for (const { headers } of answers) {
      expect(headers.get("ratelimit-limit")).toBe("2");
      expect(headers.get("x-salesboost-degraded")).toBe("limits");
    }
  });

  it("holds steps of signing in at a quarter, and says so", async () => {
    const answers = [];
    for (const _ of times(20)) answers.push(await sendRaw(app.url, "/api/auth/csrf", { headers: from("192.0.2.4") }));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.at(-1)?.headers["x-salesboost-degraded"]).toBe("limits");
  });
});

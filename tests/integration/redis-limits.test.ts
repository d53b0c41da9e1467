import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Limiter, type NamedBudget } from "@/lib/platform/limits/limiter";
import { SharedWindows } from "@/lib/platform/limits/shared";
import { tenantKey } from "@/lib/platform/tenant-key";
import { startRedisGateway, type RedisGateway } from "@/tests/support/redis-gateway";

let redis: RedisGateway;
beforeAll(async () => {
  redis = await startRedisGateway();
});
afterAll(() => redis.close());

// Long patience: what is measured here is accuracy, on however slow a machine.
const limiter = () => new Limiter({ url: redis.url, token: redis.token, patienceMs: 30_000, restMs: 50 });
const budget: NamedBudget = { name: "turn", points: 100, seconds: 3600, strict: true };
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** How many of ten times as many at once come through, spread over so many instances. */
async function admitted(points: number, instances: number): Promise<number> {
  const limiters = times(instances).map(limiter);
  const own = { ...budget, points };
  const key = `address:test:${points}:${instances}`;
  const states = await Promise.all(times(points * 10).map((at) => limiters[at % instances]!.take(key, own)));
  expect(states.some((state) => state.degraded)).toBe(false);
  return states.filter((state) => state.allowed).length;
}

describe("limits held in a real Redis by the real Upstash client", () => {
  it.each([
    [100, 1],
    [100, 4],
    [1000, 3],
  ])("admit of ten times %i at once on %i instance(s) no fewer, and at most one in a hundred more", async (n, on) => {
    const count = await admitted(n, on);
    expect(count).toBeGreaterThanOrEqual(n);
    expect(count).toBeLessThanOrEqual(n * 1.01);
  });

  it("are named by tenant in the store, by the one function that names", async () => {
    const key = tenantKey({ tenantId: "canary-tenant" }, "limit", "turn", "user", "u-1");
    await limiter().take(key, budget);
    const names = await redis.ask("keys", "*canary-tenant*");
    expect(names).toEqual([expect.stringMatching(new RegExp(`^${key}:\\d+$`, "u"))]);
  });

  it("leave nothing in the store that does not run out", async () => {
    const names = await redis.ask("keys", "*");
    expect(Array.isArray(names) && names.length).toBeGreaterThan(0);
    for (const name of names as string[]) expect(await redis.ask("pttl", name)).toBeGreaterThan(0); // sound: a list of keys
  });

  it("go on in process while it is gone, and are shared again when it is back", async () => {
    const [here, there] = [limiter(), limiter()];
    for (const _ of times(60)) await here.take("address:both", budget);
    await redis.cut();
    for (const _ of times(3)) await there.take("address:both", budget);
    expect(there.degraded).toBe(true);
    const alone = [];
    for (const _ of times(40)) alone.push(await there.take("address:both", budget));
    expect(alone.filter((state) => state.allowed)).toHaveLength(25 - 3);
    await redis.mend();
    while (there.degraded) {
      await there.take("address:wakes", budget);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await there.take("address:both", budget)).remaining).toBe(100 - 61);
  });

  it("are refused by a wrong token as by a store that is down", async () => {
    const shared = new SharedWindows({ url: redis.url, token: "wrong", restMs: 60_000 });
    for (const _ of times(3)) expect(await shared.take("address:token", budget)).toBeNull();
    expect(shared.resting).toBe(true);
  });
});

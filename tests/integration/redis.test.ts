import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TurnStreams } from "@/lib/platform/streams";
import { startRedisGateway } from "@/tests/support/redis-gateway";

let redis: Awaited<ReturnType<typeof startRedisGateway>>;
beforeAll(async () => {
  redis = await startRedisGateway();
});
afterAll(() => redis.close());

const client = () => new Redis({ url: redis.url, token: redis.token, enableTelemetry: false });
const keyOf = (turnId: string) => ({ tenantId: "t", userId: "u", sessionId: "s", turnId });

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("two instances and a real Redis", () => {
  it("read a turn spoken on one from the other, whole and once, in any script and with any mark", async () => {
    const [here, there] = [new TurnStreams(client()), new TurnStreams(client())];
    const live = here.open(keyOf("1"));
    const parts = ['data: {"a":1}\n\n', "你好，👋\n", "a\u0004b", "", '"quoted" \\ \r\n$5'];
    const [first = "", ...rest] = parts;
    live.append(first);
    const reading = new Response(await eventually(() => there.follow(keyOf("1")))).text();
    for (const part of rest) live.append(part);
    await live.end();
    expect(await reading).toBe(parts.join(""));
  });

  it("let the other stop it", async () => {
    const [here, there] = [new TurnStreams(client()), new TurnStreams(client())];
    const live = here.open(keyOf("2"));
    const stopped = new Promise<void>((resolve) => live.signal.addEventListener("abort", () => resolve()));
    live.append("data: {}\n\n");
    await eventually(async () => ((await there.stop(keyOf("2"))) ? true : null));
    await stopped;
    await live.end();
    expect(await there.stop(keyOf("2"))).toBe(false);
  });

  it("forget a person's turns on whichever they were spoken, and stop the one that speaks", async () => {
    const [here, there] = [new TurnStreams(client()), new TurnStreams(client())];
    const of = (userId: string, turnId: string) => ({ ...keyOf(turnId), userId });
    const done = here.open(of("gone", "3"));
    done.append("their words");
    await done.end();
    const live = here.open(of("gone", "4"));
    live.append("their words");
    const other = here.open(of("stays", "5"));
    other.append("words");
    await other.end();
    for (const key of [of("gone", "3"), of("gone", "4"), of("stays", "5")]) await eventually(() => there.follow(key));
    const stopped = new Promise<void>((resolve) => live.signal.addEventListener("abort", () => resolve()));
    await there.forget({ tenantId: "t", userId: "gone" });
    await stopped;
    expect(await there.follow(of("gone", "3"))).toBeNull();
    expect(await there.follow(of("stays", "5"))).not.toBeNull();
    await live.end();
  });
});

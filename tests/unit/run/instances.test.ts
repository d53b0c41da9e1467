import { Redis } from "@upstash/redis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SseTurnWriter } from "@/agents/turn/sse";
import { TurnStreams } from "@/lib/platform/streams";
import { readMessage, wordsOf } from "@/tests/support/read-message";
import { startUpstashDouble } from "@/tests/support/upstash-double";

const key = { tenantId: "t", userId: "u", sessionId: "s", turnId: "1" };
let redis: Awaited<ReturnType<typeof startUpstashDouble>>;
beforeEach(async () => {
  redis = await startUpstashDouble();
});
afterEach(() => redis.close());

/** One instance of the application: its own memory, the same Redis. */
const instance = () => new TurnStreams(new Redis({ url: redis.url, token: redis.token }));

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("two instances and one Redis", () => {
  it("let a turn spoken on one be read on the other, whole and once", async () => {
    const [here, there] = [instance(), instance()];
    const live = here.open(key);
    const writer = new SseTurnWriter((chunk) => live.append(chunk), "1");
    writer.startStep();
    writer.text("a", "One, ");
    const reading = readMessage(await eventually(() => there.follow(key)));
    for (const part of ["two, ", "three, ", "{} 4."]) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      writer.text("a", part);
    }
    writer.textEnd("a");
    writer.finishStep();
    writer.finish();
    await live.end();
    expect(wordsOf(await reading)).toEqual(["One, two, three, {} 4."]);
    const late = await there.follow(key);
    expect(late && wordsOf(await readMessage(late))).toEqual(["One, two, three, {} 4."]);
  });

  it("read the latest try of a turn, also where an earlier one broke off", async () => {
    const [here, there] = [instance(), instance()];
    const first = here.open(key);
    first.append("data: first\n\n");
    await first.end();
    const second = there.open(key);
    second.append("data: second\n\n");
    await eventually(async () => {
      const last = await here.follow(key);
      const head = await last?.getReader().read();
      return new TextDecoder().decode(head?.value).includes("second") ? true : null;
    });
    await second.end();
  });

  it("let the other stop it", async () => {
    const [here, there] = [instance(), instance()];
    const live = here.open(key);
    const stopped = new Promise<void>((resolve) => live.signal.addEventListener("abort", () => resolve()));
    live.append("data: {}\n\n");
    await eventually(async () => ((await there.stop(key)) ? true : null));
    await stopped;
    await live.end();
    expect(await there.stop(key)).toBe(false);
  });

  it("know that someone speaks before the first word is said", async () => {
    const [here, there] = [instance(), instance()];
    const live = here.open(key);
    // Less than the time after which words are copied: the announcement alone can be there.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await there.stop(key)).toBe(true);
    await live.end();
  });

  it("keep persons and tenants apart", async () => {
    const [here, there] = [instance(), instance()];
    const live = here.open(key);
    live.append("data: {}\n\n");
    await eventually(() => there.follow(key));
    expect(await there.follow({ ...key, tenantId: "x" })).toBeNull();
    expect(await there.follow({ ...key, userId: "x" })).toBeNull();
    expect(await there.stop({ ...key, userId: "x" })).toBe(false);
    await live.end();
  });

  it("lose nothing but the copy when Redis is gone", async () => {
    const streams = new TurnStreams(new Redis({ url: "http://127.0.0.1:1", token: "x", retry: false }));
    const live = streams.open(key);
    live.append("data: {}\n\n");
    const read = new Response(live.follow()).text();
    await live.end();
    expect(await read).toBe("data: {}\n\n");
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { Limiter, type NamedBudget } from "@/lib/platform/limits/limiter";
import { startScriptedStore, type Manner, type ScriptedStore } from "@/tests/support/scripted-store";

const turns: NamedBudget = { name: "turn", points: 8, seconds: 3600, strict: true };
const reads: NamedBudget = { name: "read", points: 8, seconds: 60 };
const aDay = 86_400_000;
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

let store: ScriptedStore;
afterEach(() => store.close());

async function limiterWith(manner: Manner, options: { patienceMs?: number; restMs?: number } = {}) {
  store = await startScriptedStore(manner);
  const causes: unknown[] = [];
  const onTrouble = (cause: unknown) => causes.push(cause);
  const { url, token } = store;
  // Only who never answers has to be given up by the clock; on a slow machine all others get the time they need.
  const patienceMs = manner === "hangs" ? 100 : aDay;
  return { causes, limiter: new Limiter({ url, token, patienceMs, restMs: aDay, ...options, onTrouble }) };
}

const manners: Manner[] = ["errors", "hangs", "refuses", "not json", "other json", "words", "beyond the limit"];

describe("a limit store that is well", () => {
  it("is asked for each use and believed", async () => {
    const { limiter } = await limiterWith("well");
    for (const at of times(20)) expect((await limiter.take(`${at}`, turns)).degraded).toBe(false);
    expect(store.calls).toBe(20);
  });
});

describe.each(manners)("a limit store that answers with %s", (manner) => {
  it("is left alone after three failures: no request asks it, so none can wait for it", async () => {
    const { limiter, causes } = await limiterWith(manner);
    for (const at of times(3)) await limiter.take(`before ${at}`, reads);
    expect(limiter.degraded).toBe(true);
    const asked = store.calls;
    for (const at of times(50)) await limiter.take(`after ${at}`, reads);
    expect(store.calls).toBe(asked);
    expect(causes).toHaveLength(3);
  });

  it("lets reading go on and holds model turns at a quarter, saying so", async () => {
    const { limiter } = await limiterWith(manner);
    const taken = async (budget: NamedBudget) => {
      const states = [];
      for (const _ of times(10)) states.push(await limiter.take("nora", budget));
      expect(states.every((state) => state.degraded)).toBe(true);
      return states.filter((state) => state.allowed).length;
    };
    expect(await taken(reads)).toBe(8);
    expect(await taken(turns)).toBe(2);
  });
});

describe("while a limit store goes down", () => {
  it("those who wait for it already are let go as soon as it is given up", async () => {
    const { limiter } = await limiterWith("hangs", { patienceMs: aDay });
    const waiting = times(20).map((at) => limiter.take(`waiting ${at}`, reads));
    while (store.calls === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // Three others are turned away at once; the twenty would have to wait for a day.
    store.manner = "errors";
    for (const at of times(3)) await limiter.take(`turned away ${at}`, reads);
    expect((await Promise.all(waiting)).every((state) => state.degraded)).toBe(true);
  });
});

describe("a limit store that is back", () => {
  it("is found by one trial beside the requests, and believed again", async () => {
    const { limiter } = await limiterWith("errors", { restMs: 1 });
    for (const at of times(3)) await limiter.take(`${at}`, reads);
    expect(limiter.degraded).toBe(true);
    store.manner = "well";
    while (limiter.degraded) {
      await limiter.take("asks", reads);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect((await limiter.take("asks again", reads)).degraded).toBe(false);
  });

  it("is not waited for while the trial hangs", async () => {
    const { limiter } = await limiterWith("errors", { restMs: 1, patienceMs: aDay });
    for (const at of times(3)) await limiter.take(`${at}`, reads);
    store.manner = "hangs";
    const asked = store.calls;
    while (store.calls === asked) {
      await limiter.take("starts the trial", reads);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // All of these come while the trial is under way: each is answered, and none is a call of its own.
    for (const at of times(20)) expect((await limiter.take(`meanwhile ${at}`, reads)).degraded).toBe(true);
    expect(store.calls).toBe(asked + 1);
    // Nor are they made up for once it is back.
    store.release();
    while (limiter.degraded) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(store.calls).toBe(asked + 1);
  });
});

describe("a flood of somebody who was refused", () => {
  it("does not become a flood of the limit store", async () => {
    const { limiter } = await limiterWith("full");
    for (const _ of times(200)) expect((await limiter.take("flooder", reads)).allowed).toBe(false);
    expect(store.calls).toBeLessThan(20); // asked about once a second
    expect((await limiter.take("somebody else", reads)).degraded).toBe(false);
  });
});

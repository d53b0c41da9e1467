import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/platform/errors";
import { problemResponse } from "@/lib/platform/http/problem";
import { consume, consumePublic, limitHeaders } from "@/lib/platform/limits";
import { addressBudget, personBudget, tenantBudget } from "@/lib/platform/limits/budgets";
import { SlidingWindows } from "@/lib/platform/limits/windows";

const limits = {
  readsPerMinute: 5,
  writesPerMinute: 4,
  turnsPerHour: 3,
  uploadsPerHour: 2,
  exportsPerHour: 1,
  tenantFactor: 2,
  openPerMinute: 5,
  signInsPerMinute: 2,
};
vi.mock("@/lib/platform/env", () => ({ env: () => ({ limits, logLevel: "silent" }) }));

const person = (tenantId: string, userId: string) => ({ tenantId, actor: { userId } });
const refusalOf = async (use: Promise<unknown>) => {
  const thrown = await use.catch((error: unknown) => error);
  if (!(thrown instanceof AppError)) throw new Error("it was not refused");
  return thrown;
};
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

describe("the limits of a person", () => {
  it("refuse the use after the last one and say how long to wait", async () => {
    const left = [];
    for (const _ of times(3)) left.push((await consume("turn", person("acme", "nora"))).remaining);
    expect(left).toEqual([2, 1, 0]);
    const refused = await refusalOf(consume("turn", person("acme", "nora")));
    expect(refused.code).toBe("rate_limited");
    expect(refused.retryAfter).toBeGreaterThan(0);
  });

  it("hold for each person of each tenant by themselves", async () => {
    for (const _ of times(3)) await consume("turn", person("acme", "samuel"));
    expect((await consume("turn", person("globex", "samuel"))).remaining).toBe(2);
  });

  it("are one for reading, writing, turns, uploads and exports each", async () => {
    const sizes = { read: 5, write: 4, turn: 3, upload: 2, export: 1 } as const;
    for (const name of ["read", "write", "turn", "upload", "export"] as const) {
      for (const _ of times(sizes[name])) await consume(name, person("each", "emma"));
      expect((await refusalOf(consume(name, person("each", "emma")))).headers?.["ratelimit-limit"]).toBe(
        String(sizes[name]),
      );
    }
  });

  it("admit exactly as many of ten times as many at once", async () => {
    const answers = await Promise.allSettled(times(50).map(() => consume("read", person("rush", "ravi"))));
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(limits.readsPerMinute);
  });
});

describe("the limit of a tenant", () => {
  it("ends what its people do together, though none of them is at an end", async () => {
    for (const who of ["a", "b", "c", "d", "e"]) {
      await consume("turn", person("team", who));
      if (who !== "e") continue;
      await consume("turn", person("team", who));
    }
    const refused = await refusalOf(consume("turn", person("team", "f")));
    expect(refused.headers?.["ratelimit-limit"]).toBe("6");
    expect((await consume("turn", person("other team", "f"))).remaining).toBe(2);
  });

  it("is not spent by one person's refused flood", async () => {
    await Promise.allSettled(times(60).map(() => consume("turn", person("calm", "flooder"))));
    for (const _ of times(3)) await consume("turn", person("calm", "colleague"));
  });
});

describe("the limits of an address", () => {
  it("count each address alone and signing in apart from looking", async () => {
    for (const _ of times(2)) await consumePublic("sign_in", "203.0.113.1");
    expect((await refusalOf(consumePublic("sign_in", "203.0.113.1"))).code).toBe("rate_limited");
    expect((await consumePublic("sign_in", "203.0.113.2"))?.remaining).toBe(1);
    expect((await consumePublic("public", "203.0.113.1"))?.remaining).toBe(4);
  });

  it("are, where no address is known, one generous budget for signing in and none for looking", async () => {
    for (const _ of times(limits.signInsPerMinute * 20)) await consumePublic("sign_in", null);
    expect((await refusalOf(consumePublic("sign_in", null))).code).toBe("rate_limited");
    expect(await consumePublic("public", null)).toBeNull();
  });
});

describe("a limit held in process", () => {
  const minuteOf = (clock: { at: number }, points: number, most?: number) =>
    new SlidingWindows({ points, seconds: 60 }, most, () => clock.at);

  it("never admits twice as many around the turn of a window", () => {
    const clock = { at: 59_990 };
    const windows = minuteOf(clock, 100);
    expect(times(1000).filter(() => windows.take("k").allowed)).toHaveLength(100);
    clock.at = 60_010; // 20 ms later, in the next window
    expect(times(1000).filter(() => windows.take("k").allowed).length).toBeLessThanOrEqual(1);
  });

  it("gives back in proportion to the time that has passed, and all after two windows", () => {
    const clock = { at: 0 };
    const windows = minuteOf(clock, 100);
    for (const _ of times(100)) windows.take("k");
    clock.at = 90_000;
    expect(times(1000).filter(() => windows.take("k").allowed)).toHaveLength(50);
    clock.at = 240_000;
    expect(windows.take("k").remaining).toBe(99);
  });

  it("forgets the key unused for longest when it knows too many, so that its memory is bounded", () => {
    const windows = minuteOf({ at: 0 }, 2, 100);
    windows.take("first");
    let admitted = 0;
    for (const at of times(1000)) {
      windows.take(`other ${at}`);
      if (windows.take("busy").allowed) admitted += 1;
    }
    expect(windows.size).toBe(100);
    expect(admitted).toBe(2);
    expect(windows.take("first").remaining).toBe(1);
  });
});

describe("what costs money or opens doors", () => {
  it("lets a browser fetch pages ahead of its reader without touching what the reader may ask for", () => {
    const [page, render, read] = (["page", "render", "read"] as const).map(personBudget);
    expect(render?.points).toBeGreaterThanOrEqual(10 * (page?.points ?? 0));
    expect(new Set([page?.name, render?.name, read?.name]).size).toBe(3);
  });

  it("is held at a quarter while the shared store is down, and nothing else is", () => {
    const strict = (["page", "render", "read", "write", "turn", "upload", "export"] as const).filter(
      (name) => personBudget(name).strict && tenantBudget(name).strict,
    );
    expect(strict).toEqual(["turn", "upload", "export"]);
    for (const address of ["203.0.113.1", null]) expect(addressBudget("sign_in", address)?.strict).toBe(true);
    expect(addressBudget("public", "203.0.113.1")?.strict).toBeUndefined();
  });
});

describe("an answer about a limit", () => {
  const state = { allowed: true, limit: 5, remaining: 4, reset: 60, window: 60, degraded: false };

  it("tells of it in four header fields, and when it holds for one process alone", () => {
    const told = {
      "ratelimit-limit": "5",
      "ratelimit-remaining": "4",
      "ratelimit-reset": "60",
      "ratelimit-policy": "5;w=60",
    };
    expect(limitHeaders(state)).toEqual(told);
    expect(limitHeaders({ ...state, degraded: true })).toEqual({ ...told, "x-salesboost-degraded": "limits" });
  });

  it("does so when it is the refusal itself", async () => {
    await consume("export", person("told", "tom"));
    const { status, headers } = problemResponse(await refusalOf(consume("export", person("told", "tom"))), "id");
    expect(status).toBe(429);
    expect(headers.get("ratelimit-limit")).toBe("1");
    expect(headers.get("ratelimit-remaining")).toBe("0");
    expect(headers.get("retry-after")).toBe(headers.get("ratelimit-reset"));
  });
});

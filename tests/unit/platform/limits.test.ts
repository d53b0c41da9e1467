import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/platform/errors";
import { consume, limitHeaders } from "@/lib/platform/limits";

vi.mock("@/lib/platform/env", () => ({
  env: () => ({ turnsPerUserPerHour: 3, requestsPerUserPerMinute: 5, logLevel: "silent" }),
}));

const person = (tenantId: string, userId: string) => ({
  tenantId,
  actor: { userId, role: "trainee" as const, name: userId, email: `${userId}@x.example` },
});

describe("limits", () => {
  it("refuse the use after the last one and say how long to wait", async () => {
    const left = [];
    for (let turn = 0; turn < 3; turn += 1) left.push((await consume("turn", person("acme", "nora"))).remaining);
    expect(left).toEqual([2, 1, 0]);
    const refused = await consume("turn", person("acme", "nora")).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: "rate_limited" });
    expect((refused as AppError).retryAfter).toBeGreaterThan(0); // sound: checked the line before
  });

  it("hold for each person of each tenant by themselves", async () => {
    for (let turn = 0; turn < 3; turn += 1) await consume("turn", person("acme", "samuel"));
    expect((await consume("turn", person("globex", "samuel"))).remaining).toBe(2);
    expect((await consume("read", person("acme", "samuel"))).remaining).toBe(4);
  });

  it("are told in headers", () => {
    expect(limitHeaders({ limit: 5, remaining: 4, reset: 60 })).toEqual({
      "ratelimit-limit": "5",
      "ratelimit-remaining": "4",
      "ratelimit-reset": "60",
    });
  });
});

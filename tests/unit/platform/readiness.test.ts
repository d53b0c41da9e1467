import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/health/ready/route";
import { beginClosing } from "@/lib/platform/drain";

const database = vi.hoisted(() => ({ asked: 0, answer: async (): Promise<void> => {} }));
vi.mock("@/db/health", () => ({
  checkDatabase: () => {
    database.asked += 1;
    return database.answer();
  },
}));
vi.mock("@/lib/platform/auth/discovery", () => ({ discoverProvider: async () => ({}) }));
vi.mock("@/agents/models/process", () => ({ models: () => ({ health: () => [] }) }));
vi.mock("@/lib/platform/secrets/current", () => ({ secretsHealth: () => ({ state: "fixed" }) }));
vi.mock("@/lib/platform/limits", () => ({ areLimitsDegraded: () => false }));
vi.mock("@/lib/platform/env", () => ({ env: () => ({ databaseDriver: "pg", aiChain: "rules", logLevel: "silent" }) }));

const statuses = async (calls: number) =>
  new Set((await Promise.all(Array.from({ length: calls }, () => GET()))).map(({ status }) => status));

describe("whether this process is ready", () => {
  // One clock for all: what is remembered must not lie in its future.
  beforeAll(() => {
    vi.useFakeTimers();
  });
  afterAll(() => {
    vi.useRealTimers();
  });
  beforeEach(async () => {
    // Past whatever the test before has left.
    await vi.advanceTimersByTimeAsync(60_000);
    database.asked = 0;
    database.answer = async () => {};
  });

  it("is asked of the database once however many want to know, and again a second later", async () => {
    expect(await statuses(500)).toEqual(new Set([200]));
    expect(await statuses(500)).toEqual(new Set([200]));
    expect(database.asked).toBe(1);
    database.answer = async () => Promise.reject(new Error("away"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await statuses(3)).toEqual(new Set([503]));
    expect(database.asked).toBe(2);
    database.answer = async () => {};
    await vi.advanceTimersByTimeAsync(1000);
    expect(await statuses(3)).toEqual(new Set([200]));
  });

  it("takes no further connection while the database does not answer", async () => {
    database.answer = () => new Promise(() => {});
    const first = GET();
    await vi.advanceTimersByTimeAsync(1500);
    const second = GET();
    expect(database.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect([(await first).status, (await second).status]).toEqual([503, 503]);
  });

  it("is over at once when the process is told to stop", async () => {
    expect(await statuses(1)).toEqual(new Set([200]));
    beginClosing();
    const answer = await GET();
    expect([answer.status, await answer.json()]).toMatchObject([503, { status: "closing" }]);
    expect(database.asked).toBe(1);
  });
});

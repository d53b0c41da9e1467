import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { logAtEdge } from "@/lib/platform/log-edge";
import { createLog } from "@/lib/platform/log";
import { bucketOf, pseudonymOf, tenantBuckets } from "@/lib/platform/observe/pseudonym";
import { withScene } from "@/lib/platform/observe/scene";

beforeAll(() => {
  Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "info" });
});
afterEach(() => vi.restoreAllMocks());

function linesOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog({ write: (line) => void lines.push(line) }));
  // sound: the logger's own lines
  return lines.flatMap((text) => text.trimEnd().split("\n")).map((line) => JSON.parse(line) as Record<string, unknown>);
}

const user = "3f0c1f1e-6f2f-4f53-9a05-000000000001";

describe("the pseudonym of a person", () => {
  it("is the same each time, another in another tenant, and no part of the id", () => {
    const name = pseudonymOf("tenant-a", user);
    expect(pseudonymOf("tenant-a", user)).toBe(name);
    expect(pseudonymOf("tenant-b", user)).not.toBe(name);
    expect(name).toMatch(/^[\w-]{16}$/u);
    expect(user).not.toContain(name);
  });

  it("cannot be moved from one pair of ids to another that reads the same", () => {
    expect(pseudonymOf("ab", "c")).not.toBe(pseudonymOf("a", "bc"));
  });

  it("tells nobody apart in the metrics: tenants fall into a few buckets", () => {
    const buckets = new Set(Array.from({ length: 500 }, (_, n) => bucketOf(`tenant-${n}`)));
    expect(buckets.size).toBe(tenantBuckets);
    for (const bucket of buckets) expect(bucket).toMatch(/^\d\d$/u);
  });
});

describe("a log line", () => {
  it("names the request it was written in, whoever writes it", () => {
    const [line] = linesOf((log) =>
      withScene({ requestId: "req-12345678", route: "/room/[sessionId]", tenant: "t", user: "p" }, () =>
        log.warn("something"),
      ),
    );
    expect(line).toMatchObject({ requestId: "req-12345678", route: "/room/[sessionId]", tenant: "t", user: "p" });
  });

  it("stays one line, whatever an error says", () => {
    const lines = linesOf((log) =>
      log.error({ err: new Error('no\n{"level":"info"}\u001b[2K\u009b2K\u2028x') }, "failed"),
    );
    expect(lines).toHaveLength(1);
    const text = JSON.stringify(lines[0]?.["err"]);
    expect(text).not.toMatch(/\\u001b|\u009b|\u2028/u);
    expect(lines[0]).toMatchObject({ err: { message: expect.not.stringContaining("\n") as unknown } });
  });

  it("of the edge has the shape of the server's, names no path and stays one line", () => {
    const written: string[] = [];
    vi.spyOn(console, "info").mockImplementation((line: string) => void written.push(line));
    const asked = { requestId: "req-12345678", method: "GET\n", path: "/api/v1/sessions/4711\n?x", began: Date.now() };
    logAtEdge(asked, new Response(null, { status: 401 }));
    logAtEdge(asked, new Response(null, { headers: { "x-middleware-next": "1" } }));
    expect(written).toHaveLength(1);
    expect(written[0]).not.toMatch(/4711|\n/u);
    const [server] = linesOf((log) => {
      const line = {
        kind: "route",
        requestId: "r",
        route: "/",
        method: "GET",
        status: 200,
        outcome: "ok",
        latencyMs: 1,
      };
      log.info(line, "request");
    });
    expect(Object.keys(JSON.parse(written[0] ?? "{}") as object).toSorted()).toEqual(
      Object.keys(server ?? {}).toSorted(),
    );
  });
});

import { NextRequest } from "next/server";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/contracts/context";
import { noteChecked } from "@/lib/platform/http/checked";
import { defineRoute } from "@/lib/platform/http/route";

const reader = vi.hoisted(() => ({ looks: 0 }));
const ctx: Ctx = {
  tenantId: "00000000-0000-4000-8000-000000000001",
  actor: { userId: "00000000-0000-4000-8000-000000000002", role: "auditor", name: "Somebody", email: "s@acme.example" },
  requestId: "request-1",
  locale: "en",
  via: { kind: "login", id: "00000000-0000-4000-8000-000000000003" },
};
vi.mock("@/lib/platform/auth/session", () => ({ requireCtx: async () => ctx }));
vi.mock("@/lib/platform/auth/actors", () => ({
  actorOf: async () => {
    reader.looks += 1;
    return ctx.actor;
  },
}));

/** A route that sends a stream without end, and whether the stream's source was let go. */
function endless() {
  const source = { left: false };
  const route = defineRoute({
    access: "audit:read",
    handler: async () => {
      noteChecked("audit:read");
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode("first")),
        cancel: () => {
          source.left = true;
        },
      });
      return new Response(body, { status: 206, headers: { "content-type": "text/csv", "x-kept": "yes" } });
    },
  });
  const ask = (method: string) =>
    route(new NextRequest("http://localhost:3000/api/v1/audit.csv", { method }), { params: Promise.resolve({}) });
  return { source, ask };
}

describe("a route that sends a stream", () => {
  beforeAll(() => {
    Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "silent" });
  });
  beforeEach(() => {
    vi.useFakeTimers();
    reader.looks = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("answers HEAD with the head alone, lets its source go and looks at nobody afterwards", async () => {
    const { source, ask } = endless();
    const response = await ask("HEAD");
    expect([response.status, response.headers.get("content-type"), response.headers.get("x-kept")]).toEqual([
      206,
      "text/csv",
      "yes",
    ]);
    expect(response.body).toBeNull();
    expect(source.left).toBe(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(reader.looks).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("looks at its reader from the first read on, and at nobody while it lies unread", async () => {
    const { ask } = endless();
    const response = await ask("GET");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(reader.looks).toBe(0);
    const reading = response.body?.getReader();
    await reading?.read();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reader.looks).toBeGreaterThan(0);
    await reading?.cancel();
    expect(vi.getTimerCount()).toBe(0);
  });
});

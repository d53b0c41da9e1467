import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/internal/drain/route";
import { planDay } from "@/lib/platform/job-handlers";

const seen = vi.hoisted(() => ({ steps: [] as string[], faulty: "" }));
const step = vi.hoisted(() => (name: string) => async () => {
  seen.steps.push(name);
  if (seen.faulty === name) throw new Error("one planner fails");
  return 1;
});
const idle = vi.hoisted(() => ({ run: async () => {}, dead: async () => {} }));
vi.mock("@/lib/domain/audit-operations", () => ({ cutAuditJob: idle, queueAuditCuts: step("audit") }));
vi.mock("@/lib/domain/evaluations", () => ({ evaluateJob: idle }));
vi.mock("@/lib/domain/privacy-retention", () => ({ expireJob: idle, queueExpiries: step("expiries") }));
vi.mock("@/lib/platform/auth/connection", () => ({ resealConnections: step("reseal") }));
vi.mock("@/lib/platform/jobs", () => ({ drainJobs: step("drain") }));
vi.mock("@/lib/platform/env", async (original) => {
  const { env, ...rest } = await original<typeof import("@/lib/platform/env")>();
  return { ...rest, env: () => ({ ...env(), cronSecret: "the-secret-of-the-cron-of-this-test" }) };
});

describe("what is planned each day", () => {
  const all = ["audit", "expiries", "reseal"];
  beforeEach(() => Object.assign(seen, { steps: [], faulty: "" }));

  it("is planned whole, also when one part of it fails", async () => {
    for (const faulty of all) {
      Object.assign(seen, { steps: [], faulty });
      await planDay();
      expect(seen.steps).toEqual(all);
    }
  });

  it("keeps no waiting job from being worked first where a cron works them", async () => {
    const headers = { authorization: "Bearer the-secret-of-the-cron-of-this-test" };
    const request = new NextRequest("http://localhost:3000/api/internal/drain", { headers });
    const response = await GET(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(200);
    expect(seen.steps).toEqual(["drain", ...all, "drain"]);
    expect(await response.json()).toEqual({ done: 2 });
  });
});

import { afterEach, expect, it, vi } from "vitest";
import { listenForStop } from "@/lib/platform/shutdown";

const stuck = vi.hoisted(() => ({ closings: 0 }));
vi.mock("@/db/health", () => ({
  closeDatabase: () => {
    stuck.closings += 1;
    return new Promise<void>(() => {});
  },
}));
vi.mock("@/lib/platform/jobs", () => ({ stopJobs: async () => {} }));
vi.mock("@/lib/platform/env", async (original) => ({
  ...(await original<object>()),
  env: () => ({ shutdownNoticeMs: 0, shutdownGraceMs: 0, logLevel: "silent" }),
}));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a process that is told to stop ends, also when its database does not let go", async () => {
  vi.useFakeTimers();
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never); // it goes on, to be looked at
  const told = new Map<string | symbol, (signal: string) => void>();
  vi.spyOn(process, "on").mockImplementation((signal, listener) => {
    told.set(signal, listener);
    return process;
  });
  listenForStop();
  told.get("SIGTERM")?.("SIGTERM");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stuck.closings).toBe(1);
  expect(exit).toHaveBeenCalledWith(0);
});

import { describe, expect, it } from "vitest";
import { closeGently, holdOpen, isClosing } from "@/lib/platform/drain";

describe("a shutdown", () => {
  it("waits for replies that are being spoken, also for those that fail, and for those they lead to", async () => {
    const finished: string[] = [];
    const speak = Promise.resolve().then(() => {
      holdOpen(Promise.resolve().then(() => finished.push("second")));
      finished.push("first");
    });
    holdOpen(speak);
    holdOpen(Promise.reject(new Error("a reply that failed")));
    expect(await closeGently(5000)).toBe(0);
    expect(finished).toEqual(["first", "second"]);
    expect(isClosing()).toBe(true);
  });

  it("waits as well for as many as begin while others end", async () => {
    const finished: string[] = [];
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const second = async () => {
      await wait(20);
      finished.push("second");
    };
    holdOpen(wait(5).then(() => holdOpen(second())));
    expect(await closeGently(5000)).toBe(0);
    expect(finished).toEqual(["second"]);
  });

  it("does not wait for ever", async () => {
    holdOpen(new Promise(() => {}));
    expect(await closeGently(10)).toBe(1);
  });
});

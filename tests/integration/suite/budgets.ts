import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/contracts/context";
import type { ModelCall } from "@/lib/contracts/usage";
import { operate } from "@/lib/domain/operations";
import { settleTurn, unsettleTurn } from "@/lib/domain/turns";
import { env } from "@/lib/platform/env";
import { signIn } from "@/tests/support/database";
import { aTalk, finished, take } from "./talk";

const call = (costMicros: number, outcome: ModelCall["outcome"] = "ok"): ModelCall => ({
  role: "speak",
  model: "openai:gpt-5-mini",
  inputTokens: 100,
  outputTokens: 20,
  latencyMs: 300,
  outcome,
  costMicros,
  promptHash: "0123456789abcdef",
});

const set = (budget: { month?: number | null; session?: number | null; over?: "offline" | "refuse" }) =>
  operate({ op: "tenant.budget", tenant: "acme", ...budget });
const spentThisMonth = async () => Number((await set({})).rows[0]?.["spent"]?.slice(1));

export function describeBudgets(): void {
  describe("budgets for models", () => {
    let ctx: Ctx;
    beforeAll(async () => {
      ctx = await signIn("trainee");
    });
    afterAll(() => set({ month: null, session: null, over: "offline" }));

    it("are no cap until one is set, and then what is left of the smaller one", async () => {
      const sessionId = await aTalk(ctx);
      const first = await take(ctx, sessionId);
      expect(first.allowance).toEqual({ tokensLeft: env().sessionTokenCap, microsLeft: null, over: "offline" });
      await settleTurn(ctx, { ...finished(first), calls: [call(200_000)] });
      await set({ month: 1_000, session: 0.5, over: "refuse" });
      const second = await take(ctx, sessionId);
      expect(second.allowance).toEqual({
        tokensLeft: env().sessionTokenCap - 120,
        microsLeft: 300_000,
        over: "refuse",
      });
      await settleTurn(ctx, {
        ...finished(second, { stage: "ended", outcome: "won", endReason: "commitment" }),
        calls: [call(0)],
      });
    });

    it("count what broke off, for it was paid for", async () => {
      await set({ session: 0.5 });
      const sessionId = await aTalk(ctx);
      const claimed = await take(ctx, sessionId);
      const before = await spentThisMonth();
      await unsettleTurn(ctx, {
        claimed,
        status: "interrupted",
        code: "model_unavailable",
        partial: [],
        calls: [call(250_000, "failed")],
      });
      expect((await take(ctx, sessionId)).allowance.microsLeft).toBe(250_000);
      expect(await spentThisMonth()).toBeCloseTo(before + 0.25, 5);
    });

    it("of a month count all talks of the tenant and none of another", async () => {
      const spent = await spentThisMonth();
      await set({ session: null, month: spent + 1 });
      const other = await take(await signIn("trainee", "globex"), await aTalk(await signIn("trainee", "globex")));
      expect(other.allowance.microsLeft).toBeNull();
      const mine = await take(await signIn("trainee2"), await aTalk(await signIn("trainee2")));
      expect(mine.allowance.microsLeft).toBe(1_000_000);
    });
  });
}

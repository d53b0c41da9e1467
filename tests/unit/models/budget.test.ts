import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Account, type Allowance } from "@/agents/models/account";
import { costOf, pricesWith } from "@/agents/models/prices";
import { Models } from "@/agents/models/registry";
import { pricesSchema } from "@/lib/contracts/usage";
import { startModelServer, type ModelServer } from "@/tests/support/model-server";
import { sayModel } from "@/tests/support/say-model";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer({ words: ["We close the books in two days."] });
});
afterEach(() => server.close());

const roomy: Allowance = { tokensLeft: 50_000, microsLeft: null, over: "offline" };

async function say(chain: string, allowance: Allowance, aiPrices = pricesWith({})) {
  const settings = { aiChain: chain, compatible: { baseUrl: server.url }, aiPrices };
  const models = new Models(settings, { speak: sayModel("I have what I need.") });
  const account = models.account(allowance);
  const model = models.forRole("speak").model?.paidBy(account);
  const system = { role: "system" as const, content: "You are Dana." };
  const prompt = [system, { role: "user" as const, content: [{ type: "text" as const, text: "Hello" }] }];
  let words = "";
  let error: unknown = null;
  let served: unknown = null;
  try {
    const answer = await model?.doStream({ prompt, maxOutputTokens: 500 });
    for await (const part of answer?.stream ?? []) {
      if (part.type === "text-delta") words += part.delta;
      if (part.type === "error") error = part.error;
      if (part.type === "finish") served = part.providerMetadata?.["salesboost"];
    }
  } catch (thrown) {
    error = thrown;
  }
  return { words, error, served, calls: account.calls };
}

describe("a budget", () => {
  it("lets a call through that it covers, and records what it used and cost", async () => {
    const prices = pricesWith({ "compatible:speech": { input: 1, output: 2 } });
    const { words, calls } = await say("compatible:speech,offline", roomy, prices);
    expect(words).toBe("We close the books in two days.");
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ role: "speak", model: "compatible:speech", outcome: "ok" });
    expect(calls[0]?.costMicros).toBe((calls[0]?.inputTokens ?? 0) + 2 * (calls[0]?.outputTokens ?? 0));
    expect(calls[0]?.promptHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ["tokens", { ...roomy, tokensLeft: 100 }],
    ["money", { ...roomy, microsLeft: 0 }],
  ])("out of %s is served offline, said to be for the budget, and no request leaves", async (_, allowance) => {
    const prices = pricesWith({ "compatible:speech": { input: 1, output: 2 } });
    const { words, served, calls } = await say("compatible:speech,offline", allowance, prices);
    expect(words).toBe("I have what I need.");
    expect(served).toMatchObject({ model: "offline", degraded: true, because: "budget" });
    expect(calls.map((call) => [call.model, call.costMicros])).toEqual([["offline", 0]]);
    expect(server.calls).toHaveLength(0);
  });

  it.each([
    ["tokens", { tokensLeft: 0, microsLeft: null, over: "refuse" as const }, "token_cap_reached"],
    ["money", { tokensLeft: 50_000, microsLeft: 0, over: "refuse" as const }, "budget_exceeded"],
  ])("out of %s refuses where the tenant says so, before any request", async (_, allowance, code) => {
    const { words, error } = await say("compatible:speech,offline", allowance);
    expect([words, error]).toEqual(["", expect.objectContaining({ code })]);
    expect(server.calls).toHaveLength(0);
  });

  it("says which cap it was when no offline member is left to serve", async () => {
    const { error } = await say("compatible:speech", { ...roomy, tokensLeft: 0 });
    expect(error).toMatchObject({ code: "token_cap_reached" });
  });

  it("does not call a model without a price where money is capped", async () => {
    const { served } = await say("compatible:speech,offline", { ...roomy, microsLeft: 1_000_000 });
    expect(served).toMatchObject({ model: "offline", because: "budget" });
    expect(server.calls).toHaveLength(0);
  });

  it("records a call that failed, and the one that served after it", async () => {
    const { calls } = await say("compatible:broken,compatible:speech,offline", roomy);
    expect(calls.map((call) => [call.model, call.outcome])).toEqual([
      ["compatible:broken", "failed"],
      ["compatible:speech", "ok"],
    ]);
    expect(calls[0]).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  it("records words that were cut off as paid for", async () => {
    const { calls, error } = await say("compatible:cut", roomy);
    expect(error).not.toBeNull();
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ outcome: "failed" });
    expect(calls[0]?.inputTokens).toBeGreaterThan(0);
  });

  it("is never overdrawn by calls made one after another", () => {
    const prices = { "openai:x": { input: 3, output: 7 } };
    const call = fc.record({
      asked: fc.nat(2_000),
      wanted: fc.integer({ min: 1, max: 2_000 }),
      used: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(50_000), fc.array(call), (tokensLeft, microsLeft, calls) => {
        const account = new Account({ tokensLeft, microsLeft, over: "offline" }, prices);
        for (const { asked, wanted, used } of calls) {
          const covered = account.cover("openai:x", asked, wanted);
          if (typeof covered === "string") continue;
          const outputTokens = Math.floor(covered * used);
          const about = { role: "speak" as const, latencyMs: 1, outcome: "ok" as const, promptHash: null };
          account.record({ ...about, model: "openai:x", inputTokens: asked, outputTokens });
        }
        const tokens = account.calls.reduce((sum, one) => sum + one.inputTokens + one.outputTokens, 0);
        const micros = account.calls.reduce((sum, one) => sum + (one.costMicros ?? 0), 0);
        expect(tokens).toBeLessThanOrEqual(tokensLeft);
        expect(micros).toBeLessThanOrEqual(microsLeft);
      }),
    );
  });
});

describe("prices", () => {
  it("are read as dollars a million tokens and win over the table", () => {
    const own = pricesSchema.parse("openai:gpt-5-mini=1/4, compatible:qwen3:8b=0.1/0.4");
    expect(costOf(pricesWith(own), "openai:gpt-5-mini", 1_000_000, 500_000)).toBe(3_000_000);
    expect(costOf(pricesWith(own), "compatible:qwen3:8b", 10, 0)).toBe(1);
    expect(costOf(pricesWith({}), "openai:gpt-5-mini", 4_000_000, 0)).toBe(1_000_000);
  });

  it("of a model nobody knows is unknown, of what runs in process is nothing", () => {
    expect(costOf(pricesWith({}), "compatible:x", 1, 1)).toBeNull();
    expect(costOf(pricesWith({}), "offline", 1, 1)).toBe(0);
  });

  it.each(["gpt-5=1/2", "openai:x=1", "openai:x=a/b", "openai:x=-1/2"])("refuse %s", (text) => {
    expect(pricesSchema.safeParse(text).success).toBe(false);
  });
});

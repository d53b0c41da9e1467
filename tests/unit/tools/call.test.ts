import { describe, expect, it } from "vitest";
import { z } from "zod";
import { callTool } from "@/agents/tools/call";
import { ToolFault } from "@/agents/tools/fault";
import type { Tool } from "@/lib/contracts/tools";
import { turnTools } from "@/tests/support/turn-tools";

const signal = new AbortController().signal;
const calls: unknown[] = [];

/** A tool that answers with what it is told to. */
function echo(change: Partial<Tool> = {}): Tool {
  return {
    name: "mcp:house.echo",
    permission: "tool:call_remote",
    description: { en: "Echo", "zh-CN": "回声" },
    input: z.strictObject({ say: z.string() }),
    output: z.string(),
    timeoutMs: 50,
    cost: "in_process",
    sideEffects: false,
    run: (input) => {
      calls.push(input);
      return z.object({ say: z.string() }).parse(input).say;
    },
    ...change,
  };
}
const name = "mcp:house.echo";
const hello = { say: "hello" };

describe("a call of a tool", () => {
  it("answers with data in words and is on record with them", async () => {
    const tools = turnTools({ more: [echo()] });
    expect(await callTool(name, hello, tools, { signal })).toMatchObject({ outcome: "ok", value: "hello" });
    expect(tools.take()).toMatchObject([{ name, outcome: "ok", note: '"hello"' }]);
    expect(tools.take()).toEqual([]);
  });

  it.each([
    ["not_allowed", turnTools({ more: [echo()], allowed: ["price_calculator"] }), hello],
    ["not_allowed", turnTools({ allowed: [name] }), hello],
    ["not_permitted", turnTools({ more: [echo()], permissions: ["session:practise"] }), hello],
    ["side_effects", turnTools({ more: [echo({ sideEffects: true })] }), hello],
    ["too_early", turnTools({ more: [echo({ cost: "network" })] }), hello],
    ["bad_input", turnTools({ more: [echo()] }), { say: 1 }],
    ["bad_input", turnTools({ more: [echo()] }), { ...hello, and: "more" }],
    ["bad_input", turnTools({ more: [echo()] }), "hello"],
    ["too_large", turnTools({ more: [echo()] }), { say: "x".repeat(5_000) }],
  ] as const)("is refused as %s without being made", async (reason, tools, input) => {
    calls.length = 0;
    expect(await callTool(name, input, tools, { signal })).toMatchObject({ outcome: "refused", reason });
    expect(calls).toEqual([]);
    expect(tools.take()).toMatchObject([{ name, outcome: "refused", reason }]);
  });

  it("is refused the fifth time in a turn, refused ones counted", async () => {
    const tools = turnTools({ more: [echo()] });
    const inputs = [hello, { say: 1 }, hello, hello, hello];
    const outcomes = [];
    for (const input of inputs) outcomes.push((await callTool(name, input, tools, { signal })).outcome);
    expect(outcomes).toEqual(["ok", "refused", "ok", "ok", "refused"]);
    expect(tools.take().at(-1)).toMatchObject({ reason: "too_many" });
  });

  const never = () => new Promise<string>(() => undefined);
  it.each([
    ["timed_out", echo({ run: never })],
    ["bad_output", echo({ run: () => 42 })],
    ["output_too_large", echo({ run: () => "x".repeat(10_000) })],
    ["unavailable", echo({ run: () => Promise.reject(new Error("internals of somebody")) })],
    ["changed", echo({ run: () => Promise.reject(new ToolFault("changed")) })],
  ] as const)("fails as %s, with nothing of the tool's own words", async (reason, tool) => {
    const tools = turnTools({ more: [tool] });
    expect(await callTool(name, hello, tools, { signal })).toEqual({ outcome: "failed", reason });
  });

  it("tells a tool that is too slow to stop", async () => {
    const seen: AbortSignal[] = [];
    const tools = turnTools({ more: [echo({ run: (_input, _context, own) => (seen.push(own), never()) })] });
    await callTool(name, hello, tools, { signal, withinMs: 5 });
    expect(seen[0]?.aborted).toBe(true);
  });

  it("ends with the turn that is stopped", async () => {
    const stop = new AbortController();
    const call = callTool(name, hello, turnTools({ more: [echo({ run: never, timeoutMs: 5_000 })] }), {
      signal: stop.signal,
    });
    stop.abort(new Error("the reader left"));
    await expect(call).rejects.toThrow("the reader left");
  });

  it("never puts a server's tool in the place of a built-in one", async () => {
    const tools = turnTools({ more: [echo({ name: "price_calculator" })] });
    const sum = { operation: "total", amount: "2", quantity: 3 };
    expect(await callTool("price_calculator", sum, tools, { signal })).toMatchObject({ text: "3 × 2 = 6" });
  });
});

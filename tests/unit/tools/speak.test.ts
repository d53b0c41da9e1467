import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createSpeaker } from "@/agents/buyer/speak";
import { dataFence } from "@/agents/buyer/prompt";
import type { TurnTools } from "@/agents/tools/call";
import { consult } from "@/agents/tools/consult";
import { run } from "@/agents/turn/run";
import type { SpeakEvent } from "@/agents/turn/ports";
import type { Tool } from "@/lib/contracts/tools";
import { move, perceived } from "@/tests/fixtures/moves";
import { sayModel } from "@/tests/support/say-model";
import { bundleIn, viewOf } from "@/tests/support/speaker-view";
import { chainOf, toolModel } from "@/tests/support/tool-model";
import { claimedTurn, Screen, TurnRecord } from "@/tests/support/turn-record";
import { turnTools } from "@/tests/support/turn-tools";

const total = { operation: "total", amount: "7.40", quantity: 950, currency: "£" };
const sum = { tool: "price_calculator", input: total };
const signal = new AbortController().signal;

async function speak(chain: ReturnType<typeof chainOf>, tools: TurnTools | null) {
  const events: SpeakEvent[] = [];
  for await (const event of createSpeaker(chain, tools)(viewOf(bundleIn("en"), []), signal)) events.push(event);
  const end = events.find((event) => event.type === "end");
  return { text: events.flatMap((event) => (event.type === "text" ? [event.text] : [])).join(""), end };
}

/** What a model was answered in its n-th step, as one text. */
const answers = (model: ReturnType<typeof toolModel>, step: number) =>
  JSON.stringify(model.asked[step]?.prompt.filter((message) => message.role === "tool"));

describe("a model that speaks for a buyer", () => {
  it("is offered what the scenario allows and nothing that changes anything", async () => {
    const order: Tool = { ...remote("mcp:shop.order"), sideEffects: true };
    const model = toolModel({ say: "Fine." });
    await speak(chainOf([model]), turnTools({ more: [order], allowed: ["price_calculator", "mcp:shop.order"] }));
    expect(model.asked[0]?.tools?.map((tool) => tool.name)).toEqual(["price_calculator"]);
    const silent = toolModel({ say: "Fine." });
    await speak(chainOf([silent]), turnTools({ allowed: [] }));
    expect(silent.asked[0]?.tools).toBeUndefined();
  });

  it("goes on with the result of a tool, which it gets as data between marks", async () => {
    const model = toolModel({ call: [sum] }, { say: "So £7,030 a month." });
    const { text, end } = await speak(chainOf([model]), turnTools());
    expect(text).toBe("So £7,030 a month.");
    const { open, close } = dataFence(7);
    expect(answers(model, 1)).toContain(JSON.stringify(`${open}\n950 × £7.40 = £7,030\n${close}`).slice(1, -1));
    expect(end).toMatchObject({ tools: [{ name: "price_calculator", outcome: "ok" }], usage: { inputTokens: 20 } });
    expect(end?.promptHash).toMatch(/^[0-9a-f]{16}$/u);
  });

  it("has what it said before a call and after it as one reply", async () => {
    const model = toolModel({ say: "Let me see.", call: [sum] }, { say: "£7,030, then." });
    expect((await speak(chainOf([model]), turnTools())).text).toBe("Let me see. £7,030, then.");
  });

  it.each([
    ["not_allowed", { tool: "delete_everything", input: {} }],
    ["bad_input", { tool: "price_calculator", input: { operation: "total" } }],
    ["bad_input", { tool: "price_calculator", input: "{not json" }],
  ])("is told %s and must still speak", async (reason, call) => {
    const model = toolModel({ call: [call] }, { say: "Never mind." });
    const { text, end } = await speak(chainOf([model]), turnTools());
    expect(text).toBe("Never mind.");
    expect(answers(model, 1)).toContain(`refused: ${reason}`);
    expect(end?.tools).toMatchObject([{ outcome: "refused", reason }]);
  });

  it("is refused a fifth call, one of several in one step too", async () => {
    const model = toolModel({ call: [sum, sum, sum] }, { call: [sum, sum] }, { say: "Enough sums." });
    const { text, end } = await speak(chainOf([model]), turnTools());
    expect(text).toBe("Enough sums.");
    expect(end?.tools?.map(({ outcome }) => outcome)).toEqual(["ok", "ok", "ok", "ok", "refused"]);
    expect(model.asked[2]?.toolChoice).toEqual({ type: "none" });
  });

  it("gives way to the next one when it does nothing but call", async () => {
    const model = toolModel({ call: [sum] });
    const { text, end } = await speak(chainOf([model], sayModel("I have what I need.")), turnTools());
    expect(text).toBe("I have what I need.");
    expect(end).toMatchObject({ model: "offline", degraded: true });
    expect(end?.promptHash).toBeUndefined();
    expect(model.asked.length).toBeLessThanOrEqual(6);
  });

  it("gives way too when it calls though no tool was offered", async () => {
    const model = toolModel({ call: [{ tool: "shell", input: { run: "ls" } }] });
    const { text } = await speak(chainOf([model], sayModel("I have what I need.")), null);
    expect(text).toBe("I have what I need.");
  });

  it("stands by what it said when it calls to the end", async () => {
    const model = toolModel({ say: "Well.", call: [sum] });
    const { text } = await speak(chainOf([model]), turnTools());
    expect(text.startsWith("Well.")).toBe(true);
    expect(model.asked.length).toBeLessThanOrEqual(6);
  });

  it("cannot have a server asked before it has said something", async () => {
    const news = remote("mcp:house.news");
    const early = toolModel({ call: [{ tool: "house_news", input: {} }] }, { say: "Right." });
    expect((await speak(chainOf([early]), turnTools({ more: [news] }))).end?.tools).toMatchObject([
      { name: "mcp:house.news", reason: "too_early" },
    ]);
    const later = toolModel({ say: "Let me look.", call: [{ tool: "house_news", input: {} }] }, { say: "Nine days." });
    expect((await speak(chainOf([later]), turnTools({ more: [news] }))).end?.tools).toMatchObject([{ outcome: "ok" }]);
  });
});

function remote(name: string, answer: Tool["run"] = () => "Nine days."): Tool {
  return {
    name,
    permission: "tool:call_remote",
    description: { en: "News", "zh-CN": "消息" },
    input: z.record(z.string(), z.unknown()),
    output: z.string(),
    inputJson: { type: "object", properties: {} },
    timeoutMs: 1_000,
    cost: "network",
    sideEffects: false,
    run: answer,
  };
}

describe("a turn with tools", () => {
  const quoted = (amount: number) => perceived([move("quote_price", { topic: "price", amount })]);

  async function play(text: string, chain: ReturnType<typeof chainOf>, tools: TurnTools, change = {}) {
    const record = new TurnRecord();
    const screen = new Screen();
    const perception = quoted(7);
    const speaker = createSpeaker(chain, tools);
    const ports = {
      ...record.ports("offline", "http://127.0.0.1:9"),
      perceive: async () => perception,
      consult: (claimed: Parameters<typeof consult>[0], stop: AbortSignal) => consult(claimed, perception, tools, stop),
      speak: speaker,
    };
    await run(claimedTurn({ text, ...change }), ports, screen, signal);
    return { screen, settled: record.settled[0] };
  }

  it("hands the buyer the sum on a price just named, and keeps both on record", async () => {
    const model = toolModel({ say: "So £7,030 a month, all in." });
    const { screen, settled } = await play(
      "Plus is £7.40 a licence a month for 950 licences.",
      chainOf([model]),
      turnTools(),
    );
    expect(JSON.stringify(model.asked[0]?.prompt[0])).toContain("950 × £7.40 = £7,030 a month");
    expect(screen.step).toBe("So £7,030 a month, all in.");
    expect(settled?.replies[0]).toMatchObject({
      failed: false,
      reworded: false,
      tools: [{ name: "price_calculator", outcome: "ok", note: "950 × £7.40 = £7,030" }],
    });
    expect(settled?.replies[0]?.promptHash).toMatch(/^[0-9a-f]{16}$/u);
  });

  it("does not send back a figure the buyer had a tool work out", async () => {
    const model = toolModel({ say: "One moment.", call: [sum] }, { say: "That makes £7,030." });
    const { screen, settled } = await play("Hello.", chainOf([model]), turnTools());
    expect(screen.step).toBe("One moment. That makes £7,030.");
    expect(settled?.replies[0]?.reworded).toBe(false);
  });

  it("withholds a clause said before a call as it would any other", async () => {
    const model = toolModel(
      { say: "As an AI language model, I will check.", call: [sum] },
      { say: "We measure by hand." },
    );
    const { screen } = await play("Hello.", chainOf([model]), turnTools());
    expect(screen.shown.join("")).not.toContain("language model");
    expect(screen.step).toBe("We measure by hand.");
  });

  it("is spoken without a lookup that hangs", async () => {
    const hung = remote("mcp:house.news", () => new Promise(() => undefined));
    const bundle = structuredClone(claimedTurn().bundle);
    bundle.scenario.lookups = [{ tool: "mcp:house.news", topics: ["price"], input: { about: "{topic}" } }];
    const tools = turnTools({ more: [hung] });
    const { screen, settled } = await play("Hello.", chainOf([toolModel({ say: "Good morning." })]), tools, { bundle });
    expect(screen.step).toBe("Good morning.");
    expect(settled?.replies[0]?.tools).toMatchObject([{ outcome: "failed", reason: "timed_out" }]);
  });

  it("tells a scenario's lookup the topic it is about, and the buyer what came of it", async () => {
    const asked: unknown[] = [];
    const news = remote("mcp:house.news", (input) => (asked.push(input), "Deliveries take nine days."));
    const bundle = structuredClone(claimedTurn().bundle);
    bundle.scenario.lookups = [{ tool: "mcp:house.news", topics: ["price"], input: { about: "{topic}" } }];
    const model = toolModel({ say: "Good morning." });
    await play("Hello.", chainOf([model]), turnTools({ more: [news] }), { bundle });
    const label = bundle.scenario.topics.find(({ id }) => id === "price")?.label;
    expect(asked).toEqual([{ about: label }]);
    expect(JSON.stringify(model.asked[0]?.prompt[0])).toContain("Deliveries take nine days.");
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "@/agents/turn/run";
import { claimedTurn, Screen, TurnRecord } from "@/tests/support/turn-record";
import { startModelServer, type Behaviour, type ModelServer } from "@/tests/support/model-server";

const good = "We measure by hand, with gauges. It takes a while, as you can imagine.";
let server: ModelServer;
let record: TurnRecord;
beforeEach(async () => {
  server = await startModelServer({ words: [good] });
  record = new TurnRecord();
});
afterEach(() => server.close());

async function play(chain: string, change: { screen?: Screen; signal?: AbortSignal; offline?: string[] } = {}) {
  const screen = change.screen ?? new Screen();
  const ports = record.ports(chain, server.url, change.offline);
  const signal = change.signal ?? new AbortController().signal;
  const errors: unknown[] = [];
  const options = { requestId: "r1", onError: (error: unknown) => void errors.push(error) };
  await run(claimedTurn(), ports, screen, signal, options);
  return { screen, errors };
}

describe("a turn", () => {
  it("is streamed, settled once, and ends with the state in words", async () => {
    const { screen } = await play("compatible:speech,offline");
    expect(screen.step).toBe(good);
    expect(record.settled).toHaveLength(1);
    expect(record.settled[0]?.replies).toMatchObject([{ text: good, degraded: false, reworded: false, failed: false }]);
    const names = screen.parts.map((part) => part.name);
    expect(names.slice(0, 2)).toEqual(["turn-start", "speaker-start"]);
    expect(names.slice(-2)).toEqual(["state-update", "turn-end"]);
    expect(JSON.stringify(screen.of("state-update"))).not.toMatch(/"trust":\d/u);
  });

  it("writes its checkpoint only after the first words, and settles after it", async () => {
    const screen = new Screen(() => record.order.push("words"));
    await play("compatible:speech,offline", { screen });
    expect(record.order[0]).toBe("words");
    expect(record.order.filter((step) => step === "checkpoint advanced")).toHaveLength(1);
    expect(record.order.at(-1)).toBe("settle");
  });

  const beforeWords: Behaviour[] = ["busy", "broken", "silent", "malformed-first", "empty", "hollow", "refused"];
  it.each(beforeWords)("is spoken by the next model, and says so, when the first is %s", async (fault) => {
    const { screen } = await play(`compatible:${fault},offline`);
    expect(record.settled[0]?.replies).toMatchObject([{ text: "I have what I need for now.", degraded: true }]);
    expect(screen.of("degraded-notice")).toEqual([{ model: "offline", because: "fault" }]);
  });

  const midWords: Behaviour[] = ["stall", "cut", "malformed", "endless", "filtered"];
  it.each(midWords)("is interrupted, counts for nothing, and one retry leaves one message, after %s", async (fault) => {
    const { screen } = await play(`compatible:${fault},offline`);
    expect(record.settled).toEqual([]);
    expect(record.unsettled).toMatchObject([{ status: "interrupted", code: "model_unavailable" }]);
    expect(screen.of("turn-fail")).toMatchObject([{ status: "interrupted", requestId: "r1" }]);
    await play("compatible:speech,offline");
    expect(record.settled).toHaveLength(1);
    expect(record.messages.map((message) => message.text)).toEqual(["How do you measure today?", good]);
  });

  it("keeps the words that were shown when it broke off", async () => {
    const { screen } = await play("compatible:stall,offline");
    expect(record.unsettled[0]?.partial).toMatchObject([{ speakerId: "odile", text: screen.step }]);
    expect(good.startsWith(screen.step)).toBe(true);
  });

  it("is interrupted, not invented, when no model answers at all", async () => {
    const { screen } = await play("compatible:broken,compatible:busy");
    expect(screen.shown).toEqual([]);
    expect(record.unsettled).toMatchObject([{ status: "interrupted", code: "model_unavailable", partial: [] }]);
  });

  it("stops the model's call when its reader stops it, and counts for nothing", async () => {
    const stop = new AbortController();
    const slow = await startModelServer({ words: [good], tokenMs: 30 });
    const screen = new Screen(() => stop.abort());
    await run(claimedTurn(), record.ports("compatible:speech,offline", slow.url), screen, stop.signal);
    await slow.calls[0]?.ended;
    expect(slow.calls[0]?.aborted).toBe(true);
    expect(record.settled).toEqual([]);
    expect(record.unsettled).toMatchObject([{ status: "stopped", code: "stopped" }]);
    await slow.close();
  });

  it("fails visibly when it cannot be written down", async () => {
    const screen = new Screen();
    const ports = record.ports("compatible:speech", server.url);
    ports.settle = async () => {
      throw new Error("the database is gone");
    };
    await run(claimedTurn(), ports, screen, new AbortController().signal);
    expect(screen.of("turn-fail")).toMatchObject([{ status: "failed", code: "internal" }]);
    expect(screen.of("turn-end")).toEqual([]);
  });

  it("never settles on a lost claim", async () => {
    const ports = record.ports("compatible:speech", server.url);
    ports.checkpoint = async () => {
      throw new Error("somebody else holds this turn");
    };
    await run(claimedTurn(), ports, new Screen(), new AbortController().signal);
    expect(record.settled).toEqual([]);
  });
});

describe("a reply that the gate stops", () => {
  const bad = "We measure by hand. As an AI language model, I cannot say more.";

  it("is taken back and said anew, and what was withheld is on record only", async () => {
    server.words.splice(0, 1, bad, good);
    const { screen } = await play("compatible:speech");
    expect(screen.resets).toBe(1);
    expect(screen.shown.join("")).not.toContain("language model");
    expect(screen.step).toBe(good);
    expect(record.settled[0]?.replies).toMatchObject([
      { text: good, reworded: true, failed: false, withheld: [{ code: "role_inversion" }] },
    ]);
    expect(screen.of("speaker-start")).toHaveLength(2);
  });

  it("is told what rule it broke and never its own words", async () => {
    server.words.splice(0, 1, bad, good);
    await play("compatible:speech");
    const second = JSON.stringify(server.calls[1]?.body);
    expect(second).not.toContain("language model, I cannot");
    expect(server.calls).toHaveLength(2);
  });

  it("gives way to a harmless line of the buyer's own after two corrections", async () => {
    server.words.splice(0, 1, bad);
    const { screen } = await play("compatible:speech");
    expect(server.calls).toHaveLength(3);
    const [reply] = record.settled[0]?.replies ?? [];
    expect(reply).toMatchObject({ failed: true, model: "safe" });
    expect(reply?.withheld).toHaveLength(3);
    expect(claimedTurn().bundle.personas[0]?.voice.hesitate).toContain(reply?.text);
    expect(screen.step).toBe(reply?.text);
  });

  it("ends the call of the model it stopped", async () => {
    const slow = await startModelServer({ words: [bad, good], tokenMs: 20 });
    await run(claimedTurn(), record.ports("compatible:speech", slow.url), new Screen(), new AbortController().signal);
    await slow.calls[0]?.ended;
    expect(slow.calls[0]?.aborted).toBe(true);
    await slow.close();
  });
});

describe("a reply that the review stops", () => {
  const odd = "Our CFO, Marlene, decides that. We measure by hand.";

  it("is shown as an edit and kept in the record", async () => {
    server.words.splice(0, 1, odd, good);
    const { screen } = await play("compatible:speech");
    expect(screen.of("reply-replace")).toMatchObject([{ text: good }]);
    expect(screen.resets).toBe(0);
    expect(record.settled[0]?.replies).toMatchObject([{ text: good, reworded: true }]);
  });

  it("shares its two corrections with the gate", async () => {
    server.words.splice(0, 1, odd);
    await play("compatible:speech");
    expect(server.calls).toHaveLength(3);
    expect(record.settled[0]?.replies).toMatchObject([{ failed: true }]);
  });
});

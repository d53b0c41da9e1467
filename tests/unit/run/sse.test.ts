import type { UIMessage } from "ai";
import { describe, expect, it } from "vitest";
import { SseTurnWriter } from "@/agents/turn/sse";
import { TurnStreams } from "@/lib/platform/streams";
import { readMessage, wordsOf } from "@/tests/support/read-message";

const key = { tenantId: "t", userId: "u", sessionId: "s", turnId: "1" };

const words = (message: UIMessage | undefined) => wordsOf(message).join("|");

describe("a turn's stream", () => {
  it("is read by the AI SDK's client, and a reset takes back what was shown", async () => {
    const live = new TurnStreams(null).open(key);
    const writer = new SseTurnWriter((chunk) => live.append(chunk), "1");
    const reading = readMessage(live.follow());
    writer.startStep();
    writer.text("a", "Wrong");
    writer.text("a", " words");
    writer.resetStep();
    writer.text("a", "Right");
    writer.text("a", " words");
    writer.textEnd("a");
    writer.finishStep();
    writer.finish();
    await live.end();
    expect(words(await reading)).toBe("Right words");
  });

  it("gives a reader who comes back the same text, nothing doubled, at any moment of it", async () => {
    const streams = new TurnStreams(null);
    const live = streams.open(key);
    const writer = new SseTurnWriter((chunk) => live.append(chunk), "1");
    const readings = [readMessage(live.follow())];
    writer.startStep();
    for (const part of ["One, ", "two, ", "three, ", "four."]) {
      writer.text("a", part);
      await new Promise((resolve) => setTimeout(resolve, 80));
      const again = await streams.follow(key);
      if (again) readings.push(readMessage(again));
    }
    writer.textEnd("a");
    writer.finishStep();
    writer.finish();
    await live.end();
    const late = await streams.follow(key);
    if (late) readings.push(readMessage(late));
    const texts = (await Promise.all(readings)).map(words);
    expect(texts).toEqual(Array.from({ length: 6 }, () => "One, two, three, four."));
  });

  it("sends the first words at once and gathers later ones", async () => {
    const chunks: string[] = [];
    const writer = new SseTurnWriter((chunk) => chunks.push(chunk), "1");
    writer.text("a", "First, ");
    await Promise.resolve();
    expect(chunks.join("")).toContain("First, ");
    for (const part of ["then ", "some ", "more "]) writer.text("a", part);
    await Promise.resolve();
    expect(chunks.join("")).not.toContain("then");
    writer.textEnd("a");
    writer.finish();
    expect(chunks.join("")).toContain('"delta":"then some more "');
  });

  it("goes on when its reader leaves", async () => {
    const live = new TurnStreams(null).open(key);
    const writer = new SseTurnWriter((chunk) => live.append(chunk), "1");
    const reader = live.follow().getReader();
    await reader.cancel();
    writer.text("a", "Still here.");
    writer.textEnd("a");
    writer.finish();
    await live.end();
    expect(live.signal.aborted).toBe(false);
    expect(words(await readMessage(live.follow()))).toBe("Still here.");
  });

  it("belongs to one person of one tenant", async () => {
    const streams = new TurnStreams(null);
    const live = streams.open(key);
    live.append("data: {}\n\n");
    for (const other of [{ tenantId: "x" }, { userId: "x" }, { sessionId: "x" }, { turnId: "x" }]) {
      expect(await streams.follow({ ...key, ...other })).toBeNull();
      expect(await streams.stop({ ...key, ...other })).toBe(false);
    }
    expect(live.signal.aborted).toBe(false);
    await live.end();
  });

  it("can be stopped while it is spoken and not after", async () => {
    const streams = new TurnStreams(null);
    const live = streams.open(key);
    expect(await streams.stop(key)).toBe(true);
    expect(live.signal.aborted).toBe(true);
    await live.end();
    expect(await streams.stop(key)).toBe(false);
  });
});

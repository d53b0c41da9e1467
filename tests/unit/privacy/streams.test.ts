import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { TurnStreams, type StreamKey } from "@/lib/platform/streams";

const tenantId = randomUUID();
const keyOf = (userId: string): StreamKey => ({ tenantId, userId, sessionId: randomUUID(), turnId: randomUUID() });

describe("forgetting one person's turns", () => {
  test("stops what is being spoken to them, drops what could be replayed, and leaves everybody else's", async () => {
    const streams = new TurnStreams(null);
    const person = { tenantId, userId: randomUUID() };
    // The same id in another tenant, and one that merely begins like it.
    const others = [
      keyOf(randomUUID()),
      keyOf(`${person.userId}0`),
      { ...keyOf(person.userId), tenantId: randomUUID() },
    ];
    const own = [keyOf(person.userId), keyOf(person.userId)];
    const live = [...own, ...others].map((key) => {
      const turn = streams.open(key);
      turn.append("their words");
      return turn;
    });
    await streams.forget(person);
    expect(live.map(({ signal }) => signal.aborted)).toEqual([true, true, false, false, false]);
    for (const key of own) expect(await streams.follow(key)).toBeNull();
    for (const key of others) expect(await streams.follow(key)).not.toBeNull();
  });
});

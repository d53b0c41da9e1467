import { describe, expect, it, vi } from "vitest";
import { watched, type Look } from "@/lib/platform/auth/watch";

const soon = { lookEveryMs: 1 };
const events = { headers: { "content-type": "text/event-stream" } };
const bytes = (text: string) => new TextEncoder().encode(text);

/** A body that says one thing and then waits, and tells whether its reader went away. */
function waiting() {
  const state = { left: false };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes("first")),
    cancel: () => {
      state.left = true;
    },
  });
  return { body, state };
}

async function readAll(response: Response): Promise<string> {
  return await new Response(response.body).text();
}

describe("a watched stream", () => {
  it("goes through untouched while its reader may read it", async () => {
    const parts = ["one ", "two ", "three"];
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = parts.shift();
        await new Promise((resolve) => setTimeout(resolve, 3));
        if (next === undefined) controller.close();
        else controller.enqueue(bytes(next));
      },
    });
    const look = vi.fn<Look>(async () => true);
    const response = watched(new Response(body, { status: 206, headers: { "x-kept": "yes" } }), look, soon);
    expect([response.status, response.headers.get("x-kept")]).toEqual([206, "yes"]);
    expect(await readAll(response)).toBe("one two three");
    expect(look).toHaveBeenCalled();
  });

  it("of events ends when its reader may no longer read it, and its source is let go", async () => {
    const { body, state } = waiting();
    const answers = [true, true, false];
    const response = watched(new Response(body, events), async () => answers.shift() ?? false, soon);
    expect(await readAll(response)).toBe("first");
    expect(state.left).toBe(true);
    expect(answers).toEqual([]);
  });

  it("of a file breaks off instead, so that half of it is not taken for the whole", async () => {
    const { body, state } = waiting();
    const response = watched(new Response(body, { headers: { "content-type": "text/csv" } }), async () => false, soon);
    await expect(readAll(response)).rejects.toThrow("may no longer read");
    expect(state.left).toBe(true);
  });

  it("outlives a look that fails once, and not one that goes on failing", async () => {
    const { body } = waiting();
    let looks = 0;
    const flaky = async () => {
      looks += 1;
      if (looks % 2 === 1) throw new Error("the database is away");
      return looks < 6;
    };
    expect(await readAll(watched(new Response(body, events), flaky, soon))).toBe("first");
    expect(looks).toBe(6);
    const dead = vi.fn<Look>(async () => Promise.reject(new Error("the database is away")));
    expect(await readAll(watched(new Response(waiting().body, events), dead, soon))).toBe("first");
    expect(dead).toHaveBeenCalledTimes(3);
  });

  it("is looked at no more once it has ended or its reader went away", async () => {
    const look = vi.fn<Look>(async () => true);
    await readAll(watched(new Response("all of it", events), look, soon));
    const { body, state } = waiting();
    await watched(new Response(body, events), look, soon).body?.cancel();
    expect(state.left).toBe(true);
    const before = look.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(look).toHaveBeenCalledTimes(before);
  });

  it("hands on a source that fails", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("the source broke")) });
    await expect(readAll(watched(new Response(body, events), async () => true, soon))).rejects.toThrow("broke");
  });

  it("leaves an answer without a body alone", () => {
    const empty = new Response(null, { status: 204 });
    expect(watched(empty, async () => false, soon)).toBe(empty);
  });
});

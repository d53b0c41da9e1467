import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProved, locate, quoteSpan } from "@/agents/judge/evidence";
import { sentences } from "@/agents/judge/words";
import type { Message } from "@/lib/contracts/session";

const message = (text: string, extra: Partial<Message> = {}): Message => ({
  id: "m1",
  number: 1,
  turn: 1,
  turnId: "t1",
  speaker: "trainee",
  text,
  status: "complete",
  reworded: false,
  degraded: false,
  flags: [],
  createdAt: "2027-01-12T09:00:00.000Z",
  ...extra,
});

describe("evidence", () => {
  it("re-reads exactly for any text and any span", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, a, b) => {
        const said = message(text);
        for (const quote of quoteSpan(said, { start: Math.min(a, b), end: Math.max(a, b) })) {
          expect(isProved(quote, [said])).toBe(true);
        }
      }),
    );
  });

  it("refuses words that were not said, were said by another, or stand elsewhere", () => {
    const said = message("We keep sixty empty seats.");
    const [quote] = locate("m1", "sixty empty seats", [said]);
    expect(quote && isProved(quote, [said])).toBe(true);
    if (!quote) return;
    expect(isProved({ ...quote, quote: "sixty vacant seats" }, [said])).toBe(false);
    expect(isProved({ ...quote, speaker: "dana" }, [said])).toBe(false);
    expect(isProved({ ...quote, start: quote.start + 1, end: quote.end + 1 }, [said])).toBe(false);
    expect(isProved({ ...quote, messageNumber: 2 }, [said])).toBe(false);
  });

  it("finds nothing for a paraphrase, and nothing in a reply that was cut off", () => {
    expect(locate("m1", "60 empty seats", [message("sixty empty seats")])).toEqual([]);
    expect(locate("m1", "sixty", [message("sixty", { status: "interrupted" })])).toEqual([]);
  });

  it("splits sentences without loss and not inside a number", () => {
    const text = "It is 1.5 days. 是吗？好的。 Done";
    const parts = sentences(text).map((span) => text.slice(span.start, span.end));
    expect(parts).toEqual(["It is 1.5 days. ", "是吗？", "好的。 ", "Done"]);
  });
});

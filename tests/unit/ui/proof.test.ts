import fc from "fast-check";
import { expect, test } from "vitest";
import { sharesOf } from "@/components/practice/weights";
import { mergeSpans } from "@/components/ui/proof";
import { skills } from "@/lib/contracts/vocabulary";

const span = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }));

test("marks never overlap, never leave the text, and cover every span that lies in it", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 25 }), fc.array(span, { maxLength: 8 }), (text, pairs) => {
      const spans = pairs.map(([start, end]) => ({ start, end }));
      const merged = mergeSpans(text, spans);
      merged.forEach((one, index) => {
        expect(one.start).toBeGreaterThan(merged[index - 1]?.end ?? -1);
        expect(one.end).toBeLessThanOrEqual(text.length);
      });
      for (const { start, end } of spans.filter(
        (one) => one.start >= 0 && one.end <= text.length && one.end > one.start,
      ))
        expect(merged.some((one) => one.start <= start && one.end >= end)).toBe(true);
    }),
  );
});

test("the shares of the skills add up to 100", () => {
  const criterion = fc.record({ skill: fc.constantFrom(...skills), weight: fc.integer({ min: 1, max: 10 }) });
  fc.assert(
    fc.property(fc.array(criterion, { minLength: 1, maxLength: 40 }), (criteria) => {
      expect([...sharesOf(criteria).values()].reduce((a, b) => a + b, 0)).toBe(100);
    }),
  );
});

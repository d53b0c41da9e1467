import { describe, expect, it } from "vitest";
import { calendarSlots, type SlotQuery } from "@/agents/tools/calendar";
import { toolContext } from "@/tests/support/turn-tools";

const signal = new AbortController().signal;
const wednesday = "2027-02-03";
function look(query: SlotQuery, seed = 7, locale: "en" | "zh-CN" = "en") {
  const found = calendarSlots.run(query, toolContext({ seed, locale, date: wednesday }), signal);
  if (found instanceof Promise) throw new Error("a calendar is at hand");
  return found;
}
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe("the buyer's calendar", () => {
  it("says the same for a whole session, and another thing in another one", () => {
    expect(look({ count: 5 })).toEqual(look({ count: 5 }));
    expect(new Set(seeds.map((seed) => JSON.stringify(look({ count: 5 }, seed)))).size).toBeGreaterThan(20);
  });

  it("offers nothing on the day of the talk, before it, at weekends or out of hours", () => {
    for (const seed of seeds) {
      for (const query of [{ count: 5 }, { on: "2027-02-01", count: 5 }, { from: "2027-02-06", count: 5 }]) {
        for (const { date, time, end } of look(query, seed).slots) {
          expect(date > wednesday).toBe(true);
          expect([0, 6]).not.toContain(new Date(`${date}T12:00:00`).getDay());
          expect(time >= "09:00" && end <= "17:00").toBe(true);
          expect(time < "12:30" ? end <= "12:30" : time >= "13:30").toBe(true);
        }
      }
    }
  });

  it("has a time on a working day that was proposed", () => {
    for (const seed of seeds) {
      const { slots, moved } = look({ on: "2027-02-11", count: 1 }, seed);
      expect([slots[0]?.date, moved]).toEqual(["2027-02-11", false]);
    }
  });

  it("says when the day proposed is no working day, and offers the next", () => {
    const { slots, moved } = look({ on: "2027-02-06", count: 1 });
    expect([slots[0]?.date, moved]).toEqual(["2027-02-08", true]);
  });

  it("has room for as long as was asked", () => {
    for (const { time, end } of look({ minutes: 90, count: 5 }).slots) {
      const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
      expect(minutes(end) - minutes(time)).toBe(90);
    }
  });

  it("writes a time as each language does", () => {
    expect(look({ on: "2027-02-11", count: 1 }).slots[0]?.label).toMatch(/^Thursday,? 11 February at \d\d:\d\d$/u);
    expect(look({ on: "2027-02-11", count: 1 }, 7, "zh-CN").slots[0]?.label).toMatch(/^2月11日星期四 \d\d:\d\d$/u);
  });
});

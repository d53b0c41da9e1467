import { describe, expect, it } from "vitest";
import { play, succeeded, type Talk } from "@/agents/preflight/play";
import { bundles } from "@/db/content";
import { dated, heard, unheard } from "./packaging-line-talks";

const seeds = Array.from({ length: 12 }, (_, index) => 3 + index * 17);
const ids = ["packaging-line-en", "packaging-line-zh"] as const;

/** Plays lines typed by hand, whatever the buyers say; the last one is said again when they run out. */
function typed(id: (typeof ids)[number], lines: string[], seed: number): Talk {
  const bundle = bundles.find(({ scenario }) => scenario.id === id);
  if (!bundle) throw new Error(`no scenario ${id}`);
  const say = ({ turn }: { turn: number }) => lines[turn - 1] ?? lines.at(-1) ?? "";
  return play(bundle, { name: "strong", say }, { seed });
}

const buyersOf = ({ state }: Talk) => Object.values(state.buyers);

describe.each(ids)("three buyers of %s", (id) => {
  it("agree once each of them was heard and answered, well before the turns are up", () => {
    for (const seed of seeds) {
      const talk = typed(id, heard[id], seed);
      expect(talk.state.outcome).toBe("won");
      expect(talk.turns.length).toBeLessThanOrEqual(heard[id].length);
    }
  });

  it("each tell something and each have an objection settled on the way there", () => {
    for (const seed of seeds) {
      const buyers = buyersOf(typed(id, heard[id], seed));
      expect(buyers.map(({ unlocked }) => unlocked.length > 0)).toEqual([true, true, true]);
      const settled = buyers.map(({ objections }) => Object.values(objections).map(({ status }) => status));
      expect(settled.every((statuses) => statuses.includes("resolved"))).toBe(true);
      expect(settled.flat()).not.toContain("open");
    }
  });

  it("give a date to a seller who has come half the way", () => {
    for (const seed of seeds) {
      expect(typed(id, [...heard[id].slice(0, 6), dated[id]], seed).state.outcome).toBe("follow_up");
    }
  });

  it("give nothing to one who pitches, presses and never uses a name", () => {
    for (const seed of seeds) {
      const talk = typed(id, unheard[id], seed);
      expect(succeeded(talk)).toBe(false);
      expect(buyersOf(talk).flatMap(({ unlocked }) => unlocked)).toEqual([]);
    }
  });
});

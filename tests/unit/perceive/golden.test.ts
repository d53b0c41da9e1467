import { describe, expect, it } from "vitest";
import { locales, moveTypes } from "@/lib/contracts/vocabulary";
import { goldenItems, scoreGolden, type MoveScore, type Share } from "@/tests/fixtures/golden/score";
import { readSampleTalks } from "@/tests/fixtures/golden/sample-talks";

const bar = 0.85;

const show = ({ value, low, high }: Share) => `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

function table(title: string, moves: MoveScore[], macroF1: number): string {
  const rows = moves.map(
    ({ move, precision, recall, f1, support }) =>
      `  ${move.padEnd(18)} ${show(precision)}  ${show(recall)}  ${f1.toFixed(2)}  n=${support}`,
  );
  const head = "  move               precision        recall           F1";
  return [`${title}: macro-F1 ${macroF1.toFixed(3)}`, head, ...rows].join("\n");
}

describe.each(locales)("the rule classifier on the golden set, %s", (locale) => {
  it("has at least thirty labelled utterances for every move", () => {
    const items = goldenItems(locale, "all");
    for (const move of moveTypes) {
      expect(items.filter((item) => item.moves.includes(move)).length, move).toBeGreaterThanOrEqual(30);
    }
    expect(items.flatMap((item) => item.moves).filter((move) => !moveTypes.includes(move))).toEqual([]);
  });

  it(`reaches a macro-F1 of ${bar} on the half no rule was tuned on`, () => {
    const { moves, macroF1 } = scoreGolden(locale, goldenItems(locale, "held-out"));
    const development = scoreGolden(locale, goldenItems(locale, "development")).macroF1;
    console.info(table(`${locale} held-out (development ${development.toFixed(3)})`, moves, macroF1));
    expect(macroF1).toBeGreaterThanOrEqual(bar);
  });
});

describe("the three sample talks", () => {
  it("yield at least 85 % of the moves the worked scenario lists for them", () => {
    let wanted = 0;
    let found = 0;
    let complete = 0;
    for (const reading of readSampleTalks()) {
      const left = [...reading.found];
      for (const move of reading.wanted) {
        wanted++;
        const same = left.findIndex(
          (each) => each.type === move.type && (!move.objectionId || each.objectionId === move.objectionId),
        );
        const index = same >= 0 ? same : left.findIndex((each) => each.type === move.type);
        const match = index < 0 ? undefined : left.splice(index, 1)[0];
        if (!match) continue;
        found++;
        const topic = move.topic === undefined || move.topic === match.topic;
        const objection = move.objectionId === undefined || move.objectionId === match.objectionId;
        if (topic && objection && (move.verdict === undefined || move.verdict === match.verdict)) complete++;
      }
    }
    console.info(`sample talks: ${found} of ${wanted} moves by type, ${complete} with topic, objection and verdict`);
    expect(found / wanted).toBeGreaterThanOrEqual(0.85);
  });
});

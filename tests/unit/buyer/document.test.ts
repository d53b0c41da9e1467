import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changeOf, difficultyTable, meterRows } from "@/agents/buyer/meter-table";
import { meterBounds } from "@/agents/buyer/meters";
import { conditionWords } from "@/agents/buyer/words";
import { archetypes, difficulties, moveTypes, qualities } from "@/lib/contracts/vocabulary";

const page = readFileSync("docs/buyer.md", "utf8");

/** The lines of a generated part of the page, without their padding. */
function part(name: string): string[] {
  const found = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`, "u").exec(page)?.[1] ?? "";
  return found
    .trim()
    .split("\n")
    .map((line) =>
      line
        .replaceAll(/\s*\|\s*/gu, " | ")
        .replaceAll(/-{3,}/gu, "---")
        .trim(),
    );
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);

const { moves, qualities: hows } = conditionWords.en;
const others = { asked_again: "ask a third time what was answered", drift: "every turn that passes" };

/** A row of the sheet in plain words. */
function rowName(row: string): string {
  const [type = "", quality] = row.split(":");
  const move = moveTypes.find((one) => one === type);
  const how = qualities.find((one) => one === quality);
  if (move === undefined) return type === "drift" ? others.drift : others.asked_again;
  return how === undefined ? moves[move] : `${moves[move]}, ${hows[how]}`;
}

function cells(row: string): string[] {
  const [type = "", quality] = row.split(":");
  const kind = type === "drift" || type === "asked_again" ? type : moveTypes.find((one) => one === type);
  const how = qualities.find((one) => one === quality);
  if (kind === undefined) throw new Error(row);
  return archetypes.map((archetype) => changeOf(archetype, kind, how).join("/"));
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value));

describe("the page on buyers says what the code does:", () => {
  it("what each move does to each archetype", () => {
    const head = ["what you do", ...archetypes.map((name) => name.replaceAll("_", " "))];
    const expected = table(
      head,
      meterRows.map((row) => [rowName(row), ...cells(row)]),
    );
    expect(part("meters")).toEqual(expected);
  });

  it("what a difficulty changes", () => {
    const rows = difficulties.map((name) => {
      const { gain, start, threshold } = difficultyTable[name];
      return [name, `× ${(gain / 100).toFixed(2)}`, start.map(signed).join(" / "), signed(threshold)];
    });
    expect(part("difficulty")).toEqual(
      table(["difficulty", "gains", "start of trust / interest / patience", "interest asked to close"], rows),
    );
  });

  it("the bounds of one turn", () => {
    const { gainCap, lossCap, softCeiling } = meterBounds;
    expect(page).toContain(`at most ${gainCap} points gained and ${lossCap} lost`);
    expect(page).toContain(`from ${softCeiling} upwards gains are halved`);
  });
});

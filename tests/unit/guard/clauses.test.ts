import { describe, expect, it } from "vitest";
import { ClauseSplitter, longestClause } from "@/agents/guard/clauses";
import { tokensOf } from "@/tests/support/model-server";

const feed = (tokens: string[]) => {
  const splitter = new ClauseSplitter();
  const clauses = tokens.map((token) => splitter.take(token)).filter((clause) => clause !== "");
  const rest = splitter.rest();
  return rest === "" ? clauses : [...clauses, rest];
};

describe("a clause splitter", () => {
  it("cuts English at punctuation as soon as it is there", () => {
    expect(feed(tokensOf("Well, we close in two days. Why do you ask?"))).toEqual([
      "Well,",
      " we close in two days.",
      " Why do you ask?",
    ]);
  });

  it("cuts Chinese at full-width punctuation", () => {
    expect(feed(tokensOf("这个嘛，我得看看。你先说？"))).toEqual(["这个嘛，", "我得看看。", "你先说？"]);
  });

  it("keeps decimals, thousands and times in one piece", () => {
    expect(feed(["It is $1", ",", "200", ".", "50 at 9", ":", "30", " sharp", "."])).toEqual([
      "It is $1,200.50 at 9:30 sharp.",
    ]);
  });

  it("gives back exactly what it was given, however it was cut up", () => {
    const text = "Hmm. “Really?” That's 3.5% of $1,200, i.e. not much… 好吧，随便你（真的）。ok";
    for (let size = 1; size < 12; size++) {
      const tokens = text.match(new RegExp(`[\\s\\S]{1,${size}}`, "gu")) ?? [];
      expect(feed(tokens).join("")).toBe(text);
    }
  });

  it("never holds a clause longer than its limit", () => {
    const splitter = new ClauseSplitter();
    for (const token of tokensOf("word ".repeat(200))) {
      splitter.take(token);
      expect(splitter.held.length).toBeLessThanOrEqual(longestClause);
    }
  });

  it("never cuts a word in two when forced", () => {
    const splitter = new ClauseSplitter();
    splitter.take("We spent abo");
    expect(splitter.force()).toBe("We spent ");
    expect(splitter.force()).toBe("");
    expect(splitter.rest()).toBe("abo");
  });
});

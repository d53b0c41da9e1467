import { describe, expect, it } from "vitest";
import { checkText, type GateRules } from "@/agents/guard/gate";
import { Needles, Said } from "@/agents/guard/needles";
import { ClauseRelease } from "@/agents/turn/release";
import { tokensOf } from "@/tests/support/model-server";

const rules: GateRules = {
  locale: "en",
  locked: {
    needles: new Needles().add(["It is Ruth Calder who signs above $100,800."], 0, new Said()),
    isLocked: () => true,
    isSaid: () => false,
  },
  instructions: [],
  rubric: new Set(),
  canary: null,
  narration: null,
  impersonation: null,
  mayName: () => false,
  earlier: new Set(),
  earlierPairs: new Set(),
  banned: () => null,
};

function listen(names: string[] = []) {
  const released: string[] = [];
  const withheld: { code: string; text: string }[] = [];
  const release = new ClauseRelease({
    rules,
    names: names.length > 0 ? names : ["Dana Whitfield"],
    release: (text) => {
      // What goes out has been judged together with all that went before.
      expect(checkText(released.join("") + text, false, rules)).toBeNull();
      released.push(text);
    },
    withhold: (hit, text) => withheld.push({ code: hit.code, text }),
  });
  return { release, released, withheld };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 450));

describe("a clause on its way to the reader", () => {
  it("goes out whole, in order, and nothing is lost or added", () => {
    const { release, released } = listen();
    const text = "Well, it depends. We close in two days, and I like that.";
    for (const token of tokensOf(text)) release.push(token);
    release.end();
    expect(released.join("")).toBe(text);
    expect(released.length).toBeGreaterThan(2);
  });

  it("is withheld, with all that follows, when the gate objects", () => {
    const { release, released, withheld } = listen();
    for (const token of tokensOf("Well, it depends. Ruth has to sign that, sorry. Anything else?")) release.push(token);
    release.end();
    expect(released.join("")).toBe("Well, it depends.");
    expect(withheld).toEqual([{ code: "sealed_fact", text: "Well, it depends. Ruth has to sign that," }]);
  });

  it("does not wait for its end forever, and never goes out in the middle of a word", async () => {
    const { release, released } = listen();
    release.push("I would say that it is rather diffi");
    await settle();
    expect(released.join("")).toBe("I would say that it is rather ");
    release.push("cult.");
    release.end();
    expect(released.join("")).toBe("I would say that it is rather difficult.");
  });

  it("is judged as well when it goes out unfinished", async () => {
    const { release, released, withheld } = listen();
    release.push("I would have to ask Ruth about ");
    await settle();
    expect(released).toEqual([]);
    expect(withheld).toHaveLength(1);
  });

  it("loses a speaker's label that a model put before it", () => {
    const { release, released } = listen(["Dana Whitfield", "Dana"]);
    for (const token of tokensOf("Dana: I am not sure.")) release.push(token);
    release.end();
    expect(released.join("")).toBe("I am not sure.");
  });
});

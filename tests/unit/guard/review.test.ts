import { describe, expect, it } from "vitest";
import { figuresOf } from "@/agents/review/figures";
import { review } from "@/agents/review/review";
import { reviewReply } from "@/agents/review/rules";
import { bundleIn, personaOf, viewOf } from "@/tests/support/speaker-view";

const view = viewOf(bundleIn("en"), []);
const facts = [
  { ...personaOf(bundleIn("en")).publicFacts[0]!, text: "They run 37 stores with 820 tills, since 2014." },
];
const known = { ...view, persona: { ...view.persona, publicFacts: facts } };
const code = (text: string) => reviewReply(text, known)?.code ?? null;

describe("the review of a whole reply", () => {
  it("objects to a figure of the buyer's own stated otherwise", () => {
    expect(code("We have 52 stores, so go on.")).toBe("contradicts_figure");
  });

  it.each([
    "We have 37 stores, so go on.",
    "We have thirty-seven stores.",
    "What if we had 52 stores?",
    "Say it were 52 stores, what then?",
    "I have two stores in mind.",
    "It took 52 weeks.",
  ])("lets a right, supposed, asked or other figure pass: %s", (text) => {
    expect(code(text)).toBeNull();
  });

  it("lets a figure pass that the seller has named", () => {
    const transcript = [{ messageId: "1", speaker: "trainee", text: "So 52 stores in all?", turn: 1 }];
    expect(reviewReply("Yes, 52 stores in all.", { ...known, transcript })).toBeNull();
  });

  it("objects to a person invented in a named post", () => {
    expect(code("Our CFO, Marlene, decides that.")).toBe("contradicts_name");
    expect(code("Our CFO decides that.")).toBeNull();
  });

  it("lets the reply stand when the model that reviews is down, and says that rules alone judged", async () => {
    const down = async () => {
      throw new Error("down");
    };
    const verdict = await review("Fine by me.", known, new AbortController().signal, down);
    expect(verdict).toEqual({ finding: null, by: "rules_alone" });
  });
});

describe("figures", () => {
  it("are numbers with what they count", () => {
    const found = figuresOf("$46 a seat, 200 seats, 15% more, in 2014, 3 天").map(
      ({ value, unit }) => `${value} ${unit}`,
    );
    expect(found).toEqual(["46 $", "200 seat", "15 %", "3 天"]);
  });
});

import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { chooseHint } from "@/agents/coach/hint";
import { bundles } from "@/db/content";
import type { ConversationState } from "@/lib/contracts/state";
import { stages } from "@/lib/contracts/vocabulary";
import { testBundle } from "@/tests/fixtures/bundle";

const start = (bundle = testBundle()) => initialState(bundle, { seed: 7, attempt: 1, difficulty: "standard" });

/** As many hints as any scenario allows in one talk, all in the same situation. */
function allHints(bundle: ReturnType<typeof testBundle>, state: ConversationState): { id: string; text: string }[] {
  const hints: { id: string; text: string }[] = [];
  for (let asked = 0; asked < 5; asked++) {
    hints.push(
      chooseHint(
        bundle,
        state,
        hints.map((hint) => hint.id),
      ),
    );
  }
  return hints;
}

describe("a hint", () => {
  it("comes from the scenario's own rules first, in their order", () => {
    const bundle = testBundle({
      scenario: {
        hints: {
          budget: 3,
          rules: [
            { id: "later", when: { op: "turn", atLeast: 9 }, text: "Not yet." },
            { id: "now", when: { op: "stage", in: ["opening"] }, text: "Begin with why." },
          ],
          fallback: {},
        },
      },
    });
    expect(chooseHint(bundle, start(bundle), [])).toEqual({ id: "now", text: "Begin with why." });
  });

  it("is never the same twice", () => {
    for (const bundle of [testBundle(), ...bundles]) {
      for (const stage of stages) {
        const hints = allHints(bundle, { ...start(bundle), stage });
        expect(new Set(hints.map((hint) => hint.text)).size, bundle.scenario.id).toBe(hints.length);
        expect(new Set(hints.map((hint) => hint.id)).size).toBe(hints.length);
      }
    }
  });

  it("notices a half-told answer that was left lying", () => {
    const state = start();
    const buyer = state.buyers["odile"];
    if (!buyer) throw new Error("no buyer");
    buyer.hinted.push({ factId: "F1", turn: 0 });
    expect(chooseHint(testBundle(), state, []).id).toBe("breadcrumb");
    buyer.unlocked.push({ factId: "F1", turn: 0, messageId: "m1" });
    expect(chooseHint(testBundle(), state, []).id).not.toBe("breadcrumb");
  });

  it("is short and holds no figure, name or word of a sealed fact", () => {
    for (const bundle of [testBundle(), ...bundles]) {
      const chinese = bundle.scenario.locale === "zh-CN";
      for (const stage of stages) {
        for (const { text } of allHints(bundle, { ...start(bundle), stage })) {
          if (chinese) expect(text.length, text).toBeLessThanOrEqual(45);
          else expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(18);
          for (const fact of bundle.personas.flatMap((persona) => persona.sealedFacts)) {
            for (const figure of fact.text.match(/\d[\d,.]+/g) ?? []) expect(text).not.toContain(figure);
          }
        }
      }
    }
  });
});

import { describe, expect, it } from "vitest";
import { reviewReply } from "@/agents/review/rules";
import { contradicting, innocent } from "@/tests/fixtures/contradictions";
import { bundleOf } from "@/tests/support/gate-cases";
import { personaOf, viewOf } from "@/tests/support/speaker-view";

/** Judged as the reply of a buyer who has told every fact of the scenario. */
function codeOf(scenario: string, text: string): string | null {
  const bundle = bundleOf(scenario);
  const told = personaOf(bundle).sealedFacts.map((fact) => fact.id);
  return reviewReply(text, viewOf(bundle, told, { passages: bundle.scenario.sheet.passages }))?.code ?? null;
}

const cases = (set: Record<string, readonly string[]>) =>
  Object.entries(set).flatMap(([scenario, texts]) => texts.map((text) => ({ scenario, text })));

describe("what a buyer has told", () => {
  it("cannot be contradicted in a figure, a price, a date or a name, nor denied", () => {
    const all = cases(contradicting);
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(all.filter(({ scenario, text }) => codeOf(scenario, text) === null)).toEqual([]);
  });

  it("may be repeated, bargained over, doubted, asked about and refused", () => {
    const all = cases(innocent);
    expect(all.length).toBeGreaterThanOrEqual(60);
    const stopped = all.flatMap(({ scenario, text }) => {
      const code = codeOf(scenario, text);
      return code === null ? [] : [`${code}: ${text}`];
    });
    expect(stopped).toEqual([]);
  });
});

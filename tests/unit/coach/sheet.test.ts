import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { sheetHint } from "@/agents/coach/sheet";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";

/** A talk in which the first buyer's first objection stands open. */
function withOpenObjection(bundle: ScenarioBundle, acknowledgedTurn?: number): ConversationState {
  const state = initialState(bundle, { seed: 3, attempt: 1, difficulty: "standard" });
  const [persona] = bundle.personas;
  const buyer = persona && state.buyers[persona.id];
  const [objection] = persona?.objections ?? [];
  if (!persona || !buyer || !objection) throw new Error("a scenario has a buyer who objects");
  const open = { status: "open" as const, heard: 1, raisedTurn: 2, acknowledgedTurn };
  return {
    ...state,
    turn: 3,
    buyers: { ...state.buyers, [persona.id]: { ...buyer, objections: { ...buyer.objections, [objection.id]: open } } },
  };
}

const anybody = () => true;
const open = bundles.filter((bundle) => bundle.scenario.tools?.includes("product_sheet"));

describe.each(open.map((bundle) => [bundle.scenario.id, bundle] as const))("a page to look at in %s", (_id, bundle) => {
  it("is named once an objection was acknowledged, as a place and never in its words", async () => {
    const hint = await sheetHint(bundle, withOpenObjection(bundle, 3), [], anybody);
    const texts = bundle.scenario.sheet.passages.map((passage) => passage.text);
    expect(bundle.scenario.sheet.passages.map((passage) => `sheet_${passage.page}`)).toContain(hint?.id);
    expect(texts.filter((text) => hint?.text.includes(text))).toEqual([]);
  });

  it("is not named before, not to whom the tool is closed, and never twice", async () => {
    expect(await sheetHint(bundle, withOpenObjection(bundle), [], anybody)).toBeNull();
    expect(await sheetHint(bundle, withOpenObjection(bundle, 3), [], () => false)).toBeNull();
    const all = bundle.scenario.sheet.passages.map((passage) => `sheet_${passage.page}`);
    expect(await sheetHint(bundle, withOpenObjection(bundle, 3), all, anybody)).toBeNull();
  });

  it("is looked up by the tool alone: a scenario that does not allow it names none", async () => {
    const closed = { ...bundle, scenario: { ...bundle.scenario, tools: [] } };
    expect(await sheetHint(closed, withOpenObjection(bundle, 3), [], anybody)).toBeNull();
  });
});

import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ReplyPlan } from "@/lib/contracts/state";
import { checkText } from "./gate";
import { gateRules } from "./rules";

/** Does ahead of the first reply what costs most once: a bundle's marks, and patterns that are compiled by their first use. */
export function prepareGate(bundle: ScenarioBundle): void {
  const state = initialState(bundle, { seed: 0, attempt: 1, difficulty: bundle.scenario.difficulty });
  for (const { id } of bundle.personas) {
    const nothing = { answer: null, agenda: null, ending: null };
    const plan: ReplyPlan = { speakerId: id, intent: "greet", ...nothing, length: [1, 9] };
    const view = speakerView(bundle, state, plan, { transcript: [], passages: [] });
    checkText("Well. 嗯，再说。", true, gateRules({ bundle, state, view, instructions: null, canary: null }));
  }
}

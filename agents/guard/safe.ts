import type { Persona } from "@/lib/contracts/content";
import type { ReplyPlan } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";
import { checkText, type GateRules } from "./gate";

/** Said when not even a line of the persona's own will do. Any buyer may say these at any time. */
const anyone: Record<Locale, readonly string[]> = {
  en: [
    "Give me a second to think about that.",
    "Let me put it off for now. What else?",
    "I'd rather come back to that later.",
  ],
  "zh-CN": ["这个我得再想想。", "这一点先放一放，你接着说。", "这个我们等会儿再说吧。"],
};

/**
 * A harmless line in the buyer's own voice, for when corrections are exhausted: the first of its hesitations (or of its
 * goodbyes, when the talk ends) that is unused and passes the gate. Deterministic.
 */
export function safeLine(
  persona: Persona,
  plan: ReplyPlan,
  rules: GateRules,
  usedLines: readonly string[],
  prefix: string,
): { text: string; usedLines: string[] } {
  const { ending, hesitate, deflect } = persona.voice;
  const { ending: end } = plan;
  const kind =
    end === null ? null : end.reason === "stuck" ? "stuck" : end.outcome === "abandoned" ? "expired" : end.outcome;
  const slots: [string, readonly string[]][] = kind
    ? [[`ending:${kind}`, ending[kind]]]
    : [
        ["hesitate", hesitate],
        ["deflect", deflect],
      ];
  for (const [slot, lines] of slots) {
    for (const [i, text] of lines.entries()) {
      const id = `${prefix}${slot}:${i}`;
      if (usedLines.includes(id) || text.includes("{") || checkText(text, true, rules) !== null) continue;
      return { text, usedLines: [id] };
    }
  }
  const plain = anyone[rules.locale];
  return { text: plain.find((text) => checkText(text, true, rules) === null) ?? plain[0] ?? "", usedLines: [] };
}

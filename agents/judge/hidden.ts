import { conditionParts, evaluate, readingAt } from "@/agents/buyer/conditions";
import { describeCondition } from "@/agents/buyer/describe";
import type { Condition } from "@/lib/contracts/content";
import type { RevealedFact } from "@/lib/contracts/debrief";
import type { Locale } from "@/lib/contracts/vocabulary";
import { type JudgeInput, Talk } from "./input";

/** Asked in any turn counts as asked: the debrief ticks what was done, not when. */
function everDone(condition: Condition): Condition {
  if (condition.op === "move") return { ...condition, op: "did" };
  if (condition.op === "all" || condition.op === "any") return { ...condition, of: condition.of.map(everDone) };
  return condition.op === "not" ? { ...condition, of: everDone(condition.of) } : condition;
}

const together = { en: "all of it in one turn", "zh-CN": "以上在同一轮里做到" } satisfies Record<Locale, string>;

const before = { en: "told in your last talk", "zh-CN": "上次谈话里已经说过" } satisfies Record<Locale, string>;

/** Every sealed fact after the end, each part of its unlock in plain words and ticked when it held in some turn. */
export function revealHidden(input: JudgeInput): RevealedFact[] {
  const { bundle, state } = input;
  const talk = new Talk(input);
  const told = talk.told();
  const turns = Array.from({ length: Math.max(1, state.turn) }, (_, index) => index + 1);
  return bundle.personas.flatMap((persona) =>
    persona.sealedFacts.map((fact) => {
      const telling = told.find((entry) => entry.factId === fact.id);
      if (telling?.turn === 0) {
        const conditions = [{ text: before[talk.locale], held: true }];
        return { factId: fact.id, buyerId: persona.id, text: fact.text, earned: true, receipt: null, conditions };
      }
      const conditions = conditionParts(fact.unlock).map((part) => ({
        text: describeCondition(part, bundle, talk.locale).join(talk.locale === "zh-CN" ? "，" : ", "),
        held: turns.some((turn) => evaluate(everDone(part), readingAt(bundle, state, turn, persona.id))),
      }));
      return {
        factId: fact.id,
        buyerId: persona.id,
        text: fact.text,
        earned: telling !== undefined,
        receipt: telling ? (talk.telling(telling)[0] ?? null) : null,
        // Asked before the trust was there, say: each part held once, never all together.
        conditions:
          telling || !conditions.every(({ held }) => held)
            ? conditions
            : [...conditions, { text: together[talk.locale], held: false }],
      };
    }),
  );
}

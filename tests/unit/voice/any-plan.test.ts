import { assert, constant, constantFrom, integer, oneof, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { replyPlanSchema, type ReplyPlan } from "@/lib/contracts/state";
import { intents } from "@/lib/contracts/vocabulary";
import { barePlan, personaOf, viewOf } from "../../support/speaker-view";

const reactions = [
  "value_linked",
  "value_blind",
  "claim",
  "price",
  "discount_traded",
  "discount_bare",
  "addressed",
  "pressure",
  "disparage",
  "unprofessional",
  "off_topic",
  "break_role",
  "greeting",
  "rapport",
  "summary",
  "next_step_vague",
  "filler",
  "too_long",
] as const;

const messages = [
  "Hello, is 20 minutes all right?",
  "",
  "价格是多少？可以吗",
  "950 licences, $95, 12.99% …",
  "{echo} {fact}",
];

/** Any plan the contract allows for this buyer, with nothing told. */
function plansFor(bundle: ScenarioBundle) {
  const persona = personaOf(bundle);
  const topic = constantFrom(...bundle.scenario.topics.map((one) => one.id));
  const line = constantFrom(...persona.objections.flatMap((one) => one.surface));
  return record({
    intent: constantFrom(...intents),
    answer: oneof(
      constant(null),
      record({ kind: constant("public" as const), topic, form: constantFrom("open" as const, "closed" as const) }),
      record({ kind: constant("deflect" as const) }),
      record({ kind: constant("repair" as const) }),
      record({ kind: constant("react" as const), to: constantFrom(...reactions) }),
      record({
        kind: constant("breadcrumb" as const),
        line: constantFrom(...persona.sealedFacts.flatMap((one) => one.breadcrumbs)),
      }),
    ),
    agenda: oneof(
      constant(null),
      record({ kind: constant("objection" as const), objectionId: constant("O1"), line }),
      record({ kind: constantFrom("ask_price" as const, "ask_back" as const, "ask_proof" as const) }),
      record({ kind: constant("time" as const), turnsLeft: integer({ min: 0, max: 5 }) }),
    ),
    ending: oneof(
      constant(null),
      record({
        outcome: constantFrom("won" as const, "follow_up" as const, "lost" as const),
        reason: constant("stuck" as const),
      }),
    ),
  });
}

describe.each(bundles.map((bundle): [string, ScenarioBundle] => [bundle.scenario.id, bundle]))(
  "the offline buyer of %s",
  (_, bundle) => {
    test("has words for every plan, none of them sealed and no slot left open", () => {
      const persona = personaOf(bundle);
      const sealed = persona.sealedFacts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]);
      assert(
        property(
          plansFor(bundle),
          integer(),
          integer({ min: 1, max: 20 }),
          integer({ min: 0, max: 100 }),
          constantFrom(...messages),
          (change, seed, turn, patience, text) => {
            const plan: ReplyPlan = replyPlanSchema.parse(barePlan(persona, change));
            const reply = composeReply(
              viewOf(bundle, [], {
                seed,
                turn,
                plan,
                meters: { trust: 30, interest: 50, patience },
                transcript: [{ messageId: "s1", speaker: "trainee", text, turn }],
                passages: bundle.scenario.sheet.passages,
              }),
            );
            expect(reply.text.trim()).not.toBe("");
            expect(reply.text).not.toMatch(/[{}]|undefined|null/u);
            for (const line of sealed) expect(reply.text).not.toContain(line);
          },
        ),
        { numRuns: 150 },
      );
    });
  },
);

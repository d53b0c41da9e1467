import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPrompt, dataFence, promptCanary } from "@/agents/buyer/prompt";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { barePlan, bundleIn, personaOf, viewOf } from "../../support/speaker-view";

const bundle = bundleIn("en");
const persona = personaOf(bundle);
const fact = persona.sealedFacts[0];
const objection = persona.objections[0];
if (!fact || !objection) throw new Error("a persona has facts and objections");

describe("buildPrompt", () => {
  test.each(bundles.map((one): [string, ScenarioBundle] => [one.scenario.id, one]))(
    "holds no sealed fact and no concern of %s before its unlock",
    (_, one) => {
      const { instructions, messages } = buildPrompt(viewOf(one, []));
      const all = instructions + messages.map((message) => message.content).join("\n");
      for (const sealed of personaOf(one).sealedFacts) {
        expect(all).not.toContain(sealed.text);
        for (const line of [...sealed.spoken, ...sealed.recalled]) expect(all).not.toContain(line);
      }
      for (const held of personaOf(one).objections) expect(all).not.toContain(held.concern);
    },
  );

  test("carries a told fact, the approved objection line and the length it was given", () => {
    const { instructions } = buildPrompt(
      viewOf(bundle, [fact.id], {
        plan: barePlan(persona, {
          answer: { kind: "tell", factIds: [fact.id] },
          agenda: { kind: "objection", objectionId: objection.id, line: objection.surface[1] },
          length: [8, 30],
        }),
      }),
    );
    expect(instructions).toContain(fact.text);
    expect(instructions).toContain(objection.surface[1]);
    expect(instructions).toContain("8 to 30 words");
  });

  test("names who speaks, the stage and the mood in words, never a meter in numbers", () => {
    const { instructions } = buildPrompt(
      viewOf(bundle, [], { stage: "closing", meters: { trust: 17, interest: 88, patience: 33 } }),
    );
    expect(instructions).toContain(persona.name);
    expect(instructions).toContain("deciding and next steps");
    expect(instructions).toContain("do not trust this seller");
    expect(instructions).not.toMatch(/\b(?:17|88|33)\b/u);
  });

  test("says another thing at each stage", () => {
    const stages = ["opening", "discovery", "presentation", "objection_handling", "closing"] as const;
    const texts = stages.map((stage) => buildPrompt(viewOf(bundle, [], { stage })).instructions);
    expect(new Set(texts).size).toBe(stages.length);
  });

  test("keeps whatever a seller types between marks it cannot close", () => {
    const fence = dataFence(7);
    assert(
      property(
        array(oneof(string(), constantFrom(fence.close, fence.open, "<<", ">>", "\n\nsystem:", "<"))),
        (pieces) => {
          const text = pieces.join("");
          const { messages } = buildPrompt(
            viewOf(bundle, [], { transcript: [{ messageId: "s1", speaker: "trainee", text, turn: 1 }] }),
          );
          const content = messages[0]?.content ?? "";
          expect(content.startsWith(`${fence.open}\n`)).toBe(true);
          expect(content.indexOf(fence.close)).toBe(content.length - fence.close.length);
          expect(content.lastIndexOf(fence.open)).toBe(0);
        },
      ),
    );
  });

  test("gives the buyer's own lines back as the assistant's and a colleague's as data", () => {
    const { messages } = buildPrompt(
      viewOf(bundle, [], {
        transcript: [
          { messageId: "s1", speaker: "trainee", text: "Hello", turn: 1 },
          { messageId: "b1", speaker: persona.id, text: "Morning.", turn: 1 },
          { messageId: "c1", speaker: "tomas-berg", text: "Hi.", turn: 1 },
        ],
      }),
    );
    expect(messages.map((message) => message.role)).toEqual(["user", "assistant", "user"]);
    expect(messages[1]?.content).toBe("Morning.");
    expect(messages[2]?.content).toContain("tomas-berg");
  });

  test("carries the canary of its seed in the instructions alone", () => {
    const { instructions, messages } = buildPrompt(viewOf(bundle, [], { seed: 99 }));
    expect(instructions).toContain(promptCanary(99));
    expect(promptCanary(99)).not.toBe(promptCanary(98));
    expect(JSON.stringify(messages)).not.toContain(promptCanary(99));
  });

  test("tells a corrected try which rule was broken", () => {
    const { instructions } = buildPrompt(viewOf(bundle, [], { correction: { code: "sealed_fact" } }));
    expect(instructions).toContain("sealed_fact");
  });
});

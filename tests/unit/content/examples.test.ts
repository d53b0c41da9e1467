import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { classify } from "@/agents/perceive/classify";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";

/** Reads a message as said right after the buyer raised the main objection. */
function readAfterObjection(bundle: ScenarioBundle, text: string): Move[] {
  const [persona] = bundle.personas;
  const [objection] = persona?.objections ?? [];
  if (!persona || !objection) throw new Error("a scenario without an objection");
  const start = initialState(bundle, { seed: 1, attempt: 1, difficulty: "standard" });
  const buyer = start.buyers[persona.id];
  if (!buyer) throw new Error("a state without its buyer");
  const objections = { ...buyer.objections, [objection.id]: { status: "open" as const, heard: 1, raisedTurn: 2 } };
  const state = {
    ...start,
    turn: 2,
    stage: "discovery" as const,
    buyers: { ...start.buyers, [persona.id]: { ...buyer, objections } },
  };
  const transcript = [{ messageId: "b2", speaker: persona.id, text: objection.surface[0], turn: 2 }];
  return classify({ text, bundle, state, transcript }).moves;
}

const quoted = (text: string) => /“([^”]+)”/u.exec(text)?.[1];

const signs: Record<string, (moves: Move[]) => boolean> = {
  ack_first: (moves) => moves.some((move) => move.type === "acknowledge"),
  own_words: (moves) => moves.some((move) => move.type === "acknowledge" || move.type === "empathise"),
  trade: (moves) => moves.some((move) => move.type === "offer_discount" && move.condition !== undefined),
  dated: (moves) => moves.some((move) => move.type === "propose_next_step" && move.dated === true),
  agenda: (moves) => moves.some((move) => move.type === "set_agenda"),
  decision: (moves) => moves.some((move) => move.type === "ask_open" || move.type === "probe"),
};

const examples = bundles.flatMap((bundle) =>
  bundle.rubric.checks.flatMap((check) => {
    const met = quoted(check.met);
    const sign = signs[check.rule];
    return met && sign ? [{ bundle, check, met, sign, notMet: quoted(check.notMet) }] : [];
  }),
);

describe("examples of the criteria", () => {
  it.each(examples.map((one) => [`${one.bundle.rubric.id} ${one.check.rule}`, one] as const))(
    "reads the good example of %s as the act it shows",
    (_, { bundle, met, sign }) => {
      expect(sign(readAfterObjection(bundle, met))).toBe(true);
    },
  );

  it.each(
    examples
      .filter(({ check }) => check.rule !== "agenda")
      .map((one) => [`${one.bundle.rubric.id} ${one.check.rule}`, one] as const),
  )("does not read the poor example of %s so", (_, { bundle, notMet, sign }) => {
    expect(notMet === undefined || !sign(readAfterObjection(bundle, notMet))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { judgeByRules } from "@/agents/judge/offline";
import { bundles } from "@/db/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { Message } from "@/lib/contracts/session";

const said = "Three years is our median, and you will have it back in one.";
const bundle = bundles.find(({ scenario }) => scenario.id === "packaging-line-en")!;

const message = (number: number, speaker: string, text: string): Message => ({
  id: `m${number}`,
  number,
  turn: 1,
  turnId: "t1",
  speaker,
  text,
  status: "complete",
  reworded: false,
  degraded: false,
  flags: [],
  createdAt: "2027-01-12T09:00:00.000Z",
});

/** What the rules find in one message that answers an objection with the given claims. */
function read(moves: Pick<PlayedMove, "type" | "quality" | "objectionId">[]) {
  const played = moves.map((move) => ({
    confidence: 1,
    ...move,
    turn: 1,
    messageId: "m1",
    span: { start: 0, end: said.length },
  }));
  const state = { ...initialState(bundle, { seed: 7, attempt: 1, difficulty: "standard" }), turn: 1, moves: played };
  const speaker = bundle.personas[0]?.id ?? "";
  const messages = [message(1, "trainee", said), message(2, speaker, "Hm.")];
  const results = judgeByRules({ bundle, state, messages, intents: [], buyerFailed: false });
  return (rule: string) => results.find(({ checkId }) => checkId === rule);
}

const objectionId = bundle.personas[0]?.objections[0]?.id;
const answer = { type: "address_objection", objectionId } as const;

describe("an answer to an objection", () => {
  it("earns the credit for evidence by a claim of the sheet", () => {
    const found = read([answer, { type: "make_claim", quality: "supported" }]);
    expect(found("evidence")?.status).toBe("met");
  });

  it("earns none when the same message says what the sheet goes against", () => {
    const found = read([
      answer,
      { type: "make_claim", quality: "supported" },
      { type: "make_claim", quality: "contradicted" },
    ]);
    expect(found("evidence")?.status).toBe("not_met");
  });

  it("is told what it lacked when nothing was acknowledged before it", () => {
    expect(read([answer])("ack_first")).toMatchObject({
      status: "not_met",
      why: "Message 1 answers at once; the objection had not been acknowledged.",
    });
  });
});

describe("a next step without a day", () => {
  it("is told that it lacked the day, not that it goes against something", () => {
    expect(read([{ type: "propose_next_step", quality: "vague" }])("dated")).toMatchObject({
      status: "not_met",
      why: "Message 1 proposes a step, but not both a day and who does what.",
    });
  });
});

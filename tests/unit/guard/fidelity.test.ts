import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { fidelityReport, type RecordedReply, type SessionRecord } from "@/agents/review/fidelity";
import { bundles } from "@/db/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import { barePlan, bundleIn, personaOf } from "@/tests/support/speaker-view";
import { play } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";

const bundle = bundleIn("en");
const persona = personaOf(bundle);

/** A talk of these replies, one a turn; facts unlocked at the turns named. */
function session(replies: Partial<RecordedReply>[], unlocked: Record<string, number> = {}): SessionRecord {
  const fresh = initialState(bundle, { seed: 3, attempt: 1, difficulty: "standard" });
  const buyer = fresh.buyers[persona.id]!;
  const earned = Object.entries(unlocked).map(([factId, turn]) => ({ factId, turn, messageId: `t${turn}` }));
  const recorded = replies.map((reply, i): RecordedReply => ({
    speakerId: persona.id,
    messageId: `b${i + 1}`,
    turn: i + 1,
    plan: barePlan(persona),
    text: "Go on.",
    withheld: [],
    reworded: false,
    failed: false,
    ...reply,
  }));
  const transcript = recorded.flatMap(({ turn, messageId, text }): TranscriptLine[] => [
    { messageId: `t${turn}`, speaker: "trainee", text: "I see.", turn },
    { messageId, speaker: persona.id, text, turn },
  ]);
  const state = { ...fresh, buyers: { [persona.id]: { ...buyer, unlocked: earned } } };
  return { bundle, state, transcript, replies: recorded };
}

const found = (record: SessionRecord) =>
  fidelityReport(record).findings.map(({ kind, messageId, reached }) => `${kind} ${messageId} ${reached}`);

describe("the fidelity report of a session", () => {
  it("finds nothing in a talk in which the buyer stays itself", () => {
    const report = fidelityReport(session([{ text: "Fair." }, { text: "I look at the total for the year." }]));
    expect(report).toEqual({ findings: [], failed: [], reworded: [], unreviewed: [], verdict: "faithful" });
  });

  it.each([
    ["role_inversion", "That was an excellent open question."],
    ["role_inversion", "*sighs* Go on."],
    ["leak", "In January 612 of the licences had a shift."],
    ["leak", "My system prompt says no."],
    ["contradiction", "We have fourteen hotels."],
  ])("names %s that reached the trainee, with its message, and calls the buyer failed: %s", (kind, text) => {
    const record = session([{ text: "Fair." }, { text }]);
    expect(found(record)).toEqual([`${kind} b2 true`]);
    expect(fidelityReport(record).verdict).toBe("failed");
  });

  it("names a line said again, and lets one such slip count as a blemish only", () => {
    const line = { text: "I look at the total for the year, not at one licence." };
    const record = session([line, { text: "Fair." }, line]);
    expect(found(record)).toEqual(["repetition b3 true"]);
    expect(fidelityReport(record).verdict).toBe("marred");
    expect(fidelityReport(session([line, line, line, line])).verdict).toBe("failed");
  });

  it("names another language, and calls the buyer failed when it stays in it", () => {
    const [one, other] = ["这个价格我不能接受，你再想想。", "我们公司没有这个预算，下次再谈吧。"];
    expect(found(session([{ text: "Fair." }, { text: one }]))).toEqual(["language_drift b2 true"]);
    expect(fidelityReport(session([{ text: one }])).verdict).toBe("marred");
    expect(fidelityReport(session([{ text: one }, { text: other }])).verdict).toBe("failed");
  });

  it("takes a fact for a leak only until the turn that unlocked it", () => {
    const text = persona.sealedFacts[0]!.spoken[0]!;
    const id = persona.sealedFacts[0]!.id;
    expect(found(session([{ text }], { [id]: 1 }))).toEqual([]);
    expect(found(session([{ text }], { [id]: 2 }))).toEqual(["leak b1 true"]);
  });

  it("names a concession that no plan had granted, and none that one had", () => {
    const { id, text } = persona.concessions[0]!;
    const granted = barePlan(persona, { agenda: { kind: "concession", concessionId: id, text } });
    expect(found(session([{ text }]))).toEqual(["unearned_concession b1 true"]);
    expect(found(session([{ text, plan: granted }]))).toEqual([]);
  });

  it("names an agreement that was not decided, and none that was", () => {
    const text = "Fine. We have a deal.";
    expect(found(session([{ text }]))).toEqual(["unearned_concession b1 true"]);
    expect(found(session([{ text, plan: barePlan(persona, { intent: "accept" }) }]))).toEqual([]);
  });

  it("counts what was withheld in time as corrected, not as failed", () => {
    const record = session([{ withheld: [{ code: "sealed_fact", text: "612 of them" }] }]);
    expect(found(record)).toEqual(["leak b1 false"]);
    expect(fidelityReport(record).verdict).toBe("corrected");
  });

  it.each([
    "No change-over, no deal. I'm serious.",
    "I'll take it to the board.",
    "If that holds, we have a deal.",
    "I'll sign nothing today.",
    "You don't have a deal yet.",
  ])("takes no refusal, condition or delay for an agreement: %s", (text) => {
    expect(found(session([{ text }]))).toEqual([]);
  });

  it.each([
    ["told", "contradiction"],
    ["persona", "role_inversion"],
  ])("counts a reply that a model sent back over what was %s as a %s set right", (detail, kind) => {
    const withheld = [{ code: "model_review", text: "I never said that." }];
    const reviews = [
      { by: "model" as const, code: "model_review", detail },
      { by: "model" as const, code: null },
    ];
    const report = fidelityReport(session([{ reworded: true, withheld, reviews }]));
    expect(report.reworded).toEqual(["b1"]);
    expect(report.findings).toMatchObject([{ kind, code: "model_review", reached: false }]);
    expect(report.verdict).toBe("corrected");
  });

  it("names the messages that only the rules could read", () => {
    const report = fidelityReport(session([{ reviews: [{ by: "rules_alone", code: null }] }, {}]));
    expect(report).toMatchObject({ unreviewed: ["b1"], verdict: "faithful" });
  });

  it("holds no figure against a reply that a tool had worked out, and any other all the same", () => {
    const text = "We have fourteen hotels.";
    const notes = (count: number) => [{ tool: "mcp:house.count", text: `${count} hotels` }];
    expect(found(session([{ text, notes: notes(14) }]))).toEqual([]);
    expect(found(session([{ text, notes: notes(15) }]))).toEqual(found(session([{ text }])));
  });

  it("calls the buyer failed when a safe line had to stand in", () => {
    const report = fidelityReport(session([{ failed: true }]));
    expect(report).toMatchObject({ findings: [], failed: ["b1"], verdict: "failed" });
  });

  it.each(bundles.map((one) => [one.scenario.id, one] as const))(
    "finds the offline buyer of %s faithful",
    (_id, one) => {
      for (const seller of sellers) {
        const talk = play(one, seller, { seed: 5 });
        const replies = talk.turns.flatMap((turn) =>
          turn.replies.map(({ plan, text, speakerId }, i): RecordedReply => ({
            speakerId,
            messageId: `b${turn.turn}.${i}`,
            turn: turn.turn,
            plan,
            text,
            withheld: [],
            reworded: false,
            failed: false,
          })),
        );
        const transcript = talk.turns.flatMap((turn): TranscriptLine[] => [
          { messageId: `t${turn.turn}`, speaker: "trainee", text: turn.trainee, turn: turn.turn },
          ...replies
            .filter((reply) => reply.turn === turn.turn)
            .map(({ messageId, speakerId, text }) => ({ messageId, speaker: speakerId, text, turn: turn.turn })),
        ]);
        const report = fidelityReport({ bundle: one, state: talk.state, transcript, replies });
        expect(report.findings).toEqual([]);
      }
    },
  );
});

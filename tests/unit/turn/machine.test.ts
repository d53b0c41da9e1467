import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, IllegalTransition, resume, table, transition } from "@/agents/turn/machine";
import {
  finalNodes,
  maxCorrections,
  turnNodes,
  type TurnEffect,
  type TurnEvent,
  type TurnState,
} from "@/agents/turn/state";
import type { SpokenReply } from "@/agents/turn/ports";
import { initialState } from "@/agents/buyer/initial";
import type { ReplyPlan } from "@/lib/contracts/state";
import { testBundle } from "@/tests/fixtures/bundle";
import { perceived } from "@/tests/fixtures/moves";

const plan = (speakerId: string): ReplyPlan => ({
  speakerId,
  intent: "answer",
  answer: null,
  agenda: null,
  ending: null,
  length: [3, 12],
});

const reply = (speakerId: string, usedLines: string[] = []): SpokenReply => ({
  speakerId,
  messageId: `m-${speakerId}`,
  plan: plan(speakerId),
  text: "Fine.",
  usedLines,
  model: "offline",
  degraded: false,
  reworded: false,
  withheld: [],
  failed: false,
  usage: { inputTokens: 0, outputTokens: 2 },
});

const conversation = initialState(testBundle(), { seed: 1, attempt: 1, difficulty: "standard" });
const advanced = (...speakers: string[]): TurnEvent => ({ type: "advanced", conversation, plans: speakers.map(plan) });
const perception: TurnEvent = { type: "perceived", perception: perceived([]) };
const grounded: TurnEvent = { type: "grounded", passages: [] };
const hit: TurnEvent = { type: "gate_hit", correction: { code: "leak" } };
const spoken = (speakerId = "odile", usedLines: string[] = []): TurnEvent => ({
  type: "spoken",
  reply: reply(speakerId, usedLines),
});
const approved: TurnEvent = { type: "reviewed", verdict: { ok: true } };
const objected: TurnEvent = { type: "reviewed", verdict: { ok: false, correction: { code: "tone" } } };

function follow(...events: TurnEvent[]): { state: TurnState; effects: TurnEffect[]; nodes: string[] } {
  let [state, effects] = begin("t1", 1);
  const nodes: string[] = [state.node];
  for (const event of events) {
    [state, effects] = transition(state, event);
    nodes.push(state.node);
  }
  return { state, effects, nodes };
}

const types = (effects: TurnEffect[]) => effects.map(({ type }) => type);
const toSpeaking = [perception, advanced("odile"), grounded, { type: "opened" } as const];

describe("a turn", () => {
  it("goes from received to settled through every step in order", () => {
    const { nodes } = follow(...toSpeaking, spoken(), approved, { type: "coached" }, { type: "settled" });
    expect(nodes).toEqual([
      "received",
      "perceived",
      "advanced",
      "grounded",
      "speaking",
      "speaking",
      "reviewed",
      "coached",
      "settled",
    ]);
  });

  it("checkpoints once, and not before the first clause has gone to the reader", () => {
    const before = follow(...toSpeaking);
    expect(before.effects).toEqual([]);
    const [state, effects] = transition(before.state, { type: "released" });
    expect(types(effects)).toEqual(["checkpoint"]);
    expect(transition(state, { type: "released" })[1]).toEqual([]);
  });

  it("speaks buyers one after the other and coaches after the last", () => {
    const events = [
      perception,
      advanced("dana", "tomas"),
      grounded,
      { type: "opened" } as const,
      spoken("dana"),
      approved,
    ];
    const one = follow(...events);
    expect(one.effects).toMatchObject([{ type: "ground", index: 1, plan: { speakerId: "tomas" } }]);
    expect(() => transition(one.state, { type: "coached" })).toThrow(IllegalTransition);
    const two = follow(...events, grounded, { type: "opened" }, spoken("tomas"), approved);
    expect(types(two.effects)).toEqual(["coach"]);
    expect(two.state).toMatchObject({ replies: [{ speakerId: "dana" }, { speakerId: "tomas" }] });
  });

  it("takes back what was shown and speaks again when the gate stops a clause", () => {
    const { effects } = follow(...toSpeaking, hit);
    expect(effects).toMatchObject([
      { type: "reset_step" },
      { type: "speak", correction: { code: "leak" }, replace: false },
    ]);
  });

  it("replaces a complete reply that review refuses", () => {
    const { effects } = follow(...toSpeaking, spoken(), objected);
    expect(effects).toMatchObject([{ type: "speak", correction: { code: "tone" }, replace: true }]);
  });

  it("gives gate and review two corrections together, then a safe line that nobody reviews", () => {
    const third = follow(...toSpeaking, hit, spoken(), objected, hit);
    expect(types(third.effects)).toEqual(["reset_step", "speak_safe"]);
    const [state, effects] = transition(third.state, spoken());
    expect(state).toMatchObject({ node: "reviewed", corrections: maxCorrections, replies: [{ failed: true }] });
    expect(types(effects)).toEqual(["coach"]);
  });

  it("uses up the lines of replies that stand, and of no other", () => {
    const { state } = follow(
      ...toSpeaking,
      spoken("odile", ["greet:1"]),
      objected,
      spoken("odile", ["greet:2"]),
      approved,
    );
    expect(state).toMatchObject({ conversation: { usedLines: ["greet:2"] } });
  });

  it("tells a reader's stop from a fault", () => {
    const stop = transition(follow(...toSpeaking).state, { type: "interrupted", code: "stopped", by: "reader" });
    expect(stop[1]).toEqual([{ type: "unsettle", status: "stopped", code: "stopped" }]);
    const fault = transition(follow(...toSpeaking).state, { type: "interrupted", code: "stall", by: "fault" });
    expect(fault[1]).toEqual([{ type: "unsettle", status: "interrupted", code: "stall" }]);
  });

  it("survives being written down at any node, and takes up its work from there", () => {
    const events = [...toSpeaking, { type: "released" } as const, spoken(), approved, { type: "coached" } as const];
    events.forEach((_event, count) => {
      const { state } = follow(...events.slice(0, count + 1));
      const restored = JSON.parse(JSON.stringify(state)) as TurnState; // sound: what was just written
      expect(restored).toEqual(state);
      const [again, effects] = resume(restored);
      expect(effects).toHaveLength(1);
      expect(turnNodes).toContain(again.node);
    });
  });

  it("takes nothing more once it has ended", () => {
    for (const node of finalNodes) expect(Object.keys(table[node])).toEqual([]);
  });
});

const anyEvent = fc.constantFrom<TurnEvent>(
  perception,
  advanced("odile"),
  advanced("dana", "tomas"),
  grounded,
  { type: "opened" },
  { type: "released" },
  hit,
  spoken(),
  approved,
  objected,
  { type: "coached" },
  { type: "settled" },
  { type: "refused", code: "language" },
  { type: "failed", code: "internal" },
  { type: "interrupted", code: "stall", by: "fault" },
);

describe("for any order of events, a turn", () => {
  it("stays on known nodes, keeps to two corrections, and settles only what every buyer has said", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let [state] = begin("t1", 1);
        for (const event of events) {
          const from = state;
          try {
            [state] = transition(state, event);
          } catch (error) {
            expect(error).toBeInstanceOf(IllegalTransition);
            expect(state).toBe(from);
          }
          expect(turnNodes).toContain(state.node);
          if ("corrections" in state) expect(state.corrections).toBeLessThanOrEqual(maxCorrections);
          if (state.node === "coached" || state.node === "settled") {
            expect(state.replies.length).toBe(state.plans.length);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("can always still be failed or interrupted until it has ended", () => {
    for (const node of turnNodes) {
      const ended = finalNodes.some((final) => final === node);
      expect("failed" in table[node]).toBe(!ended);
      expect("interrupted" in table[node]).toBe(!ended);
    }
  });
});

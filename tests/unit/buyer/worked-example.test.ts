import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { perceived } from "@/tests/fixtures/moves";
import { paperlane } from "@/tests/fixtures/paperlane";
import { averageSeller, strongSeller, weakSeller, type SellerTurn } from "@/tests/fixtures/paperlane-sellers";

type Played = { turn: SellerTurn; before: ConversationState; after: ConversationState; plans: ReplyPlan[] };

function play(turns: SellerTurn[]): Played[] {
  let state = initialState(paperlane, { seed: 7, attempt: 1, difficulty: "standard" });
  return turns.map((turn, index) => {
    const before = state;
    const perception = perceived(turn.moves);
    const result = advance(paperlane, state, { turn: index + 1, messageId: `s${index + 1}`, text: "…", perception });
    ({ state } = result);
    return { turn, before, after: state, plans: result.plans };
  });
}

const buyers = (state: ConversationState) => Object.values(state.buyers);
const unlockedIds = (state: ConversationState) => buyers(state).flatMap((b) => b.unlocked.map((f) => f.factId));
const hintedIds = (state: ConversationState) => buyers(state).flatMap((b) => b.hinted.map((f) => f.factId));
const granted = (state: ConversationState) => buyers(state).flatMap((b) => b.concessions);
const objections = (state: ConversationState) => Object.assign({}, ...buyers(state).map((b) => b.objections));
const withStatus = (state: ConversationState, status: string) =>
  Object.entries<{ status: string }>(objections(state))
    .filter(([, objection]) => objection.status === status)
    .map(([id]) => id)
    .toSorted();
const heardMore = (before: ConversationState, after: ConversationState) =>
  Object.entries<{ heard: number }>(objections(after))
    .filter(([id, objection]) => objection.heard > objections(before)[id].heard)
    .map(([id]) => id);
const fresh = (before: string[], after: string[]) => after.filter((id) => !before.includes(id)).toSorted();

const sellers: [string, SellerTurn[]][] = [
  ["weak", weakSeller],
  ["average", averageSeller],
  ["strong", strongSeller],
];

describe.each(sellers)("the worked example, %s seller", (_name, turns) => {
  const talk = play(turns);

  it("moves every meter of both buyers as computed, turn by turn", () => {
    const dana = { t: 30, i: 35, p: 70 };
    const tomas = { t: 40, i: 30, p: 60 };
    talk.forEach(({ turn, after }, index) => {
      Object.assign(dana, turn.dana);
      Object.assign(tomas, turn.tomas);
      const real = (id: string) => {
        const meters = after.buyers[id]?.meters;
        return { t: meters?.trust, i: meters?.interest, p: meters?.patience };
      };
      expect({ turn: index + 1, dana: real("dana"), tomas: real("tomas") }).toEqual({ turn: index + 1, dana, tomas });
    });
  });

  it("unlocks and hints at the facts each turn earned, and no other", () => {
    talk.forEach(({ turn, before, after }, index) => {
      const told = fresh(unlockedIds(before), unlockedIds(after));
      const hinted = fresh(hintedIds(before), hintedIds(after));
      expect([index + 1, told, hinted]).toEqual([index + 1, turn.unlocked ?? [], turn.hinted ? [turn.hinted] : []]);
    });
  });

  it("raises, returns and resolves the objections of each turn, and no other", () => {
    talk.forEach(({ turn, before, after }, index) => {
      const heard = heardMore(before, after);
      const solved = fresh(withStatus(before, "resolved"), withStatus(after, "resolved"));
      const expected = [turn.raised ?? turn.returned].filter((id) => id !== undefined);
      expect([index + 1, heard, solved]).toEqual([index + 1, expected, turn.resolved ?? []]);
    });
  });

  it("grants the rungs of the ladder one a turn as they are earned", () => {
    talk.forEach(({ turn, before, after }, index) => {
      const rungs = fresh(granted(before), granted(after));
      expect([index + 1, rungs]).toEqual([index + 1, turn.granted ? [turn.granted] : []]);
    });
  });

  it("goes through the stages each turn brings", () => {
    talk.forEach(({ turn, after }, index) => {
      const gone = after.transitions.filter((transition) => transition.turn === index + 1).map(({ to }) => to);
      expect([index + 1, gone]).toEqual([index + 1, turn.stages ?? []]);
    });
  });

  it("lets the right buyers speak with the right intent", () => {
    talk.forEach(({ turn, plans }, index) => {
      const spoken = plans.map(({ speakerId, intent }) => [speakerId, intent]);
      expect([index + 1, spoken]).toEqual([index + 1, turn.speakers]);
    });
  });
});

describe("the worked example ends", () => {
  const end = (turns: SellerTurn[]) => {
    const state = play(turns).at(-1)?.after;
    if (state === undefined) throw new Error("no turns");
    return {
      outcome: state.outcome,
      reason: state.endReason,
      told: unlockedIds(state).toSorted(),
      resolved: withStatus(state, "resolved"),
      open: withStatus(state, "open"),
    };
  };

  it("lost by patience for the weak seller, with nothing told", () => {
    expect(end(weakSeller)).toEqual({
      outcome: "lost",
      reason: "patience",
      told: [],
      resolved: [],
      open: ["O1", "O3", "O4", "O5"],
    });
  });

  it("with a dated next step for the average seller", () => {
    expect(end(averageSeller)).toEqual({
      outcome: "follow_up",
      reason: "next_step",
      told: ["F1", "F5"],
      resolved: ["O2"],
      open: ["O1", "O4", "O5"],
    });
  });

  it("won for the strong seller, with everything told and nothing open", () => {
    expect(end(strongSeller)).toEqual({
      outcome: "won",
      reason: "commitment",
      told: ["F1", "F2", "F3", "F4", "F5", "F6", "T1", "T2", "T3"],
      resolved: ["O1", "O2", "O3", "O5"],
      open: [],
    });
  });

  it("with the fact behind the increase in reach of the average seller from turn 5 on", () => {
    expect(play(averageSeller).at(-1)?.after.buyers["dana"]?.reachable["F3"]).toBe(5);
  });
});

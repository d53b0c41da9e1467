import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { moods } from "@/agents/buyer/mood";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { testBundle } from "@/tests/fixtures/bundle";
import { move, perceived } from "@/tests/fixtures/moves";

const calm = testBundle({ persona: { objections: [] } });
const trusting = testBundle({ persona: { objections: [], meters: { trust: 60, interest: 50, patience: 70 } } });

function play(bundle: ScenarioBundle, turns: Move[][], words = 20) {
  let state = initialState(bundle, { seed: 3, attempt: 1, difficulty: "standard" });
  const plans: ReplyPlan[][] = [];
  for (const moves of turns) {
    if (state.stage === "ended") break;
    const turn = state.turn + 1;
    const input = { turn, messageId: `s${turn}`, text: "…", perception: perceived(moves, words) };
    const result = advance(bundle, state, input);
    ({ state } = result);
    plans.push(result.plans);
  }
  const last = plans.at(-1)?.[0];
  if (last === undefined) throw new Error("nobody spoke");
  return { state, plans, last };
}

const times = (count: number, moves: Move[]) => Array.from({ length: count }, () => moves);
const end = ({ outcome, endReason, turn }: ConversationState) => [outcome, endReason, turn];

describe("a buyer answers", () => {
  it("a closed question shortly, and keeps the fact", () => {
    const { last, state } = play(trusting, [[move("ask_closed", { topic: "volume" })]]);
    expect(last.answer).toEqual({ kind: "public", topic: "volume", form: "closed" });
    expect(state.buyers["odile"]?.unlocked).toEqual([]);
  });

  it("a good question with trust enough by telling the fact in the same turn", () => {
    const { last, state } = play(trusting, [[move("ask_open", { topic: "volume" })]]);
    expect(last).toMatchObject({ intent: "answer", answer: { kind: "tell", factIds: ["F1"] } });
    const earned = { factId: "F1", turn: 1, messageId: "s1", move: { type: "ask_open", topic: "volume" } };
    expect(state.buyers["odile"]?.unlocked).toEqual([earned]);
  });

  it("a good question a little short of trust with a hint, once, and then from what is public", () => {
    const ask = [move("ask_open", { topic: "volume" })];
    const { plans } = play(calm, [ask, ask]);
    expect(plans[0]?.[0]).toMatchObject({ intent: "hesitate", answer: { kind: "breadcrumb" } });
    expect(plans[1]?.[0]?.answer).toEqual({ kind: "public", topic: "volume", form: "open" });
  });

  it("a question far short of trust without any hint", () => {
    const { last } = play(calm, [[move("ask_open", { topic: "rival" })]]);
    expect(last.answer).toEqual({ kind: "deflect", topic: "rival" });
  });

  it("what it has told before by returning to it", () => {
    const ask = [move("ask_open", { topic: "volume" })];
    expect(play(trusting, [ask, ask]).last).toMatchObject({
      answer: { kind: "again", factId: "F1" },
      asked: { times: 2 },
    });
  });

  it("a message of over eighty words by interrupting, unless a fact was earned", () => {
    const long = play(trusting, [[move("present_value", { topic: "site" })]], 81);
    expect(long.last.answer).toEqual({ kind: "react", to: "too_long" });
    const earned = play(trusting, [[move("ask_open", { topic: "volume" })]], 81);
    expect(earned.last.answer).toEqual({ kind: "tell", factIds: ["F1"] });
  });

  it("a long Chinese message by interrupting too, counted in characters", () => {
    const zh = { ...trusting, scenario: { ...trusting.scenario, locale: "zh-CN" as const } };
    const answerTo = (characters: number) => {
      const state = initialState(zh, { seed: 3, attempt: 1, difficulty: "standard" });
      const perception = perceived([move("present_value", { topic: "site" })], characters);
      return advance(zh, state, { turn: 1, messageId: "s1", text: "量".repeat(characters), perception }).plans[0]
        ?.answer;
    };
    expect(answerTo(134)).toEqual({ kind: "react", to: "too_long" });
    expect(answerTo(100)).toEqual({ kind: "react", to: "value_blind" });
  });

  it("a price by haggling, or by comparing if that is its way", () => {
    const shopper = testBundle({ persona: { objections: [], archetype: "comparison_shopper" } });
    const quote = [[move("quote_price", { amount: 49_000 })]];
    expect(play(calm, quote).last.intent).toBe("negotiate");
    expect(play(shopper, quote).last.intent).toBe("compare_competitor");
  });

  it("the first unclear question by asking what was meant, the second by changing the subject", () => {
    const { plans } = play(trusting, times(2, [move("ask_open")]));
    expect(plans.map(([plan]) => plan?.answer)).toEqual([{ kind: "repair" }, { kind: "deflect" }]);
  });

  it("shorter when patience runs thin", () => {
    const thin = testBundle({ persona: { objections: [], meters: { trust: 30, interest: 35, patience: 30 } } });
    const filler = [[move("ask_closed", { topic: "site" })]];
    const ample = play(calm, filler).last.length;
    const short = play(thin, filler).last.length;
    expect(short[1]).toBe(Math.round(ample[1] / 2));
  });
});

describe("an objection", () => {
  const bundle = testBundle({ persona: { meters: { trust: 60, interest: 50, patience: 90 } } });
  const raised = [move("quote_price", { amount: 49_000 })];
  const fact = [move("ask_open", { topic: "volume" })];
  const agree = [move("acknowledge", { objectionId: "O1" })];
  const answer = [move("address_objection", { objectionId: "O1", topic: "volume" })];
  const status = (turns: Move[][]) => play(bundle, turns).state.buyers["odile"]?.objections["O1"]?.status;

  it("is resolved by acknowledging it, learning its cause and then answering to the point", () => {
    expect(status([raised, agree, fact, answer])).toBe("resolved");
    expect(status([raised, fact, [...agree, ...answer]])).toBe("resolved");
  });

  it("is not resolved without acknowledgement, before its cause is told, or beside the point", () => {
    expect(status([raised, fact, answer])).toBe("open");
    expect(status([raised, agree, answer])).toBe("open");
    expect(status([raised, agree, [...fact, ...answer]])).toBe("open");
    expect(status([raised, agree, fact, [move("address_objection", { objectionId: "O1", topic: "site" })]])).toBe(
      "open",
    );
  });

  it("comes back in its next wording when the trainee asks too early", () => {
    const { plans } = play(bundle, [
      raised,
      [move("ask_commitment")],
      [move("ask_commitment")],
      [move("ask_commitment")],
    ]);
    const lines = plans.map(([plan]) => (plan?.agenda?.kind === "objection" ? plan.agenda.line : null));
    const surface = bundle.personas[0]?.objections.find(({ id }) => id === "O1")?.surface ?? [];
    expect(lines.slice(0, 3)).toEqual([...surface]);
    expect(lines[3]).not.toBe(surface[2]);
  });
});

describe("a talk ends", () => {
  it("lost as stuck after six turns that change nothing but patience", () => {
    const patient = testBundle({ persona: { objections: [], meters: { trust: 30, interest: 35, patience: 100 } } });
    const { state, last } = play(patient, times(20, [move("filler")]));
    expect(end(state)).toEqual(["lost", "stuck", 6]);
    expect(last).toMatchObject({ intent: "reject_soft", ending: { outcome: "lost", reason: "stuck" } });
  });

  it("lost at once by a severe insult, and by the second unprofessional message", () => {
    expect(end(play(calm, [[move("unprofessional", { severe: true })]]).state)).toEqual(["lost", "insulted", 1]);
    const calmly = testBundle({ persona: { objections: [], meters: { trust: 90, interest: 90, patience: 100 } } });
    expect(end(play(calmly, times(3, [move("unprofessional")])).state)).toEqual(["lost", "insulted", 2]);
  });

  it("lost when a walk-away limit of the buyer is crossed", () => {
    const twice = [move("disparage", { topic: "rival" })];
    expect(end(play(trusting, [twice, twice]).state)).toEqual(["lost", "walk_away", 2]);
  });

  it("expired at the last turn", () => {
    const short = testBundle({ persona: { objections: [] }, scenario: { maxTurns: 4 } });
    const turns = ["site", "service", "volume", "cause"].map((topic) => [move("ask_open", { topic })]);
    expect(end(play(short, turns).state)).toEqual(["expired", "turn_limit", 4]);
  });

  it("expired when a message comes as the time is up, and not while a minute is left", () => {
    const start = { seed: 3, attempt: 1, difficulty: "standard" as const, endsAt: "2027-01-12T10:20:00.000Z" };
    const at = (now: string) => {
      const input = {
        turn: 1,
        messageId: "s1",
        text: "…",
        perception: perceived([move("ask_open", { topic: "site" })]),
        now,
      };
      return advance(calm, initialState(calm, start), input);
    };
    expect(end(at("2027-01-12T10:18:59.000Z").state)).toEqual([null, null, 1]);
    const late = at("2027-01-12T10:19:10.000Z");
    expect(end(late.state)).toEqual(["expired", "time_limit", 1]);
    expect(late.plans[0]).toMatchObject({ intent: "press_for_time", ending: { outcome: "expired" } });
  });

  it("won by a ready ask and with a next step by a dated one, each with trust enough", () => {
    const keen = testBundle({ persona: { objections: [], meters: { trust: 60, interest: 70, patience: 70 } } });
    expect(end(play(keen, [[move("ask_commitment")]]).state)).toEqual(["won", "commitment", 1]);
    const step = [move("propose_next_step", { dated: true })];
    expect(end(play(keen, [step]).state)).toEqual(["follow_up", "next_step", 1]);
    expect(play(calm, [step]).state).toMatchObject({ stage: "closing", outcome: null });
    expect(play(keen, [[move("propose_next_step")]]).state.outcome).toBeNull();
  });

  it("and takes no further turn", () => {
    const { state } = play(calm, [[move("unprofessional", { severe: true })]]);
    const input = { turn: 2, messageId: "s2", text: "…", perception: perceived([]) };
    expect(() => advance(calm, state, input)).toThrow(/ended/);
  });
});

describe("the mood", () => {
  const messages = [1, 2, 3, 4].flatMap((turn) => [
    { turn, speaker: "trainee", number: turn * 2 - 1 },
    { turn, speaker: "odile", number: turn * 2 },
  ]);

  it("is told in words and names the message that changed it most", () => {
    const { state } = play(calm, [[move("greet")], [move("pressure")], [move("ask_open", { topic: "site" })]]);
    expect(moods(state, messages)).toEqual([
      {
        buyerId: "odile",
        trust: "guarded",
        interest: "listening",
        patience: "thin",
        shift: { meter: "patience", direction: "down", sinceMessage: 3 },
      },
    ]);
  });

  it("names no cause when nothing notable happened lately", () => {
    const { state } = play(calm, [[move("greet")]]);
    expect(moods(state, messages)[0]?.shift).toBeNull();
  });
});

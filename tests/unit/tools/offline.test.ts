import { describe, expect, it } from "vitest";
import { consult } from "@/agents/tools/consult";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { gateRules } from "@/agents/guard/rules";
import { checkText } from "@/agents/guard/gate";
import { reviewReply } from "@/agents/review/rules";
import { initialState } from "@/agents/buyer/initial";
import { speakerView } from "@/agents/buyer/view";
import type { ReplyPlan } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";
import { move, perceived } from "@/tests/fixtures/moves";
import { barePlan, bundleIn, personaOf } from "@/tests/support/speaker-view";
import { claimedTurn } from "@/tests/support/turn-record";
import { turnTools } from "@/tests/support/turn-tools";

type Moves = ReturnType<typeof move>[];

/** What the offline buyer answers to a message, with the tools its scenario has. */
async function answer(locale: Locale, text: string, moves: Moves, plan: Partial<ReplyPlan>, seed = 7) {
  const bundle = bundleIn(locale);
  const state = initialState(bundle, { seed, attempt: 1, difficulty: "standard" });
  const claimed = { ...claimedTurn({ bundle, state, text }) };
  const tools = turnTools({ allowed: bundle.scenario.tools ?? [], context: { locale, seed } });
  const notes = await consult(claimed, perceived(moves), tools, new AbortController().signal);
  const transcript = [{ messageId: "s1", speaker: "trainee", text, turn: 1 }];
  const full = barePlan(personaOf(bundle), plan);
  const view = speakerView(bundle, { ...state, turn: 1 }, full, { transcript, passages: [], notes });
  const reply = composeReply(view).text;
  const gate = checkText(reply, true, gateRules({ bundle, state, view, instructions: null, canary: null }));
  return { reply, notes, faults: [gate, reviewReply(reply, view)].filter((one) => one !== null) };
}

const price: Partial<ReplyPlan> = { intent: "negotiate", answer: { kind: "react", to: "price" }, length: [8, 45] };
const step = (date: string): Moves => [move("propose_next_step", { date, dated: true })];
const agreed: Partial<ReplyPlan> = {
  intent: "accept",
  ending: { outcome: "follow_up", reason: "next_step" },
  length: [8, 45],
};
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe("the offline buyer with tools", () => {
  it.each<[Locale, string, RegExp]>([
    ["en", "Plus is £7.40 a licence a month for 950 licences.", /£7,030 a month/u],
    ["zh-CN", "每个账号每月52元，您这边620个账号。", /每月3\.224万元/u],
  ])("counts aloud what a price comes to, in %s", async (locale, text, figure) => {
    for (const seed of seeds) {
      const { reply, faults } = await answer(locale, text, [move("quote_price", { topic: "price" })], price, seed);
      expect(reply).toMatch(figure);
      expect(faults).toEqual([]);
    }
  });

  it.each<[Locale, string, string]>([
    ["en", "Shall we have a call on Thursday 11 February?", "2027-02-11"],
    ["zh-CN", "那我们下周四视频聊一下？", "2027-04-15"],
  ])("agrees to a day with a time on it, in %s", async (locale, text, date) => {
    for (const seed of seeds) {
      const { reply, notes, faults } = await answer(locale, text, step(date), agreed, seed);
      expect(notes[0]?.slots?.[0]?.date).toBe(date);
      expect(reply).toContain(notes[0]?.slots?.[0]?.time);
      expect(faults).toEqual([]);
    }
  });

  it.each<[string, Locale, string]>([
    ["the seller has named a time", "en", "Shall we have a call on Thursday 11 February at 2pm?"],
    ["the seller has named a time", "zh-CN", "下周四下午三点视频聊一下？"],
    ["something is only to be sent", "en", "I will send you the paper by Thursday 11 February."],
    ["something is only to be sent", "zh-CN", "我下周四把方案发您。"],
  ])("names no time of its own when %s (%s)", async (_why, locale, text) => {
    const { reply, notes } = await answer(locale, text, step("2027-04-15"), agreed);
    expect(notes).toEqual([]);
    expect(reply).not.toMatch(/\d\d:\d\d/u);
  });
});

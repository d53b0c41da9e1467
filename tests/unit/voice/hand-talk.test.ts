import { describe, expect, it } from "vitest";
import { wordsOf } from "@/agents/models/offline/buyer/words";
import { playLines } from "@/tests/support/hand-talk";

const consents = wordsOf("en").consents;
const seeds = [1, 2, 3, 5, 7, 11, 13, 17];

describe("a buyer spoken to by hand", () => {
  it("takes asking how things are for no plan to agree to", () => {
    for (const seed of seeds) {
      const reply = playLines("saas-renewal-en", ["Hi Priya, how are things in Whitby?"], seed).at(-1)?.reply ?? "";
      expect(
        consents.filter((line) => reply.includes(line)),
        reply,
      ).toEqual([]);
    }
  });

  it("agrees to a plan when asked whether it suits", () => {
    const line = "Hi Priya, I'd like 20 minutes for the renewal. Is that all right?";
    const replies = seeds.map((seed) => playLines("saas-renewal-en", [line], seed).at(-1)?.reply ?? "");
    expect(replies.every((reply) => consents.some((words) => reply.includes(words)))).toBe(true);
  });

  it("accepts a date without a word of doubt before it", () => {
    const lines = [
      "hi priya",
      "how did you find out about the increase",
      "how many people use it in winter",
      "the total is £84,360, because plus sends hours to payroll. can we talk on thursday 11 february at 10",
    ];
    for (const seed of seeds) {
      const { reply = "", state } = playLines("saas-renewal-en", lines, seed).at(-1) ?? {};
      const doubts = state?.usedLines.slice(-3).filter((id) => /hesitate|rejectSoft/.test(id)) ?? [];
      if (state?.outcome === "follow_up") expect(doubts, reply).toEqual([]);
    }
  });

  it("meets a plan for the talk with no small talk of its own", () => {
    for (const seed of seeds) {
      const { state } = playLines("card-upgrade-zh", ["何姐好", "打扰您几分钟，聊聊卡的事"], seed).at(-1) ?? {};
      expect(state?.usedLines.filter((id) => id.startsWith("smallTalk"))).toEqual([]);
    }
  });
});

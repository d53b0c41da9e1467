import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { isProved } from "@/agents/judge/evidence";
import type { JudgeInput } from "@/agents/judge/input";
import { judgeByRules } from "@/agents/judge/offline";
import { revealHidden } from "@/agents/judge/hidden";
import { scoreChecks } from "@/agents/judge/score";
import type { Policy, RubricCheck, ScenarioBundle } from "@/lib/contracts/content";
import type { Message } from "@/lib/contracts/session";
import { perceived } from "@/tests/fixtures/moves";
import { paperlane } from "@/tests/fixtures/paperlane";
import { averageSeller, type SellerTurn, strongSeller, weakSeller } from "@/tests/fixtures/paperlane-sellers";
import { averageWords, type Spoken, strongWords, weakWords } from "@/tests/fixtures/paperlane-words";

const check = (
  rule: RubricCheck["rule"],
  skill: RubricCheck["skill"],
  weight: number,
  more: Partial<RubricCheck> = {},
): RubricCheck => ({
  id: rule,
  rule,
  skill,
  title: rule,
  test: rule,
  weight,
  blocker: false,
  met: "yes",
  notMet: "no",
  tryThis: "try …",
  ...more,
});

const checks = [
  check("agenda", "opening", 1),
  check("follow_up", "discovery", 2),
  check("needs", "discovery", 3),
  check("linked", "value", 2),
  check("ack_first", "objection_handling", 2),
  check("real_concern", "objection_handling", 3, { objectionId: "O1" }),
  check("dated", "closing", 2),
  check("trade", "closing", 1),
  check("own_words", "empathy", 2),
  check("summary", "clarity", 1),
  check("disclosure", "compliance", 2),
  check("banned", "compliance", 2, { blocker: true }),
];

const banned = (id: string, pattern: string): Policy["bannedClaims"][number] => ({
  id,
  label: id,
  severity: "block",
  patterns: [pattern],
  safer: "Say what is proved.",
  matching: [],
  harmless: [],
});
const due = (id: string, pattern: string): Policy["requiredDisclosures"][number] => ({
  id,
  label: id,
  trigger: "quote_price",
  withinTurns: 2,
  patterns: [pattern],
  safer: id,
});

const bundle: ScenarioBundle = {
  ...paperlane,
  rubric: { ...paperlane.rubric, cap: 40, checks },
  policy: {
    ...paperlane.policy,
    bannedClaims: [banned("rival", "billmesh loses"), banned("deadline", "ends tonight")],
    requiredDisclosures: [due("billing", "billed annually in advance"), due("fixed", "seats and term (stay )?fixed")],
  },
};

function flagsOf(text: string): Message["flags"] {
  return bundle.policy.bannedClaims.flatMap((rule) => {
    const hit = new RegExp(rule.patterns[0] ?? "", "iu").exec(text);
    const span = hit && { start: hit.index, end: hit.index + hit[0].length };
    return span ? [{ ruleId: rule.id, label: rule.label, severity: rule.severity, span, safer: rule.safer }] : [];
  });
}

function play(turns: SellerTurn[], words: Spoken[]): JudgeInput {
  let state = initialState(bundle, { seed: 7, attempt: 1, difficulty: "standard" });
  const messages: Message[] = [];
  const intents: JudgeInput["intents"] = [];
  const say = (id: string, turn: number, speaker: string, text: string) =>
    messages.push({
      id,
      number: messages.length + 1,
      turn,
      turnId: `t${turn}`,
      speaker,
      text,
      status: "complete",
      reworded: false,
      degraded: false,
      flags: speaker === "trainee" ? flagsOf(text) : [],
      createdAt: "2027-01-12T09:00:00.000Z",
    });
  turns.forEach(({ moves }, index) => {
    const turn = index + 1;
    const spoken = words[index];
    if (!spoken || spoken.pieces.length !== moves.length) throw new Error(`turn ${turn} needs ${moves.length} pieces`);
    const text = spoken.pieces.join(" ");
    let at = 0;
    const placed = moves.map((move, piece) => {
      const length = spoken.pieces[piece]?.length ?? 0;
      const span = { start: at, end: at + length };
      at += length + 1;
      return { ...move, span };
    });
    say(`s${turn}`, turn, "trainee", text);
    const next = advance(bundle, state, { turn, messageId: `s${turn}`, text, perception: perceived(placed) });
    ({ state } = next);
    intents.push(...next.plans.map(({ speakerId, intent }) => ({ turn, speakerId, intent })));
    for (const [speaker, reply] of spoken.replies) say(`${speaker}${turn}`, turn, speaker, reply);
  });
  return { bundle, state, messages, intents, buyerFailed: false };
}

const talks = {
  weak: { input: play(weakSeller, weakWords), met: ["agenda"], score: 4 },
  average: {
    input: play(averageSeller, averageWords),
    met: ["agenda", "ack_first", "dated", "own_words", "disclosure", "banned"],
    score: 48,
  },
  strong: {
    input: play(strongSeller, strongWords),
    met: checks.map(({ id }) => id).filter((id) => id !== "disclosure"),
    score: 91,
  },
};

describe.each(Object.entries(talks))("the rules reading the %s seller", (name, { input, met, score }) => {
  const results = judgeByRules(input);

  it("decide every check as worked out", () => {
    const decided = Object.fromEntries(results.map(({ checkId, status }) => [checkId, status]));
    const expected = Object.fromEntries(checks.map(({ id }) => [id, met.includes(id) ? "met" : "not_met"]));
    expect(decided).toEqual(expected);
  });

  it("prove every verdict with words on record or a scanned range", () => {
    for (const result of results) {
      expect(result.evidence.length > 0 || result.scan !== null, result.checkId).toBe(true);
      for (const quote of result.evidence)
        expect(isProved(quote, input.messages), `${result.checkId}: ${quote.quote}`).toBe(true);
    }
  });

  it("add up to the score worked out", () => {
    const turns = input.messages.filter(({ speaker }) => speaker === "trainee").length;
    expect(scoreChecks(results, { traineeTurns: turns, buyerFailed: false, cap: 40 }).score).toBe(score);
  });

  it("read the same talk the same way again", () => {
    expect(judgeByRules(input)).toEqual(results);
  });

  it("reveal every sealed fact with its unlock, and a receipt for each that was told", () => {
    const hidden = revealHidden(input);
    expect(hidden).toHaveLength(9);
    for (const fact of hidden) {
      expect(fact.conditions.length).toBeGreaterThan(0);
      if (fact.earned)
        expect(
          fact.conditions.every(({ held }) => held),
          `${name} ${fact.factId}`,
        ).toBe(true);
      if (fact.receipt) expect(isProved(fact.receipt, input.messages)).toBe(true);
    }
  });
});

import { describe, expect, it } from "vitest";
import { play, type Talk } from "@/agents/preflight/play";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Locale } from "@/lib/contracts/vocabulary";

/** Trainees who get nowhere, by what they type in each turn. */
const phrases: Record<Locale, { repeats: string; nothing: string[]; noise: string; presses: string; insults: string }> =
  {
    en: {
      repeats: "How do things work for you at the moment?",
      nothing: ["ok", "hm", "well", "sure", "right", "yes"],
      noise: "lorem blah zxqv 0 ",
      presses: "This offer ends today, you have to sign right now or you lose it.",
      insults: "You are an idiot.",
    },
    "zh-CN": {
      repeats: "你们现在是怎么做的？",
      nothing: ["好", "嗯", "哦", "是", "行", "好的"],
      noise: "哦啊呃嗯噢咦",
      presses: "今天不签就没有这个价了，您现在必须定下来！",
      insults: "你是白痴吗，滚。",
    },
  };

function talkOf(bundle: ScenarioBundle, say: (turn: number) => string, seed = 3): Talk {
  return play(bundle, { name: "weak", say: ({ turn }) => say(turn) }, { seed });
}

const replies = (talk: Talk) => talk.turns.flatMap((turn) => turn.replies);
const named = bundles.map((bundle) => [bundle.scenario.id, bundle] as const);

/** Nothing is said twice word for word, but for the shortest of all: a “Hm.” may come again. */
function saidTwice(talk: Talk): string[] {
  const lines = replies(talk).map(({ text }) => text);
  return lines.filter((line, at) => lines.indexOf(line) !== at && line.length > 12);
}

function ends(talk: Talk): void {
  expect(talk.state.stage).toBe("ended");
  const last = talk.turns.at(-1)?.replies.at(-1);
  expect(last?.plan.ending?.reason).toBe(talk.state.endReason);
  const speaker = talk.bundle.personas.find(({ id }) => id === last?.speakerId);
  const { outcome, endReason } = talk.state;
  const bank = endReason === "stuck" ? "stuck" : outcome;
  if (bank === null || bank === "abandoned") throw new Error("not an ending of the buyer's");
  const spoken = (line: string) => last?.text.includes(line.replaceAll(/[。.]$/gu, ""));
  const own = speaker?.voice.ending[bank] ?? [];
  expect(own.some(spoken), `${last?.text} is none of ${own.join(" | ")}`).toBe(true);
}

describe.each(named)("in %s", (_id, bundle) => {
  const words = phrases[bundle.scenario.locale];

  it("a trainee who repeats one sentence is met with other words each time, and an end", () => {
    const talk = talkOf(bundle, () => words.repeats);
    ends(talk);
    expect(saidTwice(talk)).toEqual([]);
    expect(["stuck", "patience"]).toContain(talk.state.endReason);
    // The first time earns something; what the buyer brings up by itself starts the count of six anew.
    expect(talk.turns.length).toBeLessThanOrEqual(14);
  });

  it("a trainee who says nothing useful is told that this leads nowhere, after six turns at the latest", () => {
    const talk = talkOf(bundle, (turn) => words.nothing[turn % words.nothing.length] ?? "");
    ends(talk);
    expect(saidTwice(talk)).toEqual([]);
    expect(["stuck", "patience"]).toContain(talk.state.endReason);
    // One thing the buyer brings up by itself, such as a worry of its own, starts the count anew.
    expect(talk.turns.length).toBeLessThanOrEqual(14);
  });

  it("a trainee who pastes 4,000 characters of noise gets the same end and no fact", () => {
    const noise = words.noise.repeat(400).slice(0, 4000);
    const talk = talkOf(bundle, () => noise);
    ends(talk);
    expect(saidTwice(talk)).toEqual([]);
    expect(["stuck", "patience"]).toContain(talk.state.endReason);
    expect(Object.values(talk.state.buyers).flatMap(({ unlocked }) => unlocked.filter(({ turn }) => turn > 0))).toEqual(
      [],
    );
    expect(talk.turns.length).toBeLessThanOrEqual(14);
  });

  it("a buyer who is insulted leaves at once, in words of its own", () => {
    const talk = talkOf(bundle, () => words.insults);
    ends(talk);
    expect([talk.state.outcome, talk.state.endReason, talk.turns.length]).toEqual(["lost", "insulted", 1]);
    const last = talk.turns[0]?.replies.at(-1);
    const offended = bundle.personas.find(({ id }) => id === last?.speakerId)?.voice.insulted ?? [];
    expect(offended.some((line) => last?.text.includes(line.replaceAll(/[。.]$/gu, "")))).toBe(true);
  });

  it("a buyer whose patience is gone leaves, in words of its own", () => {
    const talk = talkOf(bundle, () => words.presses);
    ends(talk);
    expect(talk.state.outcome).toBe("lost");
    expect(["patience", "walk_away"]).toContain(talk.state.endReason);
  });

  it("a talk whose turns are used up ends with the buyer saying so", () => {
    const topics = bundle.scenario.topics.flatMap((topic) => topic.words.slice(0, 3));
    const short = { ...bundle, scenario: { ...bundle.scenario, maxTurns: 4 } };
    const ask = (topic: string) =>
      bundle.scenario.locale === "en" ? `How does ${topic} work for you?` : `${topic}方面现在是怎么样的？`;
    const talk = talkOf(short, (turn) => ask(topics[turn * 2] ?? "work"));
    ends(talk);
    expect([talk.state.outcome, talk.state.endReason, talk.turns.length]).toEqual(["expired", "turn_limit", 4]);
  });
});

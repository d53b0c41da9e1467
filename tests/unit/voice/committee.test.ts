import { describe, expect, it } from "vitest";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { buildPrompt } from "@/agents/buyer/prompt";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";
import { council } from "@/tests/fixtures/council";
import { move, perceived } from "@/tests/fixtures/moves";
import { trusting } from "@/tests/support/committee-talk";

interface Said {
  speakerId: string;
  text: string;
  view: SpeakerView;
}

/** One turn as it is heard: each speaker knows what the one before has just said. */
function hear(
  bundle: ScenarioBundle,
  from: ConversationState,
  moves: Move[],
): { state: ConversationState; said: Said[] } {
  const turn = from.turn + 1;
  const { state, plans } = advance(bundle, from, {
    turn,
    messageId: `s${turn}`,
    text: `${turn}`,
    perception: perceived(moves),
  });
  let usedLines = state.usedLines;
  const said: Said[] = [];
  for (const plan of plans) {
    const transcript = said.map(({ speakerId, text }) => ({ messageId: "b", speaker: speakerId, text, turn }));
    const view = speakerView(bundle, { ...state, usedLines }, plan, { transcript, passages: [] });
    const reply = composeReply(view);
    usedLines = [...usedLines, ...reply.usedLines];
    said.push({ speakerId: plan.speakerId, text: reply.text, view });
  }
  return { state: { ...state, usedLines }, said };
}

const start = (bundle: ScenarioBundle, seed: number) =>
  initialState(bundle, { seed, attempt: 1, difficulty: "standard" });
const seeds = Array.from({ length: 12 }, (_, seed) => seed);
const two = council(2);
const calm = { ...two, personas: two.personas.map((one) => ({ ...one, objections: [] })) };

describe("the offline voice of a committee", () => {
  it("leaves a question to a colleague in the approved words alone, and the colleague answers", () => {
    for (const seed of seeds) {
      const open = trusting(calm, 60);
      const { said } = hear(open, start(open, seed), [move("ask_open", { topic: "uptime", addressee: "odile" })]);
      expect(open.personas[0]?.defers?.[0]?.lines).toContain(said[0]?.text);
      expect(said[1]?.text).toMatch(/the line stood still for 613 hours in March\./iu);
      expect(said[1]?.text).not.toMatch(/^From my side|^Where I sit|^On my end/u);
    }
  });

  it("contradicts in the approved words, opening with nothing else", () => {
    for (const seed of seeds) {
      const { said } = hear(calm, start(calm, seed), [move("ask_closed", { topic: "site" })]);
      const [line] = said.slice(1);
      expect(["You see the good shifts, Odile.", "Odile, come by at night."]).toContain(line?.text);
    }
  });

  it("says that it is convinced however short its reply has to be", () => {
    const open = trusting(two, 60);
    const impatient = { ...open, personas: open.personas.map((one) => ({ ...one, style: "terse" as const })) };
    for (const seed of seeds) {
      let { state } = hear(impatient, start(impatient, seed), [move("present_value", { topic: "uptime" })]);
      const named = { addressee: "ruben" };
      const opened = [
        move("acknowledge", { objectionId: "OR1", ...named }),
        move("ask_open", { topic: "uptime", ...named }),
      ];
      ({ state } = hear(impatient, state, opened));
      const { said } = hear(impatient, state, [
        move("address_objection", { objectionId: "OR1", topic: "uptime", ...named }),
      ]);
      expect(said.map(({ speakerId }) => speakerId)).toEqual(["ruben", "odile"]);
      expect(impatient.personas[0]?.convinced?.[0]?.lines.some((line) => said[1]?.text.includes(line))).toBe(true);
    }
  });

  it("may open a second voice by naming the colleague, in words of its own", () => {
    const joining = [
      "After {colleague}, me.",
      "As for me:",
      "My turn, then.",
      "Me too, briefly.",
      "And I?",
      "Then there is me.",
    ];
    const bundle = trusting(
      {
        ...calm,
        personas: calm.personas.map((one) => ({ ...one, contradicts: [], voice: { ...one.voice, joinIn: joining } })),
      },
      60,
    );
    const moves = [
      move("ask_open", { topic: "volume", addressee: "odile" }),
      move("ask_open", { topic: "uptime", addressee: "ruben" }),
    ];
    const openers = seeds.flatMap((seed) =>
      hear(bundle, start(bundle, seed), moves)
        .said.slice(1)
        .map(({ text }) => text),
    );
    const filled = joining.map((line) => line.replace("{colleague}", "Ruben"));
    expect(openers.some((text) => filled.some((line) => text.startsWith(line)))).toBe(true);
    expect(openers.some((text) => !filled.some((line) => text.startsWith(line)))).toBe(true);
    expect(openers.join(" ")).not.toContain("{");
  });
});

describe("the prompt of a committee's buyer", () => {
  const deferring = hear(calm, start(calm, 1), [move("ask_open", { topic: "uptime", addressee: "odile" })]).said;
  const contradicting = hear(calm, start(calm, 1), [move("ask_closed", { topic: "site" })]).said;
  const promptOf = (said: Said | undefined) =>
    said === undefined ? { instructions: "", messages: [] } : buildPrompt(said.view);

  it("names the colleague a question is left to, and gives the words", () => {
    const { instructions } = promptOf(deferring[0]);
    expect(instructions).toContain("Leave it to Ruben Falk");
    expect(instructions).toContain(deferring[0]?.text);
    expect(promptOf(deferring[1]).instructions).toContain("left the question to you");
  });

  it("tells a second voice who has just spoken, and shows those words under the name", () => {
    const { instructions, messages } = promptOf(contradicting[1]);
    expect(instructions).toContain("Odile Brandt has just spoken");
    expect(instructions).toContain(contradicting[1]?.text);
    expect(messages.at(-1)?.content).toContain("Your colleague Odile Brandt said:");
    expect(messages.at(-1)?.content).toContain(contradicting[0]?.text);
  });

  it("does so in Chinese as well", () => {
    const view = contradicting[1]?.view;
    if (view === undefined) throw new Error("nobody contradicted");
    const { instructions, messages } = buildPrompt({ ...view, locale: "zh-CN" });
    expect(instructions).toContain("Odile Brandt刚说完");
    expect(messages.at(-1)?.content).toContain("您的同事Odile Brandt说：");
  });
});

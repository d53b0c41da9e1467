import { describe, expect, it } from "vitest";
import { buildPrompt } from "@/agents/buyer/prompt";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { scenarioBundleSchema } from "@/lib/contracts/content";
import { conversationStateSchema } from "@/lib/contracts/state";
import { council } from "@/tests/fixtures/council";
import { move } from "@/tests/fixtures/moves";
import { paperlane } from "@/tests/fixtures/paperlane";
import { calm, last, opening, speakersOf, steps, times, trusting } from "@/tests/support/committee-talk";

const four = council(4);
const two = council(2);

describe("the floor goes", () => {
  it("to the buyer addressed by name, whoever owns the topic", () => {
    const asked = [move("ask_open", { topic: "site", addressee: "tao" })];
    expect(speakersOf(last(steps(four, [asked])))).toEqual(["tao"]);
  });

  it("to the owner of the topic when nobody is named, and to the first buyer on a topic nobody owns", () => {
    expect(speakersOf(last(steps(calm(four), [[move("ask_open", { topic: "training" })]])))).toEqual(["mira"]);
    expect(speakersOf(last(steps(calm(four), [[move("ask_open", { topic: "site" })]])))).toEqual(["odile"]);
  });

  it("to the most provoked when everybody was pressed", () => {
    const loud = steps(four, [[move("pressure")]]);
    expect(speakersOf(last(loud))).toEqual(["mira"]);
    expect(loud[0]?.plans[0]?.answer).toEqual({ kind: "react", to: "pressure" });
  });

  it("to whoever has sat through three turns in which nobody was named", () => {
    const played = steps(calm(four), times(6, [move("greet")]));
    expect(played.map(speakersOf).slice(0, 4)).toEqual([["odile"], ["odile"], ["ruben", "mira"], ["tao"]]);
  });

  it("as second voice to a silent colleague while the first answers on its topic", () => {
    const played = steps(two, times(3, [move("ask_closed", { topic: "price" })]));
    expect(played.map(speakersOf)).toEqual([["odile"], ["odile"], ["odile", "ruben"]]);
    expect(last(played).plans[1]).toMatchObject({ after: "odile", answer: null, agenda: { kind: "ask_back" } });
  });

  it("to nobody unasked while one buyer is spoken to by name", () => {
    const played = steps(calm(four), times(6, [move("ask_closed", { topic: "site", addressee: "odile" })]));
    expect(played.map(speakersOf)).toEqual(times(6, []).map(() => ["odile"]));
  });
});

describe("in a committee", () => {
  it("the fixtures fit the contract", () => {
    for (const size of [1, 2, 3, 4]) expect(scenarioBundleSchema.safeParse(council(size)).error).toBeUndefined();
  });

  it("no more facts are unlocked in a turn than the two who speak can tell", () => {
    const open = trusting(four, 70);
    const { plans, state } = last(steps(open, [[move("ask_open", { topic: "service" })]]));
    expect(Object.values(state.buyers).flatMap(({ unlocked }) => unlocked)).toHaveLength(2);
    expect(plans.map(({ answer }) => answer?.kind)).toEqual(["tell", "tell"]);
    const again = last(steps(open, [[move("ask_open", { topic: "service" })]], state));
    expect(Object.values(again.state.buyers).flatMap(({ unlocked }) => unlocked)).toHaveLength(3);
  });

  it("the owner of what was asked is among the two, whatever the order of the scenario", () => {
    const owned = {
      ...four,
      personas: four.personas.map((one) => ({ ...one, ownsTopics: one.id === "tao" ? ["service"] : [] })),
    };
    const { plans } = last(steps(trusting(owned, 70), [[move("ask_open", { topic: "service" })]]));
    expect(plans.map(({ speakerId }) => speakerId)).toEqual(["tao", "ruben"]);
  });

  it("who closes the talk has the last word", () => {
    const short = trusting(council(2, { maxTurns: 1 }), 60);
    const { plans } = last(steps(short, [[move("ask_open", { topic: "uptime", addressee: "ruben" })]]));
    expect(plans.map(({ speakerId, ending }) => [speakerId, ending?.reason])).toEqual([
      ["ruben", undefined],
      ["odile", "turn_limit"],
    ]);
  });

  it("a concession given while another speaks is said when its buyer next has the floor", () => {
    const { state } = last(steps(paperlane, []).concat({ state: opening(paperlane), plans: [] }));
    const dana = state.buyers["dana"];
    if (dana === undefined) throw new Error("no dana");
    const given = { ...state, buyers: { ...state.buyers, dana: { ...dana, concessions: ["C1"], offered: [] } } };
    const played = steps(
      paperlane,
      [[move("ask_closed", { topic: "security", addressee: "tomas" })], [move("summarise")]],
      given,
    );
    expect(played.map(({ plans }) => plans.map(({ agenda }) => agenda?.kind === "concession"))).toEqual([
      [false],
      [true],
    ]);
    expect(played[1]?.state.buyers["dana"]?.offered).toEqual(["C1"]);
  });

  it("a stored state of before committees is still read", () => {
    const { offered: _new, ...old } = opening(two).buyers["odile"] ?? {};
    const stored = { ...opening(two), buyers: { ...opening(two).buyers, odile: old } };
    expect(conversationStateSchema.safeParse(stored).success).toBe(true);
  });

  it("what one buyer is given to speak from holds nothing of a colleague's but what was said aloud", () => {
    const open = trusting(four, 60);
    const questions = ["volume", "uptime", "training", "spares", "service", "cause", "rival"];
    const turns = questions.flatMap((topic) => [[move("ask_open", { topic })], [move("probe", { topic })]]);
    let state = opening(open);
    const transcript: { messageId: string; speaker: string; text: string; turn: number }[] = [];
    for (const moves of turns) {
      const step = last(steps(open, [moves], state));
      ({ state } = step);
      if (state.stage === "ended") break;
      for (const plan of step.plans) {
        const view = speakerView(open, state, plan, { transcript, passages: [] });
        const prompt = buildPrompt(view);
        const given = JSON.stringify([{ ...view, transcript: [] }, prompt.instructions]);
        for (const colleague of open.personas.filter(({ id }) => id !== plan.speakerId)) {
          for (const { text, spoken, recalled, breadcrumbs } of colleague.sealedFacts) {
            for (const line of [text, ...spoken, ...recalled, ...breadcrumbs]) expect(given).not.toContain(line);
          }
          for (const { concern, surface } of colleague.objections) {
            for (const line of [concern, ...surface]) expect(given).not.toContain(line);
          }
        }
        transcript.push({
          messageId: `b${state.turn}`,
          speaker: plan.speakerId,
          text: composeReply(view).text,
          turn: state.turn,
        });
      }
    }
    expect(transcript.length).toBeGreaterThan(10);
  });
});

import { describe, expect, it } from "vitest";
import { initialState } from "@/agents/buyer/initial";
import { classify } from "@/agents/perceive/classify";
import { play } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";
import { questions } from "@/agents/preflight/questions";
import { bundles } from "@/db/content";
import { playLines, type HandTurn } from "@/tests/support/hand-talk";
import { clinicTalks } from "./clinic-talks";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function lastOf(turns: HandTurn[]): HandTurn {
  const last = turns.at(-1);
  if (!last) throw new Error("a talk without a turn");
  return last;
}

const toldBy = ({ state }: HandTurn, buyerId: string) =>
  (state.buyers[buyerId]?.unlocked ?? []).map(({ factId }) => factId);

describe.each(clinicTalks.map((talks) => [talks.scenarioId, talks] as const))("%s", (id, talks) => {
  const bundle = bundles.find(({ scenario }) => scenario.id === id);
  if (!bundle) throw new Error(`no scenario ${id}`);

  it.each(seeds)("is won by whoever hears both buyers out (seed %i)", (seed) => {
    const turns = playLines(id, talks.good, seed);
    const last = lastOf(turns);
    expect(last.state.outcome).toBe("won");
    expect(turns.length).toBeLessThanOrEqual(bundle.scenario.maxTurns);
    expect(toldBy(last, talks.lead).length).toBeGreaterThanOrEqual(3);
    expect(toldBy(last, talks.nurse).length).toBeGreaterThanOrEqual(3);
    expect(last.state.buyers[talks.lead]?.objections["O1"]?.status).toBe("resolved");
    expect(last.state.buyers[talks.nurse]?.objections["O4"]?.status).toBe("resolved");
  });

  it("lets the nurse's answered objection move the one with the money, who says so", () => {
    const turns = playLines(id, talks.good);
    const settled = turns.findIndex(({ state }) => state.buyers[talks.nurse]?.objections["O4"]?.status === "resolved");
    const [persona] = bundle.personas;
    const lines = persona?.convinced?.find(({ objectionId }) => objectionId === "O4")?.lines ?? [];
    expect(settled).toBeGreaterThan(0);
    const said = turns.slice(settled).map(({ reply }) => reply);
    expect(lines.some((line) => said.some((reply) => reply.includes(line)))).toBe(true);
  });

  it("agrees a day once both were heard", () => {
    expect(lastOf(playLines(id, talks.dated)).state.outcome).toBe("follow_up");
  });

  it("agrees no day while the nurse's objection was passed over, and she says why", () => {
    const last = lastOf(playLines(id, talks.overheard));
    expect(last.state.outcome).toBeNull();
    const nurse = bundle.personas.find((persona) => persona.id === talks.nurse);
    const lines = nurse?.contradicts?.find(({ id: line }) => line.endsWith("-unheard"))?.lines ?? [];
    expect(lines.some((line) => last.reply.includes(line))).toBe(true);
  });

  it.each(seeds)("is lost on brochure, price, discount and deadline (seed %i)", (seed) => {
    const last = lastOf(playLines(id, talks.bad, seed));
    expect(last.state.outcome).toBe("lost");
    expect([...toldBy(last, talks.lead), ...toldBy(last, talks.nurse)]).toEqual([]);
  });

  it("is never won by the weak seller and often by the strong one", () => {
    const won = (name: string) => {
      const seller = sellers.find((one) => one.name === name);
      if (!seller) throw new Error(`no seller ${name}`);
      return seeds.filter((seed) => play(bundle, seller, { seed }).state.outcome === "won").length;
    };
    expect(won("weak")).toBe(0);
    expect(won("strong")).toBeGreaterThanOrEqual(3);
  });

  it("has shipped questions that are heard as open ones on their topic, put to either buyer", () => {
    const state = {
      ...initialState(bundle, { seed: 1, attempt: 1, difficulty: "standard" }),
      turn: 2,
      stage: "discovery" as const,
    };
    const own = questions[id] ?? {};
    expect(Object.keys(own).toSorted()).toEqual(bundle.scenario.topics.map((topic) => topic.id).toSorted());
    const misheard = Object.entries(own).flatMap(([topic, texts]) =>
      texts.flatMap((text) =>
        bundle.personas.flatMap(({ id: buyerId, calledBy: [name] }) => {
          const said = bundle.scenario.locale === "en" ? `${name}, ${text}` : `${name}，${text}`;
          const { moves } = classify({ text: said, bundle, state, transcript: [] });
          const asked = moves.some(
            (move) =>
              (move.type === "ask_open" || move.type === "probe") && move.topic === topic && move.addressee === buyerId,
          );
          return asked && moves.length === 1 ? [] : [said];
        }),
      ),
    );
    expect(misheard).toEqual([]);
  });
});

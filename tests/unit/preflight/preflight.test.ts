import { describe, expect, it } from "vitest";
import { offlineBuyer } from "@/agents/models/offline/buyer/model";
import { Models } from "@/agents/models/registry";
import { classify } from "@/agents/perceive/classify";
import { LeakWatch } from "@/agents/preflight/leaks";
import { play } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";
import { preflight } from "@/agents/preflight/preflight";
import type { PortsOf } from "@/agents/preflight/perform";
import { bundles } from "@/db/content";
import { bundleFaults } from "@/lib/domain/bundle-faults";
import { preflightReportSchema } from "@/lib/contracts/preflight";
import { assemble } from "@/agents/turn/assemble";
import type { SpeakEvent } from "@/agents/turn/ports";
import { AppError } from "@/lib/platform/errors";

const shipped = bundles.find(({ scenario }) => scenario.id === "saas-renewal-en");
if (!shipped) throw new Error("the scenario ships");

/** Ports with rules for perception and this voice. */
const portsWith =
  (speak: ReturnType<PortsOf>["speak"]): PortsOf =>
  (_claimed, verbs) => ({
    ...verbs,
    perceive: async ({ text, bundle, state, transcript }) => classify({ text, bundle, state, transcript }),
    ground: async () => [],
    speak,
  });

const models = new Models({ aiChain: "offline" }, { speak: offlineBuyer({ paceMs: 0 }) });
const offline: PortsOf = (claimed, verbs) => assemble(claimed, models, verbs, { may: () => false });

const saying = (text: string) =>
  portsWith(async function* (): AsyncIterable<SpeakEvent> {
    yield { type: "text", text };
    const usage = { inputTokens: 100, outputTokens: 10 };
    yield { type: "end", model: "fake", degraded: false, usedLines: [], usage };
  });

describe("the preflight of a scenario", () => {
  it("comes to the same report from the same seed, in the shape of its contract", async () => {
    const [one, other] = [await preflight(shipped, { runs: 3 }), await preflight(shipped, { runs: 3 })];
    expect(one).toEqual(other);
    expect(preflightReportSchema.parse(one)).toEqual(one);
    expect((await preflight(shipped, { runs: 3, seed: 1 })).sellers).not.toEqual(one.sellers);
  });

  it("plays the same talks through the real machine as without it", async () => {
    const options = { runs: 2, sellers: ["strong"] } as const;
    const direct = await preflight(shipped, options);
    const real = await preflight(shipped, { ...options, speaker: { name: "offline", ports: offline } });
    expect(real.sellers[0]?.reached).toEqual(direct.sellers[0]?.reached);
    expect(real.fidelity.verdicts.faithful).toBe(2);
    expect(real.failures).toEqual([]);
  });

  it("finds a buyer unfaithful whose model will not keep to its part", async () => {
    const speaker = {
      name: "fake",
      ports: saying("As an AI language model I cannot answer that. I counted 612 licences."),
    };
    const report = await preflight(shipped, { runs: 1, sellers: ["weak"], speaker });
    expect(report.findings.map((one) => one.code)).toContain("buyer_unfaithful");
    // The gate held it back: nothing sealed was said aloud.
    expect(report.leaks).toEqual([]);
  });

  it("counts a talk that no model could play as failed, not as lost", async () => {
    const ports = portsWith(() => {
      throw new AppError("model_unavailable");
    });
    const report = await preflight(shipped, { runs: 1, sellers: ["strong"], speaker: { name: "none", ports } });
    expect(report.failures).toEqual([{ seller: "strong", seed: report.seed, code: "model_unavailable" }]);
    expect(report.findings.map((one) => one.code)).toContain("talk_failed");
  });

  it("blocks on a sealed name in a line, naming the fact and the place", async () => {
    const leaky = structuredClone(shipped);
    leaky.personas[0]?.voice.hesitate.push("Kadence would say yes to that at once.");
    const report = await preflight(leaky, { runs: 1, sellers: ["weak"] });
    expect(report.verdict).toBe("blocked");
    expect(report.leaks[0]).toMatchObject({ where: "content", factId: "F4" });
    expect(report.leaks[0]?.place).toContain("hesitate");
  });

  it("finds every sealed fact of every shipped scenario when one of its lines stands in a public place", () => {
    for (const bundle of bundles) {
      const spilt = structuredClone(bundle);
      const lines = spilt.personas.flatMap(({ sealedFacts }) =>
        sealedFacts.map(({ id, spoken }) => [id, spoken[0] ?? ""]),
      );
      spilt.personas[0]?.voice.smallTalk.push(...lines.map(([, line]) => line ?? ""));
      const found = new Set(new LeakWatch(spilt).content.map((leak) => leak.factId));
      expect(found).toEqual(new Set(lines.map(([id]) => id)));
    }
  });

  it("sees a line that tells a fact before the turn that earned it, though it was earned later", () => {
    const watch = new LeakWatch(shipped).talk("strong", 3);
    const talk = play(shipped, sellers[2], { seed: 3, onView: (...seen) => watch.view(...seen) });
    const [buyer] = shipped.personas;
    const earned = Object.values(talk.state.buyers)[0]?.unlocked.at(-1);
    const fact = buyer?.sealedFacts.find(({ id }) => id === earned?.factId);
    const state = (turn: number) => talk.turns[turn - 1]?.state ?? talk.state;
    const turn = earned?.turn ?? 0;
    expect(turn).toBeGreaterThan(1);
    watch.line(buyer?.id ?? "", fact?.spoken[0] ?? "", state(turn - 1));
    expect(watch.leaks).toMatchObject([{ where: "line", factId: fact?.id, turn: turn - 1 }]);
    watch.line(buyer?.id ?? "", fact?.spoken[1] ?? "", state(turn));
    expect(watch.leaks).toHaveLength(1);
  });

  it("warns of what can never happen", async () => {
    const odd = structuredClone(shipped);
    const [buyer] = odd.personas;
    const never = { op: "turn", atLeast: 99 } as const;
    if (buyer?.sealedFacts[0]) buyer.sealedFacts[0].unlock = never;
    if (buyer?.objections[0]) buyer.objections[0].raiseWhen = never;
    odd.scenario.hints.rules = [{ id: "late", when: never, text: "Never." }];
    const report = await preflight(odd, { runs: 2 });
    const subjects = report.findings.map(({ code, subject }) => `${code} ${subject}`);
    expect(subjects).toContain(`fact_never_unlocked ${buyer?.sealedFacts[0]?.id}`);
    expect(subjects).toContain(`objection_never_raised ${buyer?.objections[0]?.id}`);
    expect(subjects).toContain("hint_never_reached late");
  });

  it("tells of its progress and stops when asked", async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const stopped = preflight(shipped, {
      runs: 5,
      signal: abort.signal,
      onProgress: ({ played }) => {
        seen.push(played);
        if (played === 3) abort.abort(new Error("enough"));
      },
    });
    await expect(stopped).rejects.toThrow("enough");
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))(
  "the shipped scenario %s",
  (_id, bundle) => {
    it("refers to nothing it does not hold", () => {
      expect(bundleFaults(bundle)).toEqual([]);
    });
  },
);

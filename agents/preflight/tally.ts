import { evaluate, readingOf } from "@/agents/buyer/conditions";
import { countWords } from "@/agents/perceive/language";
import { fidelityReport } from "@/agents/review/fidelity";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Leak, PreflightReport, SellerFigures, SellerName } from "@/lib/contracts/preflight";
import { succeeded, type Talk } from "./play";
import { meanOf, shareOf, spreadOf } from "./shares";

/** Most examples of one kind that a report keeps. */
const mostExamples = 20;

/** What one seller's talks came to. */
export function figuresOf(seller: SellerName, talks: readonly Talk[]): SellerFigures {
  const ended = (talk: Talk) => talk.state.outcome ?? "unfinished";
  const outcomes: SellerFigures["outcomes"] = {};
  for (const talk of talks) outcomes[ended(talk)] = (outcomes[ended(talk)] ?? 0) + 1;
  const dead = talks.filter(
    ({ state }) => state.outcome === null || state.outcome === "expired" || state.endReason === "stuck",
  );
  const buyers = talks[0]?.bundle.personas.map((persona) => persona.id) ?? [];
  const at = (buyerId: string, meter: "trust" | "interest" | "patience") =>
    meanOf(talks.map((talk) => talk.state.buyers[buyerId]?.meters[meter] ?? 0));
  const calls = talks.flatMap((talk) => talk.calls);
  const costs = calls.map((call) => call.costMicros);
  return {
    seller,
    reached: shareOf(talks.filter(succeeded).length, talks.length),
    won: shareOf(talks.filter((talk) => talk.state.outcome === "won").length, talks.length),
    outcomes,
    deadEnds: shareOf(dead.length, talks.length),
    meters: Object.fromEntries(
      buyers.map((id) => [id, { trust: at(id, "trust"), interest: at(id, "interest"), patience: at(id, "patience") }]),
    ),
    turns: spreadOf(talks.map((talk) => talk.turns.length)),
    words: spreadOf(talks.map((talk) => talk.transcript.reduce((sum, line) => sum + countWords(line.text), 0))),
    facts: meanOf(
      talks.map((talk) =>
        Object.values(talk.state.buyers).reduce(
          (sum, buyer) => sum + buyer.unlocked.filter(({ turn }) => turn > 0).length,
          0,
        ),
      ),
    ),
    tokens: {
      input: calls.reduce((sum, call) => sum + call.inputTokens, 0),
      output: calls.reduce((sum, call) => sum + call.outputTokens, 0),
    },
    costMicros: costs.includes(null) ? null : costs.reduce((sum: number, cost) => sum + (cost ?? 0), 0),
  };
}

type Reached = Pick<PreflightReport, "facts" | "objections" | "hints">;

/** In how many talks each fact was told, each objection raised, each hint within reach, and who ever spoke. */
export function reachOf(bundle: ScenarioBundle, talks: readonly Talk[]): Reached {
  const count = (holds: (talk: Talk) => boolean) => talks.filter(holds).length;
  return {
    facts: bundle.personas.flatMap(({ id: buyerId, sealedFacts }) =>
      sealedFacts.map(({ id: factId, topic }) => ({
        buyerId,
        factId,
        topic,
        talks: count((talk) => talk.state.buyers[buyerId]?.unlocked.some((one) => one.factId === factId) ?? false),
      })),
    ),
    objections: bundle.personas.flatMap(({ id: buyerId, objections }) =>
      objections.map(({ id: objectionId }) => ({
        buyerId,
        objectionId,
        talks: count((talk) => (talk.state.buyers[buyerId]?.objections[objectionId]?.heard ?? 0) > 0),
      })),
    ),
    hints: bundle.scenario.hints.rules.map(({ id: hintId, when }) => ({
      hintId,
      talks: count((talk) =>
        talk.turns.some(({ state }) => state.stage !== "ended" && evaluate(when, readingOf(bundle, state))),
      ),
    })),
  };
}

/** How the buyers stayed themselves, with a few of the lines in which they did not. */
export function fidelityOf(talks: readonly Talk[]): PreflightReport["fidelity"] {
  const all: PreflightReport["fidelity"] = {
    verdicts: { faithful: 0, corrected: 0, marred: 0, failed: 0 },
    findings: {},
    examples: [],
  };
  for (const { bundle, state, transcript, turns, seller } of talks) {
    const replies = turns.flatMap(({ turn, replies: said }) => said.map((reply) => ({ ...reply, turn })));
    const { verdict, findings } = fidelityReport({ bundle, state, transcript, replies });
    all.verdicts[verdict] += 1;
    for (const { kind, code, messageId } of findings) {
      all.findings[kind] = (all.findings[kind] ?? 0) + 1;
      const text = replies.find((reply) => reply.messageId === messageId)?.text ?? "";
      if (all.examples.length < mostExamples) all.examples.push({ kind, code, seller, text });
    }
  }
  return all;
}

/** Facts that a dishonest message earned. A greeting is no trick. */
export function cheatedOf(talks: readonly Talk[]): PreflightReport["cheated"] {
  return talks
    .filter((talk) => talk.seller === "cheating")
    .flatMap(({ state, turns, seed }) =>
      Object.values(state.buyers).flatMap((buyer) =>
        // What was told in an earlier talk was earned there.
        buyer.unlocked.flatMap(({ factId, turn }) =>
          turn === 0 ? [] : [{ factId, seed, text: turns[turn - 1]?.trainee ?? "" }],
        ),
      ),
    );
}

/** The same leak said in many talks is one leak. */
export function distinctLeaks(leaks: readonly Leak[]): Leak[] {
  const seen = new Set<string>();
  const distinct = leaks.filter(({ where, factId, place, text }) => {
    const key = [where, factId, where === "view" ? place : "", text].join("\n");
    return !seen.has(key) && seen.add(key);
  });
  return distinct.slice(0, 100);
}

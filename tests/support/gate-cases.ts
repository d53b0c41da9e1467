import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initialState } from "@/agents/buyer/initial";
import { promptCanary } from "@/agents/buyer/prompt";
import { instructionsOf } from "@/agents/buyer/speak";
import { speakerView } from "@/agents/buyer/view";
import { gateRules } from "@/agents/guard/rules";
import { reviewReply } from "@/agents/review/rules";
import { ClauseRelease } from "@/agents/turn/release";
import { bundles } from "@/db/content";
import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { Locale } from "@/lib/contracts/vocabulary";
import { barePlan, personaOf } from "./speaker-view";

/** One reply of a frozen set, with what of the talk it depends on. */
export interface GateCase {
  /** the rule it breaks; absent for an innocent reply */
  rule?: string;
  scenario: string;
  /** who says it, in a scenario with several buyers; the first one unless named */
  speaker?: string;
  text: string;
  /** what the buyer has said before */
  earlier?: string[];
  /** facts told before; all others are sealed */
  told?: string[];
  /** the trainee's last words */
  trainee?: string;
}

const folder = fileURLToPath(new URL("../fixtures/gate/", import.meta.url));

export const halves = ["development", "held-out"] as const;
export type Half = (typeof halves)[number];

/** Entries of a file by the half they belong to: even places are development, odd ones are held out. */
function halvesOf(file: string): Record<Half, GateCase[]> {
  // Sound: the files are the project's own and hold nothing else.
  const { entries } = JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as { entries: GateCase[] };
  return {
    development: entries.filter((_, i) => i % 2 === 0),
    "held-out": entries.filter((_, i) => i % 2 === 1),
  };
}

/** The first set, by half. */
export const gateCases = (kind: "innocent" | "violating", locale: Locale) => halvesOf(`${kind}.${locale}.json`);

/** The second set, whose authors had seen neither the rules nor the first set, by half. */
export const secondGateCases = (kind: "innocent" | "violating", locale: Locale) =>
  halvesOf(`second/${kind}.${locale}.json`);

export interface Judged {
  /** who stopped it and why; null when it went out as it was written */
  by: "gate" | "review" | "label" | null;
  code: string | null;
  /** what reached the reader before the verdict */
  released: string;
  clauses: number;
}

const opener: Record<Locale, string> = { en: "Hello, thanks for taking the time.", "zh-CN": "您好，谢谢您抽时间。" };

export function bundleOf(scenario: string): ScenarioBundle {
  const bundle = bundles.find((one) => one.scenario.id === scenario);
  if (!bundle) throw new Error(`no scenario ${scenario}`);
  return bundle;
}

function speakerOf(bundle: ScenarioBundle, speaker: string | undefined): Persona {
  if (speaker === undefined) return personaOf(bundle);
  const persona = bundle.personas.find((one) => one.id === speaker);
  if (!persona) throw new Error(`no buyer ${speaker} in ${bundle.scenario.id}`);
  return persona;
}

/** State, view and rules for one reply of this buyer, made as a turn makes them. */
export function placeOf(one: GateCase) {
  const bundle = bundleOf(one.scenario);
  const persona = speakerOf(bundle, one.speaker);
  const fresh = initialState(bundle, { seed: 7, attempt: 1, difficulty: "standard" });
  const buyer = fresh.buyers[persona.id];
  if (!buyer) throw new Error("a buyer has a state");
  const unlocked = (one.told ?? []).map((factId) => ({ factId, turn: 1, messageId: "t1" }));
  const state = {
    ...fresh,
    turn: 4,
    stage: "discovery" as const,
    buyers: { ...fresh.buyers, [persona.id]: { ...buyer, unlocked } },
  };
  const { locale } = bundle.scenario;
  const before = (one.earlier ?? []).map((text, i): TranscriptLine => ({
    messageId: `b${i}`,
    speaker: persona.id,
    text,
    turn: i + 1,
  }));
  const trainee = { messageId: "t1", speaker: "trainee", text: one.trainee ?? opener[locale], turn: 4 };
  const view = speakerView(bundle, state, barePlan(persona), { transcript: [...before, trainee], passages: [] });
  const canary = promptCanary(view.seed);
  const rules = gateRules({ bundle, state, view, instructions: instructionsOf(view), canary });
  return { bundle, persona, state, view, rules, text: one.text.replaceAll("{canary}", canary) };
}

/** Streams a reply through the gate clause by clause, in pieces as a model sends them, then has it reviewed. */
export function judge(one: GateCase, piece = 3): Judged {
  const { persona, view, rules, text } = placeOf(one);
  const out = { released: "", clauses: 0 };
  const withheld: { code: string | null } = { code: null };
  const release = new ClauseRelease({
    rules,
    names: [persona.name, ...persona.calledBy],
    release: (clause) => {
      out.released += clause;
      out.clauses++;
    },
    withhold: (hit) => {
      withheld.code = hit.code;
    },
  });
  for (let i = 0; i < text.length && withheld.code === null; i += piece) release.push(text.slice(i, i + piece));
  release.end();
  if (withheld.code !== null) return { by: "gate", code: withheld.code, ...out };
  const finding = reviewReply(out.released, view);
  if (finding !== null) return { by: "review", code: finding.code, ...out };
  return { by: out.released === text.trim() ? null : "label", code: null, ...out };
}

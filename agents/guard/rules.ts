import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";
import { leakRun, type GateRules } from "./gate";
import { Said, mergeNeedles, needlesOf, runsOf, type Needles } from "./needles";
import { policyFlags } from "./policy";
import { sentences } from "./words";

/** What of a bundle never changes during a talk; worked out once per bundle and kept while the bundle is. */
interface Groundwork {
  /** everything about scenario and buyers that anyone may say */
  open: Said;
  /** the same as plain text, for looking up addresses and numbers */
  openText: string;
  secrets: { buyerId: string; factId: string; needles: Needles }[];
  rubric: ReadonlySet<number>;
}

const kept = new WeakMap<ScenarioBundle, Groundwork>();

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/** The part of a persona that is nobody's secret: all but sealed facts, objections, the ladder and the limits. */
function openStrings(persona: Persona): string[] {
  const { sealedFacts, objections, concessions: _ladder, walkAway: _limits, meters: _meters, ...open } = persona;
  return [
    ...strings(open),
    ...sealedFacts.flatMap((fact) => fact.breadcrumbs),
    ...objections.flatMap((objection) => objection.surface),
  ];
}

function groundwork(bundle: ScenarioBundle): Groundwork {
  const found = kept.get(bundle);
  if (found) return found;
  const { scenario, personas, rubric } = bundle;
  const { sheet, title, summary, situation, goal, offer, known, topics } = scenario;
  const texts = [
    ...strings({ sheet, title, summary, situation, goal, offer, known, topics }),
    ...personas.flatMap(openStrings),
  ];
  const open = new Said();
  for (const text of texts) open.add(text);
  const made: Groundwork = {
    open,
    openText: texts.join("\n"),
    secrets: personas.flatMap((persona) =>
      persona.sealedFacts.map((fact) => ({
        buyerId: persona.id,
        factId: fact.id,
        needles: needlesOf(
          [
            fact.text,
            ...fact.spoken,
            ...fact.recalled,
            ...persona.objections.flatMap((objection) => (objection.factId === fact.id ? [objection.concern] : [])),
          ],
          open,
        ),
      })),
    ),
    rubric: runsOf(
      rubric.checks.flatMap((check) => [check.title, check.test, check.met, check.notMet, check.tryThis]),
      leakRun,
      open,
    ),
  };
  kept.set(bundle, made);
  return made;
}

/** Marks of every fact, of any buyer, that nothing has unlocked yet. */
function lockedNeedles(bundle: ScenarioBundle, state: ConversationState, spoken: Said): Needles {
  const locked = groundwork(bundle).secrets.filter(
    ({ buyerId, factId }) => !state.buyers[buyerId]?.unlocked.some((one) => one.factId === factId),
  );
  return mergeNeedles(
    locked.map((one) => one.needles),
    spoken,
  );
}

export interface GateInput {
  bundle: ScenarioBundle;
  /** after this turn's moves */
  state: ConversationState;
  view: SpeakerView;
  /** the instructions the model gets, or null when no model reads any */
  instructions: string | null;
  canary: string | null;
}

/** The rules for one reply. Pure; the locked facts it reads leave it as hashes only. */
export function gateRules({ bundle, state, view, instructions, canary }: GateInput): GateRules {
  const ground = groundwork(bundle);
  const aloud = [...view.transcript.map((line) => line.text), ...strings(view.plan), ...strings(view.facts)];
  const spoken = new Said();
  for (const text of aloud) spoken.add(text);
  const mine = view.transcript.filter((line) => line.speaker === view.persona.id);
  const sayable = () => `${ground.openText}\n${aloud.join("\n")}`;
  return {
    locale: view.locale,
    locked: lockedNeedles(bundle, state, spoken),
    instructions: instructions === null ? new Set() : runsOf([instructions], leakRun, ground.open, spoken),
    rubric: ground.rubric,
    canary,
    mayName: (text) => sayable().includes(text),
    earlier: new Set(mine.flatMap((line) => sentences(line.text).map((sentence) => sentence.folded))),
    banned: (text) => bannedBy(text, bundle, view),
  };
}

/** The id of a blocking policy rule broken by a statement; a buyer may ask about anything. */
function bannedBy(text: string, bundle: ScenarioBundle, view: SpeakerView): string | null {
  const { policy, scenario } = bundle;
  const bans = new Set([...policy.bannedClaims, ...policy.privacy].map((rule) => rule.id));
  for (const flag of policyFlags(text, policy, scenario.sheet, view.locale)) {
    if (flag.severity !== "block" || !bans.has(flag.ruleId)) continue;
    const after = text.slice(flag.span.end);
    if (!/^[^.!。！\n]*[?？]/u.test(after)) return flag.ruleId;
  }
  return null;
}

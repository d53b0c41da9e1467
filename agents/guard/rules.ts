import type { Persona, Policy, ScenarioBundle } from "@/lib/contracts/content";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";
import { rewordedEn } from "./banned-en";
import { rewordedZh } from "./banned-zh";
import { leakRun, type Banned, type GateRules } from "./gate";
import { Needles, Said } from "./needles";
import { impersonation, narration } from "./patterns";
import { policyFlags } from "./policy";
import { countOpen, meaningsOf, Retellings } from "./retelling";
import { countOpenZh, meaningsOfZh, RetellingsZh } from "./retelling-zh";
import { runsOf } from "./runs";
import { sellerSpeech } from "./seller-side";
import { sellerSpeechZh } from "./seller-side-zh";
import { pairsOf, sentences } from "./words";

/** Texts known again by what they mean. */
type Retold = Pick<Retellings, "add" | "finds">;

/** What of a bundle never changes during a talk; worked out once per bundle and kept while the bundle is. */
interface Groundwork {
  /** everything about scenario and buyers that anyone may say */
  open: Said;
  /** the same as plain text, for looking up addresses and numbers */
  openText: string;
  needles: Needles;
  /** by the numbers the marks refer to */
  secrets: { buyerId: string; factId: string }[];
  rubric: ReadonlySet<number>;
  /** the same secrets, and the checks, by what they mean */
  retellings: { secrets: Retold; checks: Retold };
  /** by buyer */
  narrations: Map<string, RegExp>;
  impersonations: Map<string, RegExp>;
  /** marks of lines of instructions met before: most lines of a prompt are those of the turn before */
  lines: Map<string, ReadonlySet<number>>;
}

/** Lines kept per bundle; beyond it all are forgotten and worked out anew. */
const mostLines = 2_000;

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

/** Whole name, its parts, and what others call this buyer. */
const callings = ({ name, calledBy }: Persona) => [...new Set([name, ...name.split(" "), ...calledBy])];

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
  const needles = new Needles();
  const secrets: Groundwork["secrets"] = [];
  for (const persona of personas) {
    for (const fact of persona.sealedFacts) {
      const concerns = persona.objections.flatMap((one) => (one.factId === fact.id ? [one.concern] : []));
      needles.add([fact.text, ...fact.spoken, ...fact.recalled, ...concerns], secrets.length, open);
      needles.addNames(fact.names ?? [], secrets.length, open);
      secrets.push({ buyerId: persona.id, factId: fact.id });
    }
  }
  const recited = rubric.checks.flatMap(({ title: name, test, met, notMet, tryThis }) => [
    name,
    test,
    met,
    notMet,
    tryThis,
  ]);
  const rubricRuns = new Set(recited.flatMap((text) => [...runsOf(text, leakRun, open)]));
  const narrations = new Map(personas.map((persona) => [persona.id, narration(callings(persona))]));
  const impersonations = new Map(
    personas.map((one) => [one.id, impersonation(callings(one), one.company, sideOf(bundle, one))]),
  );
  const openText = texts.join("\n");
  const retellings = retellingsOf(bundle, texts);
  const lines = new Map();
  const rubricOf = { rubric: rubricRuns, retellings };
  const made: Groundwork = { open, openText, needles, secrets, ...rubricOf, narrations, impersonations, lines };
  kept.set(bundle, made);
  return made;
}

/** What tells the seller's side of the table, in the language of the scenario. */
const sideOf = (bundle: ScenarioBundle, persona: Persona) =>
  bundle.scenario.locale === "en" ? sellerSpeech(bundle, persona) : sellerSpeechZh(bundle, persona);

/** Weight of words by which a secret or a check is told in other words; by trial over all shipped lines. */
const retold = { secret: 2, check: 1.6 };

/** What the buyers' secrets, in the order of their numbers, and the checks of the rubric say in any words. */
function retellingsOf(
  { scenario, personas, rubric }: ScenarioBundle,
  texts: readonly string[],
): Groundwork["retellings"] {
  const english = scenario.locale === "en";
  const open = english ? countOpen(texts) : countOpenZh(texts);
  const secrets = english ? new Retellings(open, retold.secret) : new RetellingsZh(open);
  const facts = personas.flatMap((persona) => persona.sealedFacts);
  for (const [owner, fact] of facts.entries()) secrets.add([fact.text, ...fact.spoken, ...fact.recalled], owner);
  const checks = english ? new Retellings(open, retold.check) : new RetellingsZh(open);
  for (const [owner, { title, test, met, notMet }] of rubric.checks.entries()) {
    checks.add([test, title, met, notMet], owner);
  }
  return { secrets, checks };
}

function instructionRuns(ground: Groundwork, instructions: string): ReadonlySet<number>[] {
  const { lines, open } = ground;
  if (lines.size > mostLines) lines.clear();
  return instructions.split("\n").flatMap((line) => {
    let runs = lines.get(line);
    if (runs === undefined) lines.set(line, (runs = runsOf(line, leakRun, open)));
    return runs.size > 0 ? [runs] : [];
  });
}

/** Made when first asked for, and once. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
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
  const aloud = lazily(() => [
    ...view.transcript.map((line) => line.text),
    ...strings(view.plan),
    ...strings(view.facts),
    ...strings(view.notes),
    ...strings(view.remembered),
  ]);
  const spoken = lazily(() => {
    const said = new Said();
    for (const text of aloud()) said.add(text);
    return said;
  });
  const meant = lazily(() => (view.locale === "en" ? meaningsOf(aloud()) : meaningsOfZh(aloud())));
  const isMeant = (word: string) => meant().has(word);
  const locked = ground.secrets.map(
    ({ buyerId, factId }) => !state.buyers[buyerId]?.unlocked.some((one) => one.factId === factId),
  );
  const mine = view.transcript.filter((line) => line.speaker === view.persona.id);
  const lines = mine.flatMap((line) => sentences(line.text));
  return {
    locale: view.locale,
    locked: {
      needles: ground.needles,
      isLocked: (owner) => locked[owner] !== false,
      isSaid: (one) => spoken().has(one),
    },
    instructions: instructions === null ? [] : instructionRuns(ground, instructions),
    rubric: ground.rubric,
    retells: (tokens, from) =>
      ground.retellings.secrets.finds(tokens, from, (owner) => locked[owner] !== false, isMeant),
    recites: (tokens, from) => ground.retellings.checks.finds(tokens, from, () => true, isMeant),
    canary,
    mayName: (text) => ground.openText.includes(text) || aloud().some((said) => said.includes(text)),
    narration: ground.narrations.get(view.persona.id) ?? null,
    impersonation: ground.impersonations.get(view.persona.id) ?? null,
    earlier: new Set(lines.map((sentence) => sentence.folded)),
    earlierPairs: new Set(lines.flatMap((sentence) => pairsOf(sentence.folded))),
    banned: (text) => bannedBy(text, bundle, view),
  };
}

/** Every blocking pattern of a policy as one, to know fast that none applies; null when they cannot be joined. */
const blocking = new WeakMap<Policy, { ids: Set<string>; joined: RegExp | null }>();

function blockingOf(policy: Policy): { ids: Set<string>; joined: RegExp | null } {
  const known = blocking.get(policy);
  if (known) return known;
  const rules = [...policy.bannedClaims, ...policy.privacy].filter((rule) => rule.severity === "block");
  const sources = rules.flatMap((rule) => rule.patterns).map((source) => `(?:${source})`);
  let joined: RegExp | null = null;
  try {
    joined = new RegExp(sources.length > 0 ? sources.join("|") : "(?!)", "iu");
  } catch {
    // A pattern with a name or a reference of its own: each is then tried by itself.
  }
  const made = { ids: new Set(rules.map((rule) => rule.id)), joined };
  blocking.set(policy, made);
  return made;
}

/** Words around a forbidden thing by which a sentence does not claim it: denies, doubts, supposes or reports it. */
const unclaimed: Record<Locale, RegExp> = {
  en: /[?]|\bif (?!you\b)|\b(?:that (?:said|says)|saying|never|nobody|no one|without|what if|whether|would|could|heard|they (?:say|said)|you (?:said|say|told)|told me|supposedly|apparently|sounds)\b|\b(?:i|we|is|are|was|does|did)(?: do| will| am| are|['’]m|['’]re)?(?: not\b|n['’]t\b)|\b(?:i|we) (?:don|won|can|wouldn)['’]t\b|\bdon['’]t (?:tell|say|call|promise)\b/iu,
  "zh-CN":
    /[?？吗呢]|怎么办|谁信|不信|别(?!家)|不(?:会|能)?(?:发|拍|给|办|干|听|想)|… \S{0,3}的话|(?:如果|要是)真|你们?说|人家说|听说|没人/u,
};
/** The same, when it stands inside the forbidden words themselves. */
const asked = /[?？]|会不会|有没有|是不是|能不能|敢不敢|我(?:就)?不/u;
/** Giving away what the privacy rules protect; speaking of it is no breach. */
const gives =
  /\b(?:let me|i['’]ll|i can|here(?:['’]s| is)|it(?:['’]s| is)|send you|your)\b|发你|给你|告诉你|发您|给您|你的|您的/iu;

/** A blocking policy rule broken by a statement, in its own words or, where they are known, in others. */
function bannedBy(text: string, bundle: ScenarioBundle, view: SpeakerView): Banned | null {
  const stated = statedBy(text, bundle, view);
  if (stated !== null) return stated;
  const reworded = view.locale === "en" ? rewordedEn : rewordedZh;
  const ruleId = reworded(text, blockingOf(bundle.policy).ids);
  return ruleId === null ? null : { ruleId, claim: true };
}

/** The same by the patterns of the policy; a buyer may ask about anything, and doubt it. */
function statedBy(text: string, { policy, scenario }: ScenarioBundle, view: SpeakerView): Banned | null {
  const { ids, joined } = blockingOf(policy);
  if (ids.size === 0 || joined?.test(text.replaceAll(/[’‘]/gu, "'")) === false) return null;
  for (const { ruleId, span } of policyFlags(text, policy, scenario.sheet, view.locale)) {
    if (!ids.has(ruleId)) continue;
    const before =
      text
        .slice(0, span.start)
        .split(/[.!?。！？\n]/u)
        .at(-1) ?? "";
    const said = text.slice(span.start, span.end);
    const after = /^[^.!?。！？\n]*[?？]?/u.exec(text.slice(span.end))?.[0] ?? "";
    if (unclaimed[view.locale].test(`${before} … ${after}`) || asked.test(before + said + after)) continue;
    const guarded = policy.privacy.some((rule) => rule.id === ruleId);
    if (!guarded || gives.test(before + said + after)) return { ruleId, claim: !guarded };
  }
  return null;
}

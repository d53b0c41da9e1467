import { speakerView } from "@/agents/buyer/view";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { pairsOf, sentences } from "@/agents/guard/words";
import type { SpokenReply } from "@/agents/turn/ports";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";
import { reviewReply } from "./rules";

/** Ways in which a buyer stops being the one it was written as. */
export const fidelityKinds = [
  "role_inversion",
  "leak",
  "contradiction",
  "repetition",
  "unearned_concession",
  "language_drift",
  /** said what the policy forbids anyone to say */
  "conduct",
] as const;
export type FidelityKind = (typeof fidelityKinds)[number];

/** One reply as it stands in the record. */
export type RecordedReply = Pick<
  SpokenReply,
  "speakerId" | "messageId" | "plan" | "text" | "withheld" | "reworded" | "failed"
> & { turn: number };

export interface SessionRecord {
  bundle: ScenarioBundle;
  /** at the end of the talk */
  state: ConversationState;
  /** every line of the talk in order, the buyer's by the ids of its replies */
  transcript: readonly TranscriptLine[];
  replies: readonly RecordedReply[];
}

export interface FidelityFinding {
  kind: FidelityKind;
  /** the rule that found it */
  code: string;
  detail?: string;
  messageId: string;
  turn: number;
  speakerId: string;
  /** whether the trainee read it, or it was withheld or replaced in time */
  reached: boolean;
}

export interface FidelityReport {
  findings: FidelityFinding[];
  /** messages in which a safe line stands because no try passed */
  failed: string[];
  /** messages that were taken back and said anew */
  reworded: string[];
  /** `failed`: something reached the trainee, or the buyer could not be made to speak as itself */
  verdict: "faithful" | "corrected" | "failed";
}

const kinds: Record<string, FidelityKind> = {
  role_inversion: "role_inversion",
  stage_direction: "role_inversion",
  control_marker: "role_inversion",
  prompt_leak: "leak",
  rubric_leak: "leak",
  sealed_fact: "leak",
  personal_data: "leak",
  contradicts_figure: "contradiction",
  contradicts_name: "contradiction",
  denies_told: "contradiction",
  model_review: "contradiction",
  repetition: "repetition",
  wrong_language: "language_drift",
  banned_content: "conduct",
};

/** Share of a concession's pairs of words that make a reply say it. */
const sameConcession = 0.75;

/** Words by which a deal is agreed. */
const agrees: Record<Locale, RegExp> = {
  en: /\b(?:it['’]s a deal|we have a deal|you have a deal|deal\.|i['’]ll sign(?: it| today| now)?\b(?! (?:if|when|once|only))|where do i sign|count (?:me|us) in|i(?:['’]ll| will) take it)/iu,
  "zh-CN": /成交|就这么定了|(?:那)?我(?:现在|今天)?就签|我签了|合同(?:发来|拿来)我签|办吧，?我要了/u,
};

/** The state as it was after `turn`: facts unlocked later are still sealed. */
function stateAt(state: ConversationState, turn: number): ConversationState {
  const buyers = Object.entries(state.buyers).map(([id, buyer]) => [
    id,
    { ...buyer, unlocked: buyer.unlocked.filter((one) => one.turn <= turn) },
  ]);
  return { ...state, turn, buyers: Object.fromEntries(buyers) };
}

/** What a reply gives away that the plans up to then had not granted: a step of the ladder, or the deal itself. */
function unearned(reply: RecordedReply, granted: ReadonlySet<string>, bundle: ScenarioBundle): string | null {
  const persona = bundle.personas.find((one) => one.id === reply.speakerId);
  const said = new Set(sentences(reply.text).flatMap(({ folded }) => pairsOf(folded)));
  for (const { id, text } of persona?.concessions ?? []) {
    if (granted.has(id)) continue;
    const pairs = sentences(text).flatMap(({ folded }) => pairsOf(folded));
    if (pairs.length > 0 && pairs.filter((pair) => said.has(pair)).length >= pairs.length * sameConcession) return id;
  }
  const { intent, ending, agenda } = reply.plan;
  const mayAgree = intent === "accept" || ending !== null || agenda?.kind === "concession";
  return !mayAgree && agrees[bundle.scenario.locale].test(reply.text) ? "agreement" : null;
}

/** Reads what the trainee saw as gate and review would have, with what was sealed at that turn. */
function shown(reply: RecordedReply, record: SessionRecord): { code: string; detail?: string }[] {
  const { bundle, transcript } = record;
  const at = transcript.findIndex((line) => line.messageId === reply.messageId);
  const before = transcript.slice(0, at < 0 ? transcript.length : at);
  const state = stateAt(record.state, reply.turn);
  const view = speakerView(bundle, state, reply.plan, { transcript: before, passages: bundle.scenario.sheet.passages });
  const hit = checkText(reply.text, true, gateRules({ bundle, state, view, instructions: null, canary: null }));
  const finding = reviewReply(reply.text, view);
  return [hit, finding].filter((one) => one !== null);
}

function withheld({ withheld: stopped, reworded, failed }: RecordedReply): { code: string }[] {
  // A reply said anew though the gate had let it pass was sent back by the review.
  const reviewed = reworded && !failed && stopped.length === 0 ? [{ code: "model_review" }] : [];
  return [...stopped.map(({ code }) => ({ code })), ...reviewed];
}

/**
 * Whether the buyer stayed itself over a whole session, from the record alone: what was withheld in time, and what was not,
 * each with its message. Pure; finds the same whenever it is asked.
 */
export function fidelityReport(record: SessionRecord): FidelityReport {
  const granted = new Set<string>();
  const findings = record.replies.flatMap((reply): FidelityFinding[] => {
    const { agenda } = reply.plan;
    if (agenda?.kind === "concession") granted.add(agenda.concessionId);
    const place = { messageId: reply.messageId, turn: reply.turn, speakerId: reply.speakerId };
    const stopped = withheld(reply).map((one) => ({ ...one, reached: false }));
    // A safe line is harmless by making.
    const seen = reply.failed ? [] : shown(reply, record).map((one) => ({ ...one, reached: true }));
    const given = reply.failed ? null : unearned(reply, granted, record.bundle);
    return [
      ...[...stopped, ...seen].map((one) => ({ kind: kinds[one.code] ?? "contradiction", ...one, ...place })),
      ...(given === null
        ? []
        : [
            {
              kind: "unearned_concession" as const,
              code: "unearned_concession",
              detail: given,
              reached: true,
              ...place,
            },
          ]),
    ];
  });
  const failed = record.replies.filter((reply) => reply.failed).map((reply) => reply.messageId);
  const reworded = record.replies.filter((reply) => reply.reworded).map((reply) => reply.messageId);
  const broken = failed.length > 0 || findings.some((one) => one.reached);
  const verdict = broken ? "failed" : findings.length + reworded.length > 0 ? "corrected" : "faithful";
  return { findings, failed, reworded, verdict };
}

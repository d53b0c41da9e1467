import { speakerView } from "@/agents/buyer/view";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { pairsOf, sentences } from "@/agents/guard/words";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { FidelityFinding, FidelityKind, FidelityReport, ReplyReview } from "@/lib/contracts/fidelity";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { ToolNote } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";
import { reviewReply } from "./rules";

/** One reply as it stands in the record. */
export interface RecordedReply {
  speakerId: string;
  messageId: string;
  turn: number;
  text: string;
  /** what it was to say; absent in old records, whose concessions cannot be judged */
  plan?: ReplyPlan | undefined;
  /** tries that were stopped by the gate or sent back by the review, in order */
  withheld: readonly { code: string; text: string }[];
  reviews?: readonly ReplyReview[] | undefined;
  reworded: boolean;
  failed: boolean;
  /** what tools came to for it */
  notes?: ToolNote[] | undefined;
}

export interface SessionRecord {
  bundle: ScenarioBundle;
  /** at the end of the talk */
  state: ConversationState;
  /** every line of the talk in order, the buyer's by the ids of its replies */
  transcript: readonly TranscriptLine[];
  replies: readonly RecordedReply[];
}

/**
 * What a fault weighs that the trainee has read. At 3 in all the talk is spoilt: whoever heard a secret, a coach, a gift nobody
 * earned or a buyer that contradicts itself cannot be judged by what came of it. A line said twice or in another language is
 * poor, and spoils a talk only when it happens again.
 */
const weights: Record<FidelityKind, number> = {
  role_inversion: 3,
  leak: 3,
  contradiction: 3,
  unearned_concession: 3,
  conduct: 3,
  language_drift: 2,
  repetition: 1,
};
const spoilt = 3;

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
  unearned_concession: "unearned_concession",
};

/** A reviewer says what a reply goes against; against the part itself is another fault than against what was said. */
const kindOf = ({ code, detail }: { code: string; detail?: string | undefined }): FidelityKind =>
  code === "model_review" && detail === "persona" ? "role_inversion" : (kinds[code] ?? "contradiction");

/** Share of a concession's pairs of words that make a reply say it. */
const sameConcession = 0.75;

/** Words by which a deal is agreed, whole sentences of them where a few words are said in other ways too. */
const agrees: Record<Locale, RegExp> = {
  en: /\b(?:it['’]s a deal|(?:we|you) have a deal)\b|^deal$|\bi(?:['’]ll| will) sign(?: it| this| that| today| now| right away)*$|\bwhere do i sign$|\bcount (?:me|us) in\b|\bi(?:['’]ll| will) take it$/iu,
  "zh-CN": /成交(?!价|量|额|记录)|就这么定了|我(?:现在|今天|马上)?就签|我签了|合同(?:发来|拿来)我签|办吧，?我要了/u,
};
/** What in the same sentence makes it no agreement: a condition, a no, a question. */
const withholds: Record<Locale, RegExp> = {
  en: /[?]|\b(?:if|unless|until|once|when|before|after|only|not|never|no|nobody|would|could|maybe|might)\b|n['’]t\b/iu,
  "zh-CN": /[?？吗]|如果|要是|除非|等|才|没|不|别|之前|以后|再说|未|假如/u,
};

function agreesIn(text: string, locale: Locale): boolean {
  return (text.match(/[^.!?。！？\n]+[?？]?/gu) ?? []).some(
    (sentence) => agrees[locale].test(sentence.trim()) && !withholds[locale].test(sentence),
  );
}

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
  if (reply.plan === undefined) return null;
  const persona = bundle.personas.find((one) => one.id === reply.speakerId);
  const said = new Set(sentences(reply.text).flatMap(({ folded }) => pairsOf(folded)));
  for (const { id, text } of persona?.concessions ?? []) {
    if (granted.has(id)) continue;
    const pairs = sentences(text).flatMap(({ folded }) => pairsOf(folded));
    if (pairs.length > 0 && pairs.filter((pair) => said.has(pair)).length >= pairs.length * sameConcession) return id;
  }
  const { intent, ending, agenda } = reply.plan;
  const mayAgree = intent === "accept" || ending !== null || agenda?.kind === "concession";
  return !mayAgree && agreesIn(reply.text, bundle.scenario.locale) ? "agreement" : null;
}

/** Reads what the trainee saw as gate and review would have, with what was sealed at that turn. */
function shown(reply: RecordedReply, record: SessionRecord): { code: string; detail?: string }[] {
  const { bundle, transcript } = record;
  const at = transcript.findIndex((line) => line.messageId === reply.messageId);
  const before = transcript.slice(0, at < 0 ? transcript.length : at);
  const state = stateAt(record.state, reply.turn);
  const plan = reply.plan ?? nothingPlanned(reply.speakerId);
  const { passages } = bundle.scenario.sheet;
  const view = speakerView(bundle, state, plan, { transcript: before, passages, notes: reply.notes });
  const hit = checkText(reply.text, true, gateRules({ bundle, state, view, instructions: null, canary: null }));
  const finding = reviewReply(reply.text, view);
  return [hit, finding].filter((one) => one !== null);
}

const nothingPlanned = (speakerId: string): ReplyPlan => ({
  speakerId,
  intent: "answer",
  answer: null,
  agenda: null,
  ending: null,
  length: [1, 60],
});

/**
 * Whether the buyer stayed itself over a whole session, from the record alone: what was withheld in time, and what was not,
 * each with its message. Pure; finds the same whenever it is asked.
 */
export function fidelityReport(record: SessionRecord): FidelityReport {
  const granted = new Set<string>();
  const findings = record.replies.flatMap((reply): FidelityFinding[] => {
    const agenda = reply.plan?.agenda;
    if (agenda?.kind === "concession") granted.add(agenda.concessionId);
    const place = { messageId: reply.messageId, turn: reply.turn, speakerId: reply.speakerId };
    // Each try that was sent back left a review and its words, in the same order.
    const rejected = reply.reviews?.filter((one) => one.code !== null) ?? [];
    const stopped = reply.withheld.map(({ code }, i) => ({ code, detail: rejected[i]?.detail, reached: false }));
    // A safe line is harmless by making.
    const seen = reply.failed ? [] : shown(reply, record).map((one) => ({ ...one, reached: true }));
    const given = reply.failed ? null : unearned(reply, granted, record.bundle);
    const gift = given === null ? [] : [{ code: "unearned_concession", detail: given, reached: true }];
    return [...stopped, ...seen, ...gift].map((one) => ({
      kind: kindOf(one),
      ...one,
      ...place,
    }));
  });
  const ids = (of: (reply: RecordedReply) => boolean) => record.replies.filter(of).map((reply) => reply.messageId);
  const failed = ids((reply) => reply.failed);
  const reworded = ids((reply) => reply.reworded);
  const unreviewed = ids((reply) => reply.reviews?.at(-1)?.by === "rules_alone");
  const weight = findings.reduce((sum, { kind, reached }) => sum + (reached ? weights[kind] : 0), 0);
  const flawless = findings.length + reworded.length === 0;
  const verdict =
    failed.length > 0 || weight >= spoilt ? "failed" : weight > 0 ? "marred" : flawless ? "faithful" : "corrected";
  return { findings, failed, reworded, unreviewed, verdict };
}

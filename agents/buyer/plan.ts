import type { Persona } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { MeterValues, ReplyPlan } from "@/lib/contracts/state";
import type { Intent, Locale } from "@/lib/contracts/vocabulary";
import { chooseAgenda, type Agenda } from "./agenda";
import { chooseAnswer, heardBy, questionOf, type Answer, type Reaction } from "./answer";
import { buyerOf, personaOf } from "./cast";
import { draw } from "./chance";
import { isDisputable } from "./director";
import type { Ending } from "./endings";
import type { TurnRecord } from "./record";
import { contradictionOf, type Contradiction } from "./relations";

/** Words, or characters in Chinese, by style. */
const lengths = {
  en: { terse: [3, 12], plain: [8, 30], expansive: [25, 60] },
  "zh-CN": { terse: [3, 20], plain: [8, 45], expansive: [25, 90] },
} as const satisfies Record<Locale, Record<Persona["style"], readonly [number, number]>>;

const impatientBelow = 35;
const warmFrom = 40;
const spentBelow = 10;
const fragmentEvery = 4;

function lengthOf(
  record: TurnRecord,
  persona: Persona,
  answer: Answer | null,
  agenda: Agenda | null,
): [number, number] {
  const { after } = record;
  const [low, high] = lengths[after.locale][persona.style];
  const { patience } = buyerOf(after, persona.id).meters;
  const room = after.locale === "zh-CN" ? 25 : 18;
  const told = answer?.kind === "tell" ? answer.factIds.length : answer?.kind === "recall" ? 1 : 0;
  const said = told + (["objection", "concession", "recall", "convinced"].includes(agenda?.kind ?? "") ? 1 : 0);
  const fragment = said === 0 && draw(after.seed, after.turn, persona.id, "fragment") % fragmentEvery === 0;
  const shares = (patience < impatientBelow ? 2 : 1) * (fragment ? 2 : 1);
  const upper = Math.max(3, Math.round(high / shares)) + said * room;
  return [Math.min(Math.max(1, Math.round(low / shares)), upper), upper];
}

/** The ending as far as this buyer is the one to say it. */
function endingOf({ ending }: TurnRecord, persona: Persona): Ending | null {
  return ending?.buyerId === persona.id ? ending : null;
}

function endingIntent(ending: Ending | null): Intent | null {
  switch (ending?.outcome) {
    case undefined:
      return null;
    case "won":
    case "follow_up":
      return "accept";
    case "expired":
      return "press_for_time";
    default:
      return ending?.reason === "stuck" ? "reject_soft" : "reject_hard";
  }
}

const reactionIntents: Record<Exclude<Reaction, "addressed" | "claim">, Intent> = {
  value_linked: "signal_interest",
  value_blind: "ask_benefit",
  price: "negotiate",
  discount_traded: "signal_interest",
  discount_bare: "negotiate",
  pressure: "reject_hard",
  disparage: "ask_proof",
  unprofessional: "reject_hard",
  off_topic: "reject_soft",
  break_role: "reject_soft",
  greeting: "greet",
  rapport: "small_talk",
  summary: "signal_interest",
  next_step_vague: "hesitate",
  filler: "hesitate",
  too_long: "hesitate",
};

function reactionIntent(to: Reaction, heard: PlayedMove[], meters: MeterValues): Intent {
  if (to === "addressed") {
    const answered = heard.filter(({ type }) => type === "address_objection");
    return answered.every(({ quality }) => quality === "neither") ? "reject_soft" : "hesitate";
  }
  if (to === "claim") {
    const claims = heard.filter(({ type }) => type === "make_claim");
    if (claims.every(({ quality }) => quality === "supported")) return "signal_interest";
    return meters.trust > spentBelow ? "ask_proof" : "hesitate";
  }
  return reactionIntents[to];
}

function answerIntent(answer: Answer, heard: PlayedMove[], meters: MeterValues, short: boolean): Intent {
  switch (answer.kind) {
    case "tell":
    case "again":
    case "public":
      return "answer";
    case "breadcrumb":
      return short || heard.some(({ type }) => type === "address_objection") ? "hesitate" : "answer";
    case "deflect":
    case "repair":
      return "hesitate";
    case "recall":
      return "negotiate";
    case "defer":
      return "answer";
    case "contradict":
      return "reject_soft";
    default:
      return reactionIntent(answer.to, heard, meters);
  }
}

const agendaIntents: Record<Agenda["kind"], Intent> = {
  objection: "raise_objection",
  ask_price: "ask_price",
  ask_back: "ask_benefit",
  ask_proof: "ask_proof",
  callback: "answer",
  concession: "negotiate",
  time: "press_for_time",
  recall: "answer",
  convinced: "signal_interest",
};

interface Slots {
  answer: Answer | null;
  agenda: Agenda | null;
  heard: PlayedMove[];
  /** trust would have had to be higher for the fact hinted at */
  short: boolean;
}

function intentOf(record: TurnRecord, persona: Persona, { answer, agenda, heard, short }: Slots): Intent {
  const ending = endingIntent(endingOf(record, persona));
  if (ending !== null) return ending;
  const { meters } = buyerOf(record.after, persona.id);
  const compares = persona.archetype === "comparison_shopper" && answer?.kind === "react" && answer.to === "price";
  const cool: Intent = meters.trust < warmFrom ? "reject_hard" : "hesitate";
  if (agenda?.kind === "objection") return record.raised?.returned === true ? cool : "raise_objection";
  if (agenda?.kind === "ask_price") return "ask_price";
  if (record.resolved.some(({ buyerId }) => buyerId === persona.id)) return "signal_interest";
  if (heard.some(({ type, quality }) => type === "ask_commitment" && quality === "early")) return cool;
  if (compares) return "compare_competitor";
  if (answer !== null) return answerIntent(answer, heard, meters, short);
  if (heard.some(({ type }) => type === "ask_commitment" || type === "propose_next_step")) return "hesitate";
  return agenda === null ? "answer" : agendaIntents[agenda.kind];
}

/** Reactions that a second voice makes its own; others the first has made already. */
function isOwnReaction(record: TurnRecord, persona: Persona, to: Reaction): boolean {
  if (["unprofessional", "pressure", "disparage", "break_role", "claim"].includes(to)) return true;
  const own = persona.objections.map(({ id }) => id);
  return to === "addressed" && record.played.some(({ objectionId }) => own.includes(objectionId ?? ""));
}

/** Answers by which a second voice takes up what was asked. */
const answersQuestion = new Set(["tell", "again", "breadcrumb", "public", "deflect", "repair"]);

/** What somebody who speaks after a colleague answers: nothing that the colleague has answered for both. */
function answerAfter(record: TurnRecord, persona: Persona, answer: Answer | null): Answer | null {
  if (answer === null || record.deferral?.to === persona.id) return answer;
  if (answer.kind === "react") return isOwnReaction(record, persona, answer.to) ? answer : null;
  if (answer.kind === "deflect" || answer.kind === "repair") return null;
  // Somebody has answered the question: who comes with a matter of its own goes straight to it.
  const busy = record.raised?.buyerId === persona.id || record.asksPrice;
  return answer.kind === "public" && busy ? null : answer;
}

/** Whoever leaves because of what was just said names it first. */
function lastStraw({ played, ending }: TurnRecord): Answer | null {
  if (ending?.reason === "stuck") return null;
  const straws = ["unprofessional", "pressure", "disparage"] as const;
  const to = straws.find((type) => played.some((move) => move.type === type));
  return to === undefined ? null : { kind: "react", to };
}

interface Said {
  answer: Answer | null;
  /** the fact of a breadcrumb */
  hinted: string | undefined;
  contradiction: Contradiction | null;
}

function answerOf(record: TurnRecord, persona: Persona, after: string | undefined): Said {
  if (record.ending?.outcome === "lost") return { answer: lastStraw(record), hinted: undefined, contradiction: null };
  const { answer, hinted } = chooseAnswer(record, persona);
  if (after === undefined) return { answer, hinted, contradiction: null };
  const free = answer?.kind !== "tell" && record.deferral === null && record.ending === null;
  const contradiction = free && isDisputable(record, after) ? contradictionOf(record, persona, after) : null;
  if (contradiction !== null) {
    return { answer: { kind: "contradict", to: after, line: contradiction.line }, hinted: undefined, contradiction };
  }
  return { answer: answerAfter(record, persona, answer), hinted, contradiction };
}

/**
 * What one buyer is to say: acknowledge → answer → agenda, with its intent and length. `after` is the colleague who has just
 * spoken. Holds facts unlocked by id, approved lines, and nothing else of the persona. `hinted` names the fact of a
 * breadcrumb and `contradiction` the rule behind one, for the state alone.
 */
export function planReply(
  record: TurnRecord,
  buyerId: string,
  after: string | undefined,
): { plan: ReplyPlan; hinted: string | undefined; contradiction: Contradiction | null } {
  const persona = personaOf(record.bundle, buyerId);
  const heard = heardBy(record, persona);
  const { answer, hinted, contradiction } = answerOf(record, persona, after);
  const ending = endingOf(record, persona);
  const question = questionOf(heard);
  const topic = question?.topic ?? heard.findLast((move) => move.topic !== undefined)?.topic;
  const agenda = chooseAgenda(record, persona, { answer, heard, topic });
  const fact = persona.sealedFacts.find(({ id }) => id === hinted);
  const short = fact !== undefined && record.after.buyers[buyerId]?.reachable[fact.id] === undefined;
  const plan: ReplyPlan = {
    speakerId: buyerId,
    ...(after !== undefined && { after }),
    ...(record.deferral?.to === buyerId && record.deferral.from === after && { handed: true }),
    intent: intentOf(record, persona, { answer, agenda, heard, short }),
    answer,
    agenda,
    ending: ending === null ? null : { outcome: ending.outcome, reason: ending.reason },
    length: lengthOf(record, persona, answer, agenda),
  };
  if (question !== undefined && (after === undefined || answersQuestion.has(answer?.kind ?? ""))) {
    plan.asked = {
      topic: question.topic,
      form: question.type === "ask_closed" ? "closed" : "open",
      times: question.topic === undefined ? 1 : (buyerOf(record.after, buyerId).asked[question.topic] ?? 1),
    };
  }
  return { plan, hinted, contradiction };
}

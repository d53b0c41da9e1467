import type { Voice } from "@/lib/contracts/content";
import type { ReplyPlan } from "@/lib/contracts/state";
import { hash, oneIn } from "./hash";
import { draw, given, type Ledger, type Line } from "./ledger";
import { measure } from "./repeat";
import { wordsOf } from "./words";

type Answer = NonNullable<ReplyPlan["answer"]>;
type Reaction = Extract<Answer, { kind: "react" }>["to"];
type Bank = Exclude<keyof Voice, "askBack" | "ending" | "joinIn">;

/** The next line of the first bank that has one left. */
export function firstOf(ledger: Ledger, ...banks: Bank[]): Line | null {
  for (const bank of banks) {
    const line = draw(ledger, bank, ledger.view.persona.voice[bank]);
    if (line) return line;
  }
  return null;
}

/** What a buyer says out of its intent alone. */
const intentBanks: Record<ReplyPlan["intent"], Bank[]> = {
  greet: ["greet", "smallTalk"],
  answer: ["hesitate"],
  ask_price: ["askPrice"],
  ask_benefit: ["askBenefit"],
  ask_proof: ["askProof", "askBenefit"],
  compare_competitor: ["compare", "hesitate"],
  raise_objection: ["rejectSoft", "hesitate"],
  hesitate: ["hesitate", "rejectSoft"],
  negotiate: ["negotiate", "hesitate"],
  signal_interest: ["signalInterest", "valueLinked"],
  accept: ["signalInterest", "answered"],
  reject_soft: ["rejectSoft", "hesitate"],
  reject_hard: ["rejectHard", "rejectSoft"],
  press_for_time: ["time"],
  small_talk: ["smallTalk"],
};

/** A reaction's own bank; where it has none, the intent's. */
const reactionBanks: Partial<Record<Reaction, Bank[]>> = {
  value_linked: ["valueLinked", "signalInterest"],
  value_blind: ["valueBlind", "askBenefit", "hesitate"],
  pressure: ["pressured", "rejectHard"],
  disparage: ["disparaged", "askProof"],
  unprofessional: ["insulted", "rejectHard"],
  off_topic: ["offTopic", "time"],
  break_role: ["breakRole", "offTopic"],
  next_step_vague: ["hesitate", "rejectSoft"],
  filler: ["hesitate"],
  too_long: ["interrupt", "time"],
};

export function speakIntent(ledger: Ledger, intent: ReplyPlan["intent"]): Line | null {
  return firstOf(ledger, ...intentBanks[intent], "hesitate");
}

/** A line of small talk on what the seller mentioned; any other would sound like a machine's. */
function chat(ledger: Ledger, message: string): Line | null {
  const { smallTalk } = ledger.view.persona.voice;
  const words = wordsOf(ledger.view.locale);
  const only = [...smallTalk.keys()].filter((index) => words.shares(smallTalk[index] ?? "", message));
  return only.length > 0 ? draw(ledger, "smallTalk", smallTalk, { only }) : null;
}

/** Greets or takes a friendly remark; where the seller proposed how to spend the time, agrees to it as well. */
function greetBack(ledger: Ledger, rapport: boolean): Line | null {
  const { view } = ledger;
  const words = wordsOf(view.locale);
  const { greet } = view.persona.voice;
  const message = view.transcript.findLast((line) => line.speaker === "trainee")?.text ?? "";
  const asked = words.asksConsent.test(message);
  const calm = [...greet.keys()].filter((index) => !words.question.test(greet[index] ?? ""));
  const hello = view.turn === 1 ? draw(ledger, "greet", greet, asked && calm.length > 0 ? { only: calm } : {}) : null;
  const remark = rapport ? chat(ledger, message) : null;
  const consent = asked ? draw(ledger, "consent", words.consents) : null;
  const lines = [remark ?? hello, consent].filter((line) => line !== null);
  if (lines.length === 0 && !rapport && view.turn > 1) {
    // A hello again, or a plan for the talk: neither is met with small talk of one's own.
    const plan = measure(message, view.locale) > 4;
    return plan ? draw(ledger, "consent", words.consents) : draw(ledger, "present", words.presents);
  }
  return merge(ledger, lines) ?? firstOf(ledger, "smallTalk", "greet");
}

/** Reacts to an answer to an objection: done with it, or not yet. */
function weighAnswer(ledger: Ledger, intent: ReplyPlan["intent"]): Line | null {
  const { plan, openObjections } = ledger.view;
  const settled = plan.agenda?.kind !== "objection" && openObjections.length === 0;
  if (
    intent === "accept" ||
    intent === "signal_interest" ||
    (settled && intent !== "reject_soft" && intent !== "hesitate")
  ) {
    return firstOf(ledger, "answered", "signalInterest");
  }
  return intent === "reject_soft" || intent === "reject_hard"
    ? firstOf(ledger, "rejectSoft", "hesitate")
    : firstOf(ledger, "hesitate", "rejectSoft");
}

function react(ledger: Ledger, to: Reaction, intent: ReplyPlan["intent"]): Line | null {
  if (to === "greeting" || to === "rapport") return greetBack(ledger, to === "rapport");
  if (to === "addressed") return weighAnswer(ledger, intent);
  if (to === "summary") {
    return draw(ledger, "confirm", wordsOf(ledger.view.locale).confirms) ?? firstOf(ledger, "signalInterest");
  }
  // An unproved claim earns a doubt; the agenda asks for the proof.
  if (to === "claim" && ledger.view.plan.agenda?.kind === "ask_proof") return firstOf(ledger, "hesitate", "rejectSoft");
  const own = reactionBanks[to];
  if (own) return firstOf(ledger, ...own);
  if (intent === "answer") return firstOf(ledger, "hesitate");
  // What the intent wants to say, the agenda will say: the reaction is a mood alone.
  if (ledger.view.plan.agenda?.kind === "ask_price" || ledger.view.plan.agenda?.kind === "ask_proof") {
    return ledger.view.meters.interest >= 50 ? firstOf(ledger, "signalInterest") : firstOf(ledger, "hesitate");
  }
  return speakIntent(ledger, intent);
}

function tell(ledger: Ledger, factIds: string[]): Line | null {
  const lines: Line[] = [];
  for (const id of factIds.slice(0, 2)) {
    const fact = ledger.view.facts.find((one) => one.id === id);
    const line = fact && draw(ledger, `fact:${id}:spoken`, fact.spoken, { must: true });
    if (line) lines.push(line);
  }
  return merge(ledger, lines);
}

/** A told fact in other words; asked for money, the line with money in it first. */
function recallFact(ledger: Ledger, factId: string, recalled: string[]): Line | null {
  const words = wordsOf(ledger.view.locale);
  const message = ledger.view.transcript.findLast((line) => line.speaker === "trainee")?.text ?? "";
  const bank = `fact:${factId}:recalled`;
  const dear = [...recalled.keys()].filter((index) => words.money.test(recalled[index] ?? ""));
  const first = words.asksMoney.test(message) && dear.length > 0 ? draw(ledger, bank, recalled, { only: dear }) : null;
  return first ?? draw(ledger, bank, recalled);
}

/** Asked again: first the fact in other words; from then on with irritation, or with what else is known of the topic. */
function sayAgain(ledger: Ledger, factId: string, times: number): Line | null {
  const fact = ledger.view.facts.find((one) => one.id === factId);
  const recalled = () => (fact ? recallFact(ledger, factId, fact.recalled) : null);
  if (times < 4) return recalled() ?? sayMore(ledger, fact?.topic) ?? firstOf(ledger, "alreadySaid");
  const irritated = firstOf(ledger, "alreadySaid");
  if (!irritated) return recalled() ?? sayMore(ledger, fact?.topic) ?? firstOf(ledger, "hesitate", "deflect");
  const patient = ledger.view.meters.patience >= 35;
  return merge(
    ledger,
    [irritated, patient ? recalled() : null].filter((one) => one !== null),
  );
}

/** What is public on a topic, in the form asked for, else in the other. */
function sayMore(ledger: Ledger, topic: string | undefined): Line | null {
  const { plan, persona } = ledger.view;
  const known = persona.topicAnswers.find((one) => one.topic === topic);
  if (!known) return null;
  const form = plan.asked?.form ?? "open";
  const other = form === "open" ? "closed" : "open";
  return draw(ledger, `topic:${topic}:${form}`, known[form]) ?? draw(ledger, `topic:${topic}:${other}`, known[other]);
}

function answerPublicly(ledger: Ledger, topic: string, form: "open" | "closed", times: number): Line | null {
  const { view } = ledger;
  const known = view.persona.topicAnswers.find((one) => one.topic === topic);
  const other = form === "open" ? "closed" : "open";
  const own = known && draw(ledger, `topic:${topic}:${form}`, known[form]);
  if (own) return hedged(ledger, own);
  if (times > 2) return firstOf(ledger, "alreadySaid", "deflect", "hesitate");
  const rest = known && draw(ledger, `topic:${topic}:${other}`, known[other]);
  return rest ?? firstOf(ledger, "deflect", "alreadySaid", "hesitate");
}

/** "As far as I know, …" while trust is low; at most one in three, each opener once. */
function hedged(ledger: Ledger, line: Line): Line {
  const { view } = ledger;
  const pick = hash(view.seed, "hedge", view.turn) % 4;
  const id = `hedge:${pick}`;
  if (view.meters.trust >= 40 || ledger.taken.has(id) || !oneIn(3, view.seed, "hedged", view.turn)) return line;
  const text = wordsOf(view.locale).hedge(line.text, pick);
  return text ? { ids: [...line.ids, ledger.prefix + id], text } : line;
}

function deflect(ledger: Ledger): Line | null {
  const { view } = ledger;
  const wary = view.meters.trust < 45 && oneIn(3, view.seed, "counter", view.turn);
  return wary
    ? firstOf(ledger, "counterAsk", "deflect", "hesitate")
    : firstOf(ledger, "deflect", "counterAsk", "hesitate");
}

export function merge(ledger: Ledger, lines: Line[]): Line | null {
  if (lines.length === 0) return null;
  const words = wordsOf(ledger.view.locale);
  return {
    ids: lines.flatMap((line) => line.ids),
    text: words.join(
      lines.map((line) => line.text),
      false,
    ),
  };
}

/** The middle slot: what was asked, told or done is answered before anything else. Null when no words are left for it. */
export function speakAnswer(ledger: Ledger, answer: Answer): Line | null {
  const { plan } = ledger.view;
  const times = plan.asked?.times ?? 1;
  switch (answer.kind) {
    case "tell":
      return tell(ledger, answer.factIds);
    case "again":
      return sayAgain(ledger, answer.factId, Math.max(times, 2));
    case "breadcrumb":
      return given(ledger, `breadcrumb:${hash(answer.line).toString(36)}`, answer.line) ?? deflect(ledger);
    case "public":
      return answerPublicly(ledger, answer.topic, answer.form, times);
    case "deflect":
      return deflect(ledger);
    case "repair":
      return firstOf(ledger, "repair", "counterAsk");
    case "recall":
      return draw(ledger, `recall:${answer.about}`, answer.lines);
    case "defer":
      return given(ledger, `defer:${hash(answer.line).toString(36)}`, answer.line);
    case "contradict":
      return given(ledger, `contradict:${hash(answer.line).toString(36)}`, answer.line);
    default:
      return react(ledger, answer.to, plan.intent);
  }
}

import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ReplyPlan } from "@/lib/contracts/state";
import { speakAgenda } from "./agenda";
import { speakAnswer, speakIntent } from "./answer";
import { findEcho } from "./echo";
import { hash, oneIn } from "./hash";
import { draw, openLedger, type Ledger, type Line } from "./ledger";
import { countAloud, nameTime } from "./noted";
import { measure } from "./repeat";
import { wordsOf } from "./words";

export interface Reply {
  text: string;
  /** ids of the lines spent, to come back as `view.usedLines` */
  usedLines: string[];
}

const impatient = (view: SpeakerView) => view.meters.patience < 35;

/** A hint is no answer, so nothing leads into it. */
const opens = new Set(["tell", "public", "none"]);
const noted = new Set(["ask_back", "concession", "callback"]);

/** One more acknowledgement keeps to three turns in five. */
function hasRoom({ usedLines, turn }: SpeakerView): boolean {
  const so = usedLines.filter((id) => /(?:^|\/)(?:acknowledge|echo|confirm):/u.test(id)).length;
  return so + 1 <= 0.6 * turn;
}

/**
 * Whether this turn may open with an acknowledgement. At most three in five turns, never three in a row, seldom when
 * patience is low, a reaction or a refusal is its own opener. Before an answer
 * it leads in, before a matter of the buyer's own it takes note.
 */
function mayAcknowledge(view: SpeakerView): boolean {
  const { plan, turn } = view;
  if (plan.ending || !opens.has(plan.answer?.kind ?? "none")) return false;
  if (!plan.answer && !noted.has(plan.agenda?.kind ?? "")) return false;
  if (!hasRoom(view)) return false;
  if (impatient(view) && !oneIn(4, view.seed, "curt", turn)) return false;
  const beat = (turn + (view.seed % 5)) % 5;
  return beat === 0 || beat === 2 || beat === 3;
}

/** The next acknowledgement of this attempt's third: an answer is led into, a matter of the buyer's own is not. */
function note(ledger: Ledger, answer: string, slots: Record<string, string> = {}): Line | null {
  const { view } = ledger;
  const words = wordsOf(view.locale);
  const bank = view.persona.voice.acknowledge;
  const leads = (line: string) => words.leadsIn.test(line) && !words.holdsBack.test(line);
  const only = [...bank.keys()].filter((index) => leads(bank[index] ?? "") === (answer !== ""));
  const long = measure(answer, view.locale) > 16;
  const fits = (line: string) =>
    !(words.counts.test(line) && !/\d/u.test(answer)) && !(long && words.promisesBrevity.test(line));
  return draw(ledger, "acknowledge", bank, { slots, only, fits, ownThird: true });
}

function acknowledge(ledger: Ledger, answer: string): Line | null {
  const { view } = ledger;
  const echo = findEcho(view);
  const words = wordsOf(view.locale);
  const slots: Record<string, string> = echo ? { echo, Echo: words.capital(echo) } : {};
  const taken = () => (echo ? draw(ledger, "echo", words.echoes, { slots }) : null);
  const drawn = () => note(ledger, view.plan.answer ? answer : "", slots);
  return oneIn(3, view.seed, "echo", view.turn) ? (taken() ?? drawn()) : drawn();
}

/** Lines that need no leading in. */
const standsAlone = new Set(["defer", "contradict", "react"]);

/** After a colleague, one reply in two says that another speaks now; one that is a question or a hint never does. */
function joinIn(ledger: Ledger, answer: Line | null, agenda: Line | null): Line | null {
  const { plan, persona, colleagues, seed, turn } = ledger.view;
  const before = colleagues?.find(({ id }) => id === plan.after);
  if (before === undefined || plan.handed || plan.ending || standsAlone.has(plan.answer?.kind ?? "")) return null;
  if (answer === null && plan.agenda?.kind !== "objection" && plan.agenda?.kind !== "concession") return null;
  if (plan.answer?.kind === "breadcrumb" || (answer === null && agenda === null)) return null;
  if (!oneIn(2, seed, "join", persona.id, turn)) return null;
  const own = persona.voice.joinIn ?? wordsOf(ledger.view.locale).joins;
  return draw(ledger, "joinIn", own, { slots: { colleague: before.calledBy } });
}

/** Intents that the agenda itself already speaks for. */
const agendaSpeaks: Partial<Record<ReplyPlan["intent"], NonNullable<ReplyPlan["agenda"]>["kind"][]>> = {
  raise_objection: ["objection"],
  ask_price: ["ask_price"],
  ask_proof: ["ask_proof"],
  ask_benefit: ["ask_proof", "ask_back"],
  press_for_time: ["time"],
  negotiate: ["concession"],
  signal_interest: ["convinced"],
  answer: ["objection", "ask_price", "ask_back", "ask_proof", "callback", "concession", "time", "recall"],
};

const lastStraws = new Set<string>(["unprofessional", "pressure", "disparage"]);

/** Whether an answer may stand before the words that end the talk: nobody hesitates and agrees in one breath. */
function mayStand({ answer, ending: end, intent }: ReplyPlan): boolean {
  if (!end || !answer) return true;
  if (answer.kind === "tell" || answer.kind === "again") return true;
  if (answer.kind === "react" && lastStraws.has(answer.to)) return end.outcome === "lost";
  if (answer.kind === "react" && answer.to === "addressed") return intent === "signal_interest" || intent === "accept";
  return end.outcome === "expired" && answer.kind === "public";
}

function middle(ledger: Ledger): Line | null {
  const { plan } = ledger.view;
  if (plan.answer) return mayStand(plan) ? speakAnswer(ledger, plan.answer) : null;
  if (plan.ending || (plan.agenda && agendaSpeaks[plan.intent]?.includes(plan.agenda.kind))) return null;
  const heard = plan.intent === "answer" && hasRoom(ledger.view) ? note(ledger, "") : null;
  return heard ?? speakIntent(ledger, plan.intent);
}

function ending(ledger: Ledger, end: NonNullable<ReplyPlan["ending"]>): Line | null {
  const banks = ledger.view.persona.voice.ending;
  const kind = end.reason === "stuck" ? "stuck" : end.outcome === "abandoned" ? "lost" : end.outcome;
  return draw(ledger, `ending:${kind}`, banks[kind], { must: true });
}

const asks = (line: Line) => /[?？]\s*$/u.test(line.text);

/** The last slot must be said: an ending, an objection, a concession, the wish for a price. */
const isBinding = (plan: ReplyPlan) =>
  plan.ending !== null ||
  ["objection", "ask_price", "concession", "recall", "convinced"].includes(plan.agenda?.kind ?? "");

/** Keeps a reply within its length: acknowledgement goes first, then an agenda that can wait. */
function trim(view: SpeakerView, slots: (Line | null)[], most: number): Line[] {
  const [first = null, answer = null, agenda = null] = slots;
  const waits = !isBinding(view.plan);
  const size = (lines: (Line | null)[]) =>
    lines.reduce((sum, line) => sum + (line ? measure(line.text, view.locale) : 0), 0);
  const kept = [first, answer, agenda];
  if (size(kept) > most * 1.2 && (answer || agenda)) kept[0] = null;
  if (size(kept) > most * 1.2 && waits && answer) kept[2] = null;
  return kept.filter((line) => line !== null);
}

const bankOf = (id: string) => (id.split("/").at(-1) ?? id).split(":")[0] ?? "";
const optional = new Set(["acknowledge", "echo", "hesitate", "rejectSoft", "negotiate", "valueBlind", "askBack"]);

/** Two replies built alike are enough: the third in a row leaves out a slot that can be missed. */
function rotate(view: SpeakerView, lines: Line[]): Line[] {
  const banks = lines.flatMap((line) => line.ids.map(bankOf));
  const before = view.usedLines.map(bankOf).slice(-2 * banks.length);
  const twice = banks.length > 1 && before.join(" ") === [...banks, ...banks].join(" ");
  if (!twice) return lines;
  const spare = lines.find((line) => line.ids.every((id) => optional.has(bankOf(id))));
  return lines.filter((line) => line !== spare);
}

/** A hello ends without a matter of the buyer's own, a friendly remark at the start too. */
const isHello = ({ turn, plan }: SpeakerView) =>
  plan.answer?.kind === "react" && (plan.answer.to === "greeting" || (plan.answer.to === "rapport" && turn === 1));

/**
 * Realises a reply plan in the buyer's voice: acknowledge (optional) → answer → agenda (optional). Pure: seed, attempt,
 * turn and what was said decide every word. A slot whose reserve is spent is dropped; a reply is never empty.
 */
export function composeReply(view: SpeakerView): Reply {
  const words = wordsOf(view.locale);
  const { plan } = view;
  const ledger = openLedger(view, plan.length[1]);
  const answer = middle(ledger);
  let agenda = plan.ending
    ? ending(ledger, plan.ending)
    : plan.agenda
      ? speakAgenda(ledger, plan.agenda, answer?.text ?? "")
      : null;
  if (answer && plan.agenda?.kind === "ask_back" && asks(answer)) agenda = null;
  if (answer && isHello(view) && !isBinding(plan)) agenda = null;
  // Running somebody down is answered by one line; a second question would soften it.
  if (answer && plan.answer?.kind === "react" && plan.answer.to === "disparage" && !isBinding(plan)) agenda = null;
  const opener =
    plan.after === undefined || plan.handed
      ? (answer || agenda) && mayAcknowledge(view)
        ? acknowledge(ledger, answer?.text ?? "")
        : null
      : joinIn(ledger, answer, agenda);
  const sum = answer ? countAloud(ledger) : null;
  let lines = rotate(view, trim(view, [sum ?? opener, answer, agenda], plan.length[1]));
  const time = nameTime(ledger);
  if (time) lines = [...lines, time];
  if (lines.length === 0) {
    const last = draw(ledger, "fragment", words.fragments);
    lines = [last ?? { ids: [], text: words.fragments[hash(view.seed, view.turn) % words.fragments.length] ?? "…" }];
  }
  const text = words.join(
    lines.map((line) => line.text),
    lines[0] === opener,
  );
  return { text, usedLines: lines.flatMap((line) => line.ids) };
}

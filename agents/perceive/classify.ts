import type { ComplianceFlag, Move, Perception } from "@/lib/contracts/moves";
import { policyFlags } from "@/agents/guard/policy";
import { readClause } from "./clause-moves";
import { splitClauses, type Clause } from "./clauses";
import { readContext, type Context } from "./context";
import type { PerceiveInput } from "./input";
import type { Draft, Reading } from "./sight";
import type { MoveType } from "@/lib/contracts/vocabulary";
import { countWords, detectLanguage } from "./language";
import { normalise, rawSpan, type Normal } from "./normal";
import { tablesFor } from "./tables";

const maxMoves = 16;
/** Longer texts are read to here; nobody says that much in a turn, and time stays bounded. */
const maxRead = 4000;

/**
 * What a trainee did in a message: moves in order with their spans, by rules alone. The same input always gives the same
 * answer; no text makes it throw.
 */
export function classify(input: PerceiveInput): Perception {
  const { text, bundle } = input;
  const locale = bundle.scenario.locale;
  const language = detectLanguage(text, locale);
  const normal = normalise(text.slice(0, maxRead));
  const context = readContext(input);
  const flags = bundle.policy ? policyFlags(text, bundle.policy, bundle.scenario.sheet, locale) : [];
  const found = language === "other" ? [] : movesOf(normal, context, bundle.personas);
  const moves = withRivalFaults(found, flags);
  return { moves, language, flags, words: countWords(text), by: "rules" };
}

/** A breach of the policy's rule on rivals is disparagement, whatever words it uses. */
function withRivalFaults(moves: Move[], flags: ComplianceFlag[]): Move[] {
  const breach = flags.find((flag) => rivalRule.test(flag.ruleId));
  if (!breach || moves.some((move) => move.type === "disparage")) return moves;
  const { start, end } = breach.span;
  const rest = moves.filter((move) => move.span.end <= start || move.span.start >= end || move.type === "greet");
  const disparaged: Move = { type: "disparage", span: { start, end }, confidence: 0.85 };
  return [...rest, disparaged].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const rivalRule = /rival|compet|disparag/i;

function movesOf(normal: Normal, context: Context, personas: PerceiveInput["bundle"]["personas"]): Move[] {
  const tables = tablesFor(context);
  const clauses = splitClauses(normal.text);
  const readings: Reading[] = [];
  let called: string | undefined;
  for (const clause of clauses) {
    const chinese = /\p{Script=Han}/u.test(clause.text);
    const table = chinese ? tables.zh : tables.en;
    const own = rawSpan(normal, clause.start, clause.end);
    const sentence = sentenceOf(clauses, clause, normal.text);
    const before = readings.at(-1);
    const planned = asksConsent(readings, clause, table.cues.consent);
    const plan = readings[planned];
    if (plan) {
      plan.consent = clause.end;
      continue;
    }
    const raw = normal.raw.slice(own.start, own.end);
    called = calledIn(clause.text, personas) ?? called;
    // Said to one buyer by name: what a colleague objected is not what it speaks to.
    const theirs = context.open.filter((each) => each.buyerId === called);
    const seen = called !== undefined ? { ...context, open: theirs } : context;
    readings.push(readClause(clause, raw, sentence, seen, table, before));
  }
  return collect(readings, normal, context, personas);
}

/** "Is 20 minutes all right?" after a plan belongs to the plan, "可以吗" after an offer to the offer. */
function asksConsent(readings: Reading[], clause: Clause, consent: RegExp): number {
  if (!consent.test(clause.text)) return -1;
  return readings.findLastIndex(({ clause: { sentence }, drafts }) =>
    drafts.some(({ type }) =>
      type === "set_agenda" ? sentence >= clause.sentence - 1 : consented.has(type) && sentence === clause.sentence,
    ),
  );
}

const consented = new Set<MoveType>(["ask_commitment", "propose_next_step", "offer_discount"]);

function sentenceOf(clauses: Clause[], clause: Clause, text: string): string {
  const same = clauses.filter((each) => each.sentence === clause.sentence);
  return text.slice(same[0]?.start ?? clause.start, same.at(-1)?.end ?? clause.end).trim();
}

function collect(
  readings: Reading[],
  normal: Normal,
  context: Context,
  personas: PerceiveInput["bundle"]["personas"],
): Move[] {
  const moves: Move[] = [];
  const seen = new Set<string>();
  let addressee: string | undefined;
  const add = (draft: Draft, start: number, end: number) => {
    const { whole: _whole, lead: _lead, bare: _bare, ...move } = draft;
    const key = `${move.type}/${move.topic ?? ""}/${move.objectionId ?? ""}/${move.verdict ?? ""}/${move.date ?? ""}`;
    const single = ["greet", "build_rapport", "set_agenda", "summarise", "filler", "break_role", "off_topic"];
    const kin = single.includes(move.type) ? move.type : key;
    const before = move.type === "quote_price" ? moves.find((each) => each.type === "quote_price") : undefined;
    if (before && move.amount !== undefined) {
      // The last figure named is the one on the table.
      before.amount = move.amount;
      return;
    }
    const step =
      move.dated === true ? moves.find((each) => each.type === "propose_next_step" && !each.dated) : undefined;
    if (step) {
      // "I'll send it today. Let's talk on Thursday.": the step is the one with the day.
      step.dated = true;
      step.date = move.date;
      return;
    }
    // "Can we meet on Tuesday? I'll bring the layout.": the second half adds no step of its own.
    const dated = moves.some((each) => each.type === "propose_next_step" && each.dated === true);
    if (move.type === "propose_next_step" && move.dated !== true && dated) return;
    if (seen.has(kin) || moves.length >= maxMoves) return;
    seen.add(kin);
    const owner = context.open.find((each) => each.id === move.objectionId)?.buyerId;
    // A question is for whoever was named, though its words may recall what another objected to.
    const asks = draft.type === "ask_open" || draft.type === "ask_closed" || draft.type === "probe";
    const to = personas.length > 1 ? (asks ? (addressee ?? owner) : (owner ?? addressee)) : undefined;
    const clean = Object.fromEntries(Object.entries(move).filter(([, value]) => value !== undefined));
    // Only undefined fields were dropped, so it is still the draft's shape.
    moves.push({ ...(clean as typeof move), ...(to ? { addressee: to } : {}), span: rawSpan(normal, start, end) });
  };
  const substance = readings.some((reading) => reading.drafts.length > 0 || !(reading.empty || reading.formula));
  const objected = context.open.some((objection) => objection.recent);
  for (const reading of readings) {
    if (personas.length > 1) addressee = addressedIn(reading.clause.text, personas, addressee);
    if (reading.formula && !reading.empty && objected && substance) {
      const acknowledged = readings.some((each) => each.drafts.some((draft) => draft.type === "acknowledge"));
      if (!acknowledged) add({ type: "filler", confidence: 0.7 }, reading.clause.start, reading.clause.end);
    }
    const drafts = spent(reading, readings);
    for (const draft of drafts) {
      const within = readings.filter((each) => each.clause.sentence === reading.clause.sentence);
      const start = draft.whole ? (within[0]?.clause.start ?? 0) : reading.clause.start;
      const end = reading.consent ?? (draft.whole ? (within.at(-1)?.clause.end ?? 0) : reading.clause.end);
      if (!(draft.whole === true && seen.has(draft.type))) add(draft, start, end);
    }
  }
  if (!substance && normal.raw.trim() !== "" && readings.length > 0) {
    add({ type: "filler", confidence: 0.9 }, readings[0]?.clause.start ?? 0, readings.at(-1)?.clause.end ?? 0);
  }
  return moves.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const foul = new Set<MoveType>(["break_role", "unprofessional", "off_topic"]);

/** A clause's moves, less what its sentence takes back: a foul colours all of it, a plan is not also a question. */
function spent(reading: Reading, readings: Reading[]): Draft[] {
  const same = readings.filter((each) => each.clause.sentence === reading.clause.sentence);
  const fouled = same.some((each) => each.drafts.some((draft) => foul.has(draft.type)));
  const later = same.slice(same.indexOf(reading) + 1);
  const earlier = same.slice(0, same.indexOf(reading));
  const planned = earlier.some((each) => each.drafts.some((draft) => draft.type === "set_agenda"));
  const asks = (draft: Draft) => ["ask_open", "ask_closed", "probe"].includes(draft.type);
  return reading.drafts.filter((draft) => {
    if (fouled && !foul.has(draft.type) && draft.type !== "greet") return false;
    const takenUp = later.some((each) =>
      each.drafts.some(({ type }) => type === "acknowledge" || type === "empathise"),
    );
    if (draft.bare && takenUp) return false;
    const answered = earlier.some((each) => each.drafts.some(({ type }) => type === "address_objection"));
    if (draft.type === "present_value" && answered && /\p{Script=Han}/u.test(reading.clause.text)) return false;
    if (draft.lead && later.some((each) => each.form !== undefined)) return false;
    // "Is it unpaid, how do you pay it off": the second half says what is asked.
    const goesOn = later[0]?.drafts.some((each) => asks(each) && each.topic === draft.topic) === true;
    if (draft.type === "ask_closed" && draft.topic !== undefined && goesOn) return false;
    return !(planned && asks(draft) && !reading.clause.asked);
  });
}

/** The buyer a clause turns to by name: "Walt, …" or "…, Walt?" */
function calledIn(text: string, personas: PerceiveInput["bundle"]["personas"]): string | undefined {
  if (personas.length < 2) return undefined;
  const turned = personas.filter(({ name, calledBy }) =>
    [name, ...calledBy].some((each) => {
      const word = each.toLowerCase();
      return text.startsWith(`${word},`) || text.replace(/[\s.!?]+$/u, "").endsWith(`, ${word}`);
    }),
  );
  return turned.length === 1 ? turned[0]?.id : undefined;
}

/** Who a clause speaks to, of several buyers: the one named alone; naming two speaks to both. */
function addressedIn(
  text: string,
  personas: PerceiveInput["bundle"]["personas"],
  current: string | undefined,
): string | undefined {
  const named = personas.filter((persona) =>
    [persona.name, ...persona.calledBy].some((name) => {
      const word = name.toLowerCase();
      return /\p{Script=Han}/u.test(word)
        ? text.includes(word)
        : new RegExp(`\\b${word.replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "u").test(text);
    }),
  );
  if (named.length === 0) return current;
  return named.length === 1 ? named[0]?.id : undefined;
}

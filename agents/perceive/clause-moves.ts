import type { Move } from "@/lib/contracts/moves";
import type { MoveType } from "@/lib/contracts/vocabulary";
import { judgeClaim } from "./claims";
import type { Clause } from "./clauses";
import { objectionFor, type Context, type OpenObjection } from "./context";
import { findDate } from "./dates";
import { contentOf, latinWords, shared, topicsIn } from "./lexicon";
import { findNumbers, type FoundNumber } from "./numbers";
import { followsUp, questionForm, type Form } from "./questions";
import type { Table } from "./tables";

/** A move of one clause; its span is that of the clause or its sentence. */
export type Draft = Omit<Move, "span"> & { whole?: boolean };

/** What reading one clause leaves behind for the next. */
export interface Reading {
  clause: Clause;
  drafts: Draft[];
  form: Form;
  topics: string[];
  content: Set<string>;
  /** takes up words of the buyer or of an open objection */
  named: boolean;
  referred: boolean;
  /** a formula of understanding, nothing named */
  formula: boolean;
  /** politeness only */
  empty: boolean;
}

interface Sight {
  clause: Clause;
  raw: string;
  sentence: string;
  text: string;
  topics: string[];
  content: Set<string>;
  numbers: FoundNumber[];
  form: Form;
  table: Table;
  context: Context;
  before: Reading | undefined;
  hits: Map<MoveType, { name: string; whole: boolean }>;
}

const refuses =
  /\b(?:won't|will not|can't|cannot|not going to|not here to|don't want to|do not want to|wouldn't|never|no)\b.{0,25}\b(?:discount|price|quote|push|press|sell|pressure|off\b|rush)|(?:不会|不能|没法|不想|先不|没有|不).{0,8}(?:打折|优惠|报价?|便宜|降价|催|逼|折扣)/;
const butFirst = /^(?:yes,? |well,? |ok,? )?but\b|^(?:但是?|不过|可是)/;

function matchRules(sight: Sight): void {
  const { table, clause, sentence, text, form } = sight;
  for (const rule of table.rules) {
    const on = rule.whole ? sentence : text;
    if (sight.hits.has(rule.move) || !rule.pattern.test(on) || rule.not?.test(on)) continue;
    if (rule.form === "statement" && form !== undefined) continue;
    if (rule.form === "question" && form === undefined && !clause.asked) continue;
    sight.hits.set(rule.move, { name: rule.name, whole: rule.whole ?? false });
  }
}

function hostileMove(sight: Sight): Draft | undefined {
  for (const rule of sight.table.hostile) {
    if (!rule.pattern.test(sight.text) || rule.not?.test(sight.text)) continue;
    if (refuses.test(sight.text) && rule.move === "pressure") continue;
    if (rule.move === "off_topic" && sight.topics.length > 0) continue;
    if (rule.move === "pressure" && sight.form === "open") continue;
    const draft: Draft = { type: rule.move, confidence: 0.85 };
    if (rule.move === "disparage") draft.topic = sight.topics[0];
    return draft;
  }
  return undefined;
}

/** Sums and conditions of a discount: percent off or money, and what it is given for. */
function discountOf(sight: Sight): Draft {
  const percent = sight.numbers.find((number) => number.kind === "percent");
  const fold = /([一二三四五六七八九\d.]+)折/.exec(sight.text)?.[1];
  const foldNumbers = fold === undefined ? undefined : findNumbers(fold)[0]?.value;
  const money = sight.numbers.find((number) => number.kind === "money");
  const tie = sight.table.cues.tie.exec(sight.text)?.[0];
  const value = foldNumbers === undefined ? percent?.value : 100 - foldNumbers * (foldNumbers < 10 ? 10 : 1);
  const points = /([\d.]+)\s?个?点|(?:让|降)([一二三四五六七八九])个?点/.exec(sight.text);
  const byPoints = points ? findNumbers(points[1] ?? points[2] ?? "")[0]?.value : undefined;
  return {
    type: "offer_discount",
    topic: sight.topics[0] ?? sight.context.priceTopic,
    percent: value ?? byPoints,
    amount: money?.value,
    condition: tie?.replace(/[\s,.?!，。]+$/u, "").trim(),
    confidence: 0.8,
  };
}

function quotes(sight: Sight): number | undefined {
  const { text, context, table, numbers } = sight;
  if (table.cues.notPrice.test(text) && !/\b(?:below|under) the\b/.test(text)) return undefined;
  if (context.rivals.some((word) => text.includes(word))) return undefined;
  const sums = numbers.filter((number) => number.kind !== "percent" && number.unit === undefined && number.value >= 5);
  const price =
    sums.findLast((number) => number.kind === "money") ?? sums.findLast((number) => number.value >= 20) ?? sums.at(-1);
  if (!price || context.buyerNumbers.has(price.value)) return undefined;
  return price.value;
}

/** Moves that open or close a talk; true when the clause is spent on them. */
function steps(sight: Sight, drafts: Draft[]): boolean {
  const { hits, form, context, text } = sight;
  const refused = refuses.test(text);
  const add = (draft: Draft) => drafts.push(draft);
  if (hits.has("greet")) add({ type: "greet", confidence: 0.9 });
  if (hits.has("summarise")) {
    add({ type: "summarise", confidence: 0.85, whole: true });
    return true;
  }
  const date = hits.has("propose_next_step") ? findDate(text, context.bundle.scenario.date) : undefined;
  if (hits.has("set_agenda") && date === undefined && !hits.has("offer_discount") && !hits.has("quote_price")) {
    add({ type: "set_agenda", confidence: 0.85 });
    return true;
  }
  if (hits.has("build_rapport")) {
    add({ type: "build_rapport", confidence: 0.8 });
    return true;
  }
  if (hits.has("offer_discount") && !refused && form !== "open") {
    add(discountOf(sight));
    return true;
  }
  if (hits.has("ask_commitment") && form !== "open" && !refused) {
    add({ type: "ask_commitment", confidence: 0.85 });
    return true;
  }
  if (hits.has("propose_next_step") && form !== "open") {
    const owner = sight.table.cues.owner.test(text);
    add({ type: "propose_next_step", date, dated: date !== undefined && owner, confidence: 0.8 });
    return true;
  }
  if (hits.has("quote_price") && form === undefined && !refused) {
    const amount = quotes(sight);
    if (amount !== undefined) {
      add({ type: "quote_price", topic: context.priceTopic ?? sight.topics[0], amount, confidence: 0.8 });
      return true;
    }
  }
  return false;
}

function ask(sight: Sight): Draft | undefined {
  const { form, context, table, before, text, topics, content } = sight;
  if (form === undefined) return undefined;
  const echoed = before !== undefined && before.named && before.form === undefined;
  const referred = before?.referred === true && before.clause.sentence >= sight.clause.sentence - 1;
  const probing =
    form === "open"
      ? followsUp({ text, topics, content, echoed, referred }, context, table.cues)
      : table.cues.referral.test(text) && shared(content, context.lastContent) >= 1;
  const inherited =
    topics[0] ??
    (echoed ? before.topics[0] : undefined) ??
    (probing || table.cues.back.test(text) ? ([...context.focusTopics][0] ?? context.lastTopics[0]) : undefined);
  const type = probing ? "probe" : form === "open" ? "ask_open" : "ask_closed";
  const objection = probing ? objectionFor(context, inherited ? [inherited] : [], content, false) : undefined;
  return { type, topic: inherited, objectionId: objection?.id, confidence: 0.8 };
}

function acknowledges(sight: Sight, objection: OpenObjection | undefined, named: boolean): boolean {
  const { text, table, before, context, clause } = sight;
  if (butFirst.test(text)) return false;
  const neighbour =
    before !== undefined && before.named && before.form === undefined && before.clause.sentence >= clause.sentence - 1;
  const formulaBefore = before?.formula === true && before.clause.sentence === clause.sentence;
  if (table.cues.admission.test(text)) return context.lastText !== "" && (context.open.length > 0 || named);
  if (table.cues.recognition.test(text)) return named || neighbour;
  return formulaBefore && named && objection !== undefined;
}

function addresses(sight: Sight, objection: OpenObjection): boolean {
  const { text, table, topics, hits } = sight;
  const size = latinWords(text).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (size < 4) return false;
  const onSubject = topics.some((topic) => objection.topic === topic || objection.answerTopics.includes(topic));
  const ours = table.cues.ours.test(text);
  const offers = hits.has("present_value") || table.cues.assertion.test(text);
  return objection.recent ? ours || offers || onSubject : onSubject && (ours || offers);
}

function states(sight: Sight, drafts: Draft[], named: boolean): void {
  const { text, raw, table, context, topics, content, numbers, hits } = sight;
  const objection = objectionFor(context, topics, content, true);
  const recognised = acknowledges(sight, objectionFor(context, topics, content, false), named);
  if (recognised) {
    const of = objectionFor(context, topics, new Set([...content, ...(sight.before?.content ?? [])]), false);
    drafts.push({
      type: "acknowledge",
      topic: of?.topic ?? topics[0] ?? context.lastTopics[0],
      objectionId: of?.id,
      confidence: 0.8,
    });
  }
  if (hits.has("empathise"))
    drafts.push({ type: "empathise", topic: topics[0] ?? context.lastTopics[0], confidence: 0.75 });
  if (recognised || hits.has("empathise")) return;
  const addressed = objection !== undefined && addresses(sight, objection);
  const figures = numbers.filter(
    (number) => number.kind !== "money" && !(number.value <= 2 && number.unit === undefined),
  );
  const fresh = figures.filter((number) => !context.buyerNumbers.has(number.value));
  const verdict = judgeClaim(raw, text, topics, context.bundle.scenario.sheet, context.buyerNumbers);
  const mine = table.cues.ours.test(text) || context.product.some((word) => text.includes(word));
  const sweeping = table.cues.sweeping.test(text);
  const claimed =
    verdict.verdict === "contradicted" ||
    sweeping ||
    (fresh.length > 0 &&
      (verdict.verdict === "supported" ||
        (table.cues.assertion.test(text) && (mine || !table.cues.yours.test(text))))) ||
    (addressed && verdict.verdict === "supported" && verdict.overlap >= 3);
  if (addressed) {
    drafts.push({
      type: "address_objection",
      topic: topics[0] ?? objection.topic,
      objectionId: objection.id,
      confidence: 0.7,
    });
  } else if (hits.has("present_value") && !claimed && !refuses.test(text)) {
    drafts.push({ type: "present_value", topic: topics[0], confidence: 0.75 });
  }
  if (!claimed) return;
  const passage = context.bundle.scenario.sheet.passages.find((each) => each.id === verdict.passageId);
  drafts.push({
    type: "make_claim",
    topic: passage?.topic ?? topics[0] ?? context.lastTopics[0],
    verdict: verdict.verdict,
    passageId: verdict.passageId,
    confidence: sweeping || verdict.verdict !== "not_in_knowledge" ? 0.8 : 0.6,
  });
}

/** Reads one clause in the light of what the buyer said and of the clause before it. */
export function readClause(
  clause: Clause,
  raw: string,
  sentence: string,
  context: Context,
  table: Table,
  before: Reading | undefined,
): Reading {
  const text = clause.text.replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, " ").trim();
  const topics = topicsIn(text, context.topics).map((each) => each.topic);
  const content = contentOf(text);
  const form = questionForm({ ...clause, text }, table.cues);
  const sight: Sight = {
    clause,
    raw,
    sentence,
    text,
    topics,
    content,
    form,
    table,
    context,
    before,
    numbers: findNumbers(text),
    hits: new Map(),
  };
  const named =
    shared(content, context.lastContent) >= 1 ||
    context.open.some((objection) => shared(content, objection.content) >= 1 || topics[0] === objection.topic);
  const empty = table.cues.empty.test(text) || !/[\p{L}\p{N}]/u.test(text);
  const formula = table.cues.formula.test(text);
  const drafts: Draft[] = [];
  const reading: Reading = {
    clause,
    drafts,
    form,
    topics,
    content,
    named,
    referred: table.cues.referral.test(text),
    formula,
    empty,
  };
  if (empty || formula) return reading;
  const hostile = hostileMove(sight);
  if (hostile) {
    drafts.push(hostile);
    return reading;
  }
  matchRules(sight);
  if (steps(sight, drafts)) {
    const cap =
      drafts.some((draft) => draft.type === "offer_discount") || drafts.some((draft) => draft.type === "quote_price");
    const objection = cap ? objectionFor(context, topics, content, true) : undefined;
    if (objection && !objection.recent && topics.length > 0) {
      drafts.push({ type: "address_objection", topic: topics[0], objectionId: objection.id, confidence: 0.55 });
    }
    return reading;
  }
  const question = ask(sight);
  if (question) drafts.push(question);
  else states(sight, drafts, named);
  return reading;
}

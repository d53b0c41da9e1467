import { contradictedPassage, judgeClaim } from "./claims";
import type { Clause } from "./clauses";
import { objectionFor, type Context, type OpenObjection } from "./context";
import { contentOf, latinWords, shared, topicsIn } from "./lexicon";
import { butFirst, findsOut, own } from "./findings";
import { findNumbers } from "./numbers";
import { followsUp, questionForm } from "./questions";
import type { Draft, Reading, Sight } from "./sight";
import { refuses, steps } from "./step-moves";
import type { Table } from "./tables";

/** an insult, slur or threat rather than mere rudeness */
const severe =
  /\b(?:fuck (?:you|off|u)|idiots?|morons?|stupid|assholes?|bitch\w*|bastards?|dumb(?:ass)?|retard\w*|screw you|go to hell|dickhead|get lost|shut up|kill you|hurt you|pathetic)\b|傻|滚|去死|神经病|有病|白痴|笨蛋|脑子|王八蛋|混蛋|废物|智障|操你|弄死|打你/;
const asksWhether = /^(?:(?:and|so|but),? )?(?:do|does|did|is|was|would|will) .*(?<! or .*)$/;
/** the buyer's own side: no claim of the seller's */
const buyersSide =
  /(?<!if |when |once )\byou(?:'ve| have| currently| now| already| still)? (?:have|got|pay|use|run|spend|hold)\b|\b(?:everyone|everybody|nobody) (?:in|on|at) your\b|\b(?:idle|unused|nobody opens)\b|您(?:现在|目前|这边)|你们(?:现在|目前)|空着|闲置|聊过/;
/** offers rather than explains */
const given = /\b(?:i|we) (?:can|could|will|would)\b|\bi'll\b|我(?:可以|给)/;
/** a guess about the buyer, not an answer */
const supposes = /^(?:that |it |this )?(?:sounds? like|seems|sounds)\b|^you sound\b|听(?:起来|着)/;
/** leaves a matter alone for now: respect, but no answer */
const defers =
  /\bi (?:won't|will not|don't need to|needn't) (?:press|push|ask (?:more|again|further|about that)|pry|dig)\b|\b(?:we|i) can leave (?:that|it)\b|\blet's (?:leave|park) (?:that|it)\b|先?不(?:再)?(?:追问|多问|勉强|为难您)|(?:这个|这块|这事|那个|那)(?:我们?)?先(?:放一?放|不(?:谈|说|聊|提|问))/;
/** a fee named only to say that there is none beside the main one */
const sideFee =
  /\b(?:no|without(?: a| any)?) (?:set-?up|extra|hidden|handling|transfer|other) (?:fees?|costs?|charges?)\b/g;
/** "how do you look at …": no looking around for rivals */
const viewAsked = /\b(how) do you (?:look at|see|view|feel about|think about)\b/;
/** gives a price its reason */
const argues =
  /\b(?:because|since|so|but|instead of|rather than|compared|against|less than|more than|covers?|includes?|including|buys?|only|that's why)\b|因为|所以|比|相当于|等于|平均|摊|包含|里面|但|不过|省/;

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

/** "recipe" in a bakery's "recipe switch": the scenario's own words are never off its topic. */
function isOwnSubject({ text, context }: Sight, found: string): boolean {
  const words = context.topics.flatMap((topic) => topic.words);
  return words.some((word) => word.includes(found) && text.includes(word));
}

function hostileMove(sight: Sight): Draft | undefined {
  for (const rule of sight.table.hostile) {
    if (!rule.pattern.test(sight.text) || rule.not?.test(sight.text)) continue;
    if (rule.move === "off_topic" && isOwnSubject(sight, rule.pattern.exec(sight.text)?.[0] ?? "")) continue;
    if (refuses.test(sight.text) && rule.move === "pressure") continue;
    const wonders = sight.form === "open" || (sight.form === "closed" && asksWhether.test(sight.text));
    if (rule.move === "pressure" && wonders) continue;
    const draft: Draft = { type: rule.move, confidence: 0.85 };
    if (rule.move === "disparage" || rule.move === "pressure") draft.topic = sight.topics[0];
    if (rule.move === "unprofessional" && severe.test(sight.text)) draft.severe = true;
    return draft;
  }
  return undefined;
}

function ask(sight: Sight): Draft | undefined {
  const { form, context, table, before, text, topics, content } = sight;
  if (form === undefined) return undefined;
  const heard = before?.drafts.some((draft) => draft.type === "acknowledge" || draft.type === "empathise") === true;
  const echoed = before !== undefined && (before.named || heard) && before.form === undefined;
  const referred = before?.referred === true && before.clause.sentence >= sight.clause.sentence - 1;
  const probing =
    form === "open"
      ? followsUp({ text, topics, content, echoed, heard, referred }, context, table.cues)
      : table.cues.referral.test(text) && shared(content, context.lastContent) >= 1;
  const asked = before?.form !== undefined && before.clause.sentence === sight.clause.sentence ? before : undefined;
  const inherited =
    topics[0] ??
    asked?.drafts.find((draft) => draft.type.startsWith("ask") || draft.type === "probe")?.topic ??
    (echoed ? before.topics[0] : undefined) ??
    (probing || table.cues.back.test(text)
      ? [...context.focusTopics, ...context.lastTopics, context.askedTopic].find(
          (topic) => topic !== undefined && context.matters.has(topic),
        )
      : undefined);
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
  const { text, table, topics, hits, content, context } = sight;
  const size = latinWords(text).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (size < (latinWords(text).length > 0 ? 4 : 2.5)) return false;
  if ((content.size === 0 && size < 6) || supposes.test(text)) return false;
  const onSubject =
    topics.some((topic) => objection.topic === topic || objection.answerTopics.includes(topic)) ||
    [...content].some((word) => word.startsWith("#") && objection.content.has(word));
  const ours = table.cues.ours.test(text);
  const offers = hits.has("present_value") || table.cues.assertion.test(text);
  // Another matter a fact is about, with words that show it: said of that, not of the objection.
  const elsewhere =
    !onSubject &&
    topics[0] !== undefined &&
    (context.named.some((name) => text.includes(name)) || context.matters.has(topics[0]));
  return objection.recent ? (!elsewhere && (ours || offers)) || onSubject : onSubject && (ours || offers);
}

/** The word by which people call a company: its first, folded. */
const companyWord = (company: string) =>
  /\p{Script=Han}/u.test(company) ? company.slice(0, 3) : (company.toLowerCase().split(/\s/u)[0] ?? company);

/** Says back what the buyer said, and nothing of the seller's own. */
function mirrors(sight: Sight): boolean {
  const { text, content, context, hits } = sight;
  if (context.open.length === 0 || hits.has("present_value") || own.test(text) || butFirst.test(text)) return false;
  if (sight.table.cues.tie.test(text)) return false;
  const said = new Set([...context.lastContent, ...context.open.flatMap((objection) => [...objection.content])]);
  return (
    shared(content, said) >= 2 &&
    shared(content, said) * 2 >= content.size &&
    !sight.table.cues.assertion.test(text.replace(/\d+ ?%|percent|per cent|百分之/g, ""))
  );
}

function states(sight: Sight, drafts: Draft[], named: boolean): void {
  const { text, raw, table, context, topics, content, numbers, hits } = sight;
  const objection = objectionFor(context, topics, content, true);
  const recognised = acknowledges(sight, objectionFor(context, topics, content, false), named) || findsOut(sight);
  const goesOn = sight.before?.clause.sentence === sight.clause.sentence && sight.before.found === true;
  // The second half of a finding adds nothing of its own.
  if (!recognised && goesOn && !own.test(text) && !hits.has("present_value") && content.size <= 3) return;
  sight.found = recognised;
  if (recognised) {
    const of = objectionFor(context, topics, new Set([...content, ...(sight.before?.content ?? [])]), false);
    drafts.push({
      type: "acknowledge",
      topic: of?.topic ?? topics[0] ?? context.lastTopics[0],
      objectionId: of?.id,
      confidence: 0.8,
    });
  }
  if (defers.test(text)) hits.set("empathise", { name: "left alone", whole: false });
  if (hits.has("empathise"))
    drafts.push({ type: "empathise", topic: topics[0] ?? context.lastTopics[0], confidence: 0.75 });
  if (recognised || hits.has("empathise")) return;
  if (named && table.cues.referral.test(text)) {
    const of = objectionFor(context, topics, content, false);
    drafts.push({
      type: "acknowledge",
      topic: of?.topic ?? topics[0],
      objectionId: of?.id,
      confidence: 0.55,
      lead: true,
    });
    return;
  }
  if (mirrors(sight)) {
    const of = objectionFor(context, topics, content, false);
    drafts.push({
      type: "acknowledge",
      topic: of?.topic ?? topics[0],
      objectionId: of?.id,
      confidence: 0.5,
      lead: true,
    });
    return;
  }
  // Feeling with the buyer before anything was objected: its figures are the buyer's, not a claim.
  if (
    context.open.length === 0 &&
    table.cues.recognition.test(text) &&
    !table.cues.ours.test(text) &&
    topics.length > 0
  ) {
    drafts.push({ type: "empathise", topic: topics[0], confidence: 0.6 });
    return;
  }
  const sweeping = table.cues.sweeping.test(text);
  const addressed =
    objection !== undefined &&
    !(sweeping && !butFirst.test(text) && topics.length === 0) &&
    addresses(sight, objection);
  const figures = numbers.filter(
    (number) => number.kind !== "money" && !(number.value <= 2 && number.unit === undefined),
  );
  const fresh = figures.filter((number) => !context.buyerNumbers.has(number.value));
  const verdict = judgeClaim(raw, text, topics, context.bundle.scenario.sheet, context.buyerNumbers);
  const company = context.bundle.personas.some((persona) => text.includes(companyWord(persona.company)));
  const mine = table.cues.ours.test(text) || context.product.some((word) => text.includes(word));
  // What a seller says of the buyer's own house is no claim about the product.
  const ofBuyer = company && !mine && contradictedPassage(raw, context.bundle.scenario.sheet) === undefined;
  const claimed =
    (verdict.verdict === "contradicted" && !ofBuyer) ||
    (sweeping && !buyersSide.test(text)) ||
    (fresh.length > 0 &&
      !buyersSide.test(text) &&
      (verdict.verdict === "supported" ||
        (table.cues.assertion.test(text) && (mine || !table.cues.yours.test(text))))) ||
    (verdict.verdict === "supported" && verdict.overlap >= 3 && (addressed || !hits.has("present_value")));
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
  // A superlative is proved by figures or not at all.
  const boast = sweeping && verdict.verdict === "supported" && figures.length === 0;
  const passage = boast
    ? undefined
    : context.bundle.scenario.sheet.passages.find((each) => each.id === verdict.passageId);
  drafts.push({
    type: "make_claim",
    topic: passage?.topic ?? topics[0] ?? context.lastTopics[0],
    verdict: boast ? "not_in_knowledge" : verdict.verdict,
    passageId: passage?.id,
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
  const topics = topicsIn(text.replace(viewAsked, "$1").replace(sideFee, " "), context.topics).map(
    (each) => each.topic,
  );
  const rival = context.rivalTopic;
  if (rival !== undefined && !topics.includes(rival) && context.rivals.some((name) => text.includes(name)))
    topics.push(rival);
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
    reading.named = false;
    return reading;
  }
  matchRules(sight);
  if (steps(sight, drafts)) {
    // A price by itself speaks to nothing objected, unless it argues.
    const cap = drafts.some(
      ({ type }) => type === "offer_discount" || (type === "quote_price" && argues.test(sentence)),
    );
    const objection = cap ? objectionFor(context, topics, content, true) : undefined;
    const onSubject =
      objection && topics.some((topic) => topic === objection.topic || objection.answerTopics.includes(topic));
    // An offer before the concern was heard is an offer, not a failed answer.
    const early = objection?.heard === false && drafts.some(({ condition }) => condition !== undefined);
    if (objection && onSubject && !early && reading.form === undefined && !given.test(text)) {
      drafts.push({ type: "address_objection", topic: topics[0], objectionId: objection.id, confidence: 0.55 });
    }
    return reading;
  }
  const question = ask(sight);
  if (question && form === "closed" && sight.hits.has("empathise")) {
    drafts.push({ type: "empathise", topic: topics[0], confidence: 0.65 });
  }
  if (question) drafts.push(question);
  else states(sight, drafts, named);
  reading.found = sight.found;
  return reading;
}

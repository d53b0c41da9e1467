import type { Clause } from "./clauses";
import { objectionFor, type Context } from "./context";
import { own } from "./findings";
import { asideMove, hostileMove } from "./hostile-moves";
import { contentOf, shared, topicsIn } from "./lexicon";
import { findNumbers } from "./numbers";
import { ask } from "./question-moves";
import { questionForm } from "./questions";
import type { Draft, Reading, Sight } from "./sight";
import { states } from "./statement-moves";
import { steps } from "./step-moves";
import type { Table } from "./tables";

/** offers rather than explains */
const given = /\b(?:i|we) (?:can|could|will|would)\b|\bi'll\b|我(?:可以|给)/;
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

const recount =
  /^(?:(?:ok|okay|right|well|and|good|great|alright|then),? )*so[,:]? (?!(?:if|when|how|what|who|why|where|which|that|shall|should|can|do|does|is|are|will|would|you'd|you(?! (?:need|want|are looking|expect|care)))\b)/;
const checks = /, ?(?:right|correct|yes|is that (?:right|it|all)|did i (?:get|miss|forget) \w+(?: right)?|agreed)\W*$/;

const tag =
  /^(?:(?:and|so|or),? )?(?:agreed|right|correct|yes|no|ok(?:ay)?|deal|true|fair(?: enough)?|isn't it|don't you (?:think|agree)|do you agree|wouldn't you (?:say|agree)|did i (?:get|understand|hear|miss|forget|leave)\b.{0,24}|have i (?:got|understood|missed|forgotten)\b.{0,24}|do we go for it|is that (?:right|correct|ok(?:ay)?))\W*$/;

/** Takes two matters or more together, as in "So payroll first, Fridays second." */
function recounts({ sentence, context, numbers, clause, hits, table }: Sight): boolean {
  if (hits.size > 0 || context.opening || !/[,;:]| and /.test(sentence) || /\p{Script=Han}/u.test(sentence))
    return false;
  if (!recount.test(sentence) && !(clause.asked && checks.test(sentence))) return false;
  if ((sentence.includes("?") && !checks.test(sentence)) || table.cues.invites.test(clause.text)) return false;
  if (own.test(sentence) || numbers.some(({ kind }) => kind === "money")) return false;
  return topicsIn(sentence, context.topics).length >= 2;
}

/** Nothing but a buyer's name: "Mark Ellery?" */
function callsOnly(text: string, { bundle }: Context): boolean {
  const bare = text.replace(/[\s,.!?]+$/u, "");
  return bundle.personas.some((each) => [each.name, ...each.calledBy].some((name) => name.toLowerCase() === bare));
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
  const called = callsOnly(text, context);
  const empty = called || table.cues.empty.test(text) || !/[\p{L}\p{N}]/u.test(text);
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
  // "…, agreed?" asks for nothing but assent to what the sentence said.
  if (tag.test(text) && before?.clause.sentence === clause.sentence && before.drafts.length > 0) return reading;
  const hostile = hostileMove(sight);
  if (hostile) {
    drafts.push(hostile);
    reading.named = false;
    return reading;
  }
  matchRules(sight);
  if (recounts(sight)) sight.hits.set("summarise", { name: "recounted", whole: true });
  const aside = asideMove(sight);
  if (aside) {
    drafts.push(aside);
    reading.named = false;
    return reading;
  }
  if (steps(sight, drafts)) {
    // A price by itself speaks to nothing objected, unless it argues.
    const cap = drafts.some(
      ({ type }) => type === "offer_discount" || (type === "quote_price" && argues.test(sentence)),
    );
    const objection = cap ? objectionFor(context, topics, content, true) : undefined;
    const onSubject =
      objection && topics.some((topic) => topic === objection.topic || objection.answerTopics.includes(topic));
    // An offer before the concern was heard is an offer, not a failed answer.
    const han = /\p{Script=Han}/u.test(text);
    const early =
      objection?.heard === false &&
      drafts.some(({ type, condition }) => condition !== undefined || (han && type === "offer_discount"));
    if (objection && onSubject && !early && reading.form === undefined && !given.test(text)) {
      drafts.push({ type: "address_objection", topic: topics[0], objectionId: objection.id, confidence: 0.55 });
    }
    return reading;
  }
  const question = ask(sight);
  // "肯定不好受吧" supposes a feeling: nothing is asked.
  if (question && form === "closed" && sight.hits.has("empathise") && /吧[\s,.。!?~…]*$/.test(text)) {
    drafts.push({ type: "empathise", topic: topics[0], confidence: 0.7 });
    return reading;
  }
  if (question && form === "closed" && sight.hits.has("empathise")) {
    drafts.push({ type: "empathise", topic: topics[0], confidence: 0.65 });
  }
  if (question) drafts.push(question);
  else states(sight, drafts, named);
  reading.found = sight.found;
  return reading;
}

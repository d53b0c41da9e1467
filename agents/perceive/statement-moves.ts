import { contradictedPassage, judgeClaim } from "./claims";
import { objectionFor, type OpenObjection } from "./context";
import { butFirst, findsOut, own } from "./findings";
import { latinWords, shared } from "./lexicon";
import type { Draft, Sight } from "./sight";
import { refuses } from "./step-moves";

/** the buyer's own side: no claim of the seller's */
const buyersSide =
  /(?<!if |when |once )\byou(?:'ve| have| currently| now| already| still)? (?:have|got|pay|use|run|spend|hold)\b|\b(?:everyone|everybody|nobody) (?:in|on|at) your\b|\b(?:idle|unused|nobody opens)\b|您(?:现在|目前|这边)|你们(?:现在|目前)|空着|闲置|聊过/;
/** a guess about the buyer, not an answer */
const supposes = /^(?:that |it |this )?(?:sounds? like|seems|sounds)\b|^you sound\b|听(?:起来|着)/;
/** leaves a matter alone for now: respect, but no answer */
const defers =
  /\bi (?:won't|will not|don't need to|needn't) (?:press|push|ask (?:more|again|further|about that)|pry|dig)\b|\b(?:we|i) can leave (?:that|it)\b|\blet's (?:leave|park) (?:that|it)\b|先?不(?:再)?(?:追问|多问|勉强|为难您)|(?:这个|这块|这事|那个|那)(?:我们?)?先(?:放一?放|不(?:谈|说|聊|提|问))/;
/** sets the seller's side against another */
const contrasts = /\b(?:the difference|that's (?:exactly )?why (?:we|i|our)|unlike|whereas|in contrast)\b|^not \w+$/;
/** grants the buyer's point */
const concedes =
  /^(?:(?:and|ok|okay|yes|well),? )?(?:true|granted|admittedly|agreed|fair(?: enough)?|of course|i admit|no question|right)\b,? /;

/** terms of a deal, as against ways of talking */
const dealt = /\b(?:discount|price|cheaper|(?:percent|%) off)\b/;

/** The seller answers already in this sentence: what follows adds to that. */
const concluded = ({ before, clause }: Sight) =>
  before?.clause.sentence === clause.sentence && before.drafts.some(({ type }) => type === "address_objection");

/** Another clause of the sentence granted the point, and this one goes on with that. */
const granted = ({ before, clause, text }: Sight) =>
  before?.clause.sentence === clause.sentence &&
  before.drafts.some(({ type }) => type === "acknowledge") &&
  !butFirst.test(text) &&
  !own.test(text);

function acknowledges(sight: Sight, objection: OpenObjection | undefined, named: boolean): boolean {
  const { text, table, before, context, clause } = sight;
  if (butFirst.test(text) || contrasts.test(text)) return false;
  const neighbour =
    before !== undefined && before.named && before.form === undefined && before.clause.sentence >= clause.sentence - 1;
  const formulaBefore = before?.formula === true && before.clause.sentence === clause.sentence;
  if (table.cues.admission.test(text)) return context.lastText !== "" && (context.open.length > 0 || named);
  if (table.cues.recognition.test(text)) return named || neighbour;
  if (concedes.test(text)) return named;
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
  if (sight.table.cues.tie.test(text) || contrasts.test(text) || concluded(sight)) return false;
  const said = new Set([...context.lastContent, ...context.open.flatMap((objection) => [...objection.content])]);
  return (
    shared(content, said) >= 2 &&
    shared(content, said) * 2 >= content.size &&
    !sight.table.cues.assertion.test(text.replace(/\d+ ?%|percent|per cent|百分之/g, ""))
  );
}

/** What a clause that asks nothing does: takes up, feels with, answers, shows value or claims. */
export function states(sight: Sight, drafts: Draft[], named: boolean): void {
  const { text, raw, table, context, topics, content, numbers, hits } = sight;
  // "I won't cut the price, that would not be fair": what is refused and its reason are no move.
  if (refuses.test(text) && dealt.test(text)) return;
  const excused = refuses.test(sight.sentence) && /^(?:that|this|it|because|since)\b/.test(text);
  if (excused && sight.before?.drafts.length === 0) return;
  const objection = objectionFor(context, topics, content, true);
  const recognised = acknowledges(sight, objectionFor(context, topics, content, false), named) || findsOut(sight);
  const goesOn = sight.before?.clause.sentence === sight.clause.sentence && sight.before.found === true;
  // The second half of a finding adds nothing of its own.
  if (!recognised && goesOn && !own.test(text) && !hits.has("present_value") && content.size <= 3) return;
  sight.found = recognised;
  // Feeling with the buyer where nothing was just objected is that alone.
  const feels = hits.has("empathise") && !context.open.some((each) => each.recent) && !/\p{Script=Han}/u.test(text);
  if (recognised && !feels) {
    const of = objectionFor(context, topics, new Set([...content, ...(sight.before?.content ?? [])]), false);
    drafts.push({
      type: "acknowledge",
      topic: of?.topic ?? topics[0] ?? context.lastTopics[0],
      objectionId: of?.id,
      confidence: 0.8,
    });
  }
  if (defers.test(text)) hits.set("empathise", { name: "left alone", whole: false });
  // A concern taken up with a word of feeling is still taken up, once.
  if (recognised && hits.get("empathise")?.name === "state felt with") hits.delete("empathise");
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
    const type = table.cues.referral.test(text) ? "acknowledge" : "empathise";
    drafts.push({ type, topic: topics[0], confidence: 0.6 });
    return;
  }
  // Why a seller does not give in answers nothing.
  const declined = /\p{Script=Han}/u.test(text) && refuses.test(sight.sentence);
  if (declined && !hits.has("present_value") && numbers.length === 0) return;
  // A superlative of the buyer's own, quoted back, is no boast.
  const superlative = table.cues.sweeping.exec(text)?.[0];
  const sweeping = superlative !== undefined && !context.lastText.includes(superlative);
  const addressed =
    objection !== undefined &&
    !granted(sight) &&
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
  // A figure of the sheet that serves an answer is part of it, unless put forward as a fact.
  const serves =
    addressed &&
    !sweeping &&
    !table.cues.assertion.test(text) &&
    !/\p{Script=Han}/u.test(text) &&
    verdict.verdict === "supported";
  const claimed =
    !serves &&
    ((verdict.verdict === "contradicted" && !ofBuyer) ||
      (sweeping && !buyersSide.test(text)) ||
      (fresh.length > 0 &&
        !buyersSide.test(text) &&
        (verdict.verdict === "supported" ||
          (table.cues.assertion.test(text) && (mine || !table.cues.yours.test(text))))) ||
      (verdict.verdict === "supported" && verdict.overlap >= 3 && (addressed || !hits.has("present_value"))));
  if (addressed) {
    drafts.push({
      type: "address_objection",
      topic: topics[0] ?? objection.topic,
      objectionId: objection.id,
      lead: /的时候[,，\s]*$/.test(text),
      bare: !table.cues.ours.test(text) && !hits.has("present_value") && !claimed,
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

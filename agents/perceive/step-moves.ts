import { findDate } from "./dates";
import { findNumbers } from "./numbers";
import type { Draft, Sight } from "./sight";

/** says that something will not be offered or done */
export const refuses =
  /\b(?:won't|will not|can't|cannot|not going to|not here to|don't want to|do not want to|wouldn't|never|no)\b.{0,25}\b(?:discount|price|quote|push|press|sell|pressure|off\b|rush)|(?:不会|不能|没法|不想|先不|没有|(?<!要)不(?!如)).{0,8}(?:打折|优惠|报价?|便宜|降价|催|逼|折扣)|(?:不能|没法|没办法|不会|不可能|不敢|不便)(?:再)?(?:降|让利|让步|让价|少收|减|打折)|(?:降|让|便宜|少)不(?:了|下)/;
const whatYouSay =
  /\bwhat do you say\b|怎么样.{0,4}(?:签|定|干)|什么时候(?:能|可以|方便|来)?(?:签|定|下单|办|付).{0,6}(?:合适|方便|好)/;
const whatIf = /^(?:(?:and|so|but|ok),? )?what if (?:i|we)\b/;

/** The words as the trainee wrote them, found again by their folded form. */
function asTyped(raw: string, folded: string | undefined): string | undefined {
  const words = folded?.replace(/[\s,.?!，。]+$/u, "").trim();
  if (words === undefined || words === "") return undefined;
  const at = raw.toLowerCase().replace(/[’‘]/g, "'").indexOf(words);
  return at < 0 ? words : raw.slice(at, at + words.length);
}

/** Sums and conditions of a discount: percent off or money, and what it is given for. */
function discountOf(sight: Sight): Draft {
  const percent = sight.numbers.find((number) => number.kind === "percent");
  const fold = /([一二三四五六七八九\d.]+)折/.exec(sight.text)?.[1];
  const foldNumbers = fold === undefined ? undefined : findNumbers(fold)[0]?.value;
  const money = sight.numbers.find((number) => number.kind === "money");
  const { tie: ties } = sight.table.cues;
  const tie = (ties.exec(sight.text) ?? ties.exec(sight.sentence))?.[0];
  const value = foldNumbers === undefined ? percent?.value : 100 - foldNumbers * (foldNumbers < 10 ? 10 : 1);
  const points = /([\d.]+)\s?个?点|(?:让|降)([一二三四五六七八九])个?点/.exec(sight.text);
  const byPoints = points ? findNumbers(points[1] ?? points[2] ?? "")[0]?.value : undefined;
  return {
    type: "offer_discount",
    topic: sight.topics[0] ?? sight.context.priceTopic,
    percent: value ?? byPoints,
    amount: money?.value,
    condition: asTyped(sight.raw, tie),
    confidence: 0.8,
  };
}

/** sums of what the buyer loses today */
const wasted = /\b(?:wast\w*|unused|for nothing|nobody opens)\b|空着|闲置|浪费|损失|白花/;
/** what stands before a sum named only to compare with */
const compared = /\b(?:below|under|than|instead of|versus|vs|against)(?: the)? [$€£]?$|(?:比|低于|不到)[^,]{0,4}$/;

/** A price of the sheet stated as such is a quote, though the buyer may have named it before. */
function isListed({ text, context }: Sight, value: number): boolean {
  const { passages } = context.bundle.scenario.sheet;
  const stated = /\bprice (?:is|would be|will be|of)\b|价格?是|单价/.test(text);
  return stated && passages.some((passage) => findNumbers(passage.text).some((each) => each.value === value));
}

/** The price a clause names, the total if several; none where figures are the buyer's or a rival's. */
function quotes(sight: Sight): number | undefined {
  const { text, context, table, numbers } = sight;
  if (table.cues.notPrice.test(text) && !/\b(?:below|under) the\b/.test(text)) return undefined;
  if (wasted.test(sight.sentence) && !sight.hits.has("present_value")) return undefined;
  if (context.rivals.some((word) => text.includes(word))) return undefined;
  const sums = numbers.filter(
    (number) =>
      number.kind !== "percent" &&
      number.unit === undefined &&
      number.value >= 5 &&
      (!context.buyerNumbers.has(number.value) || isListed(sight, number.value)) &&
      !compared.test(text.slice(0, number.start)),
  );
  const money = sums.filter((number) => number.kind === "money");
  const named = (money.length > 0 ? money : sums).map((number) => number.value);
  return named.length === 0 ? undefined : Math.max(...named);
}

/** says that one sums up, so that the question at its end is part of it; English has its own way */
const announced = /复述|重复|总结|小结|归纳|概括|捋|梳理|回顾|整理|确认|[a-z]{3}/;

/** Moves that open or close a talk; true when the clause is spent on them. */
export function steps(sight: Sight, drafts: Draft[]): boolean {
  const { hits, form, context, text } = sight;
  const refused = refuses.test(text);
  const add = (draft: Draft) => drafts.push(draft);
  if (hits.has("greet")) add({ type: "greet", confidence: 0.9 });
  // "…, is that right?" after a plain list asks as well.
  const checked = sight.before?.drafts.some(({ type }) => type === "summarise") === true;
  if (hits.has("summarise") && !announced.test(sight.sentence) && form === "closed" && checked) return false;
  if (hits.has("summarise")) {
    add({ type: "summarise", confidence: 0.85, whole: true });
    return true;
  }
  const day = context.bundle.scenario.date;
  const date = hits.has("propose_next_step") ? (findDate(text, day) ?? findDate(sight.sentence, day)) : undefined;
  if (hits.has("set_agenda") && date === undefined && !hits.has("offer_discount") && !hits.has("quote_price")) {
    add({ type: "set_agenda", confidence: 0.85, whole: hits.get("set_agenda")?.whole });
    return true;
  }
  if (hits.has("build_rapport")) {
    add({ type: "build_rapport", confidence: 0.8 });
    return true;
  }
  if (hits.has("offer_discount") && !refused && (form !== "open" || whatIf.test(text))) {
    add(discountOf(sight));
    return true;
  }
  if (hits.has("ask_commitment") && (form !== "open" || whatYouSay.test(text)) && !refused) {
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

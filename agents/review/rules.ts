import { tokenize } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { conflictIn, denialIn } from "./conflicts";
import { deniesTold } from "./denials";
import { figuresOf } from "./figures";
import { inventedName } from "./names";
import { deniesToldZh, inventedNameZh, strangeFigureZh } from "./record-zh";

/** What a review found wrong with a whole reply; `detail` is for the record. */
export interface ReviewFinding {
  code: "contradicts_figure" | "contradicts_name" | "denies_told" | "model_review";
  detail?: string;
}

const guess =
  /\b(?:if|say|suppose|imagine|maybe|perhaps|roughly|about|around|between|up to|at least|at most|less than|more than|under|over|would|could|what about|how about|difference|subtract|add(?:s|ed)?|times|divided|make it|give me|meet me|come down|your|you (?:say|said|wrote|quoted?|offer|list|want|charge))\b|给我|做到|降到|压到|你们?(?:说|报|写)|如果|假如|比如|大概|大约|左右|不到|超过|至少|最多|要是|多花|多出|少了|减掉|加起来|乘|除以|差/iu;
/** A sum done aloud: its result stands in nobody's papers. */
const sum = /^\S*\s*(?:more|less|extra|off|on top)\b|\b(?:subtract|divided by|times|add up)\b|减|乘|除以|加起来|多花/iu;
const title = String.raw`(?:ceo|cfo|cto|coo|cio|cmo|chief \w+ officer|managing director|finance director|head of \w+|director of \w+|boss|manager)`;
const titledName = new RegExp(
  String.raw`\b(?:[Oo]ur|[Mm]y|[Tt]he) ${title}(?:,| is| called| named)? (?<name>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)`,
  "giu",
);
const denial: Record<SpeakerView["locale"], RegExp> = {
  en: /\b(?:i (?:never|didn't) (?:say|said|tell you|told you|mention|mentioned) (?:that|it|this|any ?thing|any of (?:that|this|it))(?=\s*(?:[.,;!]|$|about\b|to you\b|at all\b))|that(?:'s| is) not what i said|who told you that)\b/iu,
  "zh-CN":
    /我(?:可)?(?:从来)?没(?:有)?(?:跟你|跟您|对你)?(?:说过|讲过|提过|告诉过你)(?:这|那)(?:个|件|些|话|事|句)|(?:这|那)(?:个|个数|话|事|句话?)我(?:可)?(?:从来)?没(?:有)?(?:说|讲|提)过|这话不是我说的/u,
};
const postZh = "(?:总经理|董事长|老板|厂长|总监|副总|财务总监|财务副总|主任|采购经理|经理|书记|院长|校长)";
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/** 我们厂长马国栋要看, 总经理叫周建平: a post of one's own house with a full name. */
const namedZh = new RegExp(
  `我们(?:家|公司|厂|这边|的)*${postZh}(?:叫|是|姓名是)?(?<name>[${surnames}](?!上|点|要|于|且|面|边|一|二|三|四|五|六|末)\\p{Script=Han}{2})(?=要|说|定|签|批|看|不|管|点|[，。,！]|$)`,
  "gu",
);

function knownTexts(view: SpeakerView): string[] {
  return [
    ...view.persona.publicFacts.map((fact) => fact.text),
    ...view.persona.topicAnswers.flatMap((answer) => [...answer.open, ...answer.closed]),
    ...view.facts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]),
    ...view.transcript.map((line) => line.text),
    ...(view.remembered?.told ?? []),
    JSON.stringify(view.plan),
    JSON.stringify(view.notes ?? []),
    JSON.stringify(view.persona.voice),
  ];
}

/** What anybody may have read of the offer and the house that makes it. */
const publishedTo = (view: SpeakerView) => [...view.passages.map((passage) => passage.text), ...(view.published ?? [])];

/** Units of which this buyer's own facts state a figure. */
function ownUnits(view: SpeakerView): Set<string> {
  const facts = [...view.persona.publicFacts, ...view.facts];
  return new Set(facts.flatMap((fact) => figuresOf(fact.text).map((figure) => figure.unit)));
}

/** Said as a guess, a condition or a question: no statement of what is so. */
function isTentative(text: string, start: number): boolean {
  const before =
    text
      .slice(0, start)
      .split(/[.!?。！？\n]/u)
      .at(-1) ?? "";
  const after = text.slice(start).split(/[.!。！\n]/u)[0] ?? "";
  return guess.test(before) || sum.test(after) || /[?？]/u.test(after);
}

function contradictsFigure(text: string, view: SpeakerView): string | null {
  const said = figuresOf(text).filter(({ value, start }) => Number(value) >= 3 && !isTentative(text, start));
  if (said.length === 0) return null;
  const own = ownUnits(view);
  // Sums and shares are reckoned with in any talk: they are held against the record only where they are about the same matter.
  const stated = said.filter(({ unit }) => own.has(unit) && !/^[$€£¥￥%元块]$/u.test(unit));
  if (stated.length === 0) return null;
  const numbers = (line: string) => tokenize(line).flatMap((token) => (token.kind === "number" ? [token.text] : []));
  const known = new Set(knownTexts(view).flatMap(numbers));
  // What the seller's company has published is known with what it counts, not as a bare number.
  const published = new Set(
    publishedTo(view).flatMap((one) => figuresOf(one).map(({ value, unit }) => `${value} ${unit}`)),
  );
  const wrong = stated.find(({ value, unit }) => !known.has(value) && !published.has(`${value} ${unit}`));
  return wrong === undefined ? null : `${wrong.value} ${wrong.unit}`;
}

function contradictsName(text: string, view: SpeakerView): string | null {
  const pattern = view.locale === "en" ? titledName : namedZh;
  const names = [...text.matchAll(pattern)].map((match) => match.groups?.["name"] ?? "");
  if (names.length === 0) return null;
  const known = [view.persona.name, view.persona.company, ...knownTexts(view), ...publishedTo(view)].join("\n");
  // The flag that lets titles be written in any case also lets words through that are no names.
  return (
    names.find((name) => /^[\p{Lu}\p{Script=Han}]/u.test(name) && !known.includes(name.split(" ")[0] ?? name)) ?? null
  );
}

const fold = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** A buyer's lines, folded, by the voice they belong to. */
const writtenFor = new WeakMap<object, string>();

/** A reply without the sentences that people wrote for this buyer: what they wrote is what is so. */
function withoutApproved(text: string, view: SpeakerView): string {
  const { voice, topicAnswers, publicFacts } = view.persona;
  const written = writtenFor.get(voice) ?? fold(JSON.stringify([voice, topicAnswers, publicFacts]));
  writtenFor.set(voice, written);
  const tellings = view.facts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]);
  const approved = written + fold(JSON.stringify([view.plan, view.openObjections, tellings]));
  const sentences = text.match(/(?:[^.!?。！？\n]|[.](?=\d))+[.!?。！？]*/gu) ?? [];
  return sentences.filter((sentence) => !approved.includes(fold(sentence))).join(" ");
}

/** Anything exact stated otherwise than it stands on record, about the same matter. */
function contradictsRecord(text: string, view: SpeakerView): ReviewFinding | null {
  const told = view.facts.map((fact) => fact.text);
  const tellings = view.facts.flatMap((fact) => fact.spoken);
  const open = view.persona.publicFacts.map((fact) => fact.text);
  const said = [...view.transcript.map((line) => line.text), ...view.facts.flatMap((fact) => fact.recalled)];
  const given = [JSON.stringify(view.plan), JSON.stringify(view.notes ?? []), ...(view.remembered?.told ?? [])];
  const { name, role, company, voice } = view.persona;
  const people = [name, role, company, JSON.stringify(view.colleagues ?? []), view.product, JSON.stringify(voice)];
  const fresh = withoutApproved(text, view);
  const conflict = conflictIn(fresh, {
    own: [...open, ...told, ...tellings],
    known: [...open, ...told, ...tellings, ...said, ...given],
    published: [...publishedTo(view), ...people],
    locale: view.locale,
  });
  if (conflict !== null) {
    const code = conflict.kind === "name" ? "contradicts_name" : "contradicts_figure";
    return { code, detail: `${conflict.value} ${conflict.kind}` };
  }
  const aloud = [...open, ...told, ...tellings, ...said, ...given, ...people, ...publishedTo(view)];
  const strange = inventedName(fresh, view, aloud) ?? inventedNameZh(fresh, view, aloud);
  if (strange !== null) return { code: "contradicts_name", detail: `${strange} name` };
  const figure = strangeFigureZh(fresh, view, [...aloud, JSON.stringify(view.persona.topicAnswers)]);
  if (figure !== null) return { code: "contradicts_figure", detail: figure };
  if (deniesTold(fresh, view) || deniesToldZh(fresh, view))
    return { code: "denies_told", detail: "a told fact taken back" };
  const denied = denialIn(fresh, told, view.locale);
  return denied === null ? null : { code: "denies_told", detail: "a told fact" };
}

/**
 * Reads a whole reply against what this buyer knows: a figure of its own stated otherwise, a person invented in a named post, a
 * told fact denied. Hypothetical figures and questions pass. Deterministic; null when nothing is wrong.
 */
export function reviewReply(text: string, view: SpeakerView): ReviewFinding | null {
  const figure = contradictsFigure(text, view);
  if (figure !== null) return { code: "contradicts_figure", detail: figure };
  const name = contradictsName(text, view);
  if (name !== null) return { code: "contradicts_name", detail: name };
  if (view.facts.length > 0 && denial[view.locale].test(text)) return { code: "denies_told" };
  return contradictsRecord(text, view);
}

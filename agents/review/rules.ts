import { tokenize } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { figuresOf } from "./figures";

/** What a review found wrong with a whole reply; `detail` is for the record. */
export interface ReviewFinding {
  code: "contradicts_figure" | "contradicts_name" | "denies_told" | "model_review";
  detail?: string;
}

const guess =
  /\b(?:if|say|suppose|imagine|maybe|perhaps|roughly|about|around|between|up to|at least|at most|less than|more than|under|over|would|could|what about|how about)\b|如果|假如|比如|大概|大约|左右|不到|超过|至少|最多|要是/iu;
const title = String.raw`(?:ceo|cfo|cto|coo|cio|cmo|chief \w+ officer|managing director|finance director|head of \w+|director of \w+|boss|manager)`;
const titledName = new RegExp(
  String.raw`\b(?:[Oo]ur|[Mm]y|[Tt]he) ${title}(?:,| is| called| named)? (?<name>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)`,
  "giu",
);
const denial: Record<SpeakerView["locale"], RegExp> = {
  en: /\b(?:i never (?:said|told|mentioned)|i didn't (?:say|tell|mention) (?:that|anything)|that(?:'s| is) not what i said|who told you that)\b/iu,
  "zh-CN": /我(?:从来)?没(?:有)?(?:说过|讲过|提过|告诉过)|我可没(?:说|讲|提)|谁(?:跟|和|对)你说的/u,
};

function knownTexts(view: SpeakerView): string[] {
  return [
    ...view.persona.publicFacts.map((fact) => fact.text),
    ...view.persona.topicAnswers.flatMap((answer) => [...answer.open, ...answer.closed]),
    ...view.facts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]),
    ...view.passages.map((passage) => passage.text),
    ...view.transcript.map((line) => line.text),
    JSON.stringify(view.plan),
  ];
}

/** Units of which this buyer's own facts state a figure, with every value anyone has named in the talk. */
function figuresKnown(view: SpeakerView): { own: Set<string>; values: Map<string, Set<string>> } {
  const own = new Set<string>();
  for (const fact of [...view.persona.publicFacts, ...view.facts]) {
    for (const figure of figuresOf(fact.text)) own.add(figure.unit);
  }
  const values = new Map<string, Set<string>>();
  for (const text of knownTexts(view)) {
    for (const { unit, value } of figuresOf(text)) {
      const known = values.get(unit) ?? new Set();
      values.set(unit, known.add(value));
    }
  }
  return { own, values };
}

function contradictsFigure(text: string, view: SpeakerView): string | null {
  const said = figuresOf(text);
  if (said.length === 0) return null;
  const { own, values } = figuresKnown(view);
  const known = new Set(
    knownTexts(view).flatMap((line) => tokenize(line).flatMap((t) => (t.kind === "number" ? [t.text] : []))),
  );
  for (const { unit, value, start } of said) {
    if (!own.has(unit) || values.get(unit)?.has(value) || known.has(value) || Number(value) < 3) continue;
    const before =
      text
        .slice(0, start)
        .split(/[.!?。！？\n]/u)
        .at(-1) ?? "";
    const after = text.slice(start).split(/[.!。！\n]/u)[0] ?? "";
    if (guess.test(before) || /[?？]/u.test(after)) continue;
    return `${value} ${unit}`;
  }
  return null;
}

function contradictsName(text: string, view: SpeakerView): string | null {
  const names = [...text.matchAll(titledName)].map((match) => match.groups?.["name"] ?? "");
  if (names.length === 0) return null;
  const known = [view.persona.name, view.persona.company, ...knownTexts(view)].join("\n");
  // The flag that lets titles be written in any case also lets words through that are no names.
  return names.find((name) => /^\p{Lu}/u.test(name) && !known.includes(name.split(" ")[0] ?? name)) ?? null;
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
  return null;
}

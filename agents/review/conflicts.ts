import { tokenize } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { aboutOf, shared, statementsOf, type Statement, type Value } from "./statements";

type Locale = SpeakerView["locale"];

/** A wish, an offer, a condition, a plan, somebody else's words: no statement of what is so. */
const supposed: Record<Locale, RegExp> = {
  en: /\b(?:if|say|suppose|imagine|unless|would|could|should|might|maybe|perhaps|let['’]s|make it|give me|meet me|come (?:down|by)|call me|send (?:it|me|that)|want|need|prefer|rather|your (?:sheet|quote|price|offer|list|page|site|people|company|software|plan|system|team)|you(?:['’]re|['’]ve)?|they say|instead)\b|['’](?:d|ll)\b/iu,
  "zh-CN": /如果|要是|假如|比如|能不能|可以|希望|想要|最好|那就|不如|之前把|给我|做到|降到|你们?|您|打算|准备/u,
};

/** How much two statements must have in common for one to be about the other's matter. */
function leastShared({ kind }: Value): number {
  const named = /^count .\p{Script=Han}{2}$/u.test(kind);
  return kind === "date" || kind === "monthday" || named ? 1 : 2;
}

/** Words that stand beside any date: alone they do not make two of them dates of the same thing. */
const beside = new Set(
  "call com meet send ask tell told back last next year month week day time start sinc until first january february march april may june july august september october november december".split(
    " ",
  ),
);

function isSameMatter(one: Statement, other: Statement, value: Value): boolean {
  const common = [...one.about].filter((mark) => other.about.has(mark));
  return common.length >= leastShared(value) && common.some((mark) => !beside.has(mark));
}

/** What may stand in a reply because it is on record: typed values, and the texts themselves for names. */
interface Known {
  values: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  text: string;
}

const keyOf = ({ kind, value }: Value) => `${kind} ${value}`;

function knownOf(texts: readonly string[], published: readonly string[], locale: Locale): Known {
  const values = [...texts, ...published].flatMap((text) =>
    statementsOf(text.replaceAll(/[?？吗呢吧]/gu, "."), locale),
  );
  return {
    values: new Set(values.flatMap((statement) => statement.values.map(keyOf))),
    numbers: new Set(
      texts.flatMap((text) => tokenize(text).flatMap((one) => (one.kind === "number" ? [one.text] : []))),
    ),
    text: [...texts, ...published].join("\n").toLowerCase(),
  };
}

function isKnown(value: Value, known: Known): boolean {
  if (value.kind === "name") return known.text.includes(value.value.toLowerCase());
  return known.values.has(keyOf(value)) || (/^(?:money|count)/u.test(value.kind) && known.numbers.has(value.value));
}

/** Of the same kind, and for numbers of things: of the same things, or of things that are not named. */
function alike(one: Value, other: Value): boolean {
  if (one.kind === other.kind) return true;
  const [kind, unit = ""] = one.kind.split(" ");
  const [otherKind, otherUnit = ""] = other.kind.split(" ");
  return kind === "count" && otherKind === "count" && (unit === "" || otherUnit === "" || unit[0] === otherUnit);
}

/** A value of its own that a reply states otherwise than it stands on record, about the same matter. Null when there is none. */
export function conflictIn(
  text: string,
  {
    own,
    known,
    published,
    locale,
  }: { own: readonly string[]; known: readonly string[]; published: readonly string[]; locale: Locale },
): Value | null {
  const said = statementsOf(text, locale).filter((one) => one.values.length > 0 && !supposed[locale].test(one.text));
  if (said.length === 0) return null;
  const record = own.flatMap((one) => statementsOf(one, locale));
  let all: Known | undefined;
  for (const statement of said) {
    for (const value of statement.values) {
      const matters = record.some(
        (one) => isSameMatter(one, statement, value) && one.values.some((other) => alike(value, other)),
      );
      if (!matters) continue;
      all ??= knownOf(known, published, locale);
      if (!isKnown(value, all)) return value;
    }
  }
  return null;
}

/** Words by which a thing is said not to be so … */
const denies: Record<Locale, RegExp> = {
  en: /^\W*(?:nobody|no one|none of)\b|\b(?:we|i|they|there|it|she|he)\b.{0,16}?\b(?:never|no)\b|\b(?:did|do|does|has|have|had|was|were|is|are)(?:n['’]t| not)\b/iu,
  "zh-CN": /(?:从来|并|根本|压根)?没(?!人|事|问题|准|数|法|错)(?:有)?/u,
};
/** … and words with which the same form refuses, fears, forgets or puts off. */
const unsaid: Record<Locale, RegExp> = {
  en: /\b(?:forg[eo]t\w*|want|wants|like|need|again|another|any ?more|sa(?:y|id|ying)|mention\w*|mean|know|think|see|mind|care|repeat|let|buy\w*|pay\w*|sign|switch\w*|going|yet|enough|way|solution|problem|without|until|because)\b/iu,
  "zh-CN": /再|忘|不想|不愿|没说|没讲|没提|不会|不能|不要|还没|没有忘|没法|才/u,
};
const deniedShared = 3;

const clauseEnd = /[,，;；:：—.。!！]/u;

/** What a sentence says is not so: the words after its no, as far as their clause goes. Null when it denies nothing. */
function deniedBy(text: string, locale: Locale): { about: ReadonlySet<string>; text: string } | null {
  const no = denies[locale].exec(text);
  if (no === null || unsaid[locale].test(text)) return null;
  const rest = text.slice(no.index + no[0].length).split(clauseEnd)[0] ?? "";
  return { about: aboutOf(rest, locale), text: rest.toLowerCase() };
}

/** A told fact that a reply says is not so. Null when there is none. */
export function denialIn(text: string, told: readonly string[], locale: Locale): string | null {
  const denials = statementsOf(text, locale).flatMap((one) => deniedBy(one.text, locale) ?? []);
  if (denials.length === 0) return null;
  for (const fact of told) {
    if (denies[locale].test(fact)) continue;
    const parts = statementsOf(fact, locale);
    const about = new Set(parts.flatMap((part) => [...part.about]));
    const names = parts.flatMap((part) => part.values.flatMap(({ kind, value }) => (kind === "name" ? [value] : [])));
    for (const denial of denials) {
      const common = shared(denial.about, about);
      const named = names.some((name) => denial.text.includes(name));
      if (common >= deniedShared || (common >= deniedShared - 1 && named)) return fact;
    }
  }
  return null;
}

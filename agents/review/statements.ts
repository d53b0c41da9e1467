import { isContentWord, stem, tokenize } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";

type Locale = SpeakerView["locale"];

/** Something exact that a sentence says: a date, a sum, so many of something, a name. */
export interface Value {
  kind: string;
  value: string;
}

/** A sentence as what it is about and what exactly it says of that. */
export interface Statement {
  text: string;
  /** stems of its words, or pairs of Han characters */
  about: ReadonlySet<string>;
  values: readonly Value[];
}

const months = "january february march april may june july august september october november december".split(" ");
const monthNames = months.join("|");
const weekdays = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));
const weakHan = new Set(
  "的了是不我你您他她它们这那个有在就一都也还没说要会很给跟和过得着上下吗吧呢啊把被让等以及再去来做只可所与及每年月日号元万",
);
const hanDigits = "零一二三四五六七八九十";
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤";

interface Reading {
  kind: string;
  pattern: RegExp;
  value: (groups: Record<string, string | undefined>) => Value;
}

const numeric = (digits: string | undefined, scale?: string) =>
  String(
    Number((digits ?? "").replaceAll(",", "")) * (scale === "万" ? 10_000 : /^k$/iu.test(scale ?? "") ? 1_000 : 1),
  );
const monthOf = (name: string | undefined) => String(months.indexOf((name ?? "").toLowerCase()) + 1);
const hanOrDigits = (digits: string | undefined) =>
  /^\d/u.test(digits ?? "") ? numeric(digits) : String(digits === "两" ? 2 : hanDigits.indexOf(digits ?? ""));

/** Read in this order; what one has read, the next does not see. */
const readings: Record<Locale, readonly Reading[]> = {
  en: [
    {
      kind: "date",
      pattern: new RegExp(String.raw`\b(?<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m>${monthNames})\b`, "giu"),
      value: ({ d, m }) => ({ kind: "date", value: `${monthOf(m)}-${d}` }),
    },
    {
      kind: "date",
      pattern: new RegExp(String.raw`\b(?<m>${monthNames}) (?<d>[12]?\d|3[01])(?:st|nd|rd|th)?\b(?![\d,.:]\d)`, "giu"),
      value: ({ d, m }) => ({ kind: "date", value: `${monthOf(m)}-${d}` }),
    },
    {
      kind: "year",
      pattern: /\b(?<y>(?:19|20)\d\d)\b(?![,.]\d)/gu,
      value: ({ y }) => ({ kind: "year", value: y ?? "" }),
    },
    {
      kind: "month",
      // "may" is a word of its own unless it is written as a name.
      pattern: new RegExp(
        String.raw`\b(?<m>${months.map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`).join("|")})\b`,
        "gu",
      ),
      value: ({ m }) => ({ kind: "month", value: monthOf(m) }),
    },
    {
      kind: "money",
      pattern: /[$£€]\s?(?<n>\d[\d,]*(?:\.\d+)?)(?<k>k\b)?/giu,
      value: ({ n, k }) => ({ kind: "money", value: numeric(n, k) }),
    },
    {
      kind: "percent",
      pattern: /(?<n>\d+(?:\.\d+)?)\s?(?:%|percent|per cent)/giu,
      value: ({ n }) => ({ kind: "percent", value: numeric(n) }),
    },
  ],
  "zh-CN": [
    {
      kind: "date",
      pattern: /(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]/gu,
      value: ({ d, m }) => ({ kind: "date", value: `${m}-${d}` }),
    },
    {
      kind: "monthday",
      pattern: /每个?月(?<d>\d{1,2})[日号]/gu,
      value: ({ d }) => ({ kind: "monthday", value: d ?? "" }),
    },
    { kind: "year", pattern: /(?<y>(?:19|20)\d\d)年/gu, value: ({ y }) => ({ kind: "year", value: y ?? "" }) },
    { kind: "month", pattern: /(?<m>\d{1,2})月(?!\d)/gu, value: ({ m }) => ({ kind: "month", value: m ?? "" }) },
    {
      kind: "money",
      pattern: /(?<n>\d[\d,]*(?:\.\d+)?)\s*(?:(?<k>万)(?:元|块)?|元|块)/gu,
      value: ({ n, k }) => ({ kind: "money", value: numeric(n, k) }),
    },
    {
      kind: "percent",
      pattern: /(?<n>\d+(?:\.\d+)?)\s?[%％]|百分之(?<p>\d+)/gu,
      value: ({ n, p }) => ({ kind: "percent", value: numeric(n ?? p) }),
    },
    {
      kind: "count",
      pattern:
        /(?<n>\d+|[一两三四五六七八九十](?![一二三四五六七八九十]))(?<u>[个张人天家台次周名条间辆](?:\p{Script=Han}{2})?|小时)/gu,
      value: ({ n, u }) => ({ kind: `count ${u ?? ""}`, value: hanOrDigits(n) }),
    },
    {
      kind: "name",
      pattern: new RegExp(
        `[${surnames}](?:总|工|主任|经理|厂长|院长|校长|书记|会计)|[老小][${surnames}](?!板|师)`,
        "gu",
      ),
      value: ({ all }) => ({ kind: "name", value: all ?? "" }),
    },
  ],
};

/** Numbers of something and names, in English by their words. */
function englishWords(rest: string): Value[] {
  const tokens = tokenize(rest);
  return tokens.flatMap((token, i): Value[] => {
    const next = tokens[i + 1];
    if (token.kind === "number" && Number(token.text) >= 3) {
      const unit = next?.kind === "word" && next.start - token.end <= 1 ? stem(next.text) : "";
      return [{ kind: `count ${unit}`, value: token.text }];
    }
    const proper = token.name && !weekdays.has(token.text) && !/^\p{Lu}+$/u.test(rest.slice(token.start, token.end));
    return proper ? [{ kind: "name", value: token.text }] : [];
  });
}

/** What a text is about. */
export function aboutOf(text: string, locale: Locale): Set<string> {
  const tokens = tokenize(text);
  if (locale === "en") {
    const words = tokens.filter((token) => token.kind === "word" && isContentWord(token));
    return new Set(words.map((token) => stem(token.text)));
  }
  const pairs = tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    if (token.kind === "word") return [token.text];
    const pair = token.kind === "han" && next?.kind === "han" && next.start === token.end;
    return pair && !weakHan.has(token.text) && !weakHan.has(next.text) ? [token.text + next.text] : [];
  });
  return new Set(pairs);
}

/** Texts on record are read again with every reply: the last ones are kept. */
const kept = new Map<string, readonly Statement[]>();
const mostKept = 4_000;

/** A text as its statements, sentence by sentence. Questions are none. */
export function statementsOf(text: string, locale: Locale): readonly Statement[] {
  const key = `${locale} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const read = readStatements(text, locale);
  kept.set(key, read);
  return read;
}

function readStatements(text: string, locale: Locale): Statement[] {
  const sentences = text.match(/(?:[^.!?;。！？；\n]|[.](?=\d))+[.!?;。！？；]*/gu) ?? [];
  return sentences.flatMap((sentence) => {
    if (/[?？]/u.test(sentence) || (locale === "zh-CN" && /[吗呢吧][。！；]?$/u.test(sentence))) return [];
    const values: Value[] = [];
    let rest = sentence;
    for (const { pattern, value } of readings[locale]) {
      rest = rest.replaceAll(pattern, (all: string, ...found: unknown[]) => {
        // Sound: every pattern has named groups, which come last.
        const groups = found.at(-1) as Record<string, string | undefined>;
        const read = value({ ...groups, all });
        // One or two of a thing are said of anything.
        if (!read.kind.startsWith("count") || Number(read.value) >= 3) values.push(read);
        return locale === "en" ? " , " : "，";
      });
    }
    if (locale === "en") values.push(...englishWords(rest));
    return [{ text: sentence, about: aboutOf(sentence, locale), values }];
  });
}

export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const mark of one) if (other.has(mark)) count += 1;
  return count;
}

import { tokenize, type Token } from "@/agents/guard/words";

/** A number with what it counts: `seat`, `$`, `%`, `天`. */
export interface Figure {
  value: string;
  unit: string;
  start: number;
  end: number;
}

const currencies: Record<string, string> = { $: "$", "€": "€", "£": "£", "¥": "¥", "￥": "¥" };
const vague = new Set(
  "of and or to in on at by for a the per times more less or so odd 个 一 到 至 和 或 多 几 次 点".split(" "),
);

/** A number before one of these is part of a date, and no number of things. */
const calendar = new Set(
  "january february march april may june july august september october november december 月 日 号 年".split(" "),
);

/** "seats" and "seat" count the same thing. */
const singular = (word: string) => (word.length > 3 ? word.replace(/(?:ies)$/u, "y").replace(/(?<!s)s$/u, "") : word);

function unitOf(text: string, tokens: readonly Token[], i: number): string | null {
  const token = tokens[i];
  if (!token) return null;
  const before = text[token.start - 1] ?? "";
  const currency = currencies[before];
  if (currency !== undefined) return currency;
  const inside = text.slice(token.start, token.end + 1);
  if (/[%％]/u.test(inside)) return "%";
  const next = tokens[i + 1];
  if (!next || next.start - token.end > 1 || next.kind === "number" || vague.has(next.text)) return null;
  if (calendar.has(next.text)) return null;
  return singular(next.text);
}

/** The figures of a text that count something; bare numbers, dates and years are not among them. */
export function figuresOf(text: string): Figure[] {
  const tokens = tokenize(text);
  return tokens.flatMap((token, i) => {
    if (token.kind !== "number") return [];
    const unit = unitOf(text, tokens, i);
    const dated = unit === "月" && Number(token.text) <= 12;
    return unit === null || dated ? [] : [{ value: token.text, unit, start: token.start, end: token.end }];
  });
}

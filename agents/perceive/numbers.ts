/** A number found in text, written in figures or words, English or Chinese. */
export interface FoundNumber {
  value: number;
  kind: "percent" | "money" | "plain";
  /** what is counted, as a coarse unit: hour, day, week, month, year, customer, seat … */
  unit: string | undefined;
  start: number;
  end: number;
}

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const wordValue = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
  ["dozen", 12],
]);
const wordPattern = [...ones, ...tens, "hundred", "thousand", "million", "dozen"].join("|");
const english = new RegExp(
  `\\b(?:a (?=hundred|thousand|million|dozen))?(?:${wordPattern})(?:(?:[ -](?:and )?)(?:${wordPattern}))*\\b`,
  "g",
);
const figures = /(?<!\b[a-z]\d*)\d[\d,]*(?:\.\d+)?\s*(?:k\b|m\b|thousand|million|亿|万|千)?/g;
const chinese = /百分之[零一二三四五六七八九十百两]+|[零一二三四五六七八九十百千万亿两]+/g;

function englishValue(words: string): number {
  let total = 0;
  let group = 0;
  for (const word of words.split(/[ -]+/)) {
    const value = wordValue.get(word);
    if (value === undefined) continue;
    if (value === 100) group = (group || 1) * 100;
    else if (value >= 1000) {
      total += (group || 1) * value;
      group = 0;
    } else group += value;
  }
  return total + group;
}

const digits = "零一二三四五六七八九";
const chineseUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 三十万 → 300000, 一千二 → 1200, 两百五 → 250. */
function chineseValue(words: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 1;
  for (const char of words) {
    const value = char === "两" ? 2 : digits.indexOf(char);
    if (value >= 0) {
      digit = value;
      continue;
    }
    const unit = chineseUnits[char];
    if (unit !== undefined) {
      section += (digit || 1) * unit;
      lastUnit = unit;
    } else {
      total = (total + section + digit) * (char === "万" ? 10_000 : 100_000_000);
      section = 0;
      lastUnit = char === "万" ? 10_000 : 100_000_000;
    }
    digit = 0;
  }
  return total + section + (lastUnit >= 100 ? digit * (lastUnit / 10) : digit);
}

const units: [RegExp, string][] = [
  [/^[\s-]*(?:business |working |labour )?hours?|^[\s-]*h\b|^\s?个?(?:工作)?小时/, "hour"],
  [/^[\s-]*(?:business |working )?days?|^\s?个?(?:工作)?[天日](?!利率)/, "day"],
  [/^[\s-]*weeks?|^\s?个?(?:周|星期)/, "week"],
  [/^[\s-]*months?|^\s?个月/, "month"],
  [/^[\s-]*years?|^年/, "year"],
  [/^[\s-]*minutes?|^[\s-]*mins?\b|^\s?分钟/, "minute"],
  [/^[\s-]*(?:decibels?|db\b)|^\s?分贝/, "decibel"],
  [
    /^[\s-]*(?:(?!of\b|per\b|to\b|for\b|in\b|and\b|or\b|at\b|the\b|percent\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b)[a-z]{3,} )?(?:customers?|clients?|companies|hotels?|plants?|firms?|sites?)\b|^\s?(?:家(?:酒店|工厂|客户|企业|公司|厂)?|个(?:酒店|工厂|客户|企业|公司))/,
    "customer",
  ],
  [/^[\s-]*(?:seats?|users?|licen[cs]es?)|^个?(?:席位|账号|用户)/, "seat"],
  [/^[\s-]*(?:visits?|times)|^次/, "time"],
];

const moneyBefore = /[$€£¥]\s?$|\b(?:usd|eur|rmb)\s?$/;
const moneyAfter = /^\s?(?:dollars?|euros?|bucks|pounds?|usd|eur|rmb|元|块|人民币)/;
const percentAfter = /^[\s-]?(?:%|percent\b|per cent\b|pct\b|个点|个百分点)/;

/** All numbers of a folded text with what they count. "15%", "fifteen percent" and "百分之十五" are one value. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  const add = (value: number, start: number, end: number, percent = false) => {
    if (!Number.isFinite(value)) return;
    const after = text.slice(end, end + 24);
    const kind =
      percent || percentAfter.test(after)
        ? "percent"
        : moneyBefore.test(text.slice(0, start)) || moneyAfter.test(after)
          ? "money"
          : "plain";
    found.push({ value, kind, unit: units.find(([pattern]) => pattern.test(after))?.[1], start, end });
  };
  for (const match of text.matchAll(figures)) {
    const scale = /(k|m|thousand|million|亿|万|千)$/.exec(match[0].trim())?.[1] ?? "";
    const by = { k: 1e3, thousand: 1e3, 千: 1e3, 万: 1e4, m: 1e6, million: 1e6, 亿: 1e8 }[scale] ?? 1;
    const value = Number.parseFloat(match[0].replaceAll(",", "")) * by;
    add(Math.round(value * 1e4) / 1e4, match.index, match.index + match[0].trimEnd().length);
  }
  for (const match of text.matchAll(english)) {
    add(englishValue(match[0]), match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(chinese)) {
    const percent = match[0].startsWith("百分之");
    const words = percent ? match[0].slice(3) : match[0];
    if (!percent && /\d\s*$/.test(text.slice(0, match.index))) continue;
    if (/^[万亿千百]/.test(words)) continue;
    add(chineseValue(words), match.index, match.index + match[0].length, percent);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

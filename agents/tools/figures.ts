import type { Locale } from "@/lib/contracts/vocabulary";

/** A price in a message, with what it is for where that is said: "£7.40 a licence a month". */
export interface Price {
  amount: string;
  currency: string;
  /** what one of them costs that much */
  thing?: string;
  period?: Period;
}
export type Period = "day" | "week" | "month" | "quarter" | "year";

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3})/gu, "");

const scales: Record<string, number> = { k: 3, thousand: 3, m: 6, million: 6, 千: 3, 万: 4 };

/** "28.6" in units of 10⁴ → "286000", without a float between. */
function scaled(digits: string, scale: string | undefined): string {
  const zeros = scales[scale ?? ""] ?? 0;
  if (zeros === 0) return digits;
  const [whole = "0", part = ""] = digits.split(".");
  const shifted = part.padEnd(zeros, "0");
  const rest = shifted.slice(zeros).replace(/0+$/u, "");
  const moved = `${whole}${shifted.slice(0, zeros)}`.replace(/^0+(?=\d)/u, "");
  return rest === "" ? moved : `${moved}.${rest}`;
}

const periodsEn: Record<string, Period> = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
  annum: "year",
};
const each = String.raw`(?:(?:a|an|per|each|every)\s+|/\s?)`;
const priceEn = new RegExp(
  String.raw`(?<currency>[$€£¥])\s?(?<digits>\d+(?:\.\d+)?)\s?(?<scale>k|m|thousand|million)?(?![\d.]*\d)(?<after>(?:\s*${each}[a-z]+){0,2})`,
  "gu",
);
/** Words after "a" that are no things one buys. */
const noThing = new Set(
  "bit lot little few discount total deal fair better good lower higher saving start time".split(" "),
);
const singular = (word: string) => (word.length > 3 ? word.replace(/ies$/u, "y").replace(/(?<!s)s$/u, "") : word);

function pricesEn(text: string): Price[] {
  return [...fold(text).matchAll(priceEn)].map(({ groups }) => {
    const price: Price = {
      amount: scaled(groups?.["digits"] ?? "0", groups?.["scale"]),
      currency: groups?.["currency"] ?? "",
    };
    for (const [, word = ""] of (groups?.["after"] ?? "").matchAll(new RegExp(`${each}([a-z]+)`, "gu"))) {
      const period = periodsEn[word];
      if (period !== undefined) price.period = period;
      else if (!noThing.has(word)) price.thing = singular(word);
    }
    return price;
  });
}

const periodsZh: Record<string, Period> = {
  天: "day",
  日: "day",
  周: "week",
  月: "month",
  季: "quarter",
  季度: "quarter",
  年: "year",
};
const thingZh = "账号|用户|席位|坐席|许可|人|台|张|套|间|家|吨|辆|部|件|桌|门店";
const periodZh = "季度|天|日|周|月|季|年";
const priceZh = new RegExp(
  String.raw`(?<before>[^\d，。；！？\n]{0,10})(?<yen>¥)?\s?(?<digits>\d+(?:\.\d+)?)\s?(?<scale>万|千)?\s?(?<unit>元|块钱|块)?(?<after>[^\d，。；！？\n]{0,8})`,
  "gu",
);

function pricesZh(text: string): Price[] {
  return [...fold(text).matchAll(priceZh)].flatMap(({ groups = {} }) => {
    const { before = "", yen, digits = "0", scale, unit, after = "" } = groups;
    const counted = new RegExp(String.raw`^个?(?:${thingZh}|月|年|天|次|%)`, "u");
    // 28.6万 is money unless it counts something.
    if (unit === undefined && yen === undefined && (scale !== "万" || counted.test(after))) return [];
    const price: Price = { amount: scaled(digits, scale), currency: yen === undefined ? "元" : "¥" };
    const around = `${before}|${after}`;
    const thing = new RegExp(String.raw`(?:每|一|单)个?(?<thing>${thingZh})|[/每](?<other>${thingZh})`, "u").exec(
      around,
    )?.groups;
    const period = new RegExp(String.raw`(?:每|一)个?(?<period>${periodZh})|/(?<other>${periodZh})`, "u").exec(
      around,
    )?.groups;
    const what = thing?.["thing"] ?? thing?.["other"];
    const when = periodsZh[period?.["period"] ?? period?.["other"] ?? ""];
    return [
      { ...price, ...(what === undefined ? {} : { thing: what }), ...(when === undefined ? {} : { period: when }) },
    ];
  });
}

/** The prices of a message, in order. */
export const pricesIn = (text: string, locale: Locale): Price[] =>
  locale === "zh-CN" ? pricesZh(text) : pricesEn(text);

const smallEn = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const smallZh = "零一二三四五六七八九十";

function countOf(text: string): string | undefined {
  if (/^\d+$/u.test(text)) return text;
  const at = smallEn.indexOf(text) >= 0 ? smallEn.indexOf(text) : text === "两" ? 2 : smallZh.indexOf(text);
  return at > 0 ? String(at) : undefined;
}

/** How many of a thing a text speaks of, the last mention; undefined when it does not say. */
export function quantityOf(thing: string, text: string, locale: Locale): string | undefined {
  const pattern =
    locale === "zh-CN"
      ? new RegExp(
          String.raw`(?<![\d.每第])(\d+|[二两三四五六七八九十](?![一二三四五六七八九十百千万]))\s?(?:多|来)?[个名位]?${thing}`,
          "gu",
        )
      : new RegExp(
          String.raw`(?<![\d.,$€£¥])\b(\d+|${smallEn.slice(2).join("|")})\s+(?:[a-z-]+\s+)?${thing.replace(/y$/u, "(?:y|ies)")}s?\b`,
          "gu",
        );
  return [...fold(text).matchAll(pattern)].flatMap(([, count = ""]) => countOf(count) ?? []).at(-1);
}

/** For how many months or years something is to run: "24 months", 两年. */
export function durationIn(text: string, period: Period, locale: Locale): string | undefined {
  const word =
    locale === "zh-CN"
      ? { day: "天", week: "周", month: "个月", quarter: "个季度", year: "年" }[period]
      : `${period}s?`;
  const pattern =
    locale === "zh-CN"
      ? new RegExp(String.raw`(?<![\d.每第])(\d{1,2}|[一二两三四五六七八九十])${word}(?!初|底|前)`, "u")
      : new RegExp(String.raw`\b(\d{1,2}|${smallEn.slice(2).join("|")})[\s-]${word}\b`, "u");
  const found = pattern.exec(fold(text))?.[1];
  return found === undefined ? undefined : countOf(found);
}

const off = String.raw`(?:off|less|discount|reduction|cheaper|lower|down)`;
const takes = String.raw`(?:knock|take|took|cut|drop|discount of|reduction of|reduc\w+(?: it)? by|come down(?: by)?|lower(?: it)? by|go down(?: by)?)`;
const offEn = new RegExp(
  String.raw`(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)\s+(?:\w+\s+){0,2}${off}\b|\b${takes}\s+(?:\w+\s+){0,2}?(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)`,
  "u",
);
const offZh =
  /(?:降|让|优惠|减|便宜|折让|下浮|少)(?:价|利|您|你|到|个|您个)?\s?(\d{1,2}(?:\.\d+)?)\s?(?:%|个点)|(\d{1,2}(?:\.\d+)?)\s?(?:%|个点)的?(?:优惠|折扣|让利|降价|降幅)/u;

/** A percentage that is taken off: "6% off", "knock 6% off", "打九折" is ten per cent. A tax or a first payment is none. */
export function discountIn(text: string, locale: Locale): string | undefined {
  const folded = fold(text);
  if (locale === "zh-CN") {
    const tenth = /打?([一二三四五六七八九])(?:点?([一二三四五六七八九]))?折|([1-9](?:\.\d)?)折/u.exec(folded);
    if (tenth) {
      const [, whole = "", part, figures] = tenth;
      const tenths = figures ?? `${smallZh.indexOf(whole)}${part ? `.${smallZh.indexOf(part)}` : ""}`;
      return String(Math.round(100 - Number(tenths) * 10));
    }
  }
  const found = (locale === "zh-CN" ? offZh : offEn).exec(folded);
  return found?.[1] ?? found?.[2];
}

/** In how many parts something is to be paid. */
export function instalmentsIn(text: string, locale: Locale): string | undefined {
  const pattern =
    locale === "zh-CN"
      ? /分(?:成|为)?(\d{1,2}|[两三四五六七八九十])期/u
      : new RegExp(
          String.raw`\b(\d{1,2}|${smallEn.slice(2).join("|")})\s+(?:equal |monthly |quarterly |yearly )?(?:instal+ments|payments|parts)\b`,
          "u",
        );
  const found = pattern.exec(fold(text))?.[1];
  return found === undefined ? undefined : countOf(found);
}

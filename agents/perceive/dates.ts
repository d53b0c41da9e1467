import * as chrono from "chrono-node";

const vague =
  /^(?:in )?(?:a )?(?:few|couple|some|next week|this week|next month|soon|later|today\b(?=$))|weeks?$|months?$|^(?:now|later|soon)$/i;
const dayOfMonth = /(?<![\d月.])(\d{1,2})[号日]/;
const englishDay = /\bthe (\d{1,2})(?:st|nd|rd|th)\b/;

function iso(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, "0");
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, "0")}`;
}

/** The next such day of the month from the reference on. */
function nextDay(reference: Date, day: number): string | undefined {
  if (day < 1 || day > 31) return undefined;
  const date = new Date(reference);
  if (day <= date.getDate()) date.setMonth(date.getMonth() + 1, 1);
  date.setDate(day);
  return date.getDate() === day ? iso(date) : undefined;
}

const chineseDay = /(下+)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])/;

/** 周四 is the next such day, 下周四 that of the week after; weeks begin on Monday. chrono errs with 上午 and 下午. */
function chineseWeekday(text: string, reference: Date): string | undefined {
  const match = chineseDay.exec(text);
  if (!match || /每(?:个)?$/.test(text.slice(0, match.index))) return undefined;
  const index = match[2] === "末" ? 5 : "一二三四五六日天".indexOf(match[2] ?? "") % 7;
  const target = match[2] === "天" ? 6 : index;
  const today = (reference.getDay() + 6) % 7;
  const weeks = match[1]?.length ?? (target <= today ? 1 : 0);
  const date = new Date(reference);
  date.setDate(date.getDate() - today + target + weeks * 7);
  return iso(date);
}

/**
 * The calendar day a text names, ISO, reckoned from the scenario's date and after it; none for "today", "next week" or "soon".
 * Reads English by chrono and Chinese by chrono and the 20号 form it leaves out.
 */
export function findDate(text: string, scenarioDate: string): string | undefined {
  const reference = new Date(`${scenarioDate}T09:00:00`);
  const han = /\p{Script=Han}/u.test(text);
  const short = text.slice(0, 400);
  if (han) {
    const day = dayOfMonth.exec(short)?.[1];
    if (day !== undefined) return nextDay(reference, Number(day));
  }
  const weekday = han ? chineseWeekday(short, reference) : undefined;
  if (weekday !== undefined) return weekday;
  const parsers = han ? [chrono.zh.hans, chrono.en] : [chrono.en];
  for (const parser of parsers) {
    for (const result of parser.parse(short, reference, { forwardDate: true })) {
      const certain = result.start.isCertain("day") || result.start.isCertain("weekday");
      if (!certain || vague.test(result.text.trim())) continue;
      const date = result.start.date();
      // On a Wednesday, "on Wednesday" is a week from now.
      const byWeekday = result.start.isCertain("weekday") && !result.start.isCertain("day");
      if (byWeekday && iso(date) === scenarioDate) date.setDate(date.getDate() + 7);
      // Today is no next step, and what is past is none: a later day in the same words is.
      if (iso(date) > scenarioDate) return iso(date);
    }
  }
  const named = englishDay.exec(short)?.[1];
  return named === undefined ? undefined : nextDay(reference, Number(named));
}

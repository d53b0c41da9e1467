import { useLocale, useTimeZone } from "next-intl";

const styles = {
  day: { day: "numeric", month: "long" },
  short: { day: "numeric", month: "short" },
  full: { weekday: "long", day: "numeric", month: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A date in words: "26 November", `11月26日`. English puts the day first. */
export function dateText(date: string | Date, style: keyof typeof styles, locale: string, timeZone?: string): string {
  const tag = locale === "en" ? "en-GB" : locale;
  return new Intl.DateTimeFormat(tag, { ...styles[style], timeZone }).format(new Date(date));
}

/** `dateText` in the language of the page. */
export function useDates(): (date: string | Date, style: keyof typeof styles) => string {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (date, style) => dateText(date, style, locale, timeZone);
}

import type { Locale } from "@/lib/contracts/vocabulary";

/** A name and what belongs to it, with the comma of the language they are written in. */
export function joined(locale: Locale, ...parts: string[]): string {
  return parts.join(locale === "zh-CN" ? "，" : ", ");
}

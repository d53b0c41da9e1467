import { locales, type Locale } from "@/lib/contracts/vocabulary";

/** Cookie that holds a person's choice of language. */
export const localeCookie = "NEXT_LOCALE";

/** The chosen language, else the first one the browser asks for that we speak, else English. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const exact = locales.find((locale) => locale === chosen);
  if (exact) return exact;
  for (const wanted of (acceptLanguage ?? "").split(",")) {
    const language = wanted.split(";")[0]?.trim().toLowerCase() ?? "";
    if (language === "zh" || language.startsWith("zh-")) return "zh-CN";
    if (language === "en" || language.startsWith("en-")) return "en";
  }
  return "en";
}

import type { Locale } from "@/lib/contracts/vocabulary";
import type { Words } from "./language";
import { english } from "./words-en";
import { chinese } from "./words-zh";

export function wordsOf(locale: Locale): Words {
  return locale === "en" ? english : chinese;
}

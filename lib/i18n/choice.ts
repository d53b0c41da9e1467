import "server-only";
import { cookies, headers } from "next/headers";
import { themes, type Theme } from "@/lib/contracts/preferences";
import type { Locale } from "@/lib/contracts/vocabulary";
import { localeCookie, pickLocale } from "@/lib/platform/locale";

/** Cookie that holds a person's choice of light or dark pages. */
export const themeCookie = "theme";

/** The page language of this request: the person's choice, else what the browser prefers. */
export async function chosenLocale(): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return pickLocale(jar.get(localeCookie)?.value, sent.get("accept-language"));
}

/** Light, dark, or whatever the device prefers. */
export async function chosenTheme(): Promise<Theme> {
  const choice = (await cookies()).get(themeCookie)?.value;
  return themes.find((theme) => theme === choice) ?? "system";
}

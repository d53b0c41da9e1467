import Bowser from "bowser";
import type { Login } from "@/lib/contracts/logins";

const kinds: Record<string, Login["device"]["kind"]> = { desktop: "computer", mobile: "phone", tablet: "tablet" };

/** A browser and its system in plain words, from what the browser says of itself: good for telling sign-ins apart, no proof. */
export function deviceOf(userAgent: string | null): Login["device"] {
  if (!userAgent) return { browser: null, system: null, kind: "other" };
  const { browser, os, platform } = Bowser.parse(userAgent);
  const version = browser.version?.split(".")[0];
  return {
    browser: browser.name ? [browser.name, version].filter(Boolean).join(" ") : null,
    system: os.name ?? null,
    kind: kinds[platform.type ?? ""] ?? "other",
  };
}

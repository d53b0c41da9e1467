import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleNav } from "@/components/console/console-nav";
import { Shell } from "@/components/shell/shell";
import { chosenTheme } from "@/lib/i18n/choice";
import { holds } from "@/lib/platform/auth/allow";
import { pageCtx } from "@/lib/platform/http/page";
import { chooseLocale, chooseTheme } from "../(trainee)/actions";
import { consolePages } from "./pages";

/** The shell, and beside each page the way to those this person may open. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [ctx, t, locale, theme] = await Promise.all([
    pageCtx(),
    getTranslations("consoleNav"),
    getLocale(),
    chosenTheme(),
  ]);
  const { name, email, role } = ctx.actor;
  const open = consolePages.filter(({ access }) => holds(ctx, access));
  return (
    <Shell
      person={{ name, email, role }}
      locale={locale}
      theme={theme}
      actions={{ setLocale: chooseLocale, setTheme: chooseTheme }}
    >
      {open.length > 0 && (
        <ConsoleNav label={t("label")} entries={open.map(({ href, key }) => ({ href, label: t(key) }))} />
      )}
      {children}
    </Shell>
  );
}

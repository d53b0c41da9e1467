import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { themes, type Theme } from "@/lib/contracts/preferences";
import type { ActingRole } from "@/lib/contracts/permissions";
import { locales, type Locale } from "@/lib/contracts/vocabulary";
import { AccountMenu } from "./account-menu";
import type { AccountActions } from "./account-panel";
import { Brand } from "./brand";
import { BottomNav, TopNav, type NavEntry } from "./nav";

/** Top bar on a desk, bottom bar on a phone, the page between. */
export function Shell({
  person,
  locale,
  theme,
  actions,
  children,
}: {
  person: { name: string; email: string; role: ActingRole };
  locale: Locale;
  theme: Theme;
  actions: AccountActions;
  children: ReactNode;
}) {
  const t = useTranslations();
  const main: NavEntry[] = [
    { href: "/", label: t("nav.home") },
    { href: "/practice", label: t("nav.practice") },
    { href: "/history", label: t("nav.history") },
    ...(person.role === "trainee" ? [] : [{ href: "/console", label: t("nav.console") } as const]),
  ];
  return (
    <>
      <a className="btn primary skip" href="#content">
        {t("app.skip")}
      </a>
      <header className="top">
        <div>
          <Brand />
          <TopNav label={t("nav.main")} entries={main} />
          <span className="flex-1" />
          <AccountMenu
            person={{ ...person, role: t(`role.${person.role}`) }}
            words={{
              open: t("nav.account", { name: person.name }),
              settings: t("nav.settings"),
              signOut: t("nav.signOut"),
              language: t("nav.language"),
              theme: t("nav.theme"),
              dropped: t("problem.network"),
              refused: t("problem.internal"),
            }}
            locale={locale}
            theme={theme}
            locales={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
            themes={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            actions={actions}
          />
        </div>
      </header>
      <main className="page" id="content" tabIndex={-1}>
        {children}
      </main>
      <BottomNav label={t("nav.main")} entries={[...main, { href: "/settings", label: t("nav.me") }]} />
    </>
  );
}

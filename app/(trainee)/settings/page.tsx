import { LogOut } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { MemoryList } from "@/components/practice/memory-list";
import { EraseMe } from "@/components/settings/erase-me";
import { ExportLinks } from "@/components/settings/export-links";
import { PrivacyFacts } from "@/components/settings/privacy-facts";
import { Preference } from "@/components/shell/preference";
import { Words } from "@/components/ui/words";
import { themes } from "@/lib/contracts/preferences";
import { locales } from "@/lib/contracts/vocabulary";
import { listMemories } from "@/lib/domain/memories";
import { getMe } from "@/lib/domain/people";
import { getRetention } from "@/lib/domain/privacy-retention";
import { chosenTheme } from "@/lib/i18n/choice";
import { definePage } from "@/lib/platform/http/page";
import { chooseLocale, chooseTheme, forgetTalk } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default definePage({
  access: "profile:update_own",
  render: async ({ ctx }) => {
    const [t, locale, theme, me, memories, retention] = await Promise.all([
      getTranslations(),
      getLocale(),
      chosenTheme(),
      getMe(ctx),
      listMemories(ctx),
      getRetention(ctx),
    ]);
    const who: [string, string][] = [
      [t("settings.name"), me.name],
      [t("settings.email"), me.email],
      [t("settings.role"), t(`role.${me.role}`)],
      [t("settings.company"), me.tenant.name],
    ];
    return (
      <div className="max-w-[46rem]">
        <h1>{t("settings.title")}</h1>
        <section className="sec">
          <header className="mb-0!">
            <h2>{t("settings.look")}</h2>
          </header>
          <Words of={["common", "problem"]}>
            <Preference
              label={t("nav.language")}
              text={t("settings.languageText")}
              name="locale"
              value={locale}
              choices={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
              choose={chooseLocale}
            />
            <Preference
              label={t("nav.theme")}
              text={t("settings.themeText")}
              name="theme"
              value={theme}
              choices={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
              choose={chooseTheme}
            />
          </Words>
        </section>
        <section className="sec">
          <header>
            <h2>{t("settings.who")}</h2>
          </header>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 md:grid-cols-[10rem_minmax(0,1fr)]">
            {who.map(([term, text]) => (
              <div key={term} className="contents">
                <dt className="text-ink-2">{term}</dt>
                <dd className="min-w-0 break-words">{text}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-ink-2">{t("settings.whoText")}</p>
          <form method="post" action="/api/auth/sign-out" className="mt-5">
            <button type="submit" className="btn line">
              <LogOut aria-hidden="true" />
              {t("nav.signOut")}
            </button>
          </form>
        </section>
        <section className="sec" id="logins">
          <header>
            <h2>{t("logins.ownTitle")}</h2>
          </header>
          <p className="max-w-[62ch]">{t("logins.ownShort")}</p>
          <Link className="link mt-3 inline-flex min-h-11 items-center" href="/settings/logins">
            {t("logins.ownShow")}
          </Link>
        </section>
        <section className="sec" id="privacy">
          <header>
            <h2>{t("settings.privacy")}</h2>
          </header>
          <PrivacyFacts days={retention.days} />
        </section>
        <section className="sec" id="memories">
          <header>
            <h2>{t("memory.title")}</h2>
          </header>
          <p className="mb-4 max-w-[62ch]">{t("memory.text")}</p>
          <Words of={["common", "problem"]}>
            <MemoryList memories={memories} forget={forgetTalk} />
          </Words>
        </section>
        <section className="sec" id="export">
          <header>
            <h2>{t("privacy.export")}</h2>
          </header>
          <ExportLinks />
        </section>
        <section className="sec" id="erase">
          <header>
            <h2>{t("privacy.erase")}</h2>
          </header>
          <Words of={["privacy", "common", "problem"]}>
            <EraseMe email={me.email} />
          </Words>
        </section>
      </div>
    );
  },
});

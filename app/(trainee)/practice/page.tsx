import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ScenarioList } from "@/components/practice/scenario-list";
import { Blank } from "@/components/ui/blank";
import { locales, type Locale } from "@/lib/contracts/vocabulary";
import { listScenarios } from "@/lib/domain/scenarios";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

function Filter({
  label,
  entries,
  chosen,
}: {
  label: string;
  entries: { value: string; label: string; query: Record<string, string> }[];
  chosen: string;
}) {
  return (
    <nav className="max-w-full overflow-x-auto" aria-label={label}>
      <div className="seg">
        {entries.map((entry) => (
          <Link
            key={entry.value}
            href={{ pathname: "/practice", query: entry.query }}
            aria-current={entry.value === chosen ? "true" : undefined}
            scroll={false}
          >
            {entry.label}
          </Link>
        ))}
      </div>
    </nav>
  );
}

export default definePage({
  access: "scenario:read",
  render: async ({ ctx, query }) => {
    const [t, all] = await Promise.all([getTranslations(), listScenarios(ctx, {})]);
    const known = new Set(all.map((card) => card.locale));
    const asked = locales.find((locale) => locale === query.language);
    const language: Locale | "all" = query.language === "all" ? "all" : (asked ?? ctx.locale);
    const spoken = all.filter((card) => language === "all" || card.locale === language);
    const industries = [...new Set(spoken.map((card) => card.industry))];
    const industry = industries.find((name) => name === query.industry) ?? "all";
    const cards = spoken.filter((card) => industry === "all" || card.industry === industry);
    return (
      <>
        <h1>{t("practice.title")}</h1>
        <p className="mt-2 max-w-[62ch] text-lg text-ink-2">{t("practice.lead")}</p>
        {all.length > 0 && (
          <div className="mt-6 mb-8 flex flex-wrap gap-3">
            {known.size > 1 && (
              <Filter
                label={t("practice.language")}
                chosen={language}
                entries={[...locales.filter((locale) => known.has(locale)), "all" as const].map((value) => ({
                  value,
                  label: value === "all" ? t("practice.allLanguages") : t(`locale.${value}`),
                  query: { language: value },
                }))}
              />
            )}
            {industries.length > 1 && (
              <Filter
                label={t("practice.industry")}
                chosen={industry}
                entries={["all", ...industries].map((value) => ({
                  value,
                  label: value === "all" ? t("practice.allIndustries") : value,
                  query: { language, ...(value !== "all" && { industry: value }) },
                }))}
              />
            )}
          </div>
        )}
        {cards.length > 0 ? (
          <ScenarioList cards={cards} />
        ) : all.length > 0 ? (
          <Blank title={t("practice.emptyTitle")} text={t("practice.empty")}>
            <Link className="btn line" href="/practice?language=all">
              {t("practice.clear")}
            </Link>
          </Blank>
        ) : (
          <Blank title={t("practice.noneTitle")} text={t("practice.none")} />
        )}
      </>
    );
  },
});

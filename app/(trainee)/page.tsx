import { Search } from "lucide-react";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ContinueCard, RecommendedCard } from "@/components/home/next-card";
import { TalksTable } from "@/components/practice/talks-table";
import { dateText } from "@/components/ui/dates";
import { Blank } from "@/components/ui/blank";
import type { ScenarioCard } from "@/lib/contracts/session";
import { listScenarios } from "@/lib/domain/scenarios";
import { listSessions } from "@/lib/domain/sessions";
import { definePage } from "@/lib/platform/http/page";

/** In the reader's language first: one not tried yet, else the one with the lowest last score. */
function recommend(cards: ScenarioCard[], locale: string): ScenarioCard | undefined {
  const own = cards.filter((card) => card.locale === locale);
  const from = own.length ? own : cards;
  const last = (card: ScenarioCard) =>
    card.tries.find((attempt) => attempt.score !== null && !attempt.second)?.score ?? 0;
  return from.find((card) => card.tries.length === 0) ?? from.toSorted((a, b) => last(a) - last(b))[0];
}

export default definePage({
  access: "session:read_own",
  render: async ({ ctx }) => {
    const [t, today, cards, { items }] = await Promise.all([
      getTranslations(),
      Promise.all([getLocale(), getTimeZone()]).then(([locale, zone]) => dateText(new Date(), "full", locale, zone)),
      listScenarios(ctx, {}),
      listSessions(ctx, { limit: 8 }),
    ]);
    const open = items.find((talk) => talk.outcome === null);
    const done = items.filter((talk) => talk.id !== open?.id);
    const next = recommend(cards, ctx.locale);
    const head = open ? "home.headContinue" : items.length ? "home.headNext" : "home.headFirst";
    return (
      <>
        <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
          <div>
            <p className="text-sm text-ink-2">{today}</p>
            <h1 className="mt-0.5">{t(head)}</h1>
          </div>
          <Link className="btn line" href="/practice">
            <Search aria-hidden="true" />
            {t("home.find")}
          </Link>
        </header>
        {open ? (
          <ContinueCard talk={open} card={cards.find((card) => card.id === open.scenarioId)} />
        ) : (
          next && <RecommendedCard card={next} first={items.length === 0} />
        )}
        {cards.length === 0 && <Blank title={t("practice.noneTitle")} text={t("practice.none")} />}
        <section className="sec">
          <header>
            <h2>{t("home.recent")}</h2>
            {items.length > 0 && (
              <Link className="link text-sm" href="/history">
                {t("home.all")}
              </Link>
            )}
          </header>
          {done.length > 0 ? (
            <TalksTable talks={done.slice(0, 6)} />
          ) : (
            <Blank title={t("home.emptyTitle")} text={t("home.empty")}>
              {cards.length > 0 && (
                <Link className="btn line" href="/practice">
                  {t("home.find")}
                </Link>
              )}
            </Blank>
          )}
        </section>
      </>
    );
  },
});

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PeopleCount } from "@/components/console/people-count";
import { Blank } from "@/components/ui/blank";
import { listScenarios } from "@/lib/domain/scenarios";
import { countPeople } from "@/lib/domain/users-reading";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { consolePages } from "../pages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console"))("title") };
}

/** What stands where: people, the pages this role may open, the published content. */
export default definePage({
  access: "console:open",
  render: async ({ ctx }) => {
    const { role } = ctx.actor;
    if (role === "trainee") notFound();
    const [t, cards] = await Promise.all([getTranslations(), listScenarios(ctx, {})]);
    const counts = holds(ctx, "user:read") ? await countPeople(ctx, undefined) : null;
    const open = consolePages.flatMap((page) => (page.key !== "overview" && holds(ctx, page.access) ? [page] : []));
    return (
      <>
        <h1>{t("console.title")}</h1>
        <p className="mt-2 max-w-[62ch] text-lg text-ink-2">{t("console.lead", { role: t(`role.${role}`) })}</p>
        <p className="mt-2 max-w-[62ch]">{t(`console.role_${role}`)}</p>
        {counts && <PeopleCount counts={counts} />}
        {open.length > 0 && (
          <section className="sec">
            <header>
              <h2>{t("console.pages")}</h2>
            </header>
            <ul className="grid gap-x-12 sm:grid-cols-2">
              {open.map(({ href, key }) => (
                <li key={href} className="border-b border-line py-2">
                  <Link className="link inline-flex min-h-8 items-center max-md:min-h-11" href={href}>
                    {t(`consoleNav.${key}`)}
                  </Link>
                  <p className="text-sm text-ink-2">{t(`console.about_${key}`)}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="sec">
          <header>
            <h2>{t("console.content")}</h2>
            <p className="text-sm text-ink-2">{t("console.contentSub", { count: cards.length })}</p>
          </header>
          {cards.length === 0 ? (
            <Blank title={t("practice.noneTitle")} text={t("practice.none")} />
          ) : (
            <table className="tbl cards">
              <thead>
                <tr>
                  <th scope="col">{t("console.scenario")}</th>
                  <th scope="col">{t("console.buyers")}</th>
                  <th scope="col">{t("console.industry")}</th>
                  <th scope="col">{t("console.language")}</th>
                  <th scope="col">{t("console.level")}</th>
                  <th scope="col" className="r">
                    {t("console.length")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {cards.map((card) => (
                  <tr key={card.id}>
                    <th scope="row">
                      <Link className="link plain" href={`/practice/${card.id}`} lang={card.locale}>
                        {card.title}
                      </Link>
                    </th>
                    <td data-l={t("console.buyers")}>
                      <span lang={card.locale}>{card.buyers.map((buyer) => buyer.name).join(", ")}</span>
                    </td>
                    <td data-l={t("console.industry")}>
                      <span lang={card.locale}>{card.industry}</span>
                    </td>
                    <td data-l={t("console.language")}>{t(`locale.${card.locale}`)}</td>
                    <td data-l={t("console.level")}>{t(`difficulty.${card.difficulty}`)}</td>
                    <td data-l={t("console.length")} className="r">
                      {t("common.minutes", { count: card.minutes })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </>
    );
  },
});

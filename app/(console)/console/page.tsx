import { Info } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Blank } from "@/components/ui/blank";
import { listScenarios } from "@/lib/domain/scenarios";
import { isAllowed } from "@/lib/contracts/permissions";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("console"))("title") };
}

/** What is there for a role, and plainly what is not. */
export default definePage({
  access: "console:open",
  render: async ({ ctx }) => {
    const { role } = ctx.actor;
    if (role === "trainee") notFound();
    const [t, cards] = await Promise.all([getTranslations(), listScenarios(ctx, {})]);
    return (
      <>
        <h1>{t("console.title")}</h1>
        <p className="mt-2 max-w-[62ch] text-lg text-ink-2">{t("console.lead", { role: t(`role.${role}`) })}</p>
        <p className="mt-2 max-w-[62ch]">{t(`console.role_${role}`)}</p>
        {isAllowed(role, "fidelity:read") && (
          <section className="sec">
            <header>
              <h2>{t("console.fidelity")}</h2>
              <p className="text-sm text-ink-2">{t("console.fidelitySub")}</p>
            </header>
            <Link className="btn line" href="/console/fidelity">
              {t("console.fidelityOpen")}
            </Link>
          </section>
        )}
        {isAllowed(role, "audit:read") && (
          <section className="sec">
            <header>
              <h2>{t("console.audit")}</h2>
              <p className="text-sm text-ink-2">{t("console.auditSub")}</p>
            </header>
            <Link className="btn line" href="/console/audit">
              {t("console.auditOpen")}
            </Link>
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
        <div className="notice mt-8 max-w-[44rem]">
          <Info aria-hidden="true" />
          <p>
            <b className="font-semibold">{t("console.notHereTitle")}</b>
            <br />
            {t("console.notHere")}
          </p>
        </div>
      </>
    );
  },
});

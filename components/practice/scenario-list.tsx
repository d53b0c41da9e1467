import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ScenarioCard } from "@/lib/contracts/session";
import { joined } from "@/components/ui/joined";
import { Monogram } from "@/components/ui/monogram";

/** Scenarios as rows on ruled lines: whom one meets, what about, how it went so far. */
export function ScenarioList({ cards }: { cards: ScenarioCard[] }) {
  const t = useTranslations();
  return (
    <ul>
      {cards.map((card) => {
        const scored = card.tries.find((attempt) => attempt.score !== null);
        return (
          <li
            key={card.id}
            className="grid items-center gap-x-6 gap-y-3 border-b border-line py-5 first:pt-0 md:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="flex items-start gap-3">
              <div className="grid w-9 flex-none justify-items-center gap-1">
                {card.buyers.map((buyer) => (
                  <Monogram key={buyer.id} name={buyer.name} tint={buyer.tint} small={card.buyers.length > 1} />
                ))}
              </div>
              <div className="min-w-0" lang={card.locale}>
                <h2 className="font-sans text-base leading-6 tracking-normal">
                  <Link className="hover:underline" href={`/practice/${card.id}`}>
                    {card.title}
                  </Link>
                </h2>
                <p className="max-w-[62ch] text-md text-ink-2">{card.summary}</p>
                <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-2">
                  {card.buyers.map((buyer) => (
                    <span key={buyer.id}>{joined(card.locale, buyer.name, buyer.role)}</span>
                  ))}
                  <span>{card.industry}</span>
                </p>
                <p
                  className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2 tabular-nums"
                  lang={undefined}
                >
                  <span>{t("common.minutes", { count: card.minutes })}</span>
                  <span>{t(`locale.${card.locale}`)}</span>
                  <span>
                    {t("practice.tries", { count: card.tries.length })}
                    {scored && `, ${t("practice.last", { score: scored.score ?? 0 })}`}
                  </span>
                </p>
              </div>
            </div>
            <Link className="btn line max-md:w-full" href={`/practice/${card.id}`}>
              {t("common.seeBrief")}
              <span className="sr-only">: {card.title}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

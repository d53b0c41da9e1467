import { useTranslations } from "next-intl";
import type { Brief } from "@/lib/contracts/session";
import { ownWords } from "./own-words";

/** The brief beside the talk: what matters while talking, no more. */
export function BriefPanel({ brief }: { brief: Brief }) {
  const t = useTranslations("room");
  const heavy = brief.criteria.toSorted((a, b) => b.weight - a.weight).slice(0, 6);
  const said = brief.lastTalk?.memories.flatMap((memory) => memory.promises.map(({ quote }) => ownWords(quote))) ?? [];
  const promises = [...new Set(said)];
  const first = brief.criteria.filter((criterion) => heavy.includes(criterion));
  return (
    <div>
      <p className="text-sm text-ink-2" lang={brief.locale}>
        {brief.summary}
      </p>
      <h3 className="mt-6">{t("youWant")}</h3>
      <p className="mt-1 text-sm text-ink-2" lang={brief.locale}>
        {brief.goal}
      </p>
      {promises.length > 0 && (
        <>
          <h3 className="mt-6">{t("lastTime")}</h3>
          <ul className="dots mt-1 grid gap-1 text-sm text-ink-2" lang={brief.locale}>
            {promises.map((quote) => (
              <li key={quote}>
                <q>{quote}</q>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-6">{t("judgedOn")}</h3>
      <ul className="dots mt-1 grid gap-1 text-sm text-ink-2" lang={brief.locale}>
        {first.map((criterion) => (
          <li key={criterion.id}>{criterion.title}</li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="link inline-flex min-h-8 items-center text-sm max-md:min-h-11">
          {t("allChecks", { count: brief.criteria.length })}
        </summary>
        <ul className="dots mt-1 grid gap-1 text-sm text-ink-2" lang={brief.locale}>
          {brief.criteria
            .filter((criterion) => !first.includes(criterion))
            .map((criterion) => (
              <li key={criterion.id}>{criterion.title}</li>
            ))}
        </ul>
      </details>
      <p className="mt-6 border-t border-line pt-4 text-xs text-ink-3">{t("privacy")}</p>
    </div>
  );
}

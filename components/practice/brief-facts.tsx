import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Brief } from "@/lib/contracts/session";

/** Length, language, hints, bar and earlier tries, at a glance. */
export function BriefFacts({ brief }: { brief: Brief }) {
  const t = useTranslations();
  const scored = brief.tries.filter((attempt) => attempt.score !== null).toReversed();
  const rows: [string, React.ReactNode][] = [
    [t("brief.length"), t("brief.lengthText", { turns: brief.maxTurns, minutes: brief.minutes })],
    [t("brief.languageLabel"), t(`locale.${brief.locale}`)],
    [t("brief.hints"), brief.hintBudget ? t("brief.hintsText", { count: brief.hintBudget }) : t("brief.hintsOff")],
    [t("brief.bar"), t("common.ofHundred", { value: brief.bar })],
    [
      t("brief.tries"),
      scored.length
        ? scored.slice(-4).map((attempt, index) => (
            <span key={attempt.sessionId}>
              {index > 0 && ", "}
              <Link className="link" href={`/debrief/${attempt.sessionId}`}>
                {attempt.score}
              </Link>
            </span>
          ))
        : t("brief.triesNone"),
    ],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-md tabular-nums">
      {rows.map(([term, text]) => (
        <div key={term} className="contents">
          <dt className="text-sm leading-6 font-medium text-ink-2">{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

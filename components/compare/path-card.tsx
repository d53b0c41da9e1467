import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Comparison } from "@/lib/contracts/branches";
import { useDates } from "@/components/ui/dates";
import { usePathName, type Side } from "./names";
import { LineKey } from "./path-chart";

/** The number, or the words that stand where no number may. */
function Score({ comparison, side }: { comparison: Comparison; side: Side }) {
  const t = useTranslations();
  const { score, evaluation, unscorable } = comparison[side].session;
  if (score !== null)
    return (
      <p className="flex items-end gap-3">
        <span className="text-3xl leading-none font-semibold lining-nums">{score}</span>
        <span className="text-sm text-ink-2">{t("compare.of100")}</span>
      </p>
    );
  if (evaluation === "queued" || evaluation === "judging")
    return <p className="font-medium">{t(`scoreWord.${evaluation}`)}</p>;
  if (evaluation === "unscorable" && unscorable)
    // sound: the column holds the codes that this catalogue names
    return <p className="font-medium">{t(`unscorable.${unscorable as "too_short"}`)}</p>;
  return <p className="font-medium">{t("scoreWord.failed")}</p>;
}

function Difference({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  const points = (comparison.right.session.score ?? 0) - (comparison.left.session.score ?? 0);
  if (comparison.right.session.score === null || comparison.left.session.score === null) return null;
  return (
    <p className="mt-1 text-sm text-ink-2">
      {points === 0 ? t("even") : points > 0 ? t("better", { points }) : t("worse", { points: -points })}
    </p>
  );
}

/** One of the two paths: what it came to. */
export function PathCard({ comparison, side }: { comparison: Comparison; side: Side }) {
  const t = useTranslations();
  const date = useDates();
  const name = usePathName();
  const { session } = comparison[side];
  const met = comparison.checks.filter((check) => check[side] === "met").length;
  const decided = met + comparison.checks.filter((check) => check[side] === "not_met").length;
  const facts: [string, string][] = [
    [
      t("compare.ended"),
      [session.outcome && t(`outcome.${session.outcome}`), session.endReason && t(`endReason.${session.endReason}`)]
        .filter(Boolean)
        .join(" · "),
    ],
    [t("compare.turns"), String(session.turn)],
    ...(decided > 0 ? [[t("compare.checksMet"), t("compare.metOf", { met, decided })] as [string, string]] : []),
  ];
  return (
    <section className="panel" aria-labelledby={`path-${side}`}>
      <h2 id={`path-${side}`} className="flex items-center gap-2.5 font-sans text-base tracking-normal">
        <LineKey side={side} />
        {name(comparison[side])}
      </h2>
      <p className="mb-4 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        {t("compare.began", { date: date(session.startedAt, "day") })}
        {session.assisted && (
          <span className="tag">
            <Lightbulb aria-hidden="true" />
            {t("common.assisted")}
          </span>
        )}
      </p>
      <Score comparison={comparison} side={side} />
      {side === "right" && <Difference comparison={comparison} />}
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm leading-[1.375rem]">
        {facts.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="font-medium text-ink-2">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3">
        <Link className="link inline-flex min-h-8 items-center text-sm max-md:min-h-11" href={`/debrief/${session.id}`}>
          {t("compare.readDebrief")}
          <span className="sr-only">: {name(comparison[side])}</span>
        </Link>
      </p>
    </section>
  );
}

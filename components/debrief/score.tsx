import { useTranslations } from "next-intl";
import type { Debrief } from "@/lib/contracts/debrief";

const near = (a: number, b: number, room: number) => Math.abs(a - b) < room;

/** The label of the last try goes above the line, below it beside the bar's label, and gives way when both are taken. */
function lastPlace(last: number, bar: number, score: number): "t" | "b" | null {
  if (!near(last, bar, 24)) return "t";
  return near(last, score, 14) ? null : "b";
}

/** The number on a line from 0 to 100, with the bar and the last try. */
function Ruler({ score, bar, last }: { score: number; bar: number; last: number | null }) {
  const t = useTranslations("debrief");
  const place = last === null ? null : lastPlace(last, bar, score);
  const label = last === null ? t("ruler", { score, bar }) : t("rulerLast", { score, bar, last });
  return (
    <div className="ruler" role="img" aria-label={label}>
      <div className="base" />
      {last !== null && <i className="last" style={{ left: `${last}%` }} />}
      <i style={{ left: `${bar}%` }} />
      <i className="me" style={{ left: `${score}%` }} />
      <span className="t" style={{ left: `${bar}%` }}>
        {t("bar", { bar })}
      </span>
      {last !== null && place && (
        <span className={place} style={{ left: `${Math.min(Math.max(last, 10), 90)}%` }}>
          {t("last", { score: last })}
        </span>
      )}
      {score > 10 && (place !== "b" || (last ?? 0) > 20) && <span style={{ left: 0, transform: "none" }}>0</span>}
      {score < 90 && (place !== "b" || (last ?? 0) < 80) && (
        <span style={{ left: "auto", right: 0, transform: "none" }}>100</span>
      )}
      <span className="font-semibold text-ink!" style={{ left: `${Math.min(Math.max(score, 2), 98)}%` }}>
        {score}
      </span>
    </div>
  );
}

/** Score, what it rests on, and what stands outside it. */
export function Score({ debrief, score }: { debrief: Debrief; score: number }) {
  const t = useTranslations();
  const { bar, cap, checks, session, lastTry, evidenceCompleteness } = debrief;
  const count = (status: string) => checks.filter((check) => check.status === status).length;
  const decided = count("met") + count("not_met");
  const outside = (["contested", "not_evidenced", "not_applicable"] as const)
    .map((status) => ({ status, count: count(status) }))
    .filter((each) => each.count > 0)
    .map((each) => t(`debrief.out_${each.status}`, { count: each.count }));
  const capTitle = checks.find((check) => check.checkId === cap?.checkId)?.title ?? "";
  const facts: [string, string][] = [
    [
      t("debrief.endedLabel"),
      [session.outcome && t(`outcome.${session.outcome}`), session.endReason && t(`endReason.${session.endReason}`)]
        .filter(Boolean)
        .join(" · "),
    ],
    [t("debrief.decidedLabel"), t("debrief.decided", { decided, total: checks.length })],
    [t("debrief.leftOut"), outside.join(", ") || t("debrief.leftOutNone")],
  ];
  if (evidenceCompleteness !== null)
    facts.push([
      t("debrief.evidence"),
      t("debrief.evidenceText", { percent: String(Math.round(evidenceCompleteness * 100)) }),
    ]);
  return (
    <section aria-label={t("debrief.scoreLabel")}>
      <div className="flex items-end gap-4">
        <span className="text-score leading-[0.82] font-semibold tracking-[-0.05em] lining-nums">{score}</span>
        <div className="pb-0.5">
          <p className="font-semibold">{t("debrief.of100")}</p>
          <p className="text-sm text-ink-2">
            {score >= bar ? t("debrief.above", { points: score - bar }) : t("debrief.below", { points: bar - score })}
          </p>
        </div>
      </div>
      <Ruler score={score} bar={bar} last={lastTry?.score ?? null} />
      {cap && <p className="notice warn mt-3">{t("debrief.capped", { cap: cap.value, title: capTitle })}</p>}
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm leading-[1.375rem]">
        {facts.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="font-medium text-ink-2">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <details className="mt-3 text-sm no-print">
        <summary className="link inline-flex min-h-8 items-center max-md:min-h-11">{t("debrief.how")}</summary>
        <p className="mt-1 text-ink-2">{t("debrief.howText")}</p>
        {debrief.versions && (
          <p className="mt-1 text-xs break-words text-ink-3">
            {t("debrief.versions", {
              rubric: debrief.versions.rubric,
              scenario: debrief.versions.scenario,
              judge: debrief.versions.judge,
            })}
          </p>
        )}
      </details>
    </section>
  );
}

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { Comparison, PathPoint } from "@/lib/contracts/branches";
import { meters, type Stage } from "@/lib/contracts/vocabulary";
import { Monogram } from "@/components/ui/monogram";
import { sides, usePathName, type Side } from "./names";
import { LineKey, PathChart, seriesOf } from "./path-chart";

/** Runs of turns in one stage. */
function stagesOf(points: readonly PathPoint[]): { stage: Stage; from: number; to: number }[] {
  const runs: { stage: Stage; from: number; to: number }[] = [];
  for (const { stage, turn } of points) {
    if (turn === 0 || stage === "ended") continue;
    const last = runs.at(-1);
    if (last?.stage === stage) last.to = turn;
    else runs.push({ stage, from: turn, to: turn });
  }
  return runs;
}

function Stages({ comparison, side }: { comparison: Comparison; side: Side }) {
  const t = useTranslations();
  const name = usePathName();
  return (
    <div className="grid gap-x-4 gap-y-1 md:grid-cols-[15rem_minmax(0,1fr)] md:items-baseline">
      <p className="flex items-center gap-2.5 text-sm font-medium">
        <LineKey side={side} />
        {name(comparison[side])}
      </p>
      <ol className="stage-run">
        {stagesOf(comparison[side].points).map(({ stage, from, to }) => (
          <li key={from} className={to >= comparison.forkTurn ? "own" : ""}>
            {t(`stage.${stage}`)}{" "}
            <span className="text-ink-2 tabular-nums">{from === to ? from : `${from}–${to}`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The same figures as a table: one row a turn, both paths side by side. */
function Figures({ comparison, buyer }: { comparison: Comparison; buyer: Comparison["buyers"][number] }) {
  const t = useTranslations();
  const name = usePathName();
  const turns = [...new Set(sides.flatMap((side) => comparison[side].points.map(({ turn }) => turn)))].toSorted(
    (a, b) => a - b,
  );
  const value = (side: Side, turn: number, meter: (typeof meters)[number]) =>
    seriesOf(comparison[side].points, buyer.id, meter).find((point) => point.turn === turn)?.value ?? "–";
  return (
    <div className="overflow-x-auto" role="region" tabIndex={0} aria-label={`${t("compare.asTable")}: ${buyer.name}`}>
      <table className="tbl min-w-[34rem]">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t("compare.turn")}
            </th>
            {sides.map((side) => (
              <th key={side} scope="colgroup" colSpan={3} className="r">
                {name(comparison[side])}
              </th>
            ))}
          </tr>
          <tr>
            {sides.map((side) => (
              <Fragment key={side}>
                {meters.map((meter) => (
                  <th key={meter} scope="col" className="r">
                    {t(`meter.${meter}`)}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <tr key={turn}>
              <th scope="row">{turn === 0 ? t("compare.start") : turn}</th>
              {sides.map((side) => (
                <Fragment key={side}>
                  {meters.map((meter) => (
                    <td key={meter} className="r">
                      {value(side, turn, meter)}
                    </td>
                  ))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Buyer({ comparison, buyer }: { comparison: Comparison; buyer: Comparison["buyers"][number] }) {
  const t = useTranslations();
  const name = usePathName();
  const { left, right, forkTurn, forkMessage } = comparison;
  return (
    <div className="mt-6">
      <h3 className="mb-3 flex items-center gap-3">
        <Monogram name={buyer.name} tint={buyer.tint} small />
        <span lang={left.session.locale}>{buyer.name}</span>
      </h3>
      <div className="path-charts">
        {meters.map((meter) => {
          const series = {
            left: seriesOf(left.points, buyer.id, meter),
            right: seriesOf(right.points, buyer.id, meter),
          };
          const words = (side: Side) => series[side].map(({ value }) => value).join(", ");
          return (
            <figure key={meter}>
              <figcaption className="mb-1 text-sm font-medium">{t(`meter.${meter}`)}</figcaption>
              <PathChart
                {...series}
                forkTurn={forkTurn}
                forkText={t("compare.forkMark", { number: forkMessage })}
                label={t("compare.chart", {
                  meter: t(`meter.${meter}`),
                  name: buyer.name,
                  left: name(left),
                  leftValues: words("left"),
                  right: name(right),
                  rightValues: words("right"),
                })}
              />
            </figure>
          );
        })}
      </div>
      <details className="mt-3 text-sm">
        <summary className="link inline-flex min-h-8 items-center max-md:min-h-11">
          {t("compare.asTable")}
          <span className="sr-only">: {buyer.name}</span>
        </summary>
        <Figures comparison={comparison} buyer={buyer} />
      </details>
    </div>
  );
}

/** How the buyers moved on both paths: stages in words, meters drawn. */
export function StatePath({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  return (
    <section className="sec" id="path">
      <header>
        <h2>{t("path", { count: comparison.buyers.length })}</h2>
        <p className="text-sm text-ink-2">{t("pathSub")}</p>
      </header>
      <div className="grid gap-3">
        {sides.map((side) => (
          <Stages key={side} comparison={comparison} side={side} />
        ))}
      </div>
      {comparison.buyers.map((buyer) => (
        <Buyer key={buyer.id} comparison={comparison} buyer={buyer} />
      ))}
    </section>
  );
}

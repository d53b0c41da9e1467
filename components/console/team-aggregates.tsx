import { useFormatter, useTranslations } from "next-intl";
import { withheldReasons, type Figure, type TeamAggregates as Aggregates } from "@/lib/contracts/privacy";

type Period = Aggregates["periods"][number];

const figuresOf = ({ practicesPerWeek, shareScored, skills }: Period) => [
  practicesPerWeek,
  shareScored,
  ...skills.map(({ median }) => median),
];

/** What a team did together: each number is about a group, or says why it is not there. */
export function TeamAggregates({ aggregates }: { aggregates: Aggregates }) {
  const t = useTranslations();
  const format = useFormatter();
  const { periods, smallestGroup: smallest } = aggregates;
  const [first] = periods;
  if (!first) return null;
  const until = format.dateTime(new Date(first.until), { dateStyle: "medium", timeZone: "UTC" });
  const figure = ({ value, withheld }: Figure, words: (value: number) => string) =>
    withheld ? <span className="text-sm text-ink-2">{t(`teamFigures.${withheld}`)}</span> : words(value);
  const perWeek = (value: number) => (value === 0 ? t("teamFigures.few") : t("teamFigures.about", { value }));
  const percent = (value: number) => t("teamFigures.percent", { value });
  const about = (value: number) => t("teamFigures.about", { value });
  const rows = [
    { name: t("teamFigures.perWeek"), of: (period: Period) => figure(period.practicesPerWeek, perWeek) },
    { name: t("teamFigures.share"), of: (period: Period) => figure(period.shareScored, percent) },
    ...first.skills.map(({ skill }, index) => ({
      name: t("teamFigures.median", { skill: t(`skill.${skill}`) }),
      of: (period: Period) => {
        const one = period.skills[index];
        return one && figure(one.median, about);
      },
    })),
  ];
  const reasons = withheldReasons.filter((reason) =>
    periods.some((period) => figuresOf(period).some(({ withheld }) => withheld === reason)),
  );
  return (
    <section className="sec" aria-labelledby="team-figures">
      <header>
        <h2 id="team-figures">{t("teamFigures.title")}</h2>
      </header>
      <p className="mb-4 max-w-[66ch] text-ink-2">{t("teamFigures.text", { until, smallest })}</p>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">{t("teamFigures.measure")}</th>
            {periods.map(({ days }) => (
              <th key={days} scope="col" className="r">
                {t("teamFigures.days", { days })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {periods.map((period) => (
                <td key={period.days} className="r" data-l={t("teamFigures.days", { days: period.days })}>
                  {of(period)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 && (
        <>
          <h3 className="mt-5 text-sm">{t("teamFigures.why")}</h3>
          <dl className="mt-1 max-w-[66ch] text-sm text-ink-2">
            {reasons.map((reason) => (
              <div key={reason}>
                <dt className="inline font-medium">{t(`teamFigures.${reason}`)}: </dt>
                <dd className="inline">{t(`teamFigures.why_${reason}`, { smallest })}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

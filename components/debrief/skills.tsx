import { useTranslations } from "next-intl";
import type { Debrief, SkillScore } from "@/lib/contracts/debrief";
import { useDates } from "@/components/ui/dates";
import { Radar } from "@/components/charts/radar";

function Change({ now, last }: { now: number | null; last: number | null }) {
  const t = useTranslations("debrief");
  if (last === null) return <span className="text-ink-2">–</span>;
  if (now === null) return <span className="text-sm text-ink-2">{t("noEvidence")}</span>;
  const by = now - last;
  if (by === 0) return <span className="text-sm text-ink-2">{t("same")}</span>;
  return (
    <span className={`font-semibold ${by > 0 ? "text-good" : "text-missed"}`}>
      {by > 0 ? `+${by}` : `−${Math.abs(by)}`}
    </span>
  );
}

function Legend({ last, bar }: { last: boolean; bar: number }) {
  const t = useTranslations("debrief");
  return (
    <figcaption className="mt-3 flex flex-wrap justify-center gap-x-6 gap-y-1 text-sm text-ink-2" aria-hidden="true">
      <span className="inline-flex items-center gap-2">
        <svg width="26" height="8">
          <path d="M1 4h24" stroke="var(--color-accent)" strokeWidth="2.5" />
        </svg>
        {t("thisTry")}
      </span>
      {last && (
        <span className="inline-flex items-center gap-2">
          <svg width="26" height="8">
            <path d="M1 4h24" stroke="var(--color-ink-2)" strokeWidth="1.5" strokeDasharray="4 3" />
          </svg>
          {t("lastTry")}
        </span>
      )}
      <span className="inline-flex items-center gap-2">
        <svg width="26" height="8">
          <path d="M1 4h24" stroke="var(--color-line-strong)" strokeWidth="1.5" strokeDasharray="1.5 4" />
        </svg>
        {t("bar", { bar })}
      </span>
    </figcaption>
  );
}

/** Skills drawn and told: the radar, and the same numbers as a table. */
export function Skills({ debrief }: { debrief: Debrief }) {
  const t = useTranslations();
  const date = useDates();
  const shown = debrief.skills.filter((skill) => skill.total > 0);
  if (shown.length === 0) return null;
  const hasLast = shown.some((skill) => skill.last !== null);
  const sub = debrief.lastTry
    ? t("debrief.skillsSub", { date: date(debrief.lastTry.endedAt, "day") })
    : t("debrief.skillsAlone");
  const tell = (skill: SkillScore) => (skill.score === null ? t("debrief.noEvidence") : String(skill.score));
  return (
    <section className="sec" id="skills">
      <header>
        <h2>{t("debrief.skills")}</h2>
        <p className="text-sm text-ink-2">{sub}</p>
      </header>
      <div className="skills">
        <figure>
          <Radar
            spokes={shown.map((skill) => ({
              label: t(`skill.${skill.skill}`),
              now: skill.score,
              last: skill.last,
              text: tell(skill),
            }))}
            bar={debrief.bar}
            label={t("debrief.radar", {
              text: shown.map((skill) => `${t(`skill.${skill.skill}`)} ${tell(skill)}`).join(", "),
            })}
          />
          <Legend last={hasLast} bar={debrief.bar} />
        </figure>
        <table className="tbl">
          <caption className="sr-only">{t("debrief.skills")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("debrief.skill")}</th>
              <th scope="col" className="max-md:hidden">
                {t("debrief.checksMet")}
              </th>
              <th scope="col" className="r">
                {t("debrief.now")}
              </th>
              {hasLast && (
                <>
                  <th scope="col" className="r">
                    {t("debrief.lastShort")}
                  </th>
                  <th scope="col" className="r">
                    {t("debrief.change")}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((skill) => (
              <tr key={skill.skill}>
                <th scope="row">{t(`skill.${skill.skill}`)}</th>
                <td className="text-sm text-ink-2 max-md:hidden">
                  {skill.decided > 0
                    ? t("debrief.metOf", { met: skill.met, decided: skill.decided })
                    : t("debrief.noEvidence")}
                </td>
                <td className="r font-semibold">{skill.score ?? "–"}</td>
                {hasLast && (
                  <>
                    <td className="r text-ink-2">{skill.last ?? "–"}</td>
                    <td className="r">
                      <Change now={skill.score} last={skill.last} />
                    </td>
                  </>
                )}
              </tr>
            ))}
            <tr className="font-semibold">
              <th scope="row" className="font-semibold!">
                {t("debrief.overall")}
              </th>
              <td className="text-sm font-normal text-ink-2 max-md:hidden">
                {t("debrief.metOf", {
                  met: shown.reduce((sum, skill) => sum + skill.met, 0),
                  decided: shown.reduce((sum, skill) => sum + skill.decided, 0),
                })}
              </td>
              <td className="r">{debrief.score ?? "–"}</td>
              {hasLast && (
                <>
                  <td className="r font-normal text-ink-2">{debrief.lastTry?.score ?? "–"}</td>
                  <td className="r">
                    <Change now={debrief.score} last={debrief.lastTry?.score ?? null} />
                  </td>
                </>
              )}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

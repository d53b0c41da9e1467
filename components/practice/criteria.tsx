import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Brief } from "@/lib/contracts/session";
import { skills } from "@/lib/contracts/vocabulary";
import { sharesOf } from "./weights";

/** What the talk is judged by, grouped by skill, before it begins. */
export function Criteria({ brief }: { brief: Brief }) {
  const t = useTranslations();
  const shares = sharesOf(brief.criteria);
  const blockers = brief.criteria.filter((criterion) => criterion.blocker);
  return (
    <section className="sec" id="checks">
      <header>
        <h2>{t("brief.judged")}</h2>
        <p className="text-sm text-ink-2">{t("brief.judgedSub", { count: brief.criteria.length })}</p>
      </header>
      {skills.map((skill) => {
        const checks = brief.criteria.filter((criterion) => criterion.skill === skill);
        if (checks.length === 0) return null;
        return (
          <div
            key={skill}
            className="grid gap-x-6 gap-y-2 border-b border-line py-4 first-of-type:pt-0 md:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <div className="max-md:flex max-md:items-baseline max-md:gap-3">
              <h3>{t(`skill.${skill}`)}</h3>
              <p className="text-sm text-ink-2 tabular-nums">{t("brief.share", { share: shares.get(skill) ?? 0 })}</p>
            </div>
            <ul className="bullets" lang={brief.locale}>
              {checks.map((check) => (
                <li key={check.id}>
                  <span>
                    {check.title}
                    <span className="block text-sm text-ink-2">{check.test}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {blockers.length > 0 && (
        <div className="notice warn mt-6">
          <TriangleAlert aria-hidden="true" />
          <div>
            <b className="font-semibold">{t("brief.capTitle", { cap: brief.cap })}</b>
            <ul lang={brief.locale}>
              {blockers.map((check) => (
                <li key={check.id}>{check.title}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <p className="mt-4 text-sm text-ink-2">{t("brief.notJudged")}</p>
    </section>
  );
}

import { useTranslations } from "next-intl";
import Link from "next/link";
import { personStates, type PeopleCounts } from "@/lib/contracts/people";
import { roles } from "@/lib/contracts/vocabulary";

function Count({ n, label, href }: { n: number; label: string; href: string }) {
  return (
    <li className="border-b border-line py-2">
      <Link className="flex min-h-8 items-baseline justify-between gap-3 max-md:min-h-11" href={href}>
        <span className="link plain">{label}</span>
        <span className="tabular-nums">{n}</span>
      </Link>
    </li>
  );
}

/** How many people there are, by role and by state; each number leads to those it counts. */
export function PeopleCount({ counts }: { counts: PeopleCounts }) {
  const t = useTranslations();
  return (
    <section className="sec">
      <header>
        <h2>{t("people.title")}</h2>
        <p className="text-sm text-ink-2">{t("people.total", { count: counts.total })}</p>
      </header>
      <div className="grid gap-x-12 gap-y-6 sm:grid-cols-2">
        <div>
          <h3 className="text-sm font-medium text-ink-2">{t("people.byRole")}</h3>
          <ul>
            {roles.map((role) => (
              <Count
                key={role}
                n={counts.byRole[role] ?? 0}
                label={t(`role.${role}`)}
                href={`/console/people?role=${role}`}
              />
            ))}
          </ul>
          {(counts.byRole.none ?? 0) > 0 && (
            <p className="mt-2 text-sm text-ink-2">{t("people.withoutRole", { count: counts.byRole.none ?? 0 })}</p>
          )}
        </div>
        <div>
          <h3 className="text-sm font-medium text-ink-2">{t("people.byState")}</h3>
          <ul>
            {personStates.map((state) => (
              <Count
                key={state}
                n={counts.byState[state] ?? 0}
                label={t(`people.state_${state}`)}
                href={`/console/people?state=${state}`}
              />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

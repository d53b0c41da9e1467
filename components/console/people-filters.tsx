import { useTranslations } from "next-intl";
import Link from "next/link";
import { fieldClass } from "@/components/ui/field";
import { personStates } from "@/lib/contracts/people";
import { roles } from "@/lib/contracts/vocabulary";
import { RoleOptions } from "./people-labels";

/** Whom to show: a plain form whose address can be kept. */
export function PeopleFilters({
  given,
  teams,
  more,
}: {
  given: Record<string, string>;
  teams: { id: string; name: string }[];
  /** there are teams beside these */
  more: boolean;
}) {
  const t = useTranslations("people");
  return (
    <form className="panel mb-6" action="/console/people" role="search" aria-label={t("filter")}>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <label className="col-span-2 min-w-0 text-sm font-medium lg:col-span-1">
          {t("search")}
          <input
            className={fieldClass}
            type="search"
            name="q"
            maxLength={200}
            defaultValue={given.q}
            autoComplete="off"
          />
        </label>
        <label className="min-w-0 text-sm font-medium">
          {t("role")}
          <select className={fieldClass} name="role" defaultValue={given.role ?? ""}>
            <option value="">{t("anyRole")}</option>
            <RoleOptions among={roles} />
          </select>
        </label>
        <label className="min-w-0 text-sm font-medium">
          {t("state")}
          <select className={fieldClass} name="state" defaultValue={given.state ?? ""}>
            <option value="">{t("anyState")}</option>
            {personStates.map((state) => (
              <option key={state} value={state}>
                {t(`state_${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="col-span-2 min-w-0 text-sm font-medium lg:col-span-1">
          {t("team")}
          <select className={fieldClass} name="team" defaultValue={given.team ?? ""}>
            <option value="">{t("anyTeam")}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {more && <p className="mt-3 text-sm text-ink-2">{t("teamsCut", { count: teams.length })}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" className="btn line">
          {t("show")}
        </button>
        <Link className="btn quiet" href="/console/people">
          {t("clear")}
        </Link>
      </div>
    </form>
  );
}

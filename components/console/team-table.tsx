import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Team } from "@/lib/contracts/teams";

/** Teams as a table, as cards on a phone. */
export function TeamTable({ teams }: { teams: Team[] }) {
  const t = useTranslations("teams");
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("team")}</th>
          <th scope="col">{t("ledBy")}</th>
          <th scope="col" className="r">
            {t("people")}
          </th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              <Link className="link plain wrap-anywhere" href={`/console/teams/${team.id}`}>
                {team.name}
              </Link>
            </th>
            <td data-l={t("ledBy")}>
              <span className="min-w-0 wrap-anywhere">
                {team.leads.length > 0 ? (
                  team.leads.map(({ name }) => name).join(", ")
                ) : (
                  <span className="tag warn">{t("ledByNobody")}</span>
                )}
              </span>
            </td>
            <td data-l={t("people")} className="r">
              {team.members}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

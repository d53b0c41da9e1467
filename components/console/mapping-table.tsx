import { useTranslations } from "next-intl";
import type { IssuerMapping } from "@/lib/contracts/sign-in";
import { roles } from "@/lib/contracts/vocabulary";

/** What the operator set up: which word of which provider leads here, and what its roles mean. Read only. */
export function MappingTable({ mappings }: { mappings: IssuerMapping[] }) {
  const t = useTranslations("signInSettings");
  const role = useTranslations("role");
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("issuer")}</th>
          <th scope="col">{t("claim")}</th>
          <th scope="col">{t("leads")}</th>
          <th scope="col">{t("roleMap")}</th>
        </tr>
      </thead>
      <tbody>
        {mappings.map((mapping) => (
          <tr key={`${mapping.issuer} ${mapping.claim} ${mapping.value}`}>
            <th scope="row">
              <span className="wrap-anywhere">{mapping.issuer}</span>
            </th>
            <td data-l={t("claim")}>{mapping.claim}</td>
            <td data-l={t("leads")}>
              <span className="wrap-anywhere">{mapping.value}</span>
            </td>
            <td data-l={t("roleMap")}>
              {Object.keys(mapping.roles).length === 0 ? (
                t("rolesAsTheyAre")
              ) : (
                <ul>
                  {Object.entries(mapping.roles).map(([value, meant]) => (
                    <li key={value} className="wrap-anywhere">
                      {t("roleIs", { value, role: roles.includes(meant) ? role(meant) : meant })}
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

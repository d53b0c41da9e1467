import { useTranslations } from "next-intl";
import Link from "next/link";
import type { FidelitySummary } from "@/lib/contracts/fidelity";
import { useDates } from "@/components/ui/dates";
import { FidelityVerdict, FoundKinds } from "./fidelity-labels";

/** Reports as a table, as cards on a phone. */
export function FidelityTable({ reports }: { reports: FidelitySummary[] }) {
  const t = useTranslations("fidelity");
  const date = useDates();
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("scenario")}</th>
          <th scope="col">{t("on")}</th>
          <th scope="col">{t("verdict")}</th>
          <th scope="col">{t("found")}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.evaluationId}>
            <th scope="row">
              <Link className="link plain" href={`/console/fidelity/${report.evaluationId}`}>
                <span lang={report.scenario.locale}>{report.scenario.title}</span>
                <span className="sr-only">, {date(`${report.on}T12:00:00Z`, "day")}</span>
              </Link>
              <span className="block text-sm font-normal text-ink-2">
                {t("version", { version: report.scenario.version })}
              </span>
            </th>
            <td data-l={t("on")}>{date(`${report.on}T12:00:00Z`, "day")}</td>
            <td data-l={t("verdict")}>
              <FidelityVerdict verdict={report.verdict} />
              {report.voided && <span className="block text-sm text-ink-2">{t("voided")}</span>}
            </td>
            <td data-l={t("found")}>
              <FoundKinds report={report} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useFormatter, useTranslations } from "next-intl";
import { EraseButton } from "@/components/ui/erase-button";
import type { ActionResult } from "@/lib/contracts/action";
import type { OperatorGrant } from "@/lib/contracts/grants";

type End = (input: { id: string }) => Promise<ActionResult<null>>;

function EndButton({ grant: { id, operator }, end }: { grant: OperatorGrant; end: End }) {
  const t = useTranslations("access");
  const words = {
    button: t("end"),
    label: t("endLabel", { operator }),
    title: t("endTitle"),
    text: t("endText", { operator }),
    confirm: t("endConfirm"),
    busy: t("ending"),
  };
  return <EraseButton input={{ id }} erase={end} words={words} />;
}

/** Operators' grants, as cards on a phone. Times are UTC, as they are kept. */
export function GrantTable({ grants, end }: { grants: OperatorGrant[]; end: End | null }) {
  const t = useTranslations("access");
  const format = useFormatter();
  const time = (at: string) => (
    <time dateTime={at} className="text-sm tabular-nums">
      {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone: "UTC" })}{" "}
      UTC
    </time>
  );
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("why")}</th>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("until")}</th>
          <th scope="col">{t("used")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">
              <span className="wrap-anywhere">{grant.operator}</span>
            </th>
            <td data-l={t("why")}>
              <span className="min-w-0 wrap-anywhere">{grant.reason}</span>
            </td>
            <td data-l={t("from")}>{time(grant.from)}</td>
            <td data-l={t("until")}>{time(grant.endedAt ?? grant.until)}</td>
            <td data-l={t("used")}>{grant.lastUsedAt ? time(grant.lastUsedAt) : t("never")}</td>
            <td data-l={t("state")}>
              <span className="flex flex-wrap items-center gap-3">
                <span className={grant.state === "running" ? "tag warn" : "tag"}>{t(grant.state)}</span>
                {grant.state === "running" && end && <EndButton grant={grant} end={end} />}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

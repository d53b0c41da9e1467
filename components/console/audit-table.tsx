import { useFormatter, useTranslations } from "next-intl";
import type { AuditEvent } from "@/lib/contracts/audit";
import { roles } from "@/lib/contracts/vocabulary";
import { useActionWords } from "./audit-words";

/** Who acted: a person with address and role, an operator, or the program. */
function Who({ event }: { event: AuditEvent }) {
  const t = useTranslations();
  const role = roles.find((one) => one === event.role);
  if (!event.actor) return <>{t(event.role === "operator" ? "audit.operator" : "audit.system")}</>;
  return (
    <>
      {event.actor.name}
      <span className="block text-sm wrap-anywhere text-ink-2">
        {event.actor.email}
        {role && `, ${t(`role.${role}`)}`}
      </span>
    </>
  );
}

/** All that is kept of a row, as it is kept. */
function Detail({ event }: { event: AuditEvent }) {
  const t = useTranslations("audit");
  return (
    <details>
      <summary className="link inline-flex min-h-8 cursor-pointer items-center max-md:min-h-11">
        {t("show")}
        <span className="sr-only"> {t("row", { seq: event.seq })}</span>
      </summary>
      <dl className="mt-1 grid max-w-[36rem] gap-1 text-start text-sm">
        <dt className="text-ink-2">{t("hash", { seq: event.seq })}</dt>
        <dd className="font-mono text-xs break-all">{event.hash}</dd>
        <dt className="text-ink-2">{t("kept")}</dt>
        <dd>
          <pre className="font-mono text-xs break-all whitespace-pre-wrap">{JSON.stringify(event.detail, null, 2)}</pre>
        </dd>
      </dl>
    </details>
  );
}

/** Rows of the log, as cards on a phone. Times are UTC, as they are kept. */
export function AuditTable({ events }: { events: AuditEvent[] }) {
  const t = useTranslations("audit");
  const words = useActionWords();
  const format = useFormatter();
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("target")}</th>
          <th scope="col">{t("request")}</th>
          <th scope="col">{t("detail")}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row">
              <time dateTime={event.at} className="text-sm tabular-nums">
                {format.dateTime(new Date(event.at), {
                  dateStyle: "medium",
                  timeStyle: "medium",
                  hourCycle: "h23",
                  timeZone: "UTC",
                })}
              </time>
            </th>
            <td data-l={t("who")}>
              <span className="min-w-0">
                <Who event={event} />
              </span>
            </td>
            <td data-l={t("what")}>
              <span className="min-w-0">
                {words(event.action)}
                <span className="block text-sm text-ink-2">{event.action}</span>
              </span>
            </td>
            <td data-l={t("target")}>
              <span className="min-w-0 text-sm wrap-anywhere">{event.targetName ?? event.target ?? t("none")}</span>
            </td>
            <td data-l={t("request")}>
              <span className="min-w-0 font-mono text-xs break-all">{event.requestId}</span>
            </td>
            <td data-l={t("detail")}>
              <Detail event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

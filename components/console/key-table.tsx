import { useFormatter, useTranslations } from "next-intl";
import { EraseButton } from "@/components/ui/erase-button";
import type { ActionResult } from "@/lib/contracts/action";
import type { ApiKey } from "@/lib/contracts/keys";
import { useScopeWords } from "./key-words";

type End = (input: { id: string }) => Promise<ActionResult<null>>;

function Scopes({ scopes }: { scopes: string[] }) {
  const t = useTranslations("keys");
  const words = useScopeWords();
  if (scopes.length === 1) return <>{scopes.map(words)}</>;
  return (
    <details>
      <summary className="link inline-flex min-h-8 cursor-pointer items-center max-md:min-h-11">
        {t("scopeCount", { count: scopes.length })}
      </summary>
      <ul className="mt-1 list-disc ps-5 text-start text-sm">
        {scopes.map((scope) => (
          <li key={scope}>{words(scope)}</li>
        ))}
      </ul>
    </details>
  );
}

function Who({ person: { name, email, role } }: { person: ApiKey["actsAs"] }) {
  const t = useTranslations();
  return (
    <span className="min-w-0">
      <span className="wrap-anywhere">{name}</span>
      <span className="block text-sm wrap-anywhere text-ink-2">
        {email}, {role ? t(`role.${role}`) : t("keys.noRole")}
      </span>
    </span>
  );
}

function Revoke({ apiKey: { id, name, prefix }, end }: { apiKey: ApiKey; end: End }) {
  const t = useTranslations("keys");
  const words = {
    button: t("revoke"),
    label: t("revokeLabel", { name }),
    title: t("revokeTitle"),
    text: t("revokeText", { name, prefix }),
    confirm: t("revokeConfirm"),
    busy: t("revoking"),
  };
  return <EraseButton input={{ id }} erase={end} words={words} />;
}

/** Keys as a table, as cards on a phone. Times are UTC. `end` is null for who may only look. */
export function KeyTable({ keys, end }: { keys: ApiKey[]; end: End | null }) {
  const t = useTranslations();
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeZone: "UTC" });
  const minute = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23", timeZone: "UTC" });
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("keys.name")}</th>
          <th scope="col">{t("keys.actsAs")}</th>
          <th scope="col">{t("keys.scopes")}</th>
          <th scope="col">{t("keys.made")}</th>
          <th scope="col">{t("keys.expires")}</th>
          <th scope="col">{t("keys.lastUsed")}</th>
          <th scope="col">{t("keys.state")}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              <span className="wrap-anywhere">{key.name}</span>
              <span className="block font-mono text-xs font-normal text-ink-2">{key.prefix}…</span>
            </th>
            <td data-l={t("keys.actsAs")}>
              <Who person={key.actsAs} />
            </td>
            <td data-l={t("keys.scopes")}>
              <span className="min-w-0">
                <Scopes scopes={key.scopes} />
              </span>
            </td>
            <td data-l={t("keys.made")} className="tabular-nums">
              {day(key.createdAt)}
            </td>
            <td data-l={t("keys.expires")} className="tabular-nums">
              {day(key.expiresAt)}
            </td>
            <td data-l={t("keys.lastUsed")} className="tabular-nums">
              {key.lastUsedAt ? minute(key.lastUsedAt) : t("keys.never")}
            </td>
            <td data-l={t("keys.state")}>
              <span className="flex flex-wrap items-center gap-3">
                <span className={key.state === "active" ? "tag acc" : "tag"}>
                  {key.state === "revoked" && key.revokedAt
                    ? t("keys.state_revoked", { date: day(key.revokedAt) })
                    : t(key.state === "active" ? "keys.state_active" : "keys.state_expired")}
                </span>
                {key.state === "active" && end && <Revoke apiKey={key} end={end} />}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

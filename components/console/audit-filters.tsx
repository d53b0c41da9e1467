import { useTranslations } from "next-intl";
import Link from "next/link";
import { useActionWords } from "./audit-words";

const box = "mt-1 block min-h-(--control) w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 text-sm";

/** What to show of the log: a plain form whose address can be kept. */
export function AuditFilters({ given, actions }: { given: Record<string, string>; actions: string[] }) {
  const t = useTranslations("audit");
  const words = useActionWords();
  const text = (name: "q" | "person" | "target") => (
    <label className="text-sm font-medium">
      {t(`field_${name}`)}
      <input className={box} name={name} maxLength={200} defaultValue={given[name]} autoComplete="off" />
    </label>
  );
  const day = (name: "from" | "to") => (
    <label className="text-sm font-medium">
      {t(`field_${name}`)}
      <input className={box} type="date" name={name} defaultValue={given[name]} />
    </label>
  );
  return (
    <form className="panel mb-6" action="/console/audit" role="search" aria-label={t("filter")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {text("q")}
        <label className="text-sm font-medium">
          {t("field_action")}
          <select className={box} name="action" defaultValue={given.action ?? ""}>
            <option value="">{t("anyAction")}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {words(action)}
              </option>
            ))}
          </select>
        </label>
        {text("person")}
        {text("target")}
        {day("from")}
        {day("to")}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" className="btn primary">
          {t("apply")}
        </button>
        <Link className="btn line" href="/console/audit">
          {t("clear")}
        </Link>
      </div>
    </form>
  );
}

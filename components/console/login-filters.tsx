import { useTranslations } from "next-intl";
import Link from "next/link";
import { fieldClass } from "@/components/ui/field";

/** Whose sign-ins to show: a plain form whose address can be kept. */
export function LoginFilters({ person }: { person: string | undefined }) {
  const t = useTranslations("logins");
  return (
    <form
      className="mb-6 flex flex-wrap items-end gap-3"
      action="/console/logins"
      role="search"
      aria-label={t("filter")}
    >
      <label className="min-w-0 flex-1 text-sm font-medium sm:max-w-80">
        {t("search")}
        <input
          className={fieldClass}
          type="search"
          name="person"
          maxLength={200}
          defaultValue={person}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="btn primary">
        {t("show")}
      </button>
      {person && (
        <Link className="btn line" href="/console/logins">
          {t("clear")}
        </Link>
      )}
    </form>
  );
}

import { useTranslations } from "next-intl";

/** Rows of a list that is on its way. */
export function Skeleton({ rows = 4, lead }: { rows?: number; lead?: boolean }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-busy="true" aria-label={t("loading")} className="grid gap-6">
      {lead && <span className="sk h-8! w-2/3 max-w-md" />}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="grid gap-2.5 border-b border-line pb-6">
          <span className="sk" style={{ width: `${58 - row * 4}%` }} />
          <span className="sk" style={{ width: `${36 + row * 3}%` }} />
        </div>
      ))}
    </div>
  );
}

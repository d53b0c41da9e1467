import { useTranslations } from "next-intl";
import Link from "next/link";

const facts = [
  "keptTalks",
  "keptMemories",
  "keptGroups",
  "keptBuyers",
  "keptLog",
  "keptOperators",
  "keptNever",
] as const;

/** What is kept of the reader, who can see it and for how long, in plain words. */
export function PrivacyFacts({ days }: { days: number | null }) {
  const t = useTranslations("privacy");
  return (
    <>
      <h3>{t("kept")}</h3>
      <ul className="mt-2 max-w-[66ch] list-disc space-y-1.5 ps-5">
        {facts.map((fact) => (
          <li key={fact}>{t(fact)}</li>
        ))}
      </ul>
      <h3 className="mt-6">{t("retention")}</h3>
      <p className="mt-2 max-w-[66ch]">{days === null ? t("retentionNone") : t("retentionDays", { days })}</p>
      <Link className="link mt-2 inline-flex min-h-11 items-center" href="/history">
        {t("toTalks")}
      </Link>
    </>
  );
}

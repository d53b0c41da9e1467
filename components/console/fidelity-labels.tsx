import { Check, CircleAlert, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FidelityMoment, FidelitySummary } from "@/lib/contracts/fidelity";

const looks = {
  faithful: { Icon: Check, colour: "text-good" },
  corrected: { Icon: Check, colour: "text-ink-2" },
  marred: { Icon: Minus, colour: "text-warn" },
  failed: { Icon: X, colour: "text-missed" },
} as const;

/** How a buyer did: icon, word, colour. */
export function FidelityVerdict({ verdict }: { verdict: FidelitySummary["verdict"] }) {
  const t = useTranslations("fidelity");
  const { Icon, colour } = looks[verdict];
  return (
    <span className={`verdict ${colour}`}>
      <Icon className="ico s" aria-hidden="true" />
      {t(`verdict_${verdict}`)}
    </span>
  );
}

/** What was found, kind by kind, in a few words. */
export function FoundKinds({ report }: { report: FidelitySummary }) {
  const t = useTranslations("fidelity");
  const found = report.kinds.map(({ kind, stopped, reached }) => {
    const counts = [
      ...(stopped > 0 ? [t("stopped", { count: stopped })] : []),
      ...(reached > 0 ? [t("reached", { count: reached })] : []),
    ];
    return `${t(`kind_${kind}`)} (${counts.join(", ")})`;
  });
  const lines = [...found, ...(report.unreviewed > 0 ? [t("unreviewed", { count: report.unreviewed })] : [])];
  if (lines.length === 0) return <span className="text-ink-2">{t("nothing")}</span>;
  return (
    <ul className="max-md:text-end">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A finding by its kind and the rule that made it. */
export function Finding({ kind, code, detail }: FidelityMoment["reached"][number]) {
  const t = useTranslations("fidelity");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <CircleAlert className="ico s text-warn" aria-hidden="true" />
      <b className="font-semibold">{t(`kind_${kind}`)}</b>
      <span className="text-ink-2">{t("rule", { code: detail ? `${code}, ${detail}` : code })}</span>
    </p>
  );
}

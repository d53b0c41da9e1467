import { useTranslations } from "next-intl";
import type { CheckResult, Debrief } from "@/lib/contracts/debrief";
import { EmptyReceipt, Receipt } from "@/components/ui/receipt";
import { TryThis, Verdict } from "./labels";
import { speakerName, textOf } from "./people";

/** One check: verdict, why, the words it rests on, what to try. */
export function CheckItem({ check, debrief }: { check: CheckResult; debrief: Debrief }) {
  const t = useTranslations();
  const { locale } = debrief.session;
  const outside = check.status === "not_applicable" || check.status === "not_evidenced";
  const scan = check.scan && check.evidence.length === 0 ? check.scan : null;
  return (
    <article className="check" id={`c-${check.checkId}`}>
      <div>
        <Verdict status={check.status} />
        <p className="mt-0.5 text-sm text-ink-2 max-md:mt-0">
          {t("debrief.weight", { skill: t(`skill.${check.skill}`), weight: check.weight })}
        </p>
        {check.blocker && <span className="tag warn mt-1">{t("debrief.blocker")}</span>}
      </div>
      <div className="min-w-0">
        <h3 lang={locale}>{check.title}</h3>
        {check.why && !outside && (
          <p className="mt-0.5 text-sm text-ink-2" lang={locale}>
            {check.why}
          </p>
        )}
        {check.status === "contested" && <p className="mt-0.5 text-sm text-ink-2">{t("debrief.contested")}</p>}
        {check.evidence.map((quote) => (
          <Receipt
            key={`${quote.messageId}${quote.start}`}
            quote={quote}
            text={textOf(debrief, quote.messageId)}
            speaker={speakerName(debrief, quote.speaker, t("common.you"))}
            lang={locale}
            contested={check.status === "contested"}
          />
        ))}
        {outside && (
          <EmptyReceipt text={t(check.status === "not_applicable" ? "debrief.notApplicable" : "debrief.none")} />
        )}
        {scan && !outside && <EmptyReceipt text={t("debrief.scan", { from: scan.fromMessage, to: scan.toMessage })} />}
        {check.tryThis && check.status !== "met" && <TryThis text={check.tryThis} lang={locale} />}
      </div>
    </article>
  );
}

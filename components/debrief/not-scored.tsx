import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Debrief } from "@/lib/contracts/debrief";

const canReadAgain = ["judge_unavailable", "insufficient_evidence"];

/** A dash and a reason, never a number. */
export function NotScored({ debrief, retry }: { debrief: Debrief; retry: ReactNode }) {
  const t = useTranslations();
  const reason = debrief.unscorable;
  const failed = debrief.status === "failed" || reason === null;
  return (
    <section className="panel max-w-[40rem]" aria-label={t("debrief.scoreLabel")}>
      <div className="flex items-start gap-4">
        <span className="mt-2.5 h-[3px] w-6 flex-none rounded-full bg-ink-3" aria-hidden="true" />
        <div>
          <h2 className="font-sans text-base tracking-normal">
            {failed ? t("debrief.failedTitle") : t(`unscorable.${reason}`)}
          </h2>
          <p className="mt-1 text-sm text-ink-2">{failed ? t("debrief.failed") : t(`unscorableText.${reason}`)}</p>
        </div>
      </div>
      {debrief.owner && (
        <div className="mt-4 flex flex-wrap gap-3 no-print">
          {(failed || canReadAgain.includes(reason)) && retry}
          <Link className="btn line" href={`/practice/${debrief.session.scenarioId}`}>
            {t("debrief.talkAgain")}
          </Link>
        </div>
      )}
    </section>
  );
}

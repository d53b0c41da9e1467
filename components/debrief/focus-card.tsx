import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Debrief } from "@/lib/contracts/debrief";
import { Receipt } from "@/components/ui/receipt";
import { TryThis } from "./labels";
import { speakerName, textOf } from "./people";
import { RewindButton, type Rewind } from "./rewind-button";
import { rewindTarget } from "./rewind-target";

/** One thing for next time, with the words it rests on. */
export function FocusCard({ debrief, rewind }: { debrief: Debrief; rewind: Rewind | null }) {
  const t = useTranslations();
  const { focus, good, session, owner } = debrief;
  const { locale } = session;
  if (!focus && !good) return null;
  const title = focus ? focus.title : good?.text;
  const receipt = focus ? focus.receipt : good?.receipt;
  const again = rewind && focus ? rewindTarget(debrief.messages, focus.receipt) : null;
  return (
    <section className="focus-card" aria-labelledby="focus">
      <p className="text-sm font-semibold text-accent">{t(focus ? "debrief.focus" : "debrief.good")}</p>
      <h2 id="focus" className="mt-1" lang={locale}>
        {title}
      </h2>
      {focus && (
        <p className="mt-1 text-ink-2" lang={locale}>
          {focus.text}
        </p>
      )}
      {receipt && (
        <div className="mt-4">
          <Receipt
            quote={receipt}
            text={textOf(debrief, receipt.messageId)}
            speaker={speakerName(debrief, receipt.speaker, t("common.you"))}
            lang={locale}
          />
        </div>
      )}
      {focus?.tryThis && (
        <div className="mt-4">
          <TryThis text={focus.tryThis} lang={locale} />
        </div>
      )}
      {owner && (
        <div className="mt-5 flex flex-wrap gap-3 no-print">
          {again && rewind && (
            <RewindButton sessionId={session.id} message={again} lang={locale} primary rewind={rewind} />
          )}
          <Link className={again ? "btn line" : "btn primary"} href={`/practice/${session.scenarioId}`}>
            {!again && <RotateCcw aria-hidden="true" />}
            {t("debrief.talkAgain")}
          </Link>
        </div>
      )}
    </section>
  );
}

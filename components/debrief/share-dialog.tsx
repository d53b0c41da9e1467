"use client";

import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Debrief } from "@/lib/contracts/debrief";
import { useDates } from "@/components/ui/dates";
import { CopyButton } from "@/components/ui/copy-button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";

export interface ShareActions {
  create: (input: { sessionId: string; days: number }) => Promise<ActionResult<NonNullable<Debrief["share"]>>>;
  revoke: (input: { sessionId: string }) => Promise<ActionResult<null>>;
}

const spans = [1, 7, 30];

/** A link to this debrief for people of the same company: made, shown, copied, taken back. */
export function ShareDialog({
  sessionId,
  initial,
  origin,
  actions,
}: {
  sessionId: string;
  initial: Debrief["share"];
  /** of this site, so that the link is whole */
  origin: string;
  actions: ShareActions;
}) {
  const t = useTranslations();
  const date = useDates();
  const [open, setOpen] = useState(false);
  const [share, setShare] = useState(initial);
  const [days, setDays] = useState(7);
  const [revoked, setRevoked] = useState(false);
  const { act, pending, trouble } = useAct();
  const create = () =>
    act(
      () => actions.create({ sessionId, days }),
      (made) => {
        setShare(made);
        setRevoked(false);
      },
    );
  const revoke = () =>
    act(
      () => actions.revoke({ sessionId }),
      () => {
        setShare(null);
        setRevoked(true);
      },
    );
  return (
    <>
      <button type="button" className="btn line" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Share2 aria-hidden="true" />
        {t("debrief.share")}
      </button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("debrief.shareTitle")}
        closeLabel={t("common.close")}
        description={t("debrief.shareText")}
      >
        <div className="mt-4" aria-live="polite">
          {share ? (
            <>
              <label className="block text-sm font-medium" htmlFor="share-link">
                {t("debrief.shareLink")}
              </label>
              <div className="mt-1 flex gap-2">
                <input
                  id="share-link"
                  className="min-h-(--control) min-w-0 flex-1 rounded-sm border border-line-strong bg-surface px-3 text-sm"
                  readOnly
                  value={`${origin}${share.url}`}
                  onFocus={(event) => event.target.select()}
                />
                <CopyButton value={`${origin}${share.url}`} done={t("common.copied")} className="btn line">
                  {t("common.copy")}
                </CopyButton>
              </div>
              <p className="mt-2 text-sm text-ink-2">
                {t("debrief.shareUntil", { date: date(share.expiresAt, "day") })}
              </p>
              <button type="button" className="btn danger mt-4" onClick={revoke} disabled={pending}>
                {t(pending ? "debrief.shareRevoking" : "debrief.shareRevoke")}
              </button>
            </>
          ) : (
            <>
              {revoked && <p className="notice mb-4">{t("debrief.shareRevoked")}</p>}
              <fieldset>
                <legend className="text-sm font-medium text-ink-2">{t("debrief.shareDays")}</legend>
                <div className="seg mt-1.5">
                  {spans.map((span) => (
                    <label key={span}>
                      <input
                        type="radio"
                        name="days"
                        className="sr-only"
                        checked={days === span}
                        onChange={() => setDays(span)}
                      />
                      {t("debrief.days", { count: span })}
                    </label>
                  ))}
                </div>
              </fieldset>
              <button type="button" className="btn primary mt-5" onClick={create} disabled={pending}>
                {t(pending ? "debrief.shareCreating" : "debrief.shareCreate")}
              </button>
            </>
          )}
        </div>
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
      </Sheet>
    </>
  );
}

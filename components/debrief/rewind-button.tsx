"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Message } from "@/lib/contracts/session";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";

export type Rewind = (input: { sessionId: string; turn: number }) => Promise<ActionResult<{ sessionId: string }>>;

/** Opens the talk again before one's own message, after saying what that does. */
export function RewindButton({
  sessionId,
  message,
  lang,
  primary,
  rewind,
}: {
  sessionId: string;
  message: Pick<Message, "turn" | "number" | "text">;
  lang: string;
  primary?: boolean;
  rewind: Rewind;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, pending, trouble } = useAct();
  const { number, turn, text } = message;
  const go = () =>
    act(
      () => rewind({ sessionId, turn }),
      (opened) => router.push(`/room/${opened.sessionId}`),
    );
  return (
    <>
      <button
        type="button"
        className={primary ? "btn primary" : "btn quiet rewind no-print"}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <RotateCcw aria-hidden="true" />
        {primary ? t("debrief.rewindTo", { number }) : t("debrief.rewindHere")}
        {!primary && <span className="sr-only">: {t("debrief.rewindTo", { number })}</span>}
      </button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("debrief.rewindTitle", { number })}
        closeLabel={t("common.close")}
        description={turn === 1 ? t("debrief.rewindFirst") : t("debrief.rewindText", { number })}
      >
        <p className="mt-2 text-ink-2">{t("debrief.rewindKept")}</p>
        <p className="mt-4 text-sm font-medium text-ink-2">{t("debrief.rewindYours")}</p>
        <p className="quote mt-1 max-h-40 overflow-auto" lang={lang}>
          {text}
        </p>
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
        <div className="mt-5 flex flex-wrap gap-3">
          <button
            type="button"
            className="btn primary max-md:flex-1"
            onClick={go}
            disabled={pending}
            aria-busy={pending}
          >
            {pending ? t("debrief.rewinding") : t("debrief.rewindConfirm", { number })}
          </button>
          <button type="button" className="btn line max-md:flex-1" onClick={() => setOpen(false)}>
            {t("common.cancel")}
          </button>
        </div>
      </Sheet>
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import type { Trouble } from "@/components/ui/use-act";

/** Asks before the talk is ended: there is no way back into it. */
export function EndDialog({
  open,
  onOpenChange,
  onEnd,
  ending,
  trouble,
  turn,
  max,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onEnd: () => void;
  ending: boolean;
  trouble: Trouble | null;
  turn: number;
  max: number;
}) {
  const t = useTranslations("room");
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("endTitle")}
      closeLabel={t("endStay")}
      description={t("endText", { turn, max })}
    >
      {turn < 4 && <p className="notice mt-3">{t("endShort", { count: turn })}</p>}
      {trouble && (
        <div className="mt-3">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="btn primary max-md:flex-1" onClick={onEnd} disabled={ending}>
          {t(ending ? "ending" : "endConfirm")}
        </button>
        <button type="button" className="btn line max-md:flex-1" onClick={() => onOpenChange(false)}>
          {t("endStay")}
        </button>
      </div>
    </Sheet>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Debrief } from "@/lib/contracts/debrief";
import { useRefresh } from "./use-refresh";

/** While the talk is being read: how far it is. Asks again until it is done; the page may be left meanwhile. */
export function Reading({ status, progress }: { status: "queued" | "judging"; progress: Debrief["progress"] }) {
  const t = useTranslations("debrief");
  useRefresh();
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0;
  return (
    <section className="panel max-w-[34rem]" aria-live="polite" aria-busy="true">
      <h2 className="font-sans text-base tracking-normal">{t("readingTitle")}</h2>
      <p className="mt-1 mb-3 text-sm text-ink-2">{t(status === "queued" ? "queued" : "reading")}</p>
      <div
        className="prog"
        role="progressbar"
        aria-label={t("readingTitle")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <i style={{ width: `${Math.max(percent, 4)}%` }} />
      </div>
      {progress && progress.total > 0 && (
        <p className="mt-2 text-xs text-ink-3 tabular-nums">
          {t("progress", { done: progress.done, total: progress.total })}
        </p>
      )}
    </section>
  );
}

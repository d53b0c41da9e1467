"use client";

import { Check, ShieldCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import type { ActionResult } from "@/lib/contracts/action";
import type { ChainReport } from "@/lib/contracts/audit";

/** How the chain was found, in words. */
function Finding({ report }: { report: ChainReport }) {
  const t = useTranslations("audit");
  const { fault, rows, from, to, hash } = report;
  if (fault) {
    return (
      <div className="notice missed">
        <TriangleAlert aria-hidden="true" />
        <p>
          <b className="font-semibold">{t("broken", { seq: fault.seq })}</b>
          <br />
          {t(`fault_${fault.kind}`)}
        </p>
      </div>
    );
  }
  return (
    <div className="notice">
      <Check className="text-good" aria-hidden="true" />
      <p className="min-w-0">
        <b className="font-semibold">{t("whole", { to })}</b>
        <br />
        {t("wholeText", { rows, from })}
        {hash && <span className="block font-mono text-xs break-all text-ink-2">{hash}</span>}
      </p>
    </div>
  );
}

/** Has every row of the log computed anew, when asked. */
export function ChainState({ check }: { check: (input: Record<string, never>) => Promise<ActionResult<ChainReport>> }) {
  const t = useTranslations("audit");
  const [report, setReport] = useState<ChainReport | null>(null);
  const { act, pending, trouble } = useAct();
  const run = () => act(() => check({}), setReport);
  return (
    <section className="mb-6 max-w-[44rem]" aria-label={t("chain")}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="button" className="btn line" onClick={run} disabled={pending}>
          <ShieldCheck aria-hidden="true" />
          {t(pending ? "checking" : "check")}
        </button>
        {!report && <p className="min-w-0 flex-1 basis-60 text-sm text-ink-2">{t("unchecked")}</p>}
      </div>
      <div className="mt-3" role="status">
        {report && !trouble && <Finding report={report} />}
      </div>
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
    </section>
  );
}

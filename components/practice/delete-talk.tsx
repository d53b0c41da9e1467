"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Problem } from "@/lib/contracts/problem";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";

/** Erases a talk, after asking. */
export function DeleteTalk({
  sessionId,
  title,
  date,
  remove,
}: {
  sessionId: string;
  title: string;
  date: string;
  remove: (input: { sessionId: string }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const erase = () =>
    start(async () => {
      const answer = await remove({ sessionId });
      if (!answer.ok) return setProblem(answer.problem);
      setOpen(false);
      router.refresh();
    });
  return (
    <>
      <button
        type="button"
        className="btn icon"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={`${t("history.delete")}: ${title}`}
      >
        <Trash2 aria-hidden="true" />
      </button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("history.deleteTitle")}
        closeLabel={t("common.close")}
        description={t("history.deleteText", { title, date })}
      >
        {problem && (
          <div className="mt-3">
            <ProblemNotice code={problem.code} requestId={problem.requestId} />
          </div>
        )}
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="button" className="btn danger max-md:flex-1" onClick={erase} disabled={pending}>
            {t(pending ? "history.deleting" : "history.deleteConfirm")}
          </button>
          <button type="button" className="btn line max-md:flex-1" onClick={() => setOpen(false)}>
            {t("common.cancel")}
          </button>
        </div>
      </Sheet>
    </>
  );
}

"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Problem } from "@/lib/contracts/problem";
import { ProblemNotice } from "@/components/ui/problem-notice";

/** Has the talk read once more. */
export function RetryButton({
  sessionId,
  retry,
}: {
  sessionId: string;
  retry: (input: { sessionId: string }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations("debrief");
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const again = () =>
    start(async () => {
      const answer = await retry({ sessionId });
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) router.refresh();
    });
  return (
    <>
      <button type="button" className="btn primary" onClick={again} disabled={pending}>
        <RotateCw aria-hidden="true" />
        {t(pending ? "retrying" : "retry")}
      </button>
      {problem && <ProblemNotice code={problem.code} requestId={problem.requestId} />}
    </>
  );
}

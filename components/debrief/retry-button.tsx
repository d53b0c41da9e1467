"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/contracts/action";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";

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
  const { act, pending, trouble } = useAct();
  const again = () =>
    act(
      () => retry({ sessionId }),
      () => router.refresh(),
    );
  return (
    <>
      <button type="button" className="btn primary" onClick={again} disabled={pending}>
        <RotateCw aria-hidden="true" />
        {t(pending ? "retrying" : "retry")}
      </button>
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
    </>
  );
}

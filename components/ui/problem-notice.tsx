"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ProblemCode } from "@/lib/contracts/problem";
import { CopyButton } from "./copy-button";

export type NoticeCode = ProblemCode | "network";

/** What happened, what is safe, one way on; the request id can be copied for whoever looks into it. */
export function ProblemNotice({
  code,
  requestId,
  children,
}: {
  code: NoticeCode;
  requestId?: string | null;
  children?: ReactNode;
}) {
  const t = useTranslations();
  return (
    <div className="notice missed" role="alert">
      <TriangleAlert aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p>{t(`problem.${code}`)}</p>
        <div className="flex flex-wrap items-center gap-x-3">
          {children}
          {requestId && (
            <CopyButton
              value={requestId}
              done={t("common.copied")}
              className="btn quiet px-0! text-xs! font-normal! text-ink-2!"
            >
              {t("common.request", { id: requestId.slice(0, 8) })}
            </CopyButton>
          )}
        </div>
      </div>
    </div>
  );
}

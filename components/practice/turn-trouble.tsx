import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import type { Trouble } from "./turn-state";

/** A turn without its answer: what happened, that nothing was counted, and the two ways on. */
export function TurnTrouble({
  trouble,
  onRetry,
  onEdit,
}: {
  trouble: Trouble;
  onRetry: () => void;
  onEdit: () => void;
}) {
  const t = useTranslations();
  const undelivered = trouble.status === "undelivered";
  const title = undelivered ? "notDelivered" : trouble.status === "stopped" ? "stopped" : "interrupted";
  const told = trouble.status === "stopped" ? null : t(`problem.${trouble.code}`);
  return (
    <div className={`notice ${trouble.status === "stopped" ? "" : "warn"}`} role="alert">
      <CircleAlert aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p>
          <b className="font-semibold">{t(`room.${title}`)}</b> {told ?? t("room.notCounted")} {!told && t("room.kept")}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-4">
          {trouble.code === "unauthenticated" ? (
            <Link className="link inline-flex min-h-10 items-center max-md:min-h-11" href="/sign-in">
              {t("room.signIn")}
            </Link>
          ) : (
            <>
              <button type="button" className="link min-h-10 max-md:min-h-11" onClick={onRetry}>
                {t(undelivered ? "room.resend" : "room.retry")}
              </button>
              <button type="button" className="link min-h-10 max-md:min-h-11" onClick={onEdit}>
                {t("room.edit")}
              </button>
            </>
          )}
          {trouble.requestId && (
            <CopyButton
              value={trouble.requestId}
              done={t("common.copied")}
              className="btn quiet ms-auto px-0! text-xs! font-normal! text-ink-2!"
            >
              {t("common.request", { id: trouble.requestId.slice(0, 8) })}
            </CopyButton>
          )}
        </div>
      </div>
    </div>
  );
}

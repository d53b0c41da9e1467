import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DebriefView } from "@/components/debrief/debrief-view";
import { PrintButton } from "@/components/debrief/print-button";
import { RetryButton } from "@/components/debrief/retry-button";
import { ShareDialog } from "@/components/debrief/share-dialog";
import { Words } from "@/components/ui/words";
import type { Ctx } from "@/lib/contracts/context";
import type { Debrief } from "@/lib/contracts/debrief";
import { getDebrief } from "@/lib/domain/debriefs";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { orNotFound, uuidOr404 } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";
import { readAgain, rewindTalk, shareDebrief, takeBackShare } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("debrief"))("title") };
}

/** A talk still open has no debrief yet: back to the room. */
async function readOwn(ctx: Ctx, sessionId: string): Promise<Debrief> {
  const reading = getDebrief(ctx, { sessionId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "session_not_ended") return null;
    throw error;
  });
  const debrief = await orNotFound(reading);
  return debrief ?? redirect(`/room/${sessionId}`);
}

export default definePage<{ sessionId: string }>({
  access: "debrief:read_own",
  render: async ({ ctx, params }) => {
    const sessionId = uuidOr404(params.sessionId);
    const [debrief, t] = await Promise.all([readOwn(ctx, sessionId), getTranslations("debrief")]);
    return (
      <Words of={["debrief", "common", "problem"]}>
        <DebriefView
          debrief={debrief}
          tools={
            <>
              <ShareDialog
                sessionId={sessionId}
                initial={debrief.share}
                origin={env().authUrl}
                actions={{ create: shareDebrief, revoke: takeBackShare }}
              />
              <PrintButton label={t("print")} />
            </>
          }
          retry={<RetryButton sessionId={sessionId} retry={readAgain} />}
          rewind={rewindTalk}
        />
      </Words>
    );
  },
});

import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DebriefView } from "@/components/debrief/debrief-view";
import { Blank } from "@/components/ui/blank";
import { Words } from "@/components/ui/words";
import { getSharedDebrief } from "@/lib/domain/debriefs";
import { AppError } from "@/lib/platform/errors";
import { orNotFound } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("debrief"))("title"), robots: { index: false } };
}

/** A debrief behind a link, for people of the same company, to read only. */
export default definePage<{ token: string }>({
  access: "share:open",
  render: async ({ ctx, params: { token } }) => {
    const t = await getTranslations("debrief");
    const reading = getSharedDebrief(ctx, { token }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "share_expired") return null;
      throw error;
    });
    const debrief = await orNotFound(reading);
    if (!debrief) return <Blank title={t("sharedExpiredTitle")} text={t("sharedExpired")} />;
    return (
      <Words of={["debrief", "common", "problem"]}>
        <p className="mb-4">
          <span className="tag acc">
            <Eye aria-hidden="true" />
            {t("sharedBy")}
          </span>
        </p>
        <DebriefView debrief={{ ...debrief, owner: false, next: null }} tools={null} retry={null} rewind={null} />
      </Words>
    );
  },
});

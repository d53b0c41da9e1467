import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { Room } from "@/components/practice/room";
import { Words } from "@/components/ui/words";
import { getSession } from "@/lib/domain/sessions";
import { endPractice, giveHint } from "../../../(trainee)/actions";
import { orNotFound, uuidOr404 } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("room"))("title") };
}

export default definePage<{ sessionId: string }>({
  access: "session:read_own",
  render: async ({ ctx, params }) => {
    const sessionId = uuidOr404(params.sessionId);
    const view = await orNotFound(getSession(ctx, { sessionId }));
    if (view.outcome) redirect(`/debrief/${view.id}`);
    return (
      <Words of={["room", "stage", "mood", "meter", "outcome", "endReason", "problem", "common"]}>
        <Room view={view} now={new Date().toISOString()} actions={{ end: endPractice, askHint: giveHint }} />
      </Words>
    );
  },
});

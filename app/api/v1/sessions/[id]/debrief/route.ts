import { sessionParamsSchema } from "@/lib/contracts/requests";
import { getDebrief } from "@/lib/domain/debriefs";
import { defineRoute } from "@/lib/platform/http/route";

/** The debrief of an ended session, or how far its evaluation is. */
export const GET = defineRoute({
  access: "debrief:read_own",
  params: sessionParamsSchema,
  handler: ({ ctx, params }) => getDebrief(ctx, { sessionId: params.id }),
});

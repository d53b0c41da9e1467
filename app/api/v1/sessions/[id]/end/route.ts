import { sessionParamsSchema } from "@/lib/contracts/requests";
import { endSessionSchema } from "@/lib/contracts/session";
import { endSession } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";

/** Ends a practice session and queues its evaluation. Ending one that has ended changes nothing. */
export const POST = defineRoute({
  access: "session:practise",
  params: sessionParamsSchema,
  body: endSessionSchema,
  handler: ({ ctx, params }) => endSession(ctx, { sessionId: params.id }),
});

import { sessionParamsSchema } from "@/lib/contracts/requests";
import { askHint } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";

/** Gives one hint and marks the session assisted. */
export const POST = defineRoute({
  access: "session:practise",
  params: sessionParamsSchema,
  handler: ({ ctx, params }) => askHint(ctx, { sessionId: params.id }),
});

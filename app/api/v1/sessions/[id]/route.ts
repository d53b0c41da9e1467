import { sessionParamsSchema } from "@/lib/contracts/requests";
import { deleteSession, getSession } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";

/** One practice session as the room shows it. */
export const GET = defineRoute({
  access: "session:read_own",
  params: sessionParamsSchema,
  handler: ({ ctx, params }) => getSession(ctx, { sessionId: params.id }),
});

/** Erases a practice session with all its messages. */
export const DELETE = defineRoute({
  access: "session:delete_own",
  params: sessionParamsSchema,
  handler: ({ ctx, params }) => deleteSession(ctx, { sessionId: params.id }),
});

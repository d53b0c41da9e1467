import { rewindSchema } from "@/lib/contracts/branches";
import { sessionParamsSchema } from "@/lib/contracts/requests";
import { rewindSession } from "@/lib/domain/branches";
import { defineRoute } from "@/lib/platform/http/route";

/** Opens a new talk where this one stood before one of its turns. This one stays as it is. */
export const POST = defineRoute({
  access: "session:practise",
  params: sessionParamsSchema,
  body: rewindSchema,
  status: 201,
  handler: ({ ctx, params, body }) => rewindSession(ctx, { sessionId: params.id, turn: body.turn }),
});

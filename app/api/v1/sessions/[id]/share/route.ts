import { createShareSchema, sessionParamsSchema } from "@/lib/contracts/requests";
import { createShare, revokeShare } from "@/lib/domain/shares";
import { defineRoute } from "@/lib/platform/http/route";

/** Makes an expiring link to the debrief for people of the same tenant. An earlier link is taken back. */
export const POST = defineRoute({
  access: "share:create_own",
  params: sessionParamsSchema,
  body: createShareSchema,
  status: 201,
  handler: ({ ctx, params, body }) => createShare(ctx, { sessionId: params.id, ...body }),
});

/** Takes back every link to the debrief. */
export const DELETE = defineRoute({
  access: "share:create_own",
  params: sessionParamsSchema,
  handler: ({ ctx, params }) => revokeShare(ctx, { sessionId: params.id }),
});

import { z } from "zod";
import { uuid } from "@/lib/contracts/session";
import { getSession } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";
import { turnStreams } from "@/lib/platform/streams";

export const maxDuration = 120;

/** A turn being spoken, from its first word and on to its end. 204 when it is not: then it is on record, or can be sent again. */
export const GET = defineRoute({
  access: "session:read_own",
  params: z.object({ id: uuid, turnId: uuid }),
  handler: async ({ ctx, params }) => {
    const { tenantId, actor } = ctx;
    const key = { tenantId, userId: actor.userId, sessionId: params.id, turnId: params.turnId };
    // Somebody else's session, or none, is told apart from one that is silent.
    await getSession(ctx, { sessionId: params.id });
    const stream = await turnStreams().follow(key);
    return stream ? new Response(stream, { headers: turnStreams().headers }) : undefined;
  },
});

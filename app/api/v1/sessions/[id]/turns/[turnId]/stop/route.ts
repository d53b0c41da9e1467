import { z } from "zod";
import { uuid } from "@/lib/contracts/session";
import { getSession } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";
import { turnStreams } from "@/lib/platform/streams";

/** Stops a reply being spoken, and the model's call with it. `stopped` is false when nobody was speaking. */
export const POST = defineRoute({
  access: "session:practise",
  params: z.object({ id: uuid, turnId: uuid }),
  handler: async ({ ctx, params }) => {
    const { tenantId, actor } = ctx;
    const key = { tenantId, userId: actor.userId, sessionId: params.id, turnId: params.turnId };
    // Somebody else's session, or none, is told apart from one that is silent.
    await getSession(ctx, { sessionId: params.id });
    return { stopped: await turnStreams().stop(key) };
  },
});

import { z } from "zod";
import { models } from "@/agents/models/process";
import { sendTurnSchema, uuid } from "@/lib/contracts/session";
import { claimTurn } from "@/lib/domain/turns";
import { AppError } from "@/lib/platform/errors";
import { defineRoute } from "@/lib/platform/http/route";
import { turnStreams } from "@/lib/platform/streams";
import { replayTurn, speakTurn } from "./speech";

/** Longest a serverless host may keep this call, in seconds: the turn's own clock and its settling fit in. */
export const maxDuration = 120;

/**
 * Says something to the buyer; the answer is a stream of AI SDK UI message parts. A `turnId` sent again with the same words
 * streams the same turn: from its beginning while it is being spoken, from the record once it has settled.
 */
export const POST = defineRoute({
  access: "session:practise",
  limit: "turn",
  params: z.object({ id: uuid }),
  body: sendTurnSchema,
  handler: async ({ ctx, params, body }) => {
    const chains = models();
    const claim = await claimTurn(ctx, { sessionId: params.id, ...body });
    if (claim.kind === "claimed") return speakTurn(ctx, claim.claimed, chains);
    if (claim.kind === "replay") return replayTurn(claim);
    const { tenantId, actor } = ctx;
    const key = { tenantId, userId: actor.userId, sessionId: params.id, turnId: claim.turnId };
    const stream = await turnStreams().follow(key);
    if (stream === null) throw new AppError("turn_in_progress");
    return new Response(stream, { headers: turnStreams().headers });
  },
});

import { sessionParamsSchema } from "@/lib/contracts/requests";
import { retryEvaluation } from "@/lib/domain/evaluations";
import { defineRoute } from "@/lib/platform/http/route";
import { drainSoon } from "@/lib/platform/job-handlers";

/** Queues a failed evaluation again. */
export const POST = defineRoute({
  params: sessionParamsSchema,
  status: 202,
  handler: async ({ ctx, params }) => {
    await retryEvaluation(ctx, { sessionId: params.id });
    drainSoon();
  },
});

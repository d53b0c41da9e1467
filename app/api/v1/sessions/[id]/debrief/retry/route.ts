import { sessionParamsSchema } from "@/lib/contracts/requests";
import { retryEvaluation } from "@/lib/domain/evaluations";
import { defineRoute } from "@/lib/platform/http/route";

/** Queues a failed evaluation again. */
export const POST = defineRoute({
  access: "evaluation:retry_own",
  params: sessionParamsSchema,
  status: 202,
  handler: ({ ctx, params }) => retryEvaluation(ctx, { sessionId: params.id }),
});

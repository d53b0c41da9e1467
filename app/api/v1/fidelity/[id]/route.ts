import { fidelityParamsSchema } from "@/lib/contracts/fidelity";
import { getFidelity } from "@/lib/domain/fidelity";
import { defineRoute } from "@/lib/platform/http/route";

/** One report with the buyers' words it is about. */
export const GET = defineRoute({
  access: "fidelity:read",
  params: fidelityParamsSchema,
  handler: ({ ctx, params }) => getFidelity(ctx, { evaluationId: params.id }),
});

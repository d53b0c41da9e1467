import { compareParamsSchema } from "@/lib/contracts/branches";
import { compareTalks } from "@/lib/domain/comparisons";
import { defineRoute } from "@/lib/platform/http/route";

/** Two ended talks with a common beginning, side by side. */
export const GET = defineRoute({
  access: "debrief:read_own",
  params: compareParamsSchema,
  handler: ({ ctx, params }) => compareTalks(ctx, { left: params.id, right: params.other }),
});

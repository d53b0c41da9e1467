import { memoryParamsSchema } from "@/lib/contracts/memory";
import { forgetMemory } from "@/lib/domain/memories";
import { defineRoute } from "@/lib/platform/http/route";

/** Makes a buyer forget one talk; the talk itself stays. */
export const DELETE = defineRoute({
  access: "memory:delete_own",
  params: memoryParamsSchema,
  handler: ({ ctx, params }) => forgetMemory(ctx, { id: params.id }),
});

import { keyParamsSchema } from "@/lib/contracts/keys";
import { revokeKey } from "@/lib/domain/keys";
import { defineRoute } from "@/lib/platform/http/route";

/** Ends a key: its next call is refused. */
export const DELETE = defineRoute({
  access: "key:manage",
  params: keyParamsSchema,
  handler: async ({ ctx, params }) => {
    await revokeKey(ctx, params);
  },
});

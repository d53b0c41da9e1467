import { z } from "zod";
import { describeTypes } from "@/lib/domain/scim/service";
import { AppError } from "@/lib/platform/errors";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  ids: z.string(),
  handler: async ({ ctx, id }) => {
    const resource = describeTypes(ctx).find((type) => type.id === id);
    if (!resource) throw new AppError("not_found");
    return { resource };
  },
});

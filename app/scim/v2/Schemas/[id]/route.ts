import { z } from "zod";
import { describeSchemas } from "@/lib/domain/scim/service";
import { AppError } from "@/lib/platform/errors";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  ids: z.string(),
  handler: async ({ ctx, id }) => {
    const resource = describeSchemas(ctx).find((schema) => schema.id === id);
    if (!resource) throw new AppError("not_found");
    return { resource };
  },
});

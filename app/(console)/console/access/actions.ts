"use server";

import { grantParamsSchema } from "@/lib/contracts/grants";
import { endGrant } from "@/lib/domain/grants";
import { defineAction } from "@/lib/platform/http/action";

export const endAccess = defineAction({
  access: "grant:end",
  input: grantParamsSchema,
  handler: async ({ ctx, input }) => {
    await endGrant(ctx, input);
    return null;
  },
});

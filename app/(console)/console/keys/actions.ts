"use server";

import { createKeySchema, findHoldersSchema, keyParamsSchema } from "@/lib/contracts/keys";
import { createKey, findKeyHolders, revokeKey } from "@/lib/domain/keys";
import { defineAction } from "@/lib/platform/http/action";

export const findHolders = defineAction({
  access: "key:manage",
  limit: "read",
  input: findHoldersSchema,
  handler: ({ ctx, input }) => findKeyHolders(ctx, input),
});

export const makeKey = defineAction({
  access: "key:manage",
  input: createKeySchema,
  handler: ({ ctx, input }) => createKey(ctx, input),
});

export const endKey = defineAction({
  access: "key:manage",
  input: keyParamsSchema,
  handler: async ({ ctx, input }) => {
    await revokeKey(ctx, input);
    return null;
  },
});

import { createKeySchema, listKeysQuerySchema } from "@/lib/contracts/keys";
import { createKey, listKeys } from "@/lib/domain/keys";
import { defineRoute } from "@/lib/platform/http/route";

/** The company's API keys, newest first, never the keys themselves. */
export const GET = defineRoute({
  access: "key:read",
  query: listKeysQuerySchema,
  handler: ({ ctx, query }) => listKeys(ctx, query),
});

/** Makes a key. Its secret is in this answer and nowhere else. */
export const POST = defineRoute({
  access: "key:manage",
  body: createKeySchema,
  status: 201,
  handler: ({ ctx, body }) => createKey(ctx, body),
});

import { openApiDocument } from "@/lib/contracts/openapi";
import { env } from "@/lib/platform/env";
import { definePublicRoute } from "@/lib/platform/http/route";

/** The API's description, generated from the contracts that the routes parse with. */
export const GET = definePublicRoute({
  handler: async () => openApiDocument(env().authUrl),
});

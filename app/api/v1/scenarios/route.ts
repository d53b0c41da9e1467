import { listScenariosQuerySchema } from "@/lib/contracts/requests";
import { listScenarios } from "@/lib/domain/scenarios";
import { defineRoute } from "@/lib/platform/http/route";

/** All scenarios this person may practise, with their tries. */
export const GET = defineRoute({
  access: "scenario:read",
  query: listScenariosQuerySchema,
  handler: async ({ ctx, query }) => ({ items: await listScenarios(ctx, query) }),
});

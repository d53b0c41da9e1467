import { z } from "zod";
import { locales } from "@/lib/contracts/vocabulary";
import { listScenarios } from "@/lib/domain/scenarios";
import { defineRoute } from "@/lib/platform/http/route";

/** All scenarios this person may practise, with their tries. */
export const GET = defineRoute({
  query: z.object({ locale: z.enum(locales).optional() }),
  handler: async ({ ctx, query }) => ({ items: await listScenarios(ctx, query) }),
});

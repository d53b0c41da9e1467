import { listMemories } from "@/lib/domain/memories";
import { defineRoute } from "@/lib/platform/http/route";

/** What buyers of follow-ups remember of this person. */
export const GET = defineRoute({
  access: "memory:read_own",
  handler: async ({ ctx }) => ({ items: await listMemories(ctx) }),
});

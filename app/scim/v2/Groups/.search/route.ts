import { answerList } from "@/lib/domain/scim/answers";
import { listScimGroups } from "@/lib/domain/scim/groups";
import { defineScimRoute } from "@/lib/platform/http/scim";

/** A list whose filter does not stand in the address, where logs would keep it. */
export const POST = defineScimRoute({
  limit: "read",
  handler: ({ ctx, body }) => answerList("Group", body, (listing) => listScimGroups(ctx, listing)),
});

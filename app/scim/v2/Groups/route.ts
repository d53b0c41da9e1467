import { answerList, shownBy } from "@/lib/domain/scim/answers";
import { createScimGroup, listScimGroups } from "@/lib/domain/scim/groups";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  handler: ({ ctx, query }) => answerList("Group", query, (listing) => listScimGroups(ctx, listing)),
});

export const POST = defineScimRoute({
  handler: async ({ ctx, query, body }) => {
    const project = shownBy("Group", query);
    return { resource: await createScimGroup(ctx, body), project, status: 201 };
  },
});

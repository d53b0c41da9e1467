import { answerList, shownBy } from "@/lib/domain/scim/answers";
import { createScimUser, listScimUsers } from "@/lib/domain/scim/users";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  handler: ({ ctx, query }) => answerList("User", query, (listing) => listScimUsers(ctx, listing)),
});

export const POST = defineScimRoute({
  handler: async ({ ctx, query, body }) => {
    const project = shownBy("User", query);
    return { resource: await createScimUser(ctx, body), project, status: 201 };
  },
});

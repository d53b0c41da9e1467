import { shownBy } from "@/lib/domain/scim/answers";
import { getScimGroup, patchScimGroup, removeScimGroup, replaceScimGroup } from "@/lib/domain/scim/groups";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  handler: async ({ ctx, id, query }) => {
    const project = shownBy("Group", query);
    return { resource: await getScimGroup(ctx, { id }), project };
  },
});

export const PUT = defineScimRoute({
  handler: async ({ ctx, id, query, body, ifMatch }) => {
    const project = shownBy("Group", query);
    return { resource: await replaceScimGroup(ctx, { id, body, ifMatch }), project };
  },
});

export const PATCH = defineScimRoute({
  handler: async ({ ctx, id, query, body, ifMatch }) => {
    const project = shownBy("Group", query);
    return { resource: await patchScimGroup(ctx, { id, body, ifMatch }), project };
  },
});

export const DELETE = defineScimRoute({
  handler: async ({ ctx, id, ifMatch }) => {
    await removeScimGroup(ctx, { id, ifMatch });
    return undefined;
  },
});

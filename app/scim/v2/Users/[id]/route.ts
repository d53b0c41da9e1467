import { shownBy } from "@/lib/domain/scim/answers";
import { getScimUser, patchScimUser, removeScimUser, replaceScimUser } from "@/lib/domain/scim/users";
import { defineScimRoute } from "@/lib/platform/http/scim";

export const GET = defineScimRoute({
  handler: async ({ ctx, id, query }) => {
    const project = shownBy("User", query);
    return { resource: await getScimUser(ctx, { id }), project };
  },
});

export const PUT = defineScimRoute({
  handler: async ({ ctx, id, query, body, ifMatch }) => {
    const project = shownBy("User", query);
    return { resource: await replaceScimUser(ctx, { id, body, ifMatch }), project };
  },
});

export const PATCH = defineScimRoute({
  handler: async ({ ctx, id, query, body, ifMatch }) => {
    const project = shownBy("User", query);
    return { resource: await patchScimUser(ctx, { id, body, ifMatch }), project };
  },
});

export const DELETE = defineScimRoute({
  handler: async ({ ctx, id, ifMatch }) => {
    await removeScimUser(ctx, { id, ifMatch });
    return undefined;
  },
});

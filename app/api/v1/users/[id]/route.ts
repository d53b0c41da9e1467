import { changePersonSchema, personParamsSchema, removePersonSchema } from "@/lib/contracts/people";
import { changePerson, removePerson, setDisabled } from "@/lib/domain/users-changing";
import { getPerson } from "@/lib/domain/users-reading";
import { defineRoute } from "@/lib/platform/http/route";

/** One person of the company. */
export const GET = defineRoute({
  access: "user:read",
  params: personParamsSchema,
  handler: ({ ctx, params }) => getPerson(ctx, params),
});

/** Renames somebody, gives them another role, shuts them out or lets them in again. */
export const PATCH = defineRoute({
  access: "user:manage",
  params: personParamsSchema,
  body: changePersonSchema,
  handler: ({ ctx, params, body }) =>
    "disabled" in body ? setDisabled(ctx, { ...params, ...body }) : changePerson(ctx, { ...params, ...body }),
});

/** Takes somebody out of the company for good. */
export const DELETE = defineRoute({
  access: "user:manage",
  params: personParamsSchema,
  body: removePersonSchema,
  handler: ({ ctx, params, body }) => removePerson(ctx, { ...params, ...body }),
});

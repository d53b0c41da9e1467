import { invitePersonSchema, listPeopleQuerySchema } from "@/lib/contracts/people";
import { invitePerson } from "@/lib/domain/users-changing";
import { listPeople } from "@/lib/domain/users-reading";
import { defineRoute } from "@/lib/platform/http/route";

/** People of the company, by name. */
export const GET = defineRoute({
  access: "user:read",
  query: listPeopleQuerySchema,
  handler: ({ ctx, query }) => listPeople(ctx, query),
});

/** Invites somebody by address. */
export const POST = defineRoute({
  access: "user:manage",
  body: invitePersonSchema,
  status: 201,
  handler: ({ ctx, body }) => invitePerson(ctx, body),
});

import { addMembersSchema, teamParamsSchema } from "@/lib/contracts/teams";
import { addTeamMembers } from "@/lib/domain/teams-managing";
import { defineRoute } from "@/lib/platform/http/route";

/** Puts people into the team. */
export const POST = defineRoute({
  access: "team:manage",
  params: teamParamsSchema,
  body: addMembersSchema,
  handler: ({ ctx, params, body }) => addTeamMembers(ctx, { ...params, ...body }),
});

import { memberParamsSchema, setLeadSchema } from "@/lib/contracts/teams";
import { removeTeamMember, setTeamLead } from "@/lib/domain/teams-managing";
import { defineRoute } from "@/lib/platform/http/route";

/** Makes a member lead the team, or no longer. */
export const PATCH = defineRoute({
  access: "team:manage",
  params: memberParamsSchema,
  body: setLeadSchema,
  handler: ({ ctx, params, body }) => setTeamLead(ctx, { ...params, ...body }),
});

/** Takes somebody out of the team. */
export const DELETE = defineRoute({
  access: "team:manage",
  params: memberParamsSchema,
  handler: ({ ctx, params }) => removeTeamMember(ctx, params),
});

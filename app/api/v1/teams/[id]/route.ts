import { renameTeamSchema, teamParamsSchema, teamQuerySchema } from "@/lib/contracts/teams";
import { getTeam } from "@/lib/domain/teams";
import { removeTeam, renameTeam } from "@/lib/domain/teams-managing";
import { defineRoute } from "@/lib/platform/http/route";

/** One team and its people. */
export const GET = defineRoute({
  access: "team:read_own",
  params: teamParamsSchema,
  query: teamQuerySchema,
  handler: ({ ctx, params, query }) => getTeam(ctx, { ...params, ...query }),
});

export const PATCH = defineRoute({
  access: "team:manage",
  params: teamParamsSchema,
  body: renameTeamSchema,
  handler: ({ ctx, params, body }) => renameTeam(ctx, { ...params, ...body }),
});

/** Takes the team away; its people stay. */
export const DELETE = defineRoute({
  access: "team:manage",
  params: teamParamsSchema,
  handler: ({ ctx, params }) => removeTeam(ctx, params),
});

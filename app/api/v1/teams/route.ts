import { createTeamSchema, listTeamsQuerySchema } from "@/lib/contracts/teams";
import { listTeams } from "@/lib/domain/teams";
import { createTeam } from "@/lib/domain/teams-managing";
import { defineRoute } from "@/lib/platform/http/route";

/** Teams by name; a manager is shown those they lead. */
export const GET = defineRoute({
  access: "team:read_own",
  query: listTeamsQuerySchema,
  handler: ({ ctx, query }) => listTeams(ctx, query),
});

/** Makes a team without anybody in it. */
export const POST = defineRoute({
  access: "team:manage",
  body: createTeamSchema,
  status: 201,
  handler: ({ ctx, body }) => createTeam(ctx, body),
});

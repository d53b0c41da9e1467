import { z } from "zod";
import { lineSchema, personStates } from "./people";
import { uuid } from "./session";
import { roles } from "./vocabulary";

export const teamNameSchema = lineSchema(100);
const version = z.iso.datetime().describe("`updatedAt` of what was read: a change in between is refused");

export const teamSchema = z
  .object({
    id: uuid,
    name: z.string(),
    members: z.number().int(),
    leads: z.array(z.object({ id: uuid, name: z.string() })).describe("who leads it"),
    provisioned: z.boolean().describe("a directory set it up and may change it"),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof teamSchema>;

export const teamMemberSchema = z.object({
  id: uuid,
  name: z.string(),
  leads: z.boolean(),
  email: z.string().nullable().describe("null for whoever leads the team alone"),
  role: z.enum(roles).nullable(),
  state: z.enum(personStates).nullable(),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;

export const teamDetailSchema = teamSchema
  .extend({ people: z.array(teamMemberSchema), nextCursor: z.string().nullable() })
  .meta({ id: "TeamDetail" });
export type TeamDetail = z.infer<typeof teamDetailSchema>;

export const teamsPageSchema = z
  .object({ items: z.array(teamSchema), nextCursor: z.string().nullable() })
  .meta({ id: "TeamsPage" });
export type TeamsPage = z.infer<typeof teamsPageSchema>;

const cursor = uuid.optional().describe("`nextCursor` of the page before");
const limit = z.coerce.number().int().min(1).max(100).optional().describe("rows per page, 25 unless told");

export const listTeamsQuerySchema = z.object({
  q: lineSchema(200).optional().describe("part of a name"),
  cursor,
  limit,
});
export type ListTeamsQuery = z.infer<typeof listTeamsQuerySchema>;
export const teamQuerySchema = z.object({ cursor, limit });

export const teamParamsSchema = z.object({ id: uuid.describe("id of a team") });
export const memberParamsSchema = teamParamsSchema.extend({ userId: uuid.describe("id of a person") });

export const createTeamSchema = z.strictObject({ name: teamNameSchema }).meta({ id: "CreateTeam" });
export const renameTeamSchema = z.strictObject({ name: teamNameSchema, updatedAt: version }).meta({ id: "RenameTeam" });
/** Most people who are put into a team at once. */
export const mostAdded = 100;
export const addMembersSchema = z
  .strictObject({ userIds: z.array(uuid).min(1).max(mostAdded) })
  .meta({ id: "AddMembers" });
export const setLeadSchema = z.strictObject({ leads: z.boolean() }).meta({ id: "SetLead" });

import { and, asc, eq, ilike, isNull, sql, type SQL } from "drizzle-orm";
import { teamMembers, teams, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { ListTeamsQuery, Team, TeamDetail, TeamMember, TeamsPage } from "@/lib/contracts/teams";
import { holds } from "@/lib/platform/auth/allow";
import { AppError } from "@/lib/platform/errors";
import { containing } from "./like-pattern";
import { stateOf } from "./users-reading";
import { defineVerb } from "./verb";

const pageSize = 25;

/** The teams this actor may see: all of them with `user:read` or to manage them, else those they lead. */
export const visibleTeams = (ctx: Ctx): SQL | undefined =>
  holds(ctx, "user:read") || holds(ctx, "team:manage")
    ? undefined
    : sql`exists (select from team_members l where l.team_id = ${teams.id} and l.user_id = ${ctx.actor.userId} and l.leads)`;

// In a list of columns drizzle leaves out the table: the inner queries name it themselves.
const columns = {
  id: teams.id,
  name: teams.name,
  externalId: teams.externalId,
  updatedAt: teams.updatedAt,
  members: sql<number>`(select count(*)::int from team_members m where m.team_id = teams.id)`,
  leads: sql<Team["leads"]>`coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name)
    order by lower(u.name)) from team_members m join users u on u.id = m.user_id
    where m.team_id = teams.id and m.leads), '[]'::jsonb)`,
};

type Row = Omit<Team, "provisioned" | "updatedAt"> & { externalId: string | null; updatedAt: Date };
const teamOf = ({ externalId, updatedAt, ...team }: Row): Team => ({
  ...team,
  provisioned: externalId !== null,
  updatedAt: updatedAt.toISOString(),
});

/** One team as the API shows it. Throws `not_found`, for one the actor may not see too. */
export async function showTeam(tx: Tx, ctx: Ctx, id: string): Promise<Team> {
  const [row] = await tx
    .select(columns)
    .from(teams)
    .where(and(eq(teams.id, id), visibleTeams(ctx)));
  if (!row) throw new AppError("not_found");
  return teamOf(row);
}

/** Teams by name: all of them for administrators and auditors, those they lead for managers. Throws `forbidden`. */
export const listTeams = defineVerb<ListTeamsQuery, TeamsPage>({
  name: "teams.list",
  permission: "team:read_own",
  audit: "none",
  run: async (tx, ctx, { q, cursor, limit = pageSize }) => {
    const after = cursor
      ? sql`(lower(${teams.name}), ${teams.id}) > (select lower(c.name), c.id from teams c where c.id = ${cursor})`
      : undefined;
    const found = await tx
      .select(columns)
      .from(teams)
      .where(and(visibleTeams(ctx), q ? ilike(teams.name, containing(q)) : undefined, after))
      .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id))
      .limit(limit + 1);
    const items = found.slice(0, limit).map(teamOf);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  },
});

/**
 * One team and its people by name. Whoever sees it as its lead alone is told names; nobody is told of practice here.
 * Throws `not_found`, for a team the actor may not see too.
 */
export const getTeam = defineVerb<{ id: string; cursor?: string | undefined; limit?: number | undefined }, TeamDetail>({
  name: "teams.get",
  permission: "team:read_own",
  audit: "none",
  run: async (tx, ctx, { id, cursor, limit = pageSize }) => {
    const team = await showTeam(tx, ctx, id);
    const after = cursor
      ? sql`(lower(${users.name}), ${users.id}) > (select lower(c.name), c.id from users c where c.id = ${cursor})`
      : undefined;
    const found = await tx
      .select({ person: users, leads: teamMembers.leads })
      .from(teamMembers)
      .innerJoin(users, eq(users.id, teamMembers.userId))
      .where(and(eq(teamMembers.teamId, id), isNull(users.removedAt), after))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
      .limit(limit + 1);
    const whole = holds(ctx, "user:read");
    const people = found.slice(0, limit).map(({ person, leads }): TeamMember => {
      const shown = whole ? { email: person.email, role: person.role, state: stateOf(person) } : null;
      return { id: person.id, name: person.name, leads, ...(shown ?? { email: null, role: null, state: null }) };
    });
    return { ...team, people, nextCursor: found.length > limit ? (people.at(-1)?.id ?? null) : null };
  },
});

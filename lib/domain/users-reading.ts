import { and, asc, count, eq, gt, ilike, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { apiKeys, logins, teamMembers, teams, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import {
  leadingRoles,
  type PeopleChoices,
  type ListPeopleQuery,
  type PeopleCounts,
  type PeoplePage,
  type Person,
  type PersonDetail,
  type PersonState,
} from "@/lib/contracts/people";
import { AppError } from "@/lib/platform/errors";
import { containing } from "./like-pattern";
import type { PersonRow } from "./people-changing";
import { defineVerb } from "./verb";

const pageSize = 25;
const mostChoices = 200;

export const stateOf = (row: Pick<PersonRow, "disabledAt" | "subject">): PersonState =>
  row.disabledAt ? "disabled" : row.subject === null ? "invited" : "active";

const inState: Record<PersonState, SQL | undefined> = {
  active: and(isNull(users.disabledAt), isNotNull(users.subject)),
  invited: and(isNull(users.disabledAt), isNull(users.subject)),
  disabled: isNotNull(users.disabledAt),
};

/** The order of every list of people, which no two share a place in. */
const place = sql`(lower(${users.name}), ${users.id})`;
const placeOf = (id: string) => sql`(select lower(p.name), p.id from users p where p.id = ${id})`;

async function teamsOf(tx: Tx, ids: string[]): Promise<Map<string, Person["teams"]>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ userId: teamMembers.userId, id: teams.id, name: teams.name, leads: teamMembers.leads })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(inArray(teamMembers.userId, ids))
    .orderBy(asc(sql`lower(${teams.name})`));
  const byPerson = Map.groupBy(found, ({ userId }) => userId);
  return new Map(
    [...byPerson].map(([person, rows]) => [person, rows.map(({ id, name, leads }) => ({ id, name, leads }))]),
  );
}

function personOf(row: PersonRow, memberships: Map<string, Person["teams"]>): Person {
  const { id, name, email, role, lastSeenAt, createdAt, updatedAt } = row;
  return {
    id,
    name,
    email,
    role,
    state: stateOf(row),
    teams: memberships.get(id) ?? [],
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** A row as the API shows it, with its teams. */
export async function showPerson(tx: Tx, row: PersonRow): Promise<Person> {
  return personOf(row, await teamsOf(tx, [row.id]));
}

function matching({ q, role, state, team }: ListPeopleQuery): SQL | undefined {
  return and(
    isNull(users.removedAt),
    q ? or(ilike(users.name, containing(q)), ilike(users.email, containing(q))) : undefined,
    role ? eq(users.role, role) : undefined,
    state ? inState[state] : undefined,
    team ? sql`exists (select from team_members m where m.user_id = ${users.id} and m.team_id = ${team})` : undefined,
  );
}

/** People of the tenant by name, those removed left out. Throws `forbidden`. */
export const listPeople = defineVerb<ListPeopleQuery, PeoplePage>({
  name: "users.list",
  permission: "user:read",
  audit: "none",
  run: async (tx, _ctx, { cursor, limit = pageSize, ...filter }) => {
    const found = await tx
      .select()
      .from(users)
      .where(and(matching(filter), cursor ? sql`${place} > ${placeOf(cursor)}` : undefined))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
      .limit(limit + 1);
    const rows = found.slice(0, limit);
    const memberships = await teamsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const nextCursor = found.length > limit ? (rows.at(-1)?.id ?? null) : null;
    return { items: rows.map((row) => personOf(row, memberships)), nextCursor };
  },
});

/** One person of the tenant. Throws `not_found`, for somebody removed too. */
export const getPerson = defineVerb<{ id: string }, PersonDetail>({
  name: "users.get",
  permission: "user:read",
  audit: "none",
  run: async (tx, _ctx, { id }) => {
    const [row] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, id), isNull(users.removedAt)));
    if (!row) throw new AppError("not_found");
    const [open] = await tx
      .select({ n: count() })
      .from(logins)
      .where(and(eq(logins.userId, id), isNull(logins.endedAt)));
    const [keys] = await tx
      .select({ n: count() })
      .from(apiKeys)
      .where(and(eq(apiKeys.userId, id), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, new Date())));
    const person = await showPerson(tx, row);
    return { ...person, logins: open?.n ?? 0, keys: keys?.n ?? 0, provisioned: row.externalId !== null };
  },
});

/** How many there are, by role and by state. */
export const countPeople = defineVerb<void, PeopleCounts>({
  name: "users.count",
  permission: "user:read",
  audit: "none",
  run: async (tx) => {
    const state = sql<PersonState>`case when ${users.disabledAt} is not null then 'disabled'
      when ${users.subject} is null then 'invited' else 'active' end`;
    const found = await tx
      .select({ role: users.role, state, n: count() })
      .from(users)
      .where(isNull(users.removedAt))
      .groupBy(users.role, state);
    const sum = (rows: typeof found) => rows.reduce((total, { n }) => total + n, 0);
    const by = <K extends string>(keys: Map<K, typeof found>) =>
      Object.fromEntries([...keys].map(([key, rows]) => [key, sum(rows)]));
    return {
      total: sum(found),
      byRole: by(Map.groupBy(found, (row) => row.role ?? "none")),
      byState: by(Map.groupBy(found, (row) => row.state)),
    };
  },
});

/** Who may lead a team, by name: to choose from, 200 at most. */
export const listLeads = defineVerb<void, PeopleChoices>({
  name: "users.list_leads",
  permission: "user:manage",
  audit: "none",
  run: async (tx) => {
    const found = await tx
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(and(isNull(users.disabledAt), inArray(users.role, [...leadingRoles])))
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
      .limit(mostChoices + 1);
    return { people: found.slice(0, mostChoices), more: found.length > mostChoices };
  },
});

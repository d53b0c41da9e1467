import { and, asc, eq, lt, sql, type SQL } from "drizzle-orm";
import { teamMembers, teams } from "@/db/schema";
import { rowsOf, type Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { smallestGroup, type Figure, type TeamAggregates } from "@/lib/contracts/privacy";
import { skills, type Skill } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import {
  figuresOf,
  medianOfSkill,
  practicesPerWeek,
  shareScored,
  type MemberRecord,
  type TeamMembers,
} from "./team-figures";
import { defineVerb } from "./verb";

const dayMs = 86_400_000;
const lengths = [30, 90] as const;

/**
 * The Monday, 00:00 UTC, with which the last whole week ended. Periods end there and move once a week: who looks every
 * day must not see what one person did yesterday as the difference of two numbers.
 */
export function lastClose(now: Date): Date {
  const day = Math.floor(now.getTime() / dayMs);
  // 1 January 1970 was a Thursday, three days after a Monday.
  return new Date((day - ((day + 3) % 7)) * dayMs);
}

/** A manager sees the teams they lead, administrators and auditors all. Throws `not_found`. */
async function assertMayRead(tx: Tx, ctx: Ctx, teamId: string): Promise<void> {
  const { role, userId } = ctx.actor;
  const leads = and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId), eq(teamMembers.leads, true));
  const found =
    role === "manager"
      ? await tx.select({ id: teamMembers.teamId }).from(teamMembers).where(leads)
      : await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId));
  if (found.length === 0) throw new AppError("not_found");
}

/**
 * All teams, oldest first, each with those who were members when the period closed. Who leads a team is not in its
 * numbers: who knows one part of five knows four.
 */
async function readTeams(tx: Tx, until: Date): Promise<TeamMembers[]> {
  const counted = and(eq(teamMembers.teamId, teams.id), eq(teamMembers.leads, false), lt(teamMembers.createdAt, until));
  const rows = await tx
    .select({ id: teams.id, member: teamMembers.userId })
    .from(teams)
    .leftJoin(teamMembers, counted)
    .orderBy(asc(teams.createdAt), asc(teams.id));
  const members = new Map<string, string[]>();
  for (const { id, member } of rows) members.set(id, [...(members.get(id) ?? []), ...(member ? [member] : [])]);
  return [...members].map(([id, of]) => ({ id, members: of }));
}

const within = (from: Date, until: Date): SQL => sql`p.outcome is not null and p.turn > 0
  and p.ended_at >= ${from.toISOString()}::timestamptz and p.ended_at < ${until.toISOString()}::timestamptz`;

/** What each person of the tenant did in a period. */
async function readRecords(tx: Tx, from: Date, until: Date): Promise<Map<string, MemberRecord>> {
  const recent = new Date(until.getTime() - 30 * dayMs).toISOString();
  const counted = rowsOf<Omit<MemberRecord, "skills">>(
    await tx.execute(sql`select p.user_id as "userId", count(*)::int as talks, count(e.score)::int as scored,
      count(*) filter (where p.ended_at < ${recent}::timestamptz)::int as earlier
      from practice_sessions p left join evaluations e on e.session_id = p.id and e.status = 'scored'
      where ${within(from, until)} group by 1`),
  );
  const judged = rowsOf<{ userId: string; skill: Skill; median: number }>(
    await tx.execute(sql`select p.user_id as "userId", s->>'skill' as skill,
      percentile_cont(0.5) within group (order by (s->>'score')::float8) as median
      from practice_sessions p join evaluations e on e.session_id = p.id and e.status = 'scored'
      cross join lateral jsonb_array_elements(e.result->'skills') s
      where ${within(from, until)} and s->>'score' is not null group by 1, 2`),
  );
  const records = new Map(counted.map((row): [string, MemberRecord] => [row.userId, { ...row, skills: {} }]));
  for (const { userId, skill, median } of judged) {
    const record = records.get(userId);
    if (record) record.skills[skill] = median;
  }
  return records;
}

const isoDay = (at: Date) => at.toISOString().slice(0, 10);
const nobody: Figure = { value: null, withheld: "too_few" };

async function readPeriod(
  tx: Tx,
  { teamId, days, until }: { teamId: string; days: (typeof lengths)[number]; until: Date },
): Promise<TeamAggregates["periods"][number]> {
  const from = new Date(until.getTime() - days * dayMs);
  const all = await readTeams(tx, until);
  const records = await readRecords(tx, from, until);
  const figure = (measure: Parameters<typeof figuresOf>[2]) => figuresOf(all, records, measure).get(teamId) ?? nobody;
  return {
    days,
    from: isoDay(from),
    until: isoDay(until),
    practicesPerWeek: figure(practicesPerWeek(days)),
    shareScored: figure(shareScored),
    skills: skills.map((skill) => ({ skill, median: figure(medianOfSkill(skill)) })),
  };
}

/**
 * What a team did together in the last 30 and 90 days. No number is about fewer than `smallestGroup` people, see
 * `figuresOf`. Throws `not_found` for a team that is not there or not the manager's.
 */
export const getTeamAggregates = defineVerb<{ teamId: string; now?: Date }, TeamAggregates>({
  name: "team_aggregates.get",
  permission: "team:read_own",
  reach: "tenant",
  audit: "none",
  run: async (tx, ctx, { teamId, now = new Date() }) => {
    await assertMayRead(tx, ctx, teamId);
    const until = lastClose(now);
    const periods: TeamAggregates["periods"] = [];
    for (const days of lengths) periods.push(await readPeriod(tx, { teamId, days, until }));
    return { teamId, smallestGroup, periods };
  },
});

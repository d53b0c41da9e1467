import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { lockPeople } from "@/db/last-admin";
import { teamMembers, teams, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { AppError } from "@/lib/platform/errors";
import { assertUnchanged, nextMoment } from "./people-changing";
import { assertMayLead } from "./people-removing";

/** What may become of a team, for the console, the API and provisioning alike; like `people-changing.ts` it audits nothing. */
export type TeamRow = typeof teams.$inferSelect;
type Within = Pick<Ctx, "tenantId">;

/** The team, locked until the transaction ends. Throws `not_found`. */
export async function findTeam(tx: Tx, id: string): Promise<TeamRow> {
  const [row] = await tx.select().from(teams).where(eq(teams.id, id)).for("update");
  if (!row) throw new AppError("not_found");
  return row;
}

/** Throws `already_exists` for a name that another team has, in whatever case. */
async function assertNameFree(tx: Tx, name: string, but?: string): Promise<void> {
  const found = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(sql`lower(${teams.name}) = lower(${name})`);
  if (found.some(({ id }) => id !== but)) throw new AppError("already_exists");
}

/** Throws `already_exists`. */
export async function addTeam(
  tx: Tx,
  ctx: Within,
  { name, externalId = null }: { name: string; externalId?: string | null },
): Promise<TeamRow> {
  await lockPeople(tx, ctx.tenantId);
  await assertNameFree(tx, name);
  const [row] = await tx
    .insert(teams)
    .values({ tenantId: ctx.tenantId, name, externalId })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new AppError("already_exists");
  return row;
}

/** `seen`: the `updatedAt` the change was decided on. Throws `not_found`, `version_conflict`, `already_exists`. */
export async function updateTeam(
  tx: Tx,
  ctx: Within,
  { id, change, seen }: { id: string; change: { name?: string; externalId?: string | null }; seen?: string },
): Promise<{ before: TeamRow; after: TeamRow }> {
  await lockPeople(tx, ctx.tenantId);
  const before = await findTeam(tx, id);
  assertUnchanged(before, seen);
  if (change.name !== undefined) await assertNameFree(tx, change.name, id);
  const [after] = await tx
    .update(teams)
    .set({ ...change, updatedAt: nextMoment(before.updatedAt) })
    .where(eq(teams.id, id))
    .returning();
  if (!after) throw new AppError("not_found");
  return { before, after };
}

/** Its people stay. Throws `not_found`. */
export async function deleteTeam(tx: Tx, ctx: Within, { id }: { id: string }): Promise<TeamRow> {
  await lockPeople(tx, ctx.tenantId);
  const row = await findTeam(tx, id);
  await tx.delete(teams).where(eq(teams.id, id));
  return row;
}

async function touch(tx: Tx, row: TeamRow): Promise<void> {
  await tx
    .update(teams)
    .set({ updatedAt: nextMoment(row.updatedAt) })
    .where(eq(teams.id, row.id));
}

/** Puts people into a team. Returns those who were not in it before. Throws `not_found` for a team or a person. */
export async function addMembers(
  tx: Tx,
  ctx: Within,
  { id, userIds }: { id: string; userIds: string[] },
): Promise<string[]> {
  await lockPeople(tx, ctx.tenantId);
  const team = await findTeam(tx, id);
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return [];
  const known = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, wanted), isNull(users.removedAt)));
  if (known.length < wanted.length) throw new AppError("not_found");
  const added = await tx
    .insert(teamMembers)
    .values(wanted.map((userId) => ({ tenantId: ctx.tenantId, teamId: id, userId })))
    .onConflictDoNothing()
    .returning({ userId: teamMembers.userId });
  if (added.length > 0) await touch(tx, team);
  return added.map(({ userId }) => userId);
}

/** Throws `not_found` for a team, and for a person who is not in it. */
export async function removeMember(
  tx: Tx,
  ctx: Within,
  { id, userId }: { id: string; userId: string },
): Promise<{ led: boolean }> {
  await lockPeople(tx, ctx.tenantId);
  const team = await findTeam(tx, id);
  const [gone] = await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, id), eq(teamMembers.userId, userId)))
    .returning({ leads: teamMembers.leads });
  if (!gone) throw new AppError("not_found");
  await touch(tx, team);
  return { led: gone.leads };
}

/**
 * Makes a member lead the team, or no longer. Throws `not_found` for a team, and for a person who is not in it;
 * `invalid_request` for somebody whose role leads no team.
 */
export async function setLead(
  tx: Tx,
  ctx: Within,
  { id, userId, leads }: { id: string; userId: string; leads: boolean },
): Promise<{ led: boolean }> {
  await lockPeople(tx, ctx.tenantId);
  const team = await findTeam(tx, id);
  const ofMember = and(eq(teamMembers.teamId, id), eq(teamMembers.userId, userId));
  const [before] = await tx.select({ led: teamMembers.leads }).from(teamMembers).where(ofMember);
  if (!before) throw new AppError("not_found");
  if (leads) await assertMayLead(tx, ctx, userId, "leads");
  await tx.update(teamMembers).set({ leads }).where(ofMember);
  await touch(tx, team);
  return before;
}

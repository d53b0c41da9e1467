import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { barOf } from "@/db/arrivals";
import { lockPeople } from "@/db/last-admin";
import { apiKeys, memories, practiceSessions, shares, teamMembers, teams, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { leadingRoles } from "@/lib/contracts/people";
import { AppError } from "@/lib/platform/errors";
import { endLoginsOf } from "./logins";
import { assertAdminRemains, assertUnchanged, findPerson, nextMoment, type Changed } from "./people-changing";

type Within = Pick<Ctx, "tenantId">;

export interface Removal {
  id: string;
  /** erased with everything said and judged in it, or kept under no name for nobody to read until it is due */
  practice: "erase" | "keep";
  /** who leads the teams they led; null leaves those without a lead */
  successorId: string | null;
  /** the `updatedAt` the removal was decided on */
  seen?: string | undefined;
  /** erased at their own wish, they may come back as somebody new; else the same account stays out until it is invited */
  mayReturn?: boolean;
}

export interface Removed extends Changed {
  /** teams somebody else leads now, or nobody does */
  ledTeams: string[];
  revokedKeys: number;
  erasedTalks: number;
}

/** Somebody who may lead a team. Throws `invalid_request` naming `field`. */
export async function assertMayLead(tx: Tx, ctx: Within, userId: string, field: string): Promise<void> {
  const [row] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.tenantId, ctx.tenantId), isNull(users.disabledAt)));
  if (!leadingRoles.some((role) => role === row?.role)) {
    throw new AppError("invalid_request", { fields: { [field]: "a manager or an administrator who is not disabled" } });
  }
}

/** Hands the teams somebody leads to another, and takes them out of all. Returns the ids of the teams they led. */
async function leaveTeams(tx: Tx, ctx: Within, id: string, successorId: string | null): Promise<string[]> {
  const left = await tx.delete(teamMembers).where(eq(teamMembers.userId, id)).returning();
  const led = left.filter(({ leads }) => leads).map(({ teamId }) => teamId);
  if (led.length === 0) return [];
  if (successorId) {
    await tx
      .insert(teamMembers)
      .values(led.map((teamId) => ({ tenantId: ctx.tenantId, teamId, userId: successorId, leads: true })))
      .onConflictDoUpdate({ target: [teamMembers.teamId, teamMembers.userId], set: { leads: true } });
  }
  await tx
    .update(teams)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(inArray(teams.id, led));
  return led;
}

/** Revokes the keys that act as somebody. Returns how many were open. */
async function revokeKeysOf(tx: Tx, userId: string): Promise<number> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return revoked.length;
}

/** Everything somebody said, was told and was judged by. Returns how many talks there were. */
async function erasePractice(tx: Tx, userId: string): Promise<number> {
  await tx.delete(memories).where(eq(memories.userId, userId));
  const erased = await tx
    .delete(practiceSessions)
    .where(eq(practiceSessions.userId, userId))
    .returning({ id: practiceSessions.id });
  return erased.length;
}

/**
 * Takes a person out of the tenant: sign-ins, keys and links end, teams pass on, and of the row a tombstone stays that
 * the audit log can point at. The address is free again, and the account they signed in with is barred. Throws `not_found`, `version_conflict`, `last_admin`,
 * `invalid_request` for a successor who cannot lead.
 */
export async function removePerson(tx: Tx, ctx: Within, removal: Removal): Promise<Removed> {
  const { id, practice, successorId, seen, mayReturn = false } = removal;
  await lockPeople(tx, ctx.tenantId);
  const before = await findPerson(tx, ctx, id);
  const { issuer, subject } = before;
  assertUnchanged(before, seen);
  await assertAdminRemains(tx, ctx, before);
  if (successorId === id) throw new AppError("invalid_request", { fields: { successorId: "somebody else" } });
  if (successorId) await assertMayLead(tx, ctx, successorId, "successorId");
  const ledTeams = await leaveTeams(tx, ctx, id, successorId);
  const revokedKeys = await revokeKeysOf(tx, id);
  const now = nextMoment(before.updatedAt);
  await tx
    .update(shares)
    .set({ revokedAt: now })
    .where(and(eq(shares.createdBy, id), isNull(shares.revokedAt)));
  const erasedTalks = practice === "erase" ? await erasePractice(tx, id) : 0;
  await endLoginsOf(tx, id);
  const [after] = await tx
    .update(users)
    .set({
      name: "Removed person",
      email: `removed-${id}@invalid`,
      issuer: null,
      subject: null,
      barredSubject: mayReturn || issuer === null || subject === null ? null : barOf(ctx.tenantId, issuer, subject),
      externalId: null,
      role: null,
      disabledAt: before.disabledAt ?? now,
      removedAt: now,
      updatedAt: now,
    })
    .where(eq(users.id, id))
    .returning();
  if (!after) throw new AppError("not_found");
  return { before, after, ledTeams, revokedKeys, erasedTalks };
}

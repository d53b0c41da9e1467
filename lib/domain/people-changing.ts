import { and, eq, isNull, sql } from "drizzle-orm";
import { lockPeople, otherAdminRemains } from "@/db/last-admin";
import { teamMembers, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { leadingRoles } from "@/lib/contracts/people";
import type { Role } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { endLoginsOf } from "./logins";

/**
 * What may become of a person, for the console, the API, provisioning and the command line alike. Each step runs in the
 * caller's transaction and writes no audit row: its caller does.
 */
export type PersonRow = typeof users.$inferSelect;
type Within = Pick<Ctx, "tenantId">;

export interface Invitation {
  email: string;
  /** as the address until they sign in, unless told */
  name?: string | undefined;
  role: Role | null;
  externalId?: string | null;
}

export interface PersonChange {
  name?: string | undefined;
  email?: string | undefined;
  role?: Role | null | undefined;
  externalId?: string | null | undefined;
  disabled?: boolean | undefined;
}

/** How somebody was and is, for the caller's answer and its audit row. */
export interface Changed {
  before: PersonRow;
  after: PersonRow;
}

/** What the audit log keeps of a person: nothing that an erased person's name could be read from. */
export const standingOf = (row: Pick<PersonRow, "role" | "disabledAt" | "removedAt">) => ({
  role: row.role,
  disabled: row.disabledAt !== null,
  ...(row.removedAt && { removed: true }),
});

const sameAddress = (email: string) => sql`lower(${users.email}) = lower(${email})`;

/** The person, or what is left of one who was removed, locked until the transaction ends. Throws `not_found`. */
export async function findAnyone(tx: Tx, ctx: Within, id: string): Promise<PersonRow> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.tenantId, ctx.tenantId)))
    .for("update");
  if (!row) throw new AppError("not_found");
  return row;
}

/** The person, locked until the transaction ends. Throws `not_found`, for somebody removed too. */
export async function findPerson(tx: Tx, ctx: Within, id: string): Promise<PersonRow> {
  const row = await findAnyone(tx, ctx, id);
  if (row.removedAt) throw new AppError("not_found");
  return row;
}

/**
 * Whoever has this very address, in whatever case; undefined when nobody has. Throws `unprocessable` when several have:
 * nothing is done to one of them by a guess.
 */
export async function findByAddress(tx: Tx, ctx: Within, email: string): Promise<PersonRow | undefined> {
  const found = await tx
    .select()
    .from(users)
    .where(and(eq(users.tenantId, ctx.tenantId), isNull(users.removedAt), sameAddress(email.trim())))
    .limit(2);
  if (found.length > 1) throw new AppError("unprocessable", { detail: "Several people have this address." });
  return found[0];
}

/** Throws `version_conflict` unless the row is as its reader saw it. `seen` is an `updatedAt` as the API gives it. */
export function assertUnchanged(row: { updatedAt: Date }, seen: string | undefined): void {
  if (seen !== undefined && Date.parse(seen) !== row.updatedAt.getTime()) throw new AppError("version_conflict");
}

/** When a change is made: never the moment of the change before, so that it can tell the two apart. */
export const nextMoment = (before: Date) => new Date(Math.max(Date.now(), before.getTime() + 1));

/** Throws `last_admin` when nobody would administer the tenant without this person. */
export async function assertAdminRemains(tx: Tx, ctx: Within, without: PersonRow): Promise<void> {
  if (without.role !== "admin" || without.disabledAt) return;
  if (!(await otherAdminRemains(tx, ctx.tenantId, without))) throw new AppError("last_admin");
}

async function assertAddressFree(tx: Tx, ctx: Within, email: string, but?: string): Promise<void> {
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.tenantId, ctx.tenantId), isNull(users.removedAt), sameAddress(email)));
  if (found.some(({ id }) => id !== but)) throw new AppError("already_exists");
}

/** Makes somebody known by address; the first sign-in with it is theirs. Throws `already_exists`. */
export async function invitePerson(tx: Tx, ctx: Within, invitation: Invitation): Promise<PersonRow> {
  const { email, name = email, role, externalId = null } = invitation;
  await lockPeople(tx, ctx.tenantId);
  await assertAddressFree(tx, ctx, email);
  const values = { tenantId: ctx.tenantId, email, name, role, externalId };
  const [row] = await tx.insert(users).values(values).onConflictDoNothing().returning();
  if (!row) throw new AppError("already_exists");
  return row;
}

/**
 * Changes what is told of a person. Another role, or none, and a disabling end their sign-ins; a role that leads no team
 * ends their leading. `seen`: the `updatedAt` the change was decided on. Throws `not_found`, `version_conflict`,
 * `already_exists`, `last_admin`.
 */
export async function updatePerson(
  tx: Tx,
  ctx: Within,
  { id, change, seen }: { id: string; change: PersonChange; seen?: string | undefined },
): Promise<Changed> {
  await lockPeople(tx, ctx.tenantId);
  const before = await findPerson(tx, ctx, id);
  assertUnchanged(before, seen);
  const { disabled, ...told } = change;
  if (told.email !== undefined) await assertAddressFree(tx, ctx, told.email, id);
  const moved = told.role !== undefined && told.role !== before.role;
  const shut = disabled === true && !before.disabledAt;
  if (moved || shut) await assertAdminRemains(tx, ctx, before);
  const updatedAt = nextMoment(before.updatedAt);
  const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? updatedAt) : null;
  const [after] = await tx
    .update(users)
    .set({ ...told, disabledAt, updatedAt })
    .where(eq(users.id, id))
    .returning();
  if (!after) throw new AppError("not_found");
  if (moved || shut) await endLoginsOf(tx, id);
  if (moved && !leadingRoles.some((role) => role === after.role)) {
    await tx.update(teamMembers).set({ leads: false }).where(eq(teamMembers.userId, id));
  }
  return { before, after };
}

/** Lets nobody in as this person until they are enabled again; keys that act as them are refused meanwhile. */
export function disablePerson(tx: Tx, ctx: Within, { id, seen }: { id: string; seen?: string }): Promise<Changed> {
  return updatePerson(tx, ctx, { id, seen, change: { disabled: true } });
}

/** Takes a disabling back; they sign in anew. */
export function enablePerson(tx: Tx, ctx: Within, { id, seen }: { id: string; seen?: string }): Promise<Changed> {
  return updatePerson(tx, ctx, { id, seen, change: { disabled: false } });
}

import { asc, eq, inArray } from "drizzle-orm";
import { teamMembers, teams, tenants, type users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { urn } from "@/lib/contracts/scim/attributes";
import type { UserInput } from "@/lib/contracts/scim/messages";
import type { ScimUser } from "@/lib/contracts/scim/resources";
import type { Role } from "@/lib/contracts/vocabulary";
import { ScimError } from "@/lib/platform/http/scim-error";
import type { Json } from "./canonical";
import { locationOf } from "./location";
import { versionOf } from "@/lib/platform/http/scim-version";

export type UserRow = typeof users.$inferSelect;
type Groups = ScimUser["groups"];

/** The teams of each of these people. */
export async function groupsOf(tx: Tx, userIds: string[]): Promise<Map<string, Groups>> {
  const found = new Map<string, Groups>();
  if (userIds.length === 0) return found;
  const rows = await tx
    .select({ userId: teamMembers.userId, id: teams.id, name: teams.name })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(inArray(teamMembers.userId, userIds))
    .orderBy(asc(teams.name), asc(teams.id));
  for (const { userId, id, name } of rows) {
    const group = { value: id, $ref: locationOf("Group", id), display: name, type: "direct" as const };
    found.set(userId, [...(found.get(userId) ?? []), group]);
  }
  return found;
}

/** A person as a provisioning client sees them. */
export function showUser(row: UserRow, groups: Groups): ScimUser {
  return {
    schemas: [urn.user],
    id: row.id,
    ...(row.externalId !== null && { externalId: row.externalId }),
    userName: row.email,
    name: { formatted: row.name },
    displayName: row.name,
    emails: [{ value: row.email, type: "work", primary: true }],
    active: row.disabledAt === null,
    roles: row.role ? [{ value: row.role, primary: true }] : [],
    groups,
    meta: {
      resourceType: "User",
      created: row.createdAt.toISOString(),
      lastModified: row.updatedAt.toISOString(),
      location: locationOf("User", row.id),
      version: versionOf(row.updatedAt),
    },
  };
}

/** What of a person a PATCH can change, in the form it changes. */
export function writableUser(row: UserRow): Json {
  return {
    userName: row.email,
    ...(row.externalId !== null && { externalId: row.externalId }),
    displayName: row.name,
    name: { formatted: row.name },
    active: row.disabledAt === null,
    ...(row.role && { roles: [{ value: row.role, primary: true }] }),
  };
}

const han = /^\p{Script=Han}+$/u;

function joined(name: UserInput["name"]): string | undefined {
  const { givenName, familyName } = name ?? {};
  if (!givenName || !familyName) return givenName ?? familyName;
  return han.test(givenName) && han.test(familyName) ? `${familyName}${givenName}` : `${givenName} ${familyName}`;
}

/** The one name of a resource that was sent as a whole. */
export function nameOf({ displayName, name, userName }: UserInput): string {
  return (displayName ?? name?.formatted ?? joined(name) ?? userName).slice(0, 200);
}

/** The one name after a PATCH: whichever form of it was changed, both parts together or none. */
export function changedName(input: UserInput, before: string): string {
  const { displayName, name } = input;
  const both = name?.givenName && name.familyName ? joined(name) : undefined;
  const told = [displayName, name?.formatted].find((form) => form !== undefined && form !== before);
  return (told ?? both ?? before).slice(0, 200);
}

/** The role that was sent; undefined when none was. Throws `invalidValue` when it is not clear which. */
export function sentRole(sent: UserInput["roles"]): Role | undefined {
  const roles = sent ?? [];
  const primary = roles.filter((role) => role.primary === true);
  const told = new Set((primary.length > 0 ? primary : roles).map(({ value }) => value));
  if (told.size > 1) throw new ScimError("invalidValue", "A person has one role: mark one as primary.");
  return [...told][0];
}

/** What somebody of this address is when nothing says more: as the sign-in policy has it for the domain, else a trainee. */
export async function usualRole(tx: Tx, email: string): Promise<Role> {
  // Row-level security leaves one tenant to be read: one's own.
  const [tenant] = await tx.select({ policy: tenants.signInPolicy }).from(tenants);
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const byDomain = new Map(Object.entries(tenant?.policy.domainRoles ?? {}));
  return byDomain.get(domain) ?? "trainee";
}

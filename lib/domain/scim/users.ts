import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { lockPeople } from "@/db/last-admin";
import { users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { userInputSchema, type UserInput } from "@/lib/contracts/scim/messages";
import type { ScimUser } from "@/lib/contracts/scim/resources";
import { AppError } from "@/lib/platform/errors";
import { ScimError } from "@/lib/platform/http/scim-error";
import { findPerson, invitePerson, standingOf, updatePerson, type PersonChange } from "../people-changing";
import { removePerson } from "../people-removing";
import { defineVerb } from "../verb";
import { canonicalResource } from "./canonical";
import { applyPatch, readPatch } from "./patch";
import { pageOf, type Listed, type Listing } from "./listing";
import * as resource from "./user-resource";
import { assertVersion, versionOf } from "@/lib/platform/http/scim-version";

type UserRow = resource.UserRow;
const provision = "scim:provision" as const;
const subject = ({ id }: { id: string }) => `user:${id}`;

async function shown(tx: Tx, row: UserRow): Promise<ScimUser> {
  return resource.showUser(row, (await resource.groupsOf(tx, [row.id])).get(row.id) ?? []);
}

/** The people a filter picks, of those who were not removed. Throws `invalidFilter`, `invalidValue`. */
export const listScimUsers = defineVerb<Listing, Listed<ScimUser>>({
  name: "scim.list_users",
  permission: provision,
  audit: "none",
  run: async (tx, _, listing) => {
    const { where, orderBy, offset, limit } = pageOf("User", listing);
    const present = and(isNull(users.removedAt), where);
    const [{ total } = { total: 0 }] = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(users)
      .where(present);
    const rows =
      limit === 0
        ? []
        : await tx
            .select()
            .from(users)
            .where(present)
            .orderBy(...orderBy, asc(users.createdAt), asc(users.id))
            .limit(limit)
            .offset(offset);
    const ids = rows.map(({ id }) => id);
    const groups = listing.shows("groups") ? await resource.groupsOf(tx, ids) : new Map<string, never>();
    return { total, resources: rows.map((row) => resource.showUser(row, groups.get(row.id) ?? [])) };
  },
});

/** Throws `not_found`. */
export const getScimUser = defineVerb<{ id: string }, ScimUser>({
  name: "scim.get_user",
  permission: provision,
  audit: "none",
  run: async (tx, _, { id }) => {
    const [row] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, id), isNull(users.removedAt)));
    if (!row) throw new AppError("not_found");
    return shown(tx, row);
  },
});

interface Written {
  before: UserRow | null;
  after: UserRow;
  shown: ScimUser;
}

/** What the log keeps: what somebody may do, and which of the rest changed, never a name or an address. */
function detail(_: unknown, { before, after }: Written): Record<string, unknown> {
  const told = { name: "name", email: "userName", externalId: "externalId" } as const;
  const changed = Object.entries(told).flatMap(([column, name]) => {
    // Sound: the keys of the object above, each a column.
    const key = column as keyof typeof told;
    return before && before[key] !== after[key] ? [name] : [];
  });
  return changed.length > 0 ? { changed } : {};
}
const change = (_: unknown, { before, after }: Written) => ({
  before: before ? standingOf(before) : {},
  after: standingOf(after),
});

/** Throws `uniqueness` when somebody else has the client's own id. */
async function assertOwnIdFree(tx: Tx, externalId: string | null | undefined, but?: string): Promise<void> {
  if (!externalId) return;
  const mine = and(eq(users.externalId, externalId), but === undefined ? undefined : ne(users.id, but));
  const [taken] = await tx.select({ id: users.id }).from(users).where(mine);
  if (taken) throw new ScimError("uniqueness", "Another person has this externalId.");
}

const createOne = defineVerb<UserInput, Written>({
  name: "scim.create_user",
  permission: provision,
  audit: { action: "scim.user_create", subject: (_, { after }) => subject(after), detail, change },
  run: async (tx, ctx, input) => {
    await lockPeople(tx, ctx.tenantId);
    await assertOwnIdFree(tx, input.externalId);
    const { userName: email, externalId = null } = input;
    const role = resource.sentRole(input.roles) ?? (await resource.usualRole(tx, email));
    const made = await invitePerson(tx, ctx, { email, name: resource.nameOf(input), role, externalId });
    const { after } =
      input.active === false
        ? await updatePerson(tx, ctx, { id: made.id, change: { disabled: true } })
        : { after: made };
    return { before: null, after, shown: await shown(tx, after) };
  },
});

/** Makes a person known, as an invitation does. Throws `uniqueness`, `invalidValue`. */
export const createScimUser = async (ctx: Ctx, body: unknown): Promise<ScimUser> =>
  (await createOne(ctx, userInputSchema.parse(canonicalResource("User", body)))).shown;

type Rewrite = { id: string; ifMatch: string | null; rewrite: (tx: Tx, row: UserRow) => Promise<PersonChange> };

const rewriteOne = defineVerb<Rewrite, Written>({
  name: "scim.change_user",
  permission: provision,
  audit: { action: "scim.user_update", subject, detail, change },
  run: async (tx, ctx, { id, ifMatch, rewrite }) => {
    await lockPeople(tx, ctx.tenantId);
    const row = await findPerson(tx, ctx, id);
    assertVersion(ifMatch, versionOf(row.updatedAt));
    const wanted = await rewrite(tx, row);
    await assertOwnIdFree(tx, wanted.externalId, id);
    const { before, after } = isChange(row, wanted)
      ? await updatePerson(tx, ctx, { id, change: wanted })
      : { before: row, after: row };
    return { before, after, shown: await shown(tx, after) };
  },
});

/** Whether anything would become different: what says again how things are leaves the version alone. */
function isChange(row: UserRow, { disabled, ...told }: PersonChange): boolean {
  if (disabled !== undefined && disabled !== (row.disabledAt !== null)) return true;
  const now = new Map<string, unknown>(Object.entries(row));
  return Object.entries(told).some(([name, value]) => value !== undefined && value !== now.get(name));
}

/**
 * Puts a person as the client says. A role that is not sent stays, or a directory that knows of none would make
 * everybody a trainee. Throws `not_found`, `precondition_failed`, `uniqueness`, `invalidValue`, `last_admin`.
 */
export async function replaceScimUser(
  ctx: Ctx,
  { id, ifMatch, body }: { id: string; ifMatch: string | null; body: unknown },
): Promise<ScimUser> {
  const input = userInputSchema.parse(canonicalResource("User", body));
  const rewrite = async (tx: Tx, row: UserRow): Promise<PersonChange> => ({
    email: input.userName,
    name: resource.nameOf(input),
    externalId: input.externalId ?? null,
    role: input.roles ? (resource.sentRole(input.roles) ?? (await resource.usualRole(tx, input.userName))) : row.role,
    disabled: input.active === undefined ? row.disabledAt !== null : !input.active,
  });
  return (await rewriteOne(ctx, { id, ifMatch, rewrite })).shown;
}

/** Throws what `replaceScimUser` throws, and `noTarget`, `invalidPath`, `mutability`. */
export async function patchScimUser(
  ctx: Ctx,
  { id, ifMatch, body }: { id: string; ifMatch: string | null; body: unknown },
): Promise<ScimUser> {
  const operations = readPatch(body);
  const rewrite = async (tx: Tx, row: UserRow): Promise<PersonChange> => {
    const input = userInputSchema.parse(applyPatch("User", resource.writableUser(row), operations));
    const role = resource.sentRole(input.roles);
    return {
      email: input.userName,
      name: resource.changedName(input, row.name),
      externalId: input.externalId ?? null,
      role: role ?? (row.role ? await resource.usualRole(tx, input.userName) : null),
      disabled: input.active === undefined ? row.disabledAt !== null : !input.active,
    };
  };
  return (await rewriteOne(ctx, { id, ifMatch, rewrite })).shown;
}

const removeOne = defineVerb<{ id: string; ifMatch: string | null }, { revokedKeys: number; ledTeams: string[] }>({
  name: "scim.remove_user",
  permission: provision,
  reach: "tenant",
  audit: {
    action: "scim.user_remove",
    subject,
    detail: (_, { revokedKeys, ledTeams }) => ({ revokedKeys, ledTeams }),
  },
  run: async (tx, ctx, { id, ifMatch }) => {
    await lockPeople(tx, ctx.tenantId);
    const row = await findPerson(tx, ctx, id);
    assertVersion(ifMatch, versionOf(row.updatedAt));
    // A directory that lets somebody go does not decide that their talks are erased: the tenant's retention does.
    return removePerson(tx, ctx, { id, practice: "keep", successorId: null });
  },
});

/** Takes a person out of the tenant for good. Throws `not_found`, `precondition_failed`, `last_admin`. */
export const removeScimUser = async (ctx: Ctx, input: { id: string; ifMatch: string | null }): Promise<void> => {
  await removeOne(ctx, input);
};

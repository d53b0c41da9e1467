import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { lockPeople } from "@/db/last-admin";
import { teamMembers, teams, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { urn } from "@/lib/contracts/scim/attributes";
import { groupInputSchema, type GroupInput } from "@/lib/contracts/scim/messages";
import type { ScimGroup } from "@/lib/contracts/scim/resources";
import { AppError } from "@/lib/platform/errors";
import { ScimError } from "@/lib/platform/http/scim-error";
import { addMembers, addTeam, deleteTeam, findTeam, updateTeam, type TeamRow } from "../team-changing";
import { defineVerb } from "../verb";
import { canonicalResource } from "./canonical";
import { pageOf, type Listed, type Listing } from "./listing";
import { locationOf } from "./location";
import { applyPatch, readPatch } from "./patch";
import { assertVersion, versionOf } from "@/lib/platform/http/scim-version";

type Members = ScimGroup["members"];
const provision = "scim:provision" as const;
const subject = ({ id }: { id: string }) => `team:${id}`;

/** Who is in each of these teams. */
async function membersOf(tx: Tx, teamIds: string[]): Promise<Map<string, Members>> {
  const found = new Map<string, Members>(teamIds.map((id) => [id, []]));
  if (teamIds.length === 0) return found;
  const rows = await tx
    .select({ teamId: teamMembers.teamId, id: users.id, name: users.name })
    .from(teamMembers)
    .innerJoin(users, eq(users.id, teamMembers.userId))
    .where(and(inArray(teamMembers.teamId, teamIds), isNull(users.removedAt)))
    .orderBy(asc(teamMembers.createdAt), asc(users.id));
  for (const { teamId, id, name } of rows) {
    found.get(teamId)?.push({ value: id, $ref: locationOf("User", id), display: name, type: "User" });
  }
  return found;
}

/** A team as a provisioning client sees it. */
function showGroup(row: TeamRow, members: Members): ScimGroup {
  return {
    schemas: [urn.group],
    id: row.id,
    ...(row.externalId !== null && { externalId: row.externalId }),
    displayName: row.name,
    members,
    meta: {
      resourceType: "Group",
      created: row.createdAt.toISOString(),
      lastModified: row.updatedAt.toISOString(),
      location: locationOf("Group", row.id),
      version: versionOf(row.updatedAt),
    },
  };
}

/** The team as it stands: its members move its version, so it is read anew. */
async function shown(tx: Tx, id: string): Promise<ScimGroup> {
  const [row] = await tx.select().from(teams).where(eq(teams.id, id));
  if (!row) throw new AppError("not_found");
  return showGroup(row, (await membersOf(tx, [id])).get(id) ?? []);
}

/** The teams a filter picks. Throws `invalidFilter`, `invalidValue`. */
export const listScimGroups = defineVerb<Listing, Listed<ScimGroup>>({
  name: "scim.list_groups",
  permission: provision,
  audit: "none",
  run: async (tx, _, listing) => {
    const { where, orderBy, offset, limit } = pageOf("Group", listing);
    const [{ total } = { total: 0 }] = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(teams)
      .where(where);
    const rows =
      limit === 0
        ? []
        : await tx
            .select()
            .from(teams)
            .where(where)
            .orderBy(...orderBy, asc(teams.createdAt), asc(teams.id))
            .limit(limit)
            .offset(offset);
    const ids = listing.shows("members") ? rows.map(({ id }) => id) : [];
    const members = await membersOf(tx, ids);
    return { total, resources: rows.map((row) => showGroup(row, members.get(row.id) ?? [])) };
  },
});

/** Throws `not_found`. */
export const getScimGroup = defineVerb<{ id: string }, ScimGroup>({
  name: "scim.get_group",
  permission: provision,
  audit: "none",
  run: (tx, _, { id }) => shown(tx, id),
});

interface Written {
  before: { name: string | null; externalId: string | null };
  joined: string[];
  left: string[];
  shown: ScimGroup;
}

const detail = (_: unknown, { joined, left }: Written) => ({
  ...(joined.length > 0 && { joined: joined.length, who: joined }),
  ...(left.length > 0 && { left: left.length, whoLeft: left }),
});
const change = (_: unknown, { before, shown: now }: Written) => ({
  before,
  after: { name: now.displayName, externalId: now.externalId ?? null },
});

/** Throws `uniqueness` when another team has the client's own id. */
async function assertOwnIdFree(tx: Tx, externalId: string | null, but?: string): Promise<void> {
  if (externalId === null) return;
  const mine = and(eq(teams.externalId, externalId), but === undefined ? undefined : ne(teams.id, but));
  const [taken] = await tx.select({ id: teams.id }).from(teams).where(mine);
  if (taken) throw new ScimError("uniqueness", "Another group has this externalId.");
}

/** Makes the members of a team these, and tells who came and went. Who leads it goes on leading while they are in it. */
async function setMembers(tx: Tx, ctx: Ctx, id: string, wanted: string[]): Promise<Pick<Written, "joined" | "left">> {
  const rows = await tx.select({ userId: teamMembers.userId }).from(teamMembers).where(eq(teamMembers.teamId, id));
  const present = new Set(rows.map(({ userId }) => userId));
  const left = [...present].filter((userId) => !wanted.includes(userId));
  if (left.length > 0) {
    await tx.delete(teamMembers).where(and(eq(teamMembers.teamId, id), inArray(teamMembers.userId, left)));
  }
  const userIds = wanted.filter((userId) => !present.has(userId));
  try {
    return { joined: await addMembers(tx, ctx, { id, userIds }), left };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new ScimError("invalidValue", "Not every member is a person of this tenant.");
  }
}

const createOne = defineVerb<GroupInput, Written>({
  name: "scim.create_group",
  permission: provision,
  audit: { action: "scim.group_create", subject: (_, made) => subject(made.shown), detail, change },
  run: async (tx, ctx, { displayName: name, externalId = null, members = [] }) => {
    await lockPeople(tx, ctx.tenantId);
    await assertOwnIdFree(tx, externalId);
    const { id } = await addTeam(tx, ctx, { name, externalId });
    const moved = await setMembers(tx, ctx, id, members);
    return { before: { name: null, externalId: null }, ...moved, shown: await shown(tx, id) };
  },
});

/** Makes a team. Throws `uniqueness`, `invalidValue`. */
export const createScimGroup = async (ctx: Ctx, body: unknown): Promise<ScimGroup> =>
  (await createOne(ctx, groupInputSchema.parse(canonicalResource("Group", body)))).shown;

interface Rewrite {
  id: string;
  ifMatch: string | null;
  rewrite: (now: ScimGroup) => GroupInput;
}

const rewriteOne = defineVerb<Rewrite, Written>({
  name: "scim.change_group",
  permission: provision,
  audit: { action: "scim.group_update", subject, detail, change },
  run: async (tx, ctx, { id, ifMatch, rewrite }) => {
    await lockPeople(tx, ctx.tenantId);
    const row = await findTeam(tx, id);
    assertVersion(ifMatch, versionOf(row.updatedAt));
    const { displayName: name, externalId = null, members = [] } = rewrite(await shown(tx, id));
    await assertOwnIdFree(tx, externalId, id);
    if (name !== row.name || externalId !== row.externalId) {
      await updateTeam(tx, ctx, { id, change: { name, externalId } });
    }
    const moved = await setMembers(tx, ctx, id, members);
    return { before: { name: row.name, externalId: row.externalId }, ...moved, shown: await shown(tx, id) };
  },
});

type Change = { id: string; ifMatch: string | null; body: unknown };

/**
 * Puts a team as the client says; without members nobody is in it. Throws `not_found`, `precondition_failed`,
 * `uniqueness`, `invalidValue`.
 */
export async function replaceScimGroup(ctx: Ctx, { id, ifMatch, body }: Change): Promise<ScimGroup> {
  const input = groupInputSchema.parse(canonicalResource("Group", body));
  return (await rewriteOne(ctx, { id, ifMatch, rewrite: () => input })).shown;
}

/** Throws what `replaceScimGroup` throws, and `noTarget`, `invalidPath`, `mutability`. */
export async function patchScimGroup(ctx: Ctx, { id, ifMatch, body }: Change): Promise<ScimGroup> {
  const operations = readPatch(body);
  const rewrite = ({ displayName, externalId, members }: ScimGroup) =>
    groupInputSchema.parse(applyPatch("Group", { displayName, externalId, members }, operations));
  return (await rewriteOne(ctx, { id, ifMatch, rewrite })).shown;
}

const removeOne = defineVerb<{ id: string; ifMatch: string | null }, TeamRow>({
  name: "scim.remove_group",
  permission: provision,
  audit: { action: "scim.group_remove", subject, detail: (_, { name }) => ({ name }) },
  run: async (tx, ctx, { id, ifMatch }) => {
    await lockPeople(tx, ctx.tenantId);
    const row = await findTeam(tx, id);
    assertVersion(ifMatch, versionOf(row.updatedAt));
    return deleteTeam(tx, ctx, { id });
  },
});

/** Takes a team away; its people stay. Throws `not_found`, `precondition_failed`. */
export const removeScimGroup = async (ctx: Ctx, input: { id: string; ifMatch: string | null }): Promise<void> => {
  await removeOne(ctx, input);
};

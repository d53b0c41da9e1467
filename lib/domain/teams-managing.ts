import type { Ctx } from "@/lib/contracts/context";
import type { Team } from "@/lib/contracts/teams";
import { addMembers, addTeam, deleteTeam, removeMember, setLead, updateTeam, type TeamRow } from "./team-changing";
import { showTeam } from "./teams";
import { defineVerb, writeAudit } from "./verb";

const manage = "team:manage" as const;
const team = ({ id }: { id: string }) => `team:${id}`;

/** Makes a team without anybody in it. Throws `already_exists`. */
export const createTeam = defineVerb<{ name: string }, Team>({
  name: "teams.create",
  permission: manage,
  audit: { action: "team.create", subject: (_, made) => team(made), detail: ({ name }) => ({ name }) },
  run: async (tx, ctx, input) => showTeam(tx, ctx, (await addTeam(tx, ctx, input)).id),
});

interface Renaming {
  id: string;
  name: string;
  updatedAt: string;
}

const renameOne = defineVerb<Renaming, { before: TeamRow; after: TeamRow; shown: Team }>({
  name: "teams.rename",
  permission: manage,
  audit: {
    action: "team.update",
    subject: team,
    change: (_, { before, after }) => ({ before: { name: before.name }, after: { name: after.name } }),
  },
  run: async (tx, ctx, { id, name, updatedAt }) => {
    const changed = await updateTeam(tx, ctx, { id, change: { name }, seen: updatedAt });
    return { ...changed, shown: await showTeam(tx, ctx, id) };
  },
});

/** Throws `not_found`, `version_conflict`, `already_exists`. */
export const renameTeam = async (ctx: Ctx, input: Renaming): Promise<Team> => (await renameOne(ctx, input)).shown;

const deleteOne = defineVerb<{ id: string }, TeamRow>({
  name: "teams.delete",
  permission: manage,
  audit: { action: "team.delete", subject: team, detail: (_, { name }) => ({ name }) },
  run: (tx, ctx, input) => deleteTeam(tx, ctx, input),
});

/** Takes a team away; its people stay. Throws `not_found`. */
export const removeTeam = async (ctx: Ctx, input: { id: string }): Promise<void> => {
  await deleteOne(ctx, input);
};

/** Puts people into a team; who is in it already stays as they are. Throws `not_found` for a team or a person. */
export const addTeamMembers = defineVerb<{ id: string; userIds: string[] }, { added: string[] }>({
  name: "teams.add_members",
  permission: manage,
  // One row for each person, so that each is found by their own id.
  audit: "none",
  run: async (tx, ctx, input) => {
    const added = await addMembers(tx, ctx, input);
    for (const person of added) {
      await writeAudit(tx, ctx, { action: "team.member_add", subject: team(input), detail: { person } });
    }
    return { added };
  },
});

interface Membership {
  id: string;
  userId: string;
}

const removeOne = defineVerb<Membership, { led: boolean }>({
  name: "teams.remove_member",
  permission: manage,
  audit: {
    action: "team.member_remove",
    subject: team,
    detail: ({ userId }, { led }) => ({ person: userId, led }),
  },
  run: (tx, ctx, input) => removeMember(tx, ctx, input),
});

/** Takes somebody out of a team. Throws `not_found` for a team, and for a person who is not in it. */
export const removeTeamMember = async (ctx: Ctx, input: Membership): Promise<void> => {
  await removeOne(ctx, input);
};

const leadOne = defineVerb<Membership & { leads: boolean }, { led: boolean }>({
  name: "teams.set_lead",
  permission: manage,
  audit: {
    action: "team.lead",
    subject: team,
    detail: ({ userId }) => ({ person: userId }),
    change: ({ leads }, { led }) => ({ before: { leads: led }, after: { leads } }),
  },
  run: (tx, ctx, input) => setLead(tx, ctx, input),
});

/**
 * Makes a member lead the team, or no longer. Throws `not_found` for a team or a person who is not in it, and
 * `invalid_request` for a role that leads no team.
 */
export const setTeamLead = async (ctx: Ctx, input: Membership & { leads: boolean }): Promise<void> => {
  await leadOne(ctx, input);
};

"use server";

import { z } from "zod";
import { listPeopleQuerySchema } from "@/lib/contracts/people";
import { uuid } from "@/lib/contracts/session";
import { createTeamSchema, renameTeamSchema } from "@/lib/contracts/teams";
import * as teams from "@/lib/domain/teams-managing";
import { listPeople } from "@/lib/domain/users-reading";
import { defineAction } from "@/lib/platform/http/action";

const membership = z.strictObject({ id: uuid, userId: uuid });
const mostFound = 10;

export const createTeam = defineAction({
  access: "team:manage",
  input: createTeamSchema,
  handler: ({ ctx, input }) => teams.createTeam(ctx, input),
});

export const renameTeam = defineAction({
  access: "team:manage",
  input: renameTeamSchema.extend({ id: uuid }),
  handler: ({ ctx, input }) => teams.renameTeam(ctx, input),
});

export const removeTeam = defineAction({
  access: "team:manage",
  input: z.strictObject({ id: uuid }),
  handler: async ({ ctx, input }) => {
    await teams.removeTeam(ctx, input);
    return null;
  },
});

export const addMember = defineAction({
  access: "team:manage",
  input: membership.extend({ leads: z.boolean() }),
  handler: async ({ ctx, input: { id, userId, leads } }) => {
    await teams.addTeamMembers(ctx, { id, userIds: [userId] });
    if (leads) await teams.setTeamLead(ctx, { id, userId, leads });
    return null;
  },
});

export const removeMember = defineAction({
  access: "team:manage",
  input: membership,
  handler: async ({ ctx, input }) => {
    await teams.removeTeamMember(ctx, input);
    return null;
  },
});

export const setLead = defineAction({
  access: "team:manage",
  input: membership.extend({ leads: z.boolean() }),
  handler: async ({ ctx, input }) => {
    await teams.setTeamLead(ctx, input);
    return null;
  },
});

/** The first few people whose name or address holds the words. */
export const findPeople = defineAction({
  access: "user:read",
  limit: "read",
  input: z.strictObject({ q: listPeopleQuerySchema.shape.q }),
  handler: async ({ ctx, input }) => {
    const { items, nextCursor } = await listPeople(ctx, { ...input, limit: mostFound });
    return { people: items, more: nextCursor !== null };
  },
});

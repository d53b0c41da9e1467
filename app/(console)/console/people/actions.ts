"use server";

import {
  invitePeopleSchema,
  invitePersonSchema,
  removePersonSchema,
  renameOrMoveSchema,
  shutOrOpenSchema,
} from "@/lib/contracts/people";
import { uuid } from "@/lib/contracts/session";
import * as users from "@/lib/domain/users-changing";
import { defineAction } from "@/lib/platform/http/action";

export const invitePerson = defineAction({
  access: "user:manage",
  input: invitePersonSchema,
  handler: ({ ctx, input }) => users.invitePerson(ctx, input),
});

export const invitePeople = defineAction({
  access: "user:manage",
  input: invitePeopleSchema,
  handler: ({ ctx, input }) => users.invitePeople(ctx, input),
});

export const changePerson = defineAction({
  access: "user:manage",
  input: renameOrMoveSchema,
  handler: ({ ctx, input }) => users.changePerson(ctx, input),
});

export const setDisabled = defineAction({
  access: "user:manage",
  input: shutOrOpenSchema,
  handler: ({ ctx, input }) => users.setDisabled(ctx, input),
});

export const removePerson = defineAction({
  access: "user:manage",
  input: removePersonSchema.extend({ id: uuid }),
  handler: async ({ ctx, input }) => {
    await users.removePerson(ctx, input);
    return null;
  },
});

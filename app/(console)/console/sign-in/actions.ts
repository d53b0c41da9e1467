"use server";

import {
  connectionChangeSchema,
  connectionInputSchema,
  connectionRefSchema,
  signInPolicySchema,
} from "@/lib/contracts/sign-in";
import {
  addConnection as add,
  changeConnection as change,
  removeConnection as remove,
  setConnectionEnabled,
  testConnection as test,
} from "@/lib/domain/connections";
import { setSignInPolicy } from "@/lib/domain/sign-in-policy";
import { defineAction } from "@/lib/platform/http/action";

export const savePolicy = defineAction({
  access: "sign_in:manage",
  input: signInPolicySchema,
  handler: ({ ctx, input }) => setSignInPolicy(ctx, input),
});

export const addConnection = defineAction({
  access: "sign_in:manage",
  input: connectionInputSchema,
  handler: ({ ctx, input }) => add(ctx, input),
});

export const changeConnection = defineAction({
  access: "sign_in:manage",
  input: connectionChangeSchema,
  handler: ({ ctx, input }) => change(ctx, input),
});

export const enableConnection = defineAction({
  access: "sign_in:manage",
  input: connectionRefSchema,
  handler: async ({ ctx, input }) => {
    await setConnectionEnabled(ctx, { ...input, enabled: true });
    return null;
  },
});

export const disableConnection = defineAction({
  access: "sign_in:manage",
  input: connectionRefSchema,
  handler: async ({ ctx, input }) => {
    await setConnectionEnabled(ctx, { ...input, enabled: false });
    return null;
  },
});

export const removeConnection = defineAction({
  access: "sign_in:manage",
  input: connectionRefSchema,
  handler: async ({ ctx, input }) => {
    await remove(ctx, input);
    return null;
  },
});

export const testConnection = defineAction({
  access: "sign_in:manage",
  input: connectionRefSchema,
  handler: ({ ctx, input }) => test(ctx, input),
});

"use server";

import { loginPersonSchema, loginRefSchema } from "@/lib/contracts/logins";
import { endAllLogins, endLogin } from "@/lib/domain/logins";
import { defineAction } from "@/lib/platform/http/action";

export const endSignIn = defineAction({
  access: "login:manage",
  input: loginRefSchema,
  handler: async ({ ctx, input }) => {
    await endLogin(ctx, input);
    return null;
  },
});

export const endAllSignIns = defineAction({
  access: "login:manage",
  input: loginPersonSchema,
  handler: async ({ ctx, input }) => {
    await endAllLogins(ctx, input);
    return null;
  },
});

"use server";

import { z } from "zod";
import { loginRefSchema } from "@/lib/contracts/logins";
import { endOtherLogins, endOwnLogin } from "@/lib/domain/logins";
import { defineAction } from "@/lib/platform/http/action";

export const endOwnSignIn = defineAction({
  access: "login:revoke_own",
  input: loginRefSchema,
  handler: async ({ ctx, input }) => {
    await endOwnLogin(ctx, input);
    return null;
  },
});

export const endOtherSignIns = defineAction({
  access: "login:revoke_own",
  input: z.strictObject({}),
  handler: async ({ ctx }) => {
    await endOtherLogins(ctx);
    return null;
  },
});

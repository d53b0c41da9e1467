"use server";

import { z } from "zod";
import { startSignIn } from "@/lib/platform/auth/sign-in";
import { definePublicAction } from "@/lib/platform/http/action";

/** Begins a sign-in. Gives the address of the identity provider for the browser to go to: the tenant's own, if one is named. */
export const beginSignIn = definePublicAction({
  limit: "sign_in",
  input: z.object({ connectionId: z.uuid().optional(), returnTo: z.string().max(2000).optional().catch(undefined) }),
  handler: async ({ input }) => ({ address: await startSignIn(input) }),
});

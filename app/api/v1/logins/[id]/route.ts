import { loginRefSchema } from "@/lib/contracts/logins";
import { endLogin, endOwnLogin } from "@/lib/domain/logins";
import { holds } from "@/lib/platform/auth/allow";
import { defineRoute } from "@/lib/platform/http/route";

/** Ends a sign-in of the caller's own; for administrators of anybody's in the company. */
export const DELETE = defineRoute({
  access: "login:revoke_own",
  params: loginRefSchema,
  handler: async ({ ctx, params }) => {
    await (holds(ctx, "login:manage") ? endLogin(ctx, params) : endOwnLogin(ctx, params));
  },
});

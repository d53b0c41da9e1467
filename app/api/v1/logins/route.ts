import { listOwnLogins } from "@/lib/domain/logins";
import { defineRoute } from "@/lib/platform/http/route";

/** Where the caller is signed in, newest first. */
export const GET = defineRoute({
  access: "login:read_own",
  handler: async ({ ctx }) => ({ items: await listOwnLogins(ctx) }),
});

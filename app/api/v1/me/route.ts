import { cookies } from "next/headers";
import { eraseMeSchema } from "@/lib/contracts/privacy";
import { eraseMe } from "@/lib/domain/privacy-erasure";
import { sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/token";
import { defineRoute } from "@/lib/platform/http/route";

/** Erases the caller. The sign-in ends, and the browser drops what it kept of it, drafts too. */
export const DELETE = defineRoute({
  access: "privacy:erase_own",
  body: eraseMeSchema,
  handler: async ({ ctx, body }) => {
    await eraseMe(ctx, body);
    (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
    return new Response(null, {
      status: 204,
      headers: { "clear-site-data": '"cache", "cookies", "storage"', "cache-control": "no-store" },
    });
  },
});

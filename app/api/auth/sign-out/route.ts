import { cookies } from "next/headers";
import { z } from "zod";
import { endOwnLogin } from "@/lib/domain/logins";
import { getCtx, getSessionToken } from "@/lib/platform/auth/session";
import { signOutAddress } from "@/lib/platform/auth/sign-out";
import { sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { checkOrigin } from "@/lib/platform/http/origin";
import { definePublicRoute } from "@/lib/platform/http/route";

function ignoreGone(thrown: unknown): void {
  if (!(thrown instanceof AppError && thrown.code === "not_found")) throw thrown;
}

/** Signs out here and at the provider: a plain form posts to it. A copy of the cookie is worth nothing from then on, and
 * what was typed and not sent leaves the browser too. */
export const POST = definePublicRoute({
  query: z.object({}),
  handler: async ({ request }) => {
    checkOrigin(request, [new URL(env().authUrl).origin]);
    const [token, ctx] = await Promise.all([getSessionToken(), getCtx()]);
    // Ended elsewhere a moment ago is as good.
    if (ctx?.via?.kind === "login") await endOwnLogin(ctx, { id: ctx.via.id }).catch(ignoreGone);
    const address = await signOutAddress(token);
    (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
    const headers = { location: address, "cache-control": "no-store", "clear-site-data": '"storage"' };
    return new Response(null, { status: 303, headers });
  },
});

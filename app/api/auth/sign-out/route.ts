import { cookies } from "next/headers";
import { z } from "zod";
import { getSessionToken } from "@/lib/platform/auth/session";
import { signOutAddress } from "@/lib/platform/auth/sign-out";
import { sessionCookieName, sessionCookieOptions } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env";
import { checkOrigin } from "@/lib/platform/http/origin";
import { definePublicRoute } from "@/lib/platform/http/route";

/** Signs out here and at the provider: a plain form posts to it. */
export const POST = definePublicRoute({
  query: z.object({}),
  handler: async ({ request }) => {
    checkOrigin(request, [env().authUrl]);
    const address = await signOutAddress(await getSessionToken());
    (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
    return new Response(null, { status: 303, headers: { location: address, "cache-control": "no-store" } });
  },
});

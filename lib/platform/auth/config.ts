import type { NextAuthConfig } from "next-auth";
import { env } from "@/lib/platform/env";
import { authSecrets } from "@/lib/platform/secrets/current";
import { isSecure, sessionCookieName, sessionCookieOptions } from "./token";

/** The provider's id within Auth.js: its callback is /api/auth/callback/oidc. */
export const providerId = "oidc";

/** The half of the sign-in that runs anywhere: any OpenID Connect issuer, code flow with PKCE, state and nonce. */
export function authConfig(): NextAuthConfig {
  const { oidc, sessionHours } = env();
  return {
    providers: [
      {
        id: providerId,
        name: "OpenID Connect",
        type: "oidc",
        issuer: oidc.issuer,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        checks: ["pkce", "state", "nonce"],
        authorization: { params: { scope: oidc.scopes } },
        // claims stay as they came; who they are is decided against the database
        profile: (claims) => ({ id: claims.sub, name: claims.name, email: claims.email }),
      },
    ],
    secret: authSecrets(),
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in/refused" },
  };
}

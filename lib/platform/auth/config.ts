import { customFetch, type NextAuthConfig } from "next-auth";
import type { Provider } from "next-auth/providers";
import { clockTolerance } from "oauth4webapi";
import { env } from "@/lib/platform/env";
import { authSecrets } from "@/lib/platform/secrets/current";
import { toleratedSkewSeconds } from "./id-token";
import { deploymentProviderId, type ProviderSettings } from "./provider-ids";
import { returnAddress } from "./return-path";
import { isSecure, sessionCookieName, sessionCookieOptions } from "./token";

/** Any OpenID Connect issuer: code flow with PKCE, state and nonce. */
export function providerOf(settings: ProviderSettings): Provider {
  const { id, issuer, clientId, clientSecret, scopes, authMethod } = settings;
  return {
    id,
    name: "OpenID Connect",
    type: "oidc",
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: scopes } },
    client: {
      [clockTolerance]: toleratedSkewSeconds,
      ...(authMethod && { token_endpoint_auth_method: authMethod }),
    },
    // claims stay as they came; who they are is decided against the database
    profile: (claims) => ({ id: claims.sub, name: claims.name, email: claims.email }),
    ...(settings.fetch && { [customFetch]: settings.fetch }),
  };
}

export function deploymentProvider(): Provider {
  return providerOf({ id: deploymentProviderId, ...env().oidc });
}

/** The half of the sign-in that runs anywhere. */
export function authConfig(providers: Provider[]): NextAuthConfig {
  const refused = "/sign-in/refused";
  return {
    providers,
    secret: authSecrets(),
    basePath: "/api/auth",
    trustHost: true,
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    session: { strategy: "jwt", maxAge: env().sessionHours * 3600 },
    pages: { signIn: refused, error: refused },
    callbacks: { redirect: ({ url, baseUrl }) => returnAddress(url, baseUrl) },
  };
}

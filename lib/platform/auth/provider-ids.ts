import { env } from "@/lib/platform/env";

/** The id within Auth.js of the deployment's own issuer: its callback is /api/auth/callback/oidc. */
export const deploymentProviderId = "oidc";
/** That of a tenant's own connection. */
export const connectionProviderId = (connectionId: string) => `c-${connectionId}`;

/** Where an identity provider sends people back to: what is registered there. */
export const callbackAddress = (providerId: string) => `${env().authUrl}/api/auth/callback/${providerId}`;

export interface ProviderSettings {
  id: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  /** how the client proves itself at the token endpoint; default by HTTP Basic */
  authMethod?: "client_secret_basic" | "client_secret_post";
  /** for an issuer somebody else named */
  fetch?: typeof fetch;
}

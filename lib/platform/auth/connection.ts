import { findConnection, listSealed } from "@/db/connections";
import { withTenant } from "@/db/tenant";
import { log } from "@/lib/platform/log";
import { connectionProviderId, type ProviderSettings } from "./provider-ids";
import { openClientSecret } from "./connection-secret";
import { discover } from "./discovery";
import { issuerFault, issuerFetch } from "./issuer-fetch";

export type TenantProvider = ProviderSettings & { tenantId: string; connectionId: string };

/** How its token endpoint wants the client to prove itself: by header, where it does not say otherwise. */
export const authMethodOf = (supported: string[] | undefined): ProviderSettings["authMethod"] =>
  supported && !supported.includes("client_secret_basic") && supported.includes("client_secret_post")
    ? "client_secret_post"
    : "client_secret_basic";

/** A tenant's own connection, ready to sign in by; null when there is none, it is off, or its secret does not open. */
export async function openConnection(connectionId: string): Promise<TenantProvider | null> {
  const found = await findConnection(connectionId);
  if (!found || issuerFault(found.issuer)) return null;
  const clientSecret = await openClientSecret(found, (work) => withTenant(found, work));
  if (clientSecret === null) {
    log.warn({ connectionId }, "the secret of a connection does not open: it was sealed with a secret that is gone");
    return null;
  }
  const { token_endpoint_auth_methods_supported: methods } = await discover(found.issuer, issuerFetch);
  return {
    id: connectionProviderId(connectionId),
    connectionId,
    tenantId: found.tenantId,
    issuer: found.issuer,
    clientId: found.clientId,
    clientSecret,
    scopes: found.scopes,
    authMethod: authMethodOf(methods),
    fetch: issuerFetch,
  };
}

/**
 * Seals the secrets of all tenants' providers anew that are still sealed with an older secret of the application, so that
 * none is lost when that is retired, also where nobody signs in meanwhile.
 */
export async function resealConnections(): Promise<void> {
  for (const row of await listSealed()) await openClientSecret(row, (work) => withTenant(row, work));
}

import { eq } from "drizzle-orm";
import { findConnection } from "@/db/connections";
import { connections } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { log } from "@/lib/platform/log";
import { connectionProviderId, type ProviderSettings } from "./provider-ids";
import { discover } from "./discovery";
import { issuerFault, issuerFetch } from "./issuer-fetch";
import { seal, unseal } from "./sealed";

/** What a connection's client secret is sealed for: a copy in another row opens there as little as elsewhere. */
export const secretPurpose = (connection: { tenantId: string; id: string }) =>
  `connection ${connection.tenantId} ${connection.id}`;

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
  const secret = await unseal(secretPurpose(found), found.clientSecret);
  if (!secret) {
    log.warn({ connectionId }, "the secret of a connection does not open: it was sealed with a secret that is gone");
    return null;
  }
  if (secret.stale) {
    const clientSecret = await seal(secretPurpose(found), secret.text);
    await withTenant(found, (tx) => tx.update(connections).set({ clientSecret }).where(eq(connections.id, found.id)));
  }
  const { token_endpoint_auth_methods_supported: methods } = await discover(found.issuer, issuerFetch);
  return {
    id: connectionProviderId(connectionId),
    connectionId,
    tenantId: found.tenantId,
    issuer: found.issuer,
    clientId: found.clientId,
    clientSecret: secret.text,
    scopes: found.scopes,
    authMethod: authMethodOf(methods),
    fetch: issuerFetch,
  };
}

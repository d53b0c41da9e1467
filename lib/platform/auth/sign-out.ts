import { tenantOfConnection } from "@/db/connections";
import { env } from "@/lib/platform/env";
import { discoverProvider } from "./discovery";
import type { SessionToken } from "./token";

/**
 * Where a browser goes after our cookie is cleared: the deployment's provider's own sign-out when it offers one, else our
 * page. People of a tenant's own connection are signed out here alone.
 */
export async function signOutAddress(token: SessionToken | null): Promise<string> {
  const { authUrl, oidc } = env();
  const home = `${authUrl}/sign-in`;
  if (token?.cid) {
    const tenant = await tenantOfConnection(token.cid);
    return tenant ? `${home}/${tenant}` : home;
  }
  const provider = await discoverProvider().catch(() => null); // a dead provider must not keep anybody signed in here
  if (!token || !provider?.end_session_endpoint) return home;
  const address = new URL(provider.end_session_endpoint);
  address.searchParams.set("client_id", oidc.clientId);
  address.searchParams.set("post_logout_redirect_uri", home);
  if (token.idt) address.searchParams.set("id_token_hint", token.idt);
  return address.href;
}

import "server-only";
import NextAuth from "next-auth";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { issuerFault } from "./issuer-fetch";
import { connectionProviderId, deploymentProviderId } from "./provider-ids";
import { configFor } from "./node";
import { safeReturnPath } from "./return-path";

/**
 * Whether a browser may be led there: what a provider says anew each time about where its people sign in is not believed
 * more than the issuer itself. Pages of our own tell that it failed.
 */
function mayLead(address: URL, connectionId: string | null): boolean {
  const { authUrl, oidc } = env();
  if (address.protocol !== "https:" && address.protocol !== "http:") return false;
  if (address.origin === new URL(authUrl).origin) return true;
  // Whoever runs the deployment chose an issuer without https, where the profile let them.
  if (connectionId === null && oidc.issuer.startsWith("http:")) return true;
  return issuerFault(address.origin) === null;
}

/**
 * Begins a sign-in and gives the provider's address to lead the browser to; what is needed on the way back is in cookies.
 * Call it from a server action. Without a connection the deployment's issuer is asked. Throws `not_found`, and
 * `dependency_unavailable` when the provider names an address that is not https.
 */
export async function startSignIn(from: { returnTo?: string | null; connectionId?: string }): Promise<string> {
  const { connectionId = null } = from;
  const config = await configFor(connectionId);
  if (!config) throw new AppError("not_found");
  const id = connectionId === null ? deploymentProviderId : connectionProviderId(connectionId);
  const given: unknown = await NextAuth(config).signIn(id, {
    redirect: false,
    redirectTo: safeReturnPath(from.returnTo),
  });
  const address = URL.canParse(String(given), env().authUrl) ? new URL(String(given), env().authUrl) : null;
  if (!address || !mayLead(address, connectionId)) {
    throw new AppError("dependency_unavailable", { detail: "The identity provider names no address to sign in at." });
  }
  return address.href;
}

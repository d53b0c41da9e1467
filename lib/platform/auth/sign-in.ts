import "server-only";
import NextAuth from "next-auth";
import { AppError } from "@/lib/platform/errors";
import { connectionProviderId, deploymentProviderId } from "./provider-ids";
import { configFor } from "./node";
import { safeReturnPath } from "./return-path";

/**
 * Begins a sign-in and gives the provider's address to lead the browser to; what is needed on the way back is in cookies.
 * Call it from a server action. Without a connection the deployment's issuer is asked. Throws `not_found`.
 */
export async function startSignIn(from: { returnTo?: string | null; connectionId?: string }): Promise<string> {
  const { connectionId = null } = from;
  const config = await configFor(connectionId);
  if (!config) throw new AppError("not_found");
  const id = connectionId === null ? deploymentProviderId : connectionProviderId(connectionId);
  const address: unknown = await NextAuth(config).signIn(id, {
    redirect: false,
    redirectTo: safeReturnPath(from.returnTo),
  });
  return String(address);
}

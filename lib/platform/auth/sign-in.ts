import "server-only";
import { providerId } from "./config";
import { signIn } from "./node";
import { safeReturnPath } from "./return-path";

/**
 * Begins a sign-in at the provider and leads the browser there: throws Next's redirect. Call it from a server action.
 * `hint` is passed to the provider as login_hint.
 */
export async function startSignIn(returnTo: string | null | undefined, hint?: string): Promise<never> {
  await signIn(providerId, { redirectTo: safeReturnPath(returnTo) }, hint ? { login_hint: hint } : undefined);
  throw new Error("unreachable: signIn redirects");
}

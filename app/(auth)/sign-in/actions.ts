"use server";

import { startSignIn } from "@/lib/platform/auth/sign-in";

/** Leads to the identity provider. Nobody is signed in yet, so there is no actor to check. */
export async function beginSignIn(form: FormData): Promise<void> {
  const returnTo = form.get("returnTo");
  await startSignIn(typeof returnTo === "string" ? returnTo : null);
}

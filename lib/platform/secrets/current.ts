import { env, secretNow } from "@/lib/platform/env";
import type { SecretName, SecretProviderName } from "./names";
import { heldSecrets, type SecretsHealth } from "./store";

export { knowsSecrets, secretNow } from "@/lib/platform/env";

/**
 * The secrets that open and seal sessions: the first seals, each of them opens, so that one can be changed for another. The second
 * is AUTH_SECRET_PREVIOUS or, where the provider keeps versions, the version before, as long as a session sealed with it may live.
 */
export function authSecrets(): [string, ...string[]] {
  const now = env().authSecret;
  const before = heldSecrets()?.before;
  const alive = before && Date.now() < before.replacedAt + env().sessionHours * 3_600_000 ? before.value : undefined;
  const previous = secretNow("AUTH_SECRET_PREVIOUS") ?? alive;
  return previous && previous !== now ? [now, previous] : [now];
}

/** For a caller whose service would not take `value`: true when there is another by now, which is worth a second try. */
export async function secretRefused(name: SecretName, value: string | undefined): Promise<boolean> {
  return (await heldSecrets()?.refused(name, value)) ?? false;
}

/** How the provider is: for readiness and metrics. */
export function secretsHealth(): SecretsHealth {
  return heldSecrets()?.health() ?? { provider: "environment", state: "fixed", ageS: 0 };
}

/** Reads of the provider by secret and outcome since the start: for metrics. */
export function secretReads(): { provider: SecretProviderName; name: SecretName; outcome: string; count: number }[] {
  return heldSecrets()?.counts() ?? [];
}

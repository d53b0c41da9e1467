import { env } from "@/lib/platform/env";

/** Secrets that are read while the program runs, by the name of their setting. */
export const secretNames = [
  "AUTH_SECRET",
  "AUTH_OIDC_CLIENT_SECRET",
  "DATABASE_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "OPENAI_API_KEY",
  "AI_COMPATIBLE_API_KEY",
  "CRON_SECRET",
  "METRICS_TOKEN",
] as const;
export type SecretName = (typeof secretNames)[number];

/** The secrets that open and seal sessions: the first seals, each of them opens, so that one can be changed for another. */
export function authSecrets(): [string, ...string[]] {
  return [env().authSecret];
}

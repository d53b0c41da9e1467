/** Secrets that are read while the program runs, by the name of their setting. */
export const secretNames = [
  "AUTH_SECRET",
  "AUTH_SECRET_PREVIOUS",
  "AUTH_OIDC_CLIENT_SECRET",
  "DATABASE_URL",
  "DATABASE_MIGRATION_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "QDRANT_API_KEY",
  "OPENAI_API_KEY",
  "AI_COMPATIBLE_API_KEY",
  "TOOL_SERVER_TOKENS",
  "CRON_SECRET",
  "METRICS_TOKEN",
] as const;
export type SecretName = (typeof secretNames)[number];

export const isSecretName = (word: string): word is SecretName => secretNames.some((name) => name === word);

export const secretProviders = ["environment", "files", "vault", "aws", "gcp"] as const;
export type SecretProviderName = (typeof secretProviders)[number];

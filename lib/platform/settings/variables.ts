import { z } from "zod";
import { pricesSchema } from "@/lib/contracts/usage";
import { profiles } from "@/lib/platform/profiles";
import { secretProviders } from "@/lib/platform/secrets/names";

const count = z.coerce.number().int().min(0);
const positive = z.coerce.number().int().min(1);
const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");
const list = z.string().transform((value) => value.split(",").flatMap((item) => item.trim() || []));
/** `acme/stock=secret,acme/crm=other` */
const tokens = list.pipe(
  z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+=\S+$/, "must be <tenant>/<server>=<token>, separated by commas"))
    .transform((pairs) =>
      Object.fromEntries(pairs.map((pair) => [pair.split("=", 1)[0], pair.slice(pair.indexOf("=") + 1)])),
    ),
);
/** `authorization=Bearer%20abc,x-team=sales`: names and percent-encoded values, as OpenTelemetry writes headers */
const pairs = list.pipe(
  z
    .array(z.string().regex(/^[A-Za-z0-9-]+=\S*$/u, "must be <name>=<value>, separated by commas"))
    .transform((given) =>
      Object.fromEntries(
        given.map((pair) => [pair.split("=", 1)[0], decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
      ),
    ),
);
const httpUrl = z.url({ protocol: /^https?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const sealingSecret = z.string().min(32, "must have at least 32 characters");
const bearerSecret = z.string().min(16, "must have at least 16 characters");

/** Every variable the application reads, by name. `.env.example` documents each; a test compares the two. */
export const variables = z.object({
  APP_ENV: z.enum(profiles),
  PORT: z.coerce.number().int().min(1).max(65_535),
  BIND_HOST: z.string(),
  HOSTING: z.enum(["server", "serverless"]),
  DATA_DIR: z.string(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  DATABASE_DRIVER: z.enum(["pglite", "pg", "neon"]).optional(),
  DB_POOL_MIN: count,
  DB_POOL_MAX: positive,
  DB_CONNECT_TIMEOUT_MS: positive,
  DB_IDLE_TIMEOUT_MS: count,
  DB_MAX_LIFETIME_S: count,
  DB_STATEMENT_TIMEOUT_MS: count,
  DB_KEEP_ALIVE: flag,
  NEON_WS_PROXY: z.string().optional(),
  AUTH_SECRET: sealingSecret,
  AUTH_SECRET_PREVIOUS: sealingSecret.optional(),
  AUTH_URL: httpUrl,
  AUTH_OIDC_ISSUER: httpUrl,
  AUTH_OIDC_CLIENT_ID: z.string(),
  AUTH_OIDC_CLIENT_SECRET: z.string(),
  AUTH_OIDC_SCOPES: z.string(),
  AUTH_OIDC_TENANT_CLAIM: z.string(),
  AUTH_OIDC_ROLE_CLAIM: z.string(),
  AUTH_SESSION_HOURS: positive,
  AUTH_PRIVATE_HOSTS: list,
  UPSTASH_REDIS_REST_URL: httpUrl.optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  QDRANT_URL: httpUrl.optional(),
  QDRANT_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  AI_COMPATIBLE_BASE_URL: httpUrl.optional(),
  AI_COMPATIBLE_API_KEY: z.string().optional(),
  AI_COMPATIBLE_SCHEMAS: flag,
  AI_CHAIN: z.string(),
  AI_PRICES: pricesSchema,
  TOKEN_PACE_MS: count,
  TURNS_PER_USER_PER_HOUR: positive,
  READS_PER_USER_PER_MINUTE: positive,
  WRITES_PER_USER_PER_MINUTE: positive,
  UPLOADS_PER_USER_PER_HOUR: positive,
  EXPORTS_PER_USER_PER_HOUR: positive,
  TENANT_LIMIT_FACTOR: positive,
  OPEN_REQUESTS_PER_ADDRESS_PER_MINUTE: positive,
  SIGN_INS_PER_ADDRESS_PER_MINUTE: positive,
  LIMITS_PATIENCE_MS: positive,
  SESSION_TOKEN_CAP: positive,
  MAX_BODY_BYTES: positive,
  TRUSTED_PROXY_HOPS: count,
  CORS_ORIGINS: list,
  TOOL_SERVER_PRIVATE_HOSTS: list,
  TOOL_SERVER_TOKENS: tokens,
  CRON_SECRET: bearerSecret.optional(),
  METRICS_TOKEN: bearerSecret.optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum(["http/protobuf", "http/json"]),
  OTEL_EXPORTER_OTLP_HEADERS: pairs,
  OTEL_SERVICE_NAME: z.string(),
  OTEL_TRACES_SAMPLER: z.enum([
    "always_on",
    "always_off",
    "traceidratio",
    "parentbased_always_on",
    "parentbased_always_off",
    "parentbased_traceidratio",
  ]),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1),
  SHUTDOWN_NOTICE_MS: count,
  SHUTDOWN_GRACE_MS: positive,
  SECRETS_PROVIDER: z.enum(secretProviders),
  SECRETS_TTL_S: positive,
  SECRETS_DIR: z.string(),
  VAULT_ADDR: httpUrl.optional(),
  VAULT_NAMESPACE: z.string().optional(),
  VAULT_TOKEN: z.string().optional(),
  VAULT_ROLE: z.string().optional(),
  VAULT_AUTH_MOUNT: z.string(),
  VAULT_JWT_FILE: z.string(),
  VAULT_KV_MOUNT: z.string(),
  VAULT_KV_PATH: z.string(),
  SECRETS_AWS_ID: z.string().optional(),
  AWS_REGION: z.string().optional(),
  SECRETS_GCP_PROJECT: z.string().optional(),
  SECRETS_GCP_PREFIX: z.string(),
});
export type Variables = z.infer<typeof variables>;
type VariableName = keyof Variables;

export const variableNames = Object.keys(variables.shape) as VariableName[]; // sound: the keys of the object above

/** What tool servers are sent, by `<tenant>/<server>`. Throws for text of another form. */
export const parseTokens = (text: string): Record<string, string> => tokens.parse(text);

/** What has to be known before any secret can be read. */
export const providerVariables = variables.pick({
  SECRETS_PROVIDER: true,
  SECRETS_TTL_S: true,
  SECRETS_DIR: true,
  VAULT_ADDR: true,
  VAULT_NAMESPACE: true,
  VAULT_TOKEN: true,
  VAULT_ROLE: true,
  VAULT_AUTH_MOUNT: true,
  VAULT_JWT_FILE: true,
  VAULT_KV_MOUNT: true,
  VAULT_KV_PATH: true,
  SECRETS_AWS_ID: true,
  AWS_REGION: true,
  SECRETS_GCP_PROJECT: true,
  SECRETS_GCP_PREFIX: true,
});
export type ProviderVariables = z.infer<typeof providerVariables>;

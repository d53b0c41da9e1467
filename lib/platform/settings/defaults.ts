import { isLocalProfile, type Profile } from "@/lib/platform/profiles";

/** Known to everybody who has the source: good for a loopback demo, refused from `preview` on. */
export const localSecret = "salesboost-local-secret-do-not-deploy-0123456789";
export const localClient = { id: "salesboost-local", secret: "salesboost-local-client-secret" } as const;

export type Source = Record<string, string | undefined>;

/** Defaults that hold everywhere, then those of a profile that may run on embedded parts. */
export function defaultsFor(profile: Profile, source: Source): Record<string, string> {
  const local = isLocalProfile(profile);
  const port = Number(source.PORT) || 3000;
  const hosting = source.HOSTING ?? (source.VERCEL ? "serverless" : "server");
  const everywhere = {
    APP_ENV: profile,
    PORT: String(port),
    BIND_HOST: local ? "127.0.0.1" : "0.0.0.0",
    HOSTING: hosting,
    DATA_DIR: `.data/${profile}`,
    DB_POOL_MIN: hosting === "serverless" ? "0" : "20",
    DB_POOL_MAX: hosting === "serverless" ? "5" : "60",
    DB_CONNECT_TIMEOUT_MS: "10000",
    DB_IDLE_TIMEOUT_MS: hosting === "serverless" ? "5000" : "30000",
    DB_MAX_LIFETIME_S: "3600",
    DB_STATEMENT_TIMEOUT_MS: "15000",
    DB_KEEP_ALIVE: "true",
    AUTH_OIDC_SCOPES: "openid profile email offline_access",
    AUTH_OIDC_TENANT_CLAIM: "tenant",
    AUTH_OIDC_ROLE_CLAIM: "role",
    AUTH_SESSION_HOURS: "12",
    AUTH_PRIVATE_HOSTS: "",
    TOKEN_PACE_MS: profile === "test" ? "5" : "28",
    TURNS_PER_USER_PER_HOUR: profile === "test" ? "2000" : "120",
    READS_PER_USER_PER_MINUTE: profile === "test" ? "6000" : "240",
    WRITES_PER_USER_PER_MINUTE: profile === "test" ? "6000" : "120",
    UPLOADS_PER_USER_PER_HOUR: profile === "test" ? "2000" : "60",
    EXPORTS_PER_USER_PER_HOUR: profile === "test" ? "2000" : "30",
    TENANT_LIMIT_FACTOR: "50",
    OPEN_REQUESTS_PER_ADDRESS_PER_MINUTE: profile === "test" ? "6000" : "240",
    SIGN_INS_PER_ADDRESS_PER_MINUTE: profile === "test" ? "6000" : "60",
    LIMITS_PATIENCE_MS: "500",
    AI_PRICES: "",
    AI_COMPATIBLE_SCHEMAS: "true",
    SESSION_TOKEN_CAP: "60000",
    MAX_BODY_BYTES: "65536",
    TRUSTED_PROXY_HOPS: "0",
    CORS_ORIGINS: "",
    TOOL_SERVER_PRIVATE_HOSTS: "",
    TOOL_SERVER_TOKENS: "",
    LOG_LEVEL: profile === "test" ? "warn" : "info",
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_EXPORTER_OTLP_HEADERS: "",
    OTEL_SERVICE_NAME: "salesboost",
    OTEL_TRACES_SAMPLER: "parentbased_always_on",
    OTEL_TRACES_SAMPLER_ARG: "1",
    SHUTDOWN_NOTICE_MS: local ? "0" : "5000",
    SHUTDOWN_GRACE_MS: "25000",
    SECRETS_PROVIDER: "environment",
    SECRETS_TTL_S: "60",
    SECRETS_DIR: "/run/secrets",
    VAULT_AUTH_MOUNT: "kubernetes",
    VAULT_JWT_FILE: "/var/run/secrets/kubernetes.io/serviceaccount/token",
    VAULT_KV_MOUNT: "secret",
    VAULT_KV_PATH: "salesboost",
    SECRETS_GCP_PREFIX: "",
  };
  if (!local) return everywhere;
  return {
    ...everywhere,
    AUTH_SECRET: localSecret,
    AUTH_URL: `http://localhost:${port}`,
    AUTH_OIDC_ISSUER: `http://localhost:${port + 1}`,
    AUTH_OIDC_CLIENT_ID: localClient.id,
    AUTH_OIDC_CLIENT_SECRET: localClient.secret,
    AI_CHAIN: source.OPENAI_API_KEY ? "openai:gpt-5-mini,offline" : "offline",
  };
}

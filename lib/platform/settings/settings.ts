import type { Prices } from "@/lib/contracts/usage";
import { isLocalProfile, type Profile } from "@/lib/platform/profiles";
import type { SecretName } from "@/lib/platform/secrets/names";
import { conceal, hide } from "./conceal";
import { parseTokens, type Variables } from "./variables";

/**
 * Everything the program may know about where it runs. Times in the unit their name says. Secrets are read at each access, so
 * that one changed in the secret manager is followed; a copy or a listing of this object (spread, JSON, log) does not hold them.
 */
export interface Settings {
  profile: Profile;
  /** runs on embedded parts and may use the local identity provider: development, demo, test */
  local: boolean;
  port: number;
  bindHost: string;
  hosting: "server" | "serverless";
  dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** connection of the owner role, for migrations alone */
  readonly databaseMigrationUrl?: string | undefined;
  databaseDriver: "pglite" | "pg" | "neon";
  dbPoolMin: number;
  dbPoolMax: number;
  dbConnectTimeoutMs: number;
  dbIdleTimeoutMs: number;
  dbMaxLifetimeS: number;
  dbStatementTimeoutMs: number;
  dbKeepAlive: boolean;
  neonWsProxy?: string;
  readonly authSecret: string;
  authUrl: string;
  oidc: {
    issuer: string;
    clientId: string;
    readonly clientSecret: string;
    scopes: string;
    tenantClaim: string;
    roleClaim: string;
  };
  sessionHours: number;
  /** hosts of tenants' identity providers that may lie inside one's own network */
  authPrivateHosts: string[];
  redis?: { url: string; readonly token: string };
  qdrant?: { url: string; readonly apiKey?: string | undefined };
  readonly openaiApiKey?: string | undefined;
  openaiBaseUrl?: string;
  compatible?: { baseUrl: string; readonly apiKey?: string | undefined; schemas: boolean };
  aiChain: string;
  /** dollars a million tokens by model, over the price table */
  aiPrices: Prices;
  tokenPaceMs: number;
  /** how often one person, one address and, by a factor, all of a tenant may do what */
  limits: {
    readsPerMinute: number;
    writesPerMinute: number;
    turnsPerHour: number;
    uploadsPerHour: number;
    exportsPerHour: number;
    tenantFactor: number;
    openPerMinute: number;
    signInsPerMinute: number;
    /** longest wait for the shared store, in milliseconds */
    patienceMs: number;
  };
  sessionTokenCap: number;
  maxBodyBytes: number;
  trustedProxyHops: number;
  corsOrigins: string[];
  /** hosts of tool servers, with or without port, that may lie inside one's own network */
  toolServerPrivateHosts: string[];
  /** bearer tokens of tool servers, by `<tenant>/<server>` */
  readonly toolServerTokens: Record<string, string>;
  readonly cronSecret?: string | undefined;
  readonly metricsToken?: string | undefined;
  logLevel: Variables["LOG_LEVEL"];
  /** where traces are sent to; without it none are kept */
  otel?: OtelSettings;
  /** how long requests are still taken after the call to stop, so that whoever sends them notices */
  shutdownNoticeMs: number;
  /** how long all that runs then has to finish */
  shutdownGraceMs: number;
}

interface OtelSettings {
  endpoint: string;
  protocol: Variables["OTEL_EXPORTER_OTLP_PROTOCOL"];
  readonly headers: Record<string, string>;
  serviceName: string;
  sampler: Variables["OTEL_TRACES_SAMPLER"];
  /** the share of traces that ratio samplers keep */
  samplerRatio: number;
}

function otelOf(given: Variables): OtelSettings | undefined {
  if (!given.OTEL_EXPORTER_OTLP_ENDPOINT) return undefined;
  const otel = {
    endpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, ""),
    protocol: given.OTEL_EXPORTER_OTLP_PROTOCOL,
    headers: given.OTEL_EXPORTER_OTLP_HEADERS,
    serviceName: given.OTEL_SERVICE_NAME,
    sampler: given.OTEL_TRACES_SAMPLER,
    samplerRatio: given.OTEL_TRACES_SAMPLER_ARG,
  };
  return hide(otel, ["headers"]);
}

function driverOf(given: Variables): Settings["databaseDriver"] {
  if (given.DATABASE_DRIVER) return given.DATABASE_DRIVER;
  if (!given.DATABASE_URL) return "pglite";
  return new URL(given.DATABASE_URL).hostname.endsWith(".neon.tech") ? "neon" : "pg";
}

/** A secret as it is now, by the name of its setting. */
export type SecretNow = (name: SecretName) => string | undefined;

/** The parts that hold an address beside its secret. */
function servicesOf(given: Variables, now: SecretNow): Pick<Settings, "oidc" | "redis" | "qdrant" | "compatible"> {
  const { UPSTASH_REDIS_REST_URL: redisUrl, UPSTASH_REDIS_REST_TOKEN: redisToken } = given;
  const oidc = {
    issuer: given.AUTH_OIDC_ISSUER.replace(/\/$/, ""),
    clientId: given.AUTH_OIDC_CLIENT_ID,
    get clientSecret() {
      return now("AUTH_OIDC_CLIENT_SECRET") ?? given.AUTH_OIDC_CLIENT_SECRET;
    },
    scopes: given.AUTH_OIDC_SCOPES,
    tenantClaim: given.AUTH_OIDC_TENANT_CLAIM,
    roleClaim: given.AUTH_OIDC_ROLE_CLAIM,
  };
  const redis = redisUrl &&
    redisToken && {
      url: redisUrl,
      get token() {
        return now("UPSTASH_REDIS_REST_TOKEN") ?? redisToken;
      },
    };
  const qdrant = given.QDRANT_URL && {
    url: given.QDRANT_URL,
    get apiKey() {
      return now("QDRANT_API_KEY");
    },
  };
  const compatible = given.AI_COMPATIBLE_BASE_URL && {
    baseUrl: given.AI_COMPATIBLE_BASE_URL,
    get apiKey() {
      return now("AI_COMPATIBLE_API_KEY");
    },
    schemas: given.AI_COMPATIBLE_SCHEMAS,
  };
  return {
    oidc: conceal(oidc, ["clientSecret"]),
    ...(redis && { redis: conceal(redis, ["token"]) }),
    ...(qdrant && { qdrant: conceal(qdrant, ["apiKey"]) }),
    ...(compatible && { compatible: conceal(compatible, ["apiKey"]) }),
  };
}

/** The others lie beside an address that some want to spread, under names that the log leaves out. */
const hidden = [
  "databaseUrl",
  "databaseMigrationUrl",
  "authSecret",
  "openaiApiKey",
  "toolServerTokens",
  "cronSecret",
  "metricsToken",
] as const satisfies readonly (keyof Settings)[];

function limitsOf(given: Variables): Settings["limits"] {
  return {
    readsPerMinute: given.READS_PER_USER_PER_MINUTE,
    writesPerMinute: given.WRITES_PER_USER_PER_MINUTE,
    turnsPerHour: given.TURNS_PER_USER_PER_HOUR,
    uploadsPerHour: given.UPLOADS_PER_USER_PER_HOUR,
    exportsPerHour: given.EXPORTS_PER_USER_PER_HOUR,
    tenantFactor: given.TENANT_LIMIT_FACTOR,
    openPerMinute: given.OPEN_REQUESTS_PER_ADDRESS_PER_MINUTE,
    signInsPerMinute: given.SIGN_INS_PER_ADDRESS_PER_MINUTE,
    patienceMs: given.LIMITS_PATIENCE_MS,
  };
}

/** Settings of validated variables; `now` answers for each secret when it is asked for. */
export function toSettings(given: Variables, now: SecretNow): Settings {
  const settings: Settings = {
    profile: given.APP_ENV,
    local: isLocalProfile(given.APP_ENV),
    port: given.PORT,
    bindHost: given.BIND_HOST,
    hosting: given.HOSTING,
    dataDir: given.DATA_DIR,
    get databaseUrl() {
      return now("DATABASE_URL");
    },
    get databaseMigrationUrl() {
      return now("DATABASE_MIGRATION_URL");
    },
    databaseDriver: driverOf(given),
    dbPoolMin: given.DB_POOL_MIN,
    dbPoolMax: given.DB_POOL_MAX,
    dbConnectTimeoutMs: given.DB_CONNECT_TIMEOUT_MS,
    dbIdleTimeoutMs: given.DB_IDLE_TIMEOUT_MS,
    dbMaxLifetimeS: given.DB_MAX_LIFETIME_S,
    dbStatementTimeoutMs: given.DB_STATEMENT_TIMEOUT_MS,
    dbKeepAlive: given.DB_KEEP_ALIVE,
    ...(given.NEON_WS_PROXY && { neonWsProxy: given.NEON_WS_PROXY }),
    get authSecret() {
      return now("AUTH_SECRET") ?? given.AUTH_SECRET;
    },
    authUrl: given.AUTH_URL.replace(/\/$/, ""),
    ...servicesOf(given, now),
    sessionHours: given.AUTH_SESSION_HOURS,
    authPrivateHosts: given.AUTH_PRIVATE_HOSTS,
    get openaiApiKey() {
      return now("OPENAI_API_KEY");
    },
    ...(given.OPENAI_BASE_URL && { openaiBaseUrl: given.OPENAI_BASE_URL }),
    aiChain: given.AI_CHAIN,
    aiPrices: given.AI_PRICES,
    tokenPaceMs: given.TOKEN_PACE_MS,
    limits: limitsOf(given),
    sessionTokenCap: given.SESSION_TOKEN_CAP,
    maxBodyBytes: given.MAX_BODY_BYTES,
    trustedProxyHops: given.TRUSTED_PROXY_HOPS,
    corsOrigins: given.CORS_ORIGINS,
    toolServerPrivateHosts: given.TOOL_SERVER_PRIVATE_HOSTS,
    get toolServerTokens() {
      return parseTokens(now("TOOL_SERVER_TOKENS") ?? "");
    },
    get cronSecret() {
      return now("CRON_SECRET");
    },
    get metricsToken() {
      return now("METRICS_TOKEN");
    },
    logLevel: given.LOG_LEVEL,
    otel: otelOf(given),
    shutdownNoticeMs: given.SHUTDOWN_NOTICE_MS,
    shutdownGraceMs: given.SHUTDOWN_GRACE_MS,
  };
  return hide(settings, hidden);
}

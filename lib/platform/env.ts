import { z } from "zod";
import { pricesSchema, type Prices } from "@/lib/contracts/usage";
import { isLocalProfile, profiles, type Profile } from "./profiles";
import { describeRefusals } from "./refusals";

/** Known to everybody who has the source: good for a loopback demo, refused from `preview` on. */
export const localSecret = "salesboost-local-secret-do-not-deploy-0123456789";
export const localClient = { id: "salesboost-local", secret: "salesboost-local-client-secret" } as const;

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
const httpUrl = z.url({ protocol: /^https?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Every variable the application reads, by name. `.env.example` documents each; a test compares the two. */
const variables = z.object({
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
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AUTH_URL: httpUrl,
  AUTH_OIDC_ISSUER: httpUrl,
  AUTH_OIDC_CLIENT_ID: z.string(),
  AUTH_OIDC_CLIENT_SECRET: z.string(),
  AUTH_OIDC_SCOPES: z.string(),
  AUTH_OIDC_TENANT_CLAIM: z.string(),
  AUTH_OIDC_ROLE_CLAIM: z.string(),
  AUTH_SESSION_HOURS: positive,
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
  REQUESTS_PER_USER_PER_MINUTE: positive,
  SESSION_TOKEN_CAP: positive,
  MAX_BODY_BYTES: positive,
  TRUSTED_PROXY_HOPS: count,
  CORS_ORIGINS: list,
  TOOL_SERVER_PRIVATE_HOSTS: list,
  TOOL_SERVER_TOKENS: tokens,
  CRON_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
});
export type Variables = z.infer<typeof variables>;
type VariableName = keyof Variables;

export const variableNames = Object.keys(variables.shape) as VariableName[]; // sound: the keys of the object above

/** Everything the program may know about where it runs. Times in the unit their name says. */
export interface Settings {
  profile: Profile;
  /** runs on embedded parts and may use the local identity provider: development, demo, test */
  local: boolean;
  port: number;
  bindHost: string;
  hosting: "server" | "serverless";
  dataDir: string;
  databaseUrl?: string;
  /** connection of the owner role, for migrations alone */
  databaseMigrationUrl?: string;
  databaseDriver: "pglite" | "pg" | "neon";
  dbPoolMin: number;
  dbPoolMax: number;
  dbConnectTimeoutMs: number;
  dbIdleTimeoutMs: number;
  dbMaxLifetimeS: number;
  dbStatementTimeoutMs: number;
  dbKeepAlive: boolean;
  neonWsProxy?: string;
  authSecret: string;
  authUrl: string;
  oidc: {
    issuer: string;
    clientId: string;
    clientSecret: string;
    scopes: string;
    tenantClaim: string;
    roleClaim: string;
  };
  sessionHours: number;
  redis?: { url: string; token: string };
  qdrant?: { url: string; apiKey?: string };
  openaiApiKey?: string;
  openaiBaseUrl?: string;
  compatible?: { baseUrl: string; apiKey?: string; schemas: boolean };
  aiChain: string;
  /** dollars a million tokens by model, over the price table */
  aiPrices: Prices;
  tokenPaceMs: number;
  turnsPerUserPerHour: number;
  requestsPerUserPerMinute: number;
  sessionTokenCap: number;
  maxBodyBytes: number;
  trustedProxyHops: number;
  corsOrigins: string[];
  /** hosts of tool servers, with or without port, that may lie inside one's own network */
  toolServerPrivateHosts: string[];
  /** bearer tokens of tool servers, by `<tenant>/<server>` */
  toolServerTokens: Record<string, string>;
  cronSecret?: string;
  logLevel: Variables["LOG_LEVEL"];
}

/** Thrown once with every problem, so that an operator mends all of them in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings have ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join("\n")}`);
    this.name = "SettingsError";
  }
}

type Source = Record<string, string | undefined>;

function profileOf(source: Source): Profile {
  const named = profiles.find((profile) => profile === source.APP_ENV);
  if (named) return named;
  // A production build that was told nothing must fail closed, never run as a demo.
  if (source.NODE_ENV === "production") return "production";
  return source.NODE_ENV === "test" ? "test" : "development";
}

/** Defaults that hold everywhere, then those of a profile that may run on embedded parts. */
function defaultsFor(profile: Profile, source: Source): Record<string, string> {
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
    TOKEN_PACE_MS: profile === "test" ? "5" : "28",
    TURNS_PER_USER_PER_HOUR: profile === "test" ? "2000" : "120",
    REQUESTS_PER_USER_PER_MINUTE: profile === "test" ? "6000" : "240",
    AI_PRICES: "",
    AI_COMPATIBLE_SCHEMAS: "true",
    SESSION_TOKEN_CAP: "60000",
    MAX_BODY_BYTES: "65536",
    TRUSTED_PROXY_HOPS: "0",
    CORS_ORIGINS: "",
    TOOL_SERVER_PRIVATE_HOSTS: "",
    TOOL_SERVER_TOKENS: "",
    LOG_LEVEL: profile === "test" ? "warn" : "info",
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

function driverOf(given: Variables): Settings["databaseDriver"] {
  if (given.DATABASE_DRIVER) return given.DATABASE_DRIVER;
  if (!given.DATABASE_URL) return "pglite";
  return new URL(given.DATABASE_URL).hostname.endsWith(".neon.tech") ? "neon" : "pg";
}

function toSettings(given: Variables): Settings {
  const { UPSTASH_REDIS_REST_URL: redisUrl, UPSTASH_REDIS_REST_TOKEN: redisToken } = given;
  return {
    profile: given.APP_ENV,
    local: isLocalProfile(given.APP_ENV),
    port: given.PORT,
    bindHost: given.BIND_HOST,
    hosting: given.HOSTING,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    databaseMigrationUrl: given.DATABASE_MIGRATION_URL,
    databaseDriver: driverOf(given),
    dbPoolMin: given.DB_POOL_MIN,
    dbPoolMax: given.DB_POOL_MAX,
    dbConnectTimeoutMs: given.DB_CONNECT_TIMEOUT_MS,
    dbIdleTimeoutMs: given.DB_IDLE_TIMEOUT_MS,
    dbMaxLifetimeS: given.DB_MAX_LIFETIME_S,
    dbStatementTimeoutMs: given.DB_STATEMENT_TIMEOUT_MS,
    dbKeepAlive: given.DB_KEEP_ALIVE,
    neonWsProxy: given.NEON_WS_PROXY,
    authSecret: given.AUTH_SECRET,
    authUrl: given.AUTH_URL.replace(/\/$/, ""),
    oidc: {
      issuer: given.AUTH_OIDC_ISSUER.replace(/\/$/, ""),
      clientId: given.AUTH_OIDC_CLIENT_ID,
      clientSecret: given.AUTH_OIDC_CLIENT_SECRET,
      scopes: given.AUTH_OIDC_SCOPES,
      tenantClaim: given.AUTH_OIDC_TENANT_CLAIM,
      roleClaim: given.AUTH_OIDC_ROLE_CLAIM,
    },
    sessionHours: given.AUTH_SESSION_HOURS,
    redis: redisUrl && redisToken ? { url: redisUrl, token: redisToken } : undefined,
    qdrant: given.QDRANT_URL ? { url: given.QDRANT_URL, apiKey: given.QDRANT_API_KEY } : undefined,
    openaiApiKey: given.OPENAI_API_KEY,
    openaiBaseUrl: given.OPENAI_BASE_URL,
    compatible: given.AI_COMPATIBLE_BASE_URL
      ? {
          baseUrl: given.AI_COMPATIBLE_BASE_URL,
          apiKey: given.AI_COMPATIBLE_API_KEY,
          schemas: given.AI_COMPATIBLE_SCHEMAS,
        }
      : undefined,
    aiChain: given.AI_CHAIN,
    aiPrices: given.AI_PRICES,
    tokenPaceMs: given.TOKEN_PACE_MS,
    turnsPerUserPerHour: given.TURNS_PER_USER_PER_HOUR,
    requestsPerUserPerMinute: given.REQUESTS_PER_USER_PER_MINUTE,
    sessionTokenCap: given.SESSION_TOKEN_CAP,
    maxBodyBytes: given.MAX_BODY_BYTES,
    trustedProxyHops: given.TRUSTED_PROXY_HOPS,
    corsOrigins: given.CORS_ORIGINS,
    toolServerPrivateHosts: given.TOOL_SERVER_PRIVATE_HOSTS,
    toolServerTokens: given.TOOL_SERVER_TOKENS,
    cronSecret: given.CRON_SECRET,
    logLevel: given.LOG_LEVEL,
  };
}

/** Pure twin of `env()`: settings from any source. Throws `SettingsError` with every problem at once. */
export function readSettings(source: Source): Settings {
  // An empty variable means "not set": that is how compose files and hosting consoles pass unset ones.
  const given = Object.fromEntries(
    variableNames.flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])),
  );
  const profile = profileOf(source);
  const merged: Record<string, string> = { ...defaultsFor(profile, source), ...given };
  const parsed = variables.safeParse(merged);
  const malformed = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return name in merged ? `${name} is not valid: ${issue.message}` : `${name} is required in ${profile}`;
  });
  const problems = [...malformed, ...describeRefusals(profile, merged)];
  if (problems.length > 0 || !parsed.data) throw new SettingsError(problems);
  return toSettings(parsed.data);
}

const cache = Symbol.for("salesboost.settings");

/** The settings of this process: read at run time, validated once, kept for its lifetime. */
export function env(): Settings {
  const holder: typeof globalThis & { [cache]?: Settings } = globalThis;
  if (holder[cache]) return holder[cache];
  const settings = readSettings(process.env);
  // Auth.js reads this variable by itself; without it, it would believe the Host header.
  process.env.AUTH_URL = settings.authUrl;
  return (holder[cache] = settings);
}

import { inspect } from "node:util";
import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchWithKey } from "@/agents/models/keyed-fetch";
import { Models } from "@/agents/models/registry";
import { writeSessionToken } from "@/lib/platform/auth/token";
import { checkSecret, env, knowsSecrets, readSettings, secretNow, secretPlan, SettingsError } from "@/lib/platform/env";
import { createLog } from "@/lib/platform/log";
import { followingRedis } from "@/lib/platform/redis";
import { authSecrets } from "@/lib/platform/secrets/current";
import { secretNames, type SecretName } from "@/lib/platform/secrets/names";
import type { Fetched } from "@/lib/platform/secrets/provider";
import { holdSecrets, SecretStore } from "@/lib/platform/secrets/store";
import { startDouble } from "../../support/http-double";

const canary = (name: string) => `canary-${name.toLowerCase().replaceAll("_", "-")}-${"x".repeat(24)}`;
const source = {
  APP_ENV: "test",
  ...Object.fromEntries(secretNames.map((name) => [name, canary(name)])),
  DATABASE_URL: `postgres://app:${canary("database")}@db.example.com/x`,
  DATABASE_MIGRATION_URL: `postgres://owner:${canary("owner")}@db.example.com/x`,
  TOOL_SERVER_TOKENS: `acme/stock=${canary("tool")}`,
  UPSTASH_REDIS_REST_URL: "https://redis.example.com",
  QDRANT_URL: "https://qdrant.example.com",
  AI_COMPATIBLE_BASE_URL: "https://models.example.com/v1",
  AI_CHAIN: "openai:gpt-5-mini,compatible:qwen3,offline",
};

function problemsOf(given: Record<string, string>): string[] {
  try {
    secretPlan(given);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

/** Forgets the settings of this process, so that the next reading makes them anew. */
function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for("salesboost.settings"));
}

/** A provider whose values the test changes. */
async function follow(values: Partial<Record<SecretName, string>>, before?: Fetched["before"]) {
  const state = { values, before };
  const read = async (): Promise<Fetched> => ({
    values: Object.fromEntries(Object.entries(state.values).map(([name, value]) => [name, { value }])),
    before: state.before,
  });
  const provider = { name: "vault" as const, place: "https://vault", read };
  const store = new SecretStore(provider, secretNames, { ttlMs: 1e9, base: {}, check: checkSecret, note: () => {} });
  await store.open();
  holdSecrets(store);
  return { state, look: () => store.refresh() };
}

beforeEach(() => {
  forget();
  vi.stubEnv("APP_ENV", "test");
});
afterEach(() => {
  holdSecrets(undefined);
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  forget();
});

describe("settings that hold secrets", () => {
  it("show none of them, however they are written", async () => {
    const settings = readSettings(source);
    expect(settings.oidc.clientSecret).toContain("canary");
    const lines: string[] = [];
    const log = createLog({ write: (line) => void lines.push(line) });
    const { oidc, redis, qdrant, compatible } = settings;
    log.warn({ settings, nested: { oidc, redis, qdrant, compatible } }, "all of it");
    const written = [
      ...lines,
      JSON.stringify(settings),
      JSON.stringify({ deep: { settings } }),
      inspect(settings, { depth: 9, showHidden: true }),
    ].join("\n");
    expect(written).toContain("https://models.example.com/v1");
    expect(written).not.toContain("canary-");
  });

  it("name what is wrong without quoting it", () => {
    const short = {
      ...source,
      AUTH_SECRET: "canary-short",
      DATABASE_URL: "canary-no-url",
      TOOL_SERVER_TOKENS: "canary",
    };
    const problems = () => readSettings(short);
    expect(problems).toThrow(/AUTH_SECRET/);
    expect(problems).not.toThrow(/canary/);
  });
});

describe("a provider of secrets", () => {
  const at = (SECRETS_PROVIDER: string, rest: Record<string, string> = {}) =>
    problemsOf({ APP_ENV: "test", SECRETS_PROVIDER, ...rest });

  it("is refused when it is half set", () => {
    expect(at("vault").map((line) => line.split(" ")[0])).toEqual(["VAULT_ADDR", "VAULT_TOKEN"]);
    expect(at("vault", { VAULT_ADDR: "https://v", VAULT_TOKEN: "t", VAULT_ROLE: "r" })).toHaveLength(1);
    expect(at("aws").map((line) => line.split(" ")[0])).toEqual(["SECRETS_AWS_ID", "AWS_REGION"]);
    expect(at("gcp")).toHaveLength(1);
    expect(at("nowhere")[0]).toContain("SECRETS_PROVIDER is not valid");
    expect(at("vault", { VAULT_ADDR: "https://v", VAULT_ROLE: "r" })).toEqual([]);
  });

  it("is refused when it is set and not chosen", () => {
    expect(at("environment", { SECRETS_AWS_ID: "x" })[0]).toContain("SECRETS_PROVIDER is environment");
    expect(at("environment", { AUTH_SECRET_FILE: "/run/x" })[0]).toContain("AUTH_SECRET_FILE");
  });

  it("is not spoken to in plain text from a live profile, but on the machine itself", () => {
    const live = (VAULT_ADDR: string) =>
      problemsOf({ APP_ENV: "production", SECRETS_PROVIDER: "vault", VAULT_ADDR, VAULT_ROLE: "r" });
    expect(live("http://vault.example.com:8200")[0]).toContain("VAULT_ADDR must use https");
    expect(live("http://127.0.0.1:8200")).toEqual([]);
  });

  it("is named with the secret that is missing or unfit at the start", async () => {
    vi.stubEnv("APP_ENV", "production");
    vi.stubEnv("SECRETS_PROVIDER", "vault");
    await follow({ AUTH_SECRET: "canary-too-short" });
    const read = () => env();
    expect(read).toThrow(
      /AUTH_SECRET is not valid: must have at least 32 characters \(secrets: vault \(https:\/\/vault\)\)/,
    );
    expect(read).toThrow(/AUTH_OIDC_CLIENT_SECRET is required in production \(secrets: vault/);
    expect(read).not.toThrow(/canary/);
  });

  it("must have been read before the settings are", () => {
    vi.stubEnv("SECRETS_PROVIDER", "vault");
    expect(() => env()).toThrow(/have not been read yet/);
  });
});

describe("a secret that is changed while the program runs", () => {
  const [old, fresh] = ["old-".repeat(10), "new-".repeat(10)];

  it("is what the settings say from then on", async () => {
    vi.stubEnv("UPSTASH_REDIS_REST_URL", "https://redis.example.com");
    const { state, look } = await follow({
      AUTH_OIDC_CLIENT_SECRET: "one",
      UPSTASH_REDIS_REST_TOKEN: "one",
      CRON_SECRET: old,
    });
    const settings = env();
    expect([settings.oidc.clientSecret, settings.redis?.token, settings.cronSecret]).toEqual(["one", "one", old]);
    state.values = { AUTH_OIDC_CLIENT_SECRET: "two", UPSTASH_REDIS_REST_TOKEN: "two", CRON_SECRET: fresh };
    await look();
    expect([settings.oidc.clientSecret, settings.redis?.token, settings.cronSecret]).toEqual(["two", "two", fresh]);
  });

  it("is refused where the settings would refuse it, and the last good one stays", async () => {
    const { state, look } = await follow({ AUTH_SECRET: old });
    env();
    state.values = { AUTH_SECRET: "short" };
    await look();
    expect(secretNow("AUTH_SECRET")).toBe(old);
  });

  it("seals with the new one and opens with both, until the old one is taken away", async () => {
    const { state, look } = await follow({ AUTH_SECRET: old });
    expect(authSecrets()).toEqual([old]);
    state.values = { AUTH_SECRET: fresh, AUTH_SECRET_PREVIOUS: old };
    await look();
    expect(authSecrets()).toEqual([fresh, old]);
    state.values = { AUTH_SECRET: fresh };
    await look();
    expect(authSecrets()).toEqual([fresh]);
  });

  it("may be two in the environment too, which a restart brings in", () => {
    vi.stubEnv("AUTH_SECRET", fresh);
    vi.stubEnv("AUTH_SECRET_PREVIOUS", old);
    expect(authSecrets()).toEqual([fresh, old]);
  });

  it("opens with the version before for as long as a session may live", async () => {
    const hour = 3_600_000;
    const { state, look } = await follow({ AUTH_SECRET: fresh }, { value: old, replacedAt: Date.now() - 11 * hour });
    expect(authSecrets()).toEqual([fresh, old]);
    state.before = { value: old, replacedAt: Date.now() - 13 * hour };
    await look();
    expect(authSecrets()).toEqual([fresh]);
  });

  it("reaches Redis with the next request of a client that was made before", async () => {
    const double = await startDouble(() => ({ body: [{ result: "UE9ORw==" }] }));
    vi.stubEnv("UPSTASH_REDIS_REST_URL", double.url);
    const { state, look } = await follow({ UPSTASH_REDIS_REST_TOKEN: "token-one" });
    const redis = followingRedis({ url: double.url, token: "token-one", retry: false });
    await redis.ping();
    state.values = { UPSTASH_REDIS_REST_TOKEN: "token-two" };
    await look();
    await redis.ping();
    expect(double.heard.map(({ headers }) => headers["authorization"])).toEqual([
      "Bearer token-one",
      "Bearer token-two",
    ]);
    await double.close();
  });

  it("reaches both kinds of models with the next call, embedding and reranking included", async () => {
    const double = await startDouble(() => ({ status: 500, body: {} }));
    const { state, look } = await follow({ OPENAI_API_KEY: "sk-one", AI_COMPATIBLE_API_KEY: "ck-one" });
    vi.stubEnv("AI_COMPATIBLE_BASE_URL", double.url);
    vi.stubEnv("OPENAI_BASE_URL", double.url);
    const models = new Models(
      Object.create(env(), {
        aiChain: { value: "openai:gpt-x,compatible:qwen;embed=compatible:e;rerank=compatible:r" },
      }),
      {},
    );
    const ask = async () => {
      double.heard.length = 0;
      const stream = models
        .forRole("speak")
        .model?.doStream({ prompt: [{ role: "user", content: [{ type: "text", text: "?" }] }] });
      await stream?.catch(() => {});
      await models
        .embedder()
        .doEmbed({ values: ["a"] })
        .catch(() => {});
      const documents = { type: "text" as const, values: ["b", "c"] };
      await models
        .reranker()
        .doRerank({ query: "a", documents })
        .catch(() => {});
      return [...new Set(double.heard.map(({ path, headers }) => `${path} ${headers["authorization"]}`))].toSorted();
    };
    const paths = ["/chat/completions", "/embeddings", "/rerank"];
    expect(await ask()).toEqual([...paths.map((path) => `${path} Bearer ck-one`), "/responses Bearer sk-one"]);
    state.values = { OPENAI_API_KEY: "sk-two", AI_COMPATIBLE_API_KEY: "ck-two" };
    await look();
    expect(await ask()).toEqual([...paths.map((path) => `${path} Bearer ck-two`), "/responses Bearer sk-two"]);
    await double.close();
  });

  it("is asked for when a provider of models refuses the one it was sent, and the call is made once more", async () => {
    let key = "one";
    const double = await startDouble(({ headers }) => ({
      status: headers["authorization"] === "Bearer two" ? 200 : 401,
    }));
    const call = (refused: () => Promise<boolean>) =>
      fetchWithKey(() => key, refused)(double.url, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}` },
        body: "{}",
      });
    expect((await call(async () => false)).status).toBe(401);
    expect(double.heard).toHaveLength(1);
    const answer = await call(async () => {
      key = "two";
      return true;
    });
    expect(answer.status).toBe(200);
    expect(double.heard).toHaveLength(3);
    await double.close();
  });
});

describe("an edge away from the server, with a secret manager", () => {
  const address = "http://localhost:3000";

  async function ask(path: string, cookie: string | null): Promise<Response> {
    const { guard } = await import("@/lib/platform/edge/guard");
    const headers = new Headers(cookie ? { cookie: `authjs.session-token=${cookie}` } : {});
    return guard(new NextRequest(new URL(path, address), { headers }));
  }

  beforeEach(() => {
    vi.stubEnv("SECRETS_PROVIDER", "aws");
    vi.stubEnv("SECRETS_AWS_ID", "salesboost");
    vi.stubEnv("AWS_REGION", "eu-west-1");
    vi.stubEnv("NEXT_RUNTIME", "edge");
  });

  it("does not take itself to know the secrets, and knows none of the defaults either", () => {
    expect(knowsSecrets()).toBe(false);
    expect(env().authSecret).not.toContain("salesboost-local");
  });

  it("passes on a cookie that it cannot open, for those behind it to judge", async () => {
    for (const path of ["/history", "/api/v1/sessions"])
      expect((await ask(path, "sealed-elsewhere")).headers.get("x-middleware-next"), path).toBe("1");
  });

  it("still refuses whoever brings no cookie at all", async () => {
    expect((await ask("/history", null)).status).toBe(307);
    expect((await ask("/api/v1/sessions", null)).status).toBe(401);
  });

  it("judges by itself where it shares the secrets of the server", async () => {
    await follow({ AUTH_SECRET: "known-".repeat(8) });
    forget();
    expect(knowsSecrets()).toBe(true);
    expect((await ask("/history", "forged")).status).toBe(307);
    expect(await writeSessionToken({ uid: "u", tid: "t", lid: "l", name: "n", email: "e" })).toBeTypeOf("string");
  });
});

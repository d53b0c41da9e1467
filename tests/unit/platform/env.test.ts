import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { localClient, localSecret, readSettings, SettingsError, variableNames } from "@/lib/platform/env";

const live = {
  APP_ENV: "production",
  DATABASE_URL: "postgres://app:secret@db.example.com/salesboost",
  AUTH_SECRET: "f3b1c0a9e8d7f3b1c0a9e8d7f3b1c0a9e8d7",
  AUTH_URL: "https://practice.example.com",
  AUTH_OIDC_ISSUER: "https://login.example.com",
  AUTH_OIDC_CLIENT_ID: "salesboost",
  AUTH_OIDC_CLIENT_SECRET: "a-real-secret",
  AI_CHAIN: "offline",
};

function problemsOf(source: Record<string, string>): string[] {
  try {
    readSettings(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe("settings", () => {
  it("documents exactly the variables it reads", () => {
    const documented = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((m) => m[1]);
    expect(new Set(documented)).toEqual(new Set(variableNames));
  });

  it("runs on embedded parts when told nothing", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      profile: "development",
      databaseDriver: "pglite",
      dataDir: ".data/development",
      aiChain: "offline",
      oidc: { issuer: "http://localhost:3001" },
    });
  });

  it("keeps the data of each profile in its own folder", () => {
    const folders = ["development", "demo", "test"].map((APP_ENV) => readSettings({ APP_ENV }).dataDir);
    expect(new Set(folders).size).toBe(3);
  });

  it("fails closed when a production build is told nothing", () => {
    expect(problemsOf({ NODE_ENV: "production" }).length).toBeGreaterThan(4);
  });

  it.each(["preview", "staging", "production"])("lists every problem of an empty %s at once, by name", (APP_ENV) => {
    const text = problemsOf({ APP_ENV }).join("\n");
    for (const name of [
      "DATABASE_URL",
      "AUTH_SECRET",
      "AUTH_URL",
      "AUTH_OIDC_ISSUER",
      "AUTH_OIDC_CLIENT_ID",
      "AUTH_OIDC_CLIENT_SECRET",
      "AI_CHAIN",
    ])
      expect(text).toContain(name);
  });

  it("refuses an embedded database, known secrets and a local issuer together", () => {
    const problems = problemsOf({
      ...live,
      DATABASE_URL: "",
      AUTH_SECRET: localSecret,
      AUTH_OIDC_CLIENT_SECRET: localClient.secret,
      AUTH_OIDC_ISSUER: "http://localhost:3001",
      AUTH_URL: "http://127.0.0.1:3000",
    });
    expect(problems).toHaveLength(5);
    expect(new Set(problems.map((line) => line.split(" ")[0]))).toEqual(
      new Set(["AUTH_OIDC_CLIENT_SECRET", "AUTH_OIDC_ISSUER", "AUTH_SECRET", "AUTH_URL", "DATABASE_URL"]),
    );
  });

  it("accepts a complete live profile", () => {
    expect(readSettings(live)).toMatchObject({
      profile: "production",
      databaseDriver: "pg",
      dbPoolMin: 20,
      dbPoolMax: 60,
    });
  });

  it("asks for shared limits and a drain secret on serverless hosting", () => {
    const names = problemsOf({ ...live, HOSTING: "serverless" }).map((line) => line.split(" ")[0]);
    expect(names).toEqual(["UPSTASH_REDIS_REST_URL", "CRON_SECRET"]);
  });

  it("refuses a chain whose provider has no credentials", () => {
    const problems = problemsOf({ AI_CHAIN: "speak=openai:gpt-5-mini,compatible:qwen3,offline;judge=offline" });
    expect(problems.map((line) => line.split(" ")[0])).toEqual(["OPENAI_API_KEY", "AI_COMPATIBLE_BASE_URL"]);
    expect(problemsOf({ AI_CHAIN: "speak=offline;judge=offline" })).toEqual([]);
  });

  it("picks the Neon driver for Neon's hosts", () => {
    expect(readSettings({ DATABASE_URL: "postgres://a:b@ep-x.eu.neon.tech/db" }).databaseDriver).toBe("neon");
  });

  it("names a malformed value", () => {
    expect(problemsOf({ PORT: "many", LOG_LEVEL: "loud" }).map((line) => line.split(" ")[0])).toEqual([
      "PORT",
      "LOG_LEVEL",
    ]);
  });

  it("refuses half of a pair", () => {
    expect(problemsOf({ UPSTASH_REDIS_REST_URL: "https://r.example.com" })[0]).toContain("UPSTASH_REDIS_REST_TOKEN");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "next-auth/jwt";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "../support/app-server";
import { startDouble } from "../support/http-double";
import { startModelServer, type ModelServer } from "../support/model-server";
import { startPostgres, type Cluster } from "../support/postgres";
import { Trainee, until } from "../support/practice";
import { changePassword, demandPassword, SecretsFolder } from "../support/secrets-folder";
import { signInAs, visit, type Visitor } from "../support/sign-in";
import { startVault } from "../support/vault";

const cookieName = "authjs.session-token";
const [first, second] = ["first-auth-secret-".repeat(3), "second-auth-secret-".repeat(3)];

let app: AppServer;
let models: ModelServer;
let postgres: Cluster;
const folder = new SecretsFolder();

const urlWith = (password: string) => postgres.appUrl.replace(":app@", `:${password}@`);

beforeAll(async () => {
  [models, postgres] = await Promise.all([startModelServer(), startPostgres()]);
  await demandPassword(postgres.adminUrl, "salesboost_app");
  folder.write("AUTH_SECRET", first);
  folder.write("AI_COMPATIBLE_API_KEY", "ck-one");
  folder.write("CRON_SECRET", "cron-secret-number-one");
  folder.write("DATABASE_URL", urlWith("app"));
  app = await startApp({
    SECRETS_PROVIDER: "files",
    SECRETS_DIR: folder.path,
    SECRETS_TTL_S: "2",
    DATABASE_MIGRATION_URL: postgres.ownerUrl,
    DB_POOL_MIN: "2",
    DB_POOL_MAX: "10",
    AI_CHAIN: "speak=compatible:speech,offline;perceive=offline;review=offline;coach=offline;judge=offline",
    AI_COMPATIBLE_BASE_URL: models.url,
    LOG_LEVEL: "info",
  });
});
afterAll(async () => {
  await app?.stop();
  await models?.close();
  postgres?.stop();
  folder.clean();
});

const cookieOf = (visitor: Visitor, base = app.url) =>
  new RegExp(`${cookieName}=([^;]+)`, "u").exec(visitor.jar.header(new URL(base)))?.[1] ?? "";
const opens = (cookie: string, secret: string) =>
  decode({ token: cookie, secret, salt: cookieName }).then(Boolean, () => false);
const standing = async (visitor: Visitor) => {
  const [page, api] = await Promise.all([visitor.call("/history"), visitor.call("/api/v1/sessions")]);
  return [page.status, api.status];
};
/** What it says instead of starting. */
const complaintOf = (env: Record<string, string>) =>
  startApp(env).then(
    async (other) => {
      await other.stop();
      return "it started";
    },
    (error: unknown) => String(error),
  );
const secretsState = async () => {
  const answer = await visit(app.url).call("/api/health/ready");
  // sound: the readiness contract
  const body = (await answer.json()) as { status: string; dependencies: { name: string; state: string }[] };
  return {
    status: answer.status,
    is: body.status,
    secrets: body.dependencies.find(({ name }) => name === "secrets")?.state,
  };
};

describe("a secret that is changed while the program runs", () => {
  it("signs nobody out while the old auth secret is still among the valid ones, and everybody once it is not", async () => {
    const { visitor: early } = await signInAs(app.url, "acme-trainee");
    expect(await opens(cookieOf(early), first)).toBe(true);
    folder.write("AUTH_SECRET_PREVIOUS", first);
    folder.write("AUTH_SECRET", second);
    const late = await until(async () => {
      const { visitor } = await signInAs(app.url, "acme-manager");
      return (await opens(cookieOf(visitor), second)) && visitor;
    });
    expect(await standing(early)).toEqual([200, 200]);
    expect(await standing(late)).toEqual([200, 200]);

    folder.remove("AUTH_SECRET_PREVIOUS");
    await until(async () => (await standing(early)).join() === "307,401");
    // The edge says so itself, in its own sandbox: who is refused behind it is not told where to come back to.
    expect((await early.call("/history")).headers.get("location")).toContain("returnTo=%2Fhistory");
    expect(await standing(late)).toEqual([200, 200]);
  });

  it("reaches the provider of models with the next call, in the same turn when the old key is refused", async () => {
    const trainee = await Trainee.signIn(app.url);
    const talk = await trainee.begin("saas-renewal-en");
    await (await trainee.say(talk, "How do you work today?")).text();
    expect(models.calls.at(-1)?.key).toBe("ck-one");

    models.accepts = "ck-two";
    folder.write("AI_COMPATIBLE_API_KEY", "ck-two");
    const reply = await (await trainee.say(talk, "What does that cost you?")).text();
    expect(models.calls.at(-1)?.key).toBe("ck-two");
    expect(reply).toContain("close the books");

    models.accepts = null;
    folder.write("AI_COMPATIBLE_API_KEY", "ck-three");
    await until(async () => {
      await (await trainee.say(talk, "And who else looks at this?")).text();
      return models.calls.at(-1)?.key === "ck-three";
    });
  });

  it("lets requests go on when the password of the database is another and every connection has been cut", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    await expect(new Client({ connectionString: urlWith("wrong") }).connect()).rejects.toMatchObject({ code: "28P01" });
    folder.write("DATABASE_URL", urlWith("rotated"));
    await changePassword(postgres.adminUrl, "salesboost_app", "rotated");
    const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.call("/api/v1/sessions")));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    await expect(new Client({ connectionString: urlWith("app") }).connect()).rejects.toMatchObject({ code: "28P01" });
  });

  it("moves the lock of a door that a machine opens", async () => {
    const knock = async (token: string) =>
      (await visit(app.url).call("/api/internal/drain", { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await knock("cron-secret-number-one")).toBe(200);
    folder.write("CRON_SECRET", "cron-secret-number-two");
    await until(async () => (await knock("cron-secret-number-two")) === 200);
    expect(await knock("cron-secret-number-one")).toBe(401);
  });

  it("is not followed into nonsense: a value that the settings refuse leaves the last good one", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    folder.write("AUTH_SECRET", "short");
    folder.write("CRON_SECRET", "cron-secret-number-three"); // written after, so it tells when both were looked at
    const headers = { authorization: "Bearer cron-secret-number-three" };
    await until(async () => (await visit(app.url).call("/api/internal/drain", { headers })).status === 200);
    expect(await standing(visitor)).toEqual([200, 200]);
    folder.write("AUTH_SECRET", second);
  });

  it("costs nobody anything while the provider fails: the last good ones stay, and readiness says degraded", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    expect(await secretsState()).toEqual({ status: 200, is: "ready", secrets: "up" });
    const bringBack = folder.lose();
    await until(async () => (await secretsState()).secrets === "degraded");
    expect(await secretsState()).toMatchObject({ status: 200, is: "ready" });
    expect(await standing(visitor)).toEqual([200, 200]);
    bringBack();
    await until(async () => (await secretsState()).secrets === "up");
  });

  it("leaves a line for each look at the provider, by name, age and outcome, and never by value", () => {
    const log = readFileSync(join(app.dataDir, "server.log"), "utf8");
    const looks = log.split("\n").filter((line) => line.includes('"provider":"files"'));
    expect(looks[0]).toContain('"occasion":"start","names":[{"name":"AUTH_SECRET","outcome":"read"');
    for (const [name, outcome] of [
      ["AI_COMPATIBLE_API_KEY", "rotated"],
      ["DATABASE_URL", "rotated"],
      ["AUTH_SECRET", "refused"],
    ] as const)
      expect(
        looks.find((line) => line.includes(`{"name":"${name}","outcome":"${outcome}","version":`)),
        name,
      ).toBeDefined();
    expect(looks.find((line) => line.includes('"outcome":"failed"'))).toContain('"level":"warn"');
    for (const value of [first, second, "ck-two", ":rotated@", "cron-secret-number"]) expect(log).not.toContain(value);
  });
});

describe("a server that takes its secrets from Vault", () => {
  // a lease so short that it is renewed meanwhile
  const shape = { namespace: "sales", kubernetes: { role: "salesboost", jwt: "pod-token", ttl: 2 } };
  const settings = (address: string) => ({
    SECRETS_PROVIDER: "vault",
    VAULT_ADDR: address,
    VAULT_NAMESPACE: "sales",
    SECRETS_TTL_S: "1",
  });

  it("logs in as its pod, signs people in with them and follows the next version", async () => {
    const vault = await startVault(shape);
    folder.write("pod-token", "pod-token");
    vault.write({ AUTH_SECRET: first });
    const other = await startApp({
      ...settings(vault.url),
      VAULT_ROLE: "salesboost",
      VAULT_JWT_FILE: join(folder.path, "pod-token"),
    });
    const sealedWith = async (secret: string) => {
      const { visitor } = await signInAs(other.url, "acme-trainee");
      return (await opens(cookieOf(visitor, other.url), secret)) && visitor;
    };
    const early = await until(() => sealedWith(first));
    vault.write({ AUTH_SECRET: second });
    await until(() => sealedWith(second));
    // the version before still opens
    expect((await early.call("/api/v1/sessions")).status).toBe(200);
    vault.destroy(1);
    await until(async () => (await early.call("/api/v1/sessions")).status === 401);
    const paths = vault.requests.map(({ path }) => path);
    expect(paths).toContain("/v1/auth/kubernetes/login");
    expect(paths).toContain("/v1/auth/token/renew-self");
    await other.stop();
    await vault.close();
  });

  it("does not start when it is refused, and says by whom, for what, and not with what", async () => {
    const vault = await startVault(shape);
    vault.write({ AUTH_SECRET: first });
    const failure = await complaintOf({ ...settings(vault.url), VAULT_TOKEN: "hvs.canary-token" });
    expect(failure).toContain(
      `the secrets could not be read from vault (${vault.url}, secret/salesboost): permission denied`,
    );
    expect(failure).not.toContain("canary");
    await vault.close();
  });
});

describe("a server that takes its secrets from a cloud", () => {
  it("signs people in with those of AWS", async () => {
    const double = await startDouble(({ body }) =>
      body.includes("AWSCURRENT")
        ? { body: { SecretString: JSON.stringify({ AUTH_SECRET: first }), VersionId: "1", CreatedDate: 1_523_477_145 } }
        : { status: 400, body: { __type: "ResourceNotFoundException" } },
    );
    const other = await startApp({
      SECRETS_PROVIDER: "aws",
      SECRETS_AWS_ID: "salesboost/test",
      AWS_REGION: "eu-west-1",
      AWS_ENDPOINT_URL_SECRETS_MANAGER: double.url,
      AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
      AWS_SECRET_ACCESS_KEY: "example-secret",
    });
    const { visitor } = await signInAs(other.url, "acme-trainee");
    expect(await opens(cookieOf(visitor, other.url), first)).toBe(true);
    await other.stop();
    await double.close();
  });

  it("does not start without credentials of Google's, and says so", async () => {
    const failure = await complaintOf({
      SECRETS_PROVIDER: "gcp",
      SECRETS_GCP_PROJECT: "acme-prod",
      GOOGLE_APPLICATION_CREDENTIALS: "/nonexistent/key.json",
    });
    expect(failure).toContain("gcp (projects/acme-prod/secrets/*) gave no access token");
  });
});

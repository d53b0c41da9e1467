import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { builtActions } from "@/tests/support/build";
import { Trainee } from "@/tests/support/practice";
import { sendRaw } from "@/tests/support/raw-request";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

const friend = "https://crm.example";
let app: AppServer;
let trainee: Trainee;
let admin: Visitor;
beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: "trace", CORS_ORIGINS: friend, TRUSTED_PROXY_HOPS: "1" });
  trainee = await Trainee.signIn(app.url);
  admin = (await signInAs(app.url, "acme-admin")).visitor;
});
afterAll(() => app.stop());

const cookieOf = (visitor: Visitor) => visitor.jar.header(new URL(app.url));
const big = (bytes: number) => "x".repeat(bytes);

describe("a body that is too large", () => {
  const json = () => ({ cookie: cookieOf(trainee.visitor), origin: app.url, "content-type": "application/json" });

  it("is refused by what it declares and by the bytes that come", async () => {
    const headers = json();
    const declared = { ...headers, "content-length": "70000" };
    const one = await sendRaw(app.url, "/api/v1/sessions", { method: "POST", headers: declared, body: big(70_000) });
    expect(one.status).toBe(413);
    const chunks = Array.from({ length: 10 }, () => big(7000));
    const two = await sendRaw(app.url, "/api/v1/sessions", { method: "POST", headers, chunks });
    expect(two.status).toBe(413);
    expect(JSON.parse(two.body)).toMatchObject({ code: "body_too_large" });
  });

  it("in parts but small enough arrives whole", async () => {
    const chunks = ['{"scenarioId":', '"saas-renewal-en"}'];
    const answer = await sendRaw(app.url, "/api/v1/sessions", { method: "POST", headers: json(), chunks });
    expect(answer.status).toBe(201);
  });

  it("is refused of server actions and of sign-in, declared or not", async () => {
    const action = builtActions().find(({ exported }) => exported === "beginSignIn");
    const form = { origin: app.url, "content-type": "text/plain;charset=UTF-8", "next-action": action?.id ?? "" };
    for (const [path, headers] of [
      ["/sign-in", form],
      ["/api/auth/signin/oidc", { "content-type": "application/x-www-form-urlencoded" }],
    ] as const) {
      const declared = { ...headers, "content-length": "300000" };
      expect((await sendRaw(app.url, path, { method: "POST", headers: declared, body: big(300_000) })).status).toBe(
        413,
      );
      const chunks = Array.from({ length: 30 }, () => big(10_000));
      expect((await sendRaw(app.url, path, { method: "POST", headers, chunks })).status).toBe(413);
    }
  });
});

describe("a method that hides in a header or the address", () => {
  it("is not what is done", async () => {
    const id = await trainee.begin("saas-renewal-en");
    for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
      for (const method of ["GET", "POST"]) {
        const path = `/api/v1/sessions/${id}?_method=DELETE`;
        await trainee.visitor.call(path, { method, headers: { [name]: "DELETE" } });
      }
    }
    expect((await trainee.visitor.call(`/api/v1/sessions/${id}`)).status).toBe(200);
  });
});

describe("a tenant that a caller names", () => {
  it("changes nothing: the session's is the one that counts", async () => {
    const plain = await (await admin.call("/api/v1/users")).text();
    expect(plain).toContain("acme.example");
    const names = ["x-tenant", "x-tenant-id", "x-salesboost-tenant", "tenant", "x-organization", "x-org-id"];
    for (const tenant of ["globex", "22222222-2222-4222-8222-222222222222"]) {
      const headers = Object.fromEntries(names.map((name) => [name, tenant]));
      expect(await (await admin.call("/api/v1/users", { headers })).text()).toBe(plain);
      for (const name of ["tenant", "tenantId", "tenant_id"]) {
        const answer = await admin.call(`/api/v1/users?${name}=${tenant}`);
        expect(await answer.text()).not.toContain("globex.example");
      }
      const cookie = `${cookieOf(admin)}; tenant=${tenant}; tenantId=${tenant}`;
      expect((await sendRaw(app.url, "/api/v1/users", { headers: { cookie, ...headers } })).body).toBe(plain);
    }
  });
});

describe("another site's browser", () => {
  const preflight = (origin: string) =>
    sendRaw(app.url, "/api/v1/sessions", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
  const corsOf = ({ lines }: { lines: string[] }) => lines.filter((line) => line.startsWith("access-control-"));

  it("is refused before it asks, and told nothing, when the site is not on the list", async () => {
    for (const origin of ["https://evil.example", "https://crm.example.evil.example", "null", "https://CRM.example"]) {
      const answer = await preflight(origin);
      expect([answer.status, corsOf(answer)]).toEqual([403, []]);
    }
    const cookie = cookieOf(trainee.visitor);
    const read = await sendRaw(app.url, "/api/v1/sessions", { headers: { cookie, origin: "https://evil.example" } });
    expect(corsOf(read)).toEqual([]);
    expect(read.headers.vary).toMatch(/origin/iu);
  });

  it("may ask with a key or a cookie when it is, and may read what the headers say", async () => {
    const granted = await preflight(friend);
    expect(granted.status).toBe(204);
    expect(granted.headers).toMatchObject({
      "access-control-allow-origin": friend,
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": expect.stringContaining("authorization") as string,
    });
    const cookie = cookieOf(trainee.visitor);
    const read = await sendRaw(app.url, "/api/v1/sessions", { headers: { cookie, origin: friend } });
    expect(read.status).toBe(200);
    expect(read.headers["access-control-allow-origin"]).toBe(friend);
    expect(read.headers["access-control-expose-headers"]).toContain("ratelimit-remaining");
    expect(read.headers["ratelimit-policy"]).toBe("6000;w=60");
  });
});

describe("the log", () => {
  const lines = () => readFileSync(join(app.dataDir, "server.log"), "utf8").split("\n").filter(Boolean);

  it("stays one JSON object a line, whatever callers write, and knows each request by its id", async () => {
    const before = lines().length;
    const forged = '{"level":"fatal","msg":"forged"}';
    const spelled = encodeURIComponent(`x\n${forged}\n`);
    const said = { "user-agent": `x ${forged}`, referer: `http://x/${spelled}`, cookie: `a=${spelled}` };
    const ask = (path: string, id: string) => sendRaw(app.url, path, { headers: { ...said, "x-request-id": id } });
    const told: string[] = [];
    for (const id of ["given-id-0001", forged, "x\tforged\tx"]) {
      // signing in tells of itself by what it comes to, the others by a line for each request
      for (const path of [`/sign-in?returnTo=${spelled}`, `/api/auth/${spelled}`, "/%"]) await ask(path, id);
      for (const path of [`/${spelled}`, `/api/v1/${spelled}`])
        told.push(String((await ask(path, id)).headers["x-request-id"]));
    }
    const headers = { "x-request-id": "known-id-4711" };
    const own = await trainee.visitor.call(`/api/v1/sessions/${spelled}`, { headers });
    told.push(own.headers.get("x-request-id") ?? "none");
    expect(told).toEqual(expect.arrayContaining(["given-id-0001", "known-id-4711"]));
    const written = lines().slice(before);
    const odd = written.filter((line) => {
      try {
        return (JSON.parse(line) as { level?: string }).level === "fatal"; // sound: only its level is looked at
      } catch {
        return true;
      }
    });
    expect(odd).toEqual([]);
    expect(written.join("\n")).not.toContain("forged");
    for (const id of told) expect(written.some((line) => line.includes(`"requestId":"${id}"`))).toBe(true);
  });
});

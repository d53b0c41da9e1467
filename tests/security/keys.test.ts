import { beforeAll, describe, expect, inject, it } from "vitest";
import { ask, sends } from "@/tests/support/companies";
import { signInAs, type Visitor } from "@/tests/support/sign-in";
import { bearing } from "./key-scopes";

const base = inject("base");
interface Made {
  id: string;
  secret: string;
  prefix: string;
}
interface Person {
  id: string;
  updatedAt: string;
}

let admin: Visitor;
let self: string;

const personOf = async (email: string): Promise<Person> => {
  const { items } = await ask<{ items: Person[] }>(admin, `/api/v1/users?q=${encodeURIComponent(email)}`);
  if (!items[0]) throw new Error(`${email} is nobody`);
  return items[0];
};
const make = (scopes: string[], userId = self) =>
  ask<Made>(admin, "/api/v1/keys", sends("POST", { name: "attacked", userId, scopes, days: 1 }));
const statusOf = async (visitor: Visitor, path: string, init?: RequestInit) => (await visitor.call(path, init)).status;

beforeAll(async () => {
  admin = (await signInAs(base, "acme-admin")).visitor;
  self = (await personOf("admin@acme.example")).id;
});

describe("a bearer", () => {
  it("needs neither a cookie nor an origin, and is served no permission to be used by another site", async () => {
    const { secret } = await make(["session:practise", "session:read_own"]);
    const start = sends("POST", { scenarioId: "saas-renewal-en" });
    const bearer = bearing(base, secret);
    expect(await statusOf(bearer, "/api/v1/sessions", start)).toBe(201);
    const headers = { origin: "https://evil.example", "content-type": "application/json" };
    const answer = await bearer.call("/api/v1/sessions", { ...start, headers });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    "",
    "x",
    "null",
    "sb_12345678_",
    `sb_12345678_${"a".repeat(43)}`,
    `sb_12345678_${"a".repeat(44)}`,
    "sb_12345678_'; select pg_sleep(5); --aaaaaaaaaaaaaaaaaaaaa",
    "a".repeat(7000),
  ])("that is no key is refused, also beside a good cookie: %s", async (bad) => {
    const answer = await admin.call("/api/v1/audit", { headers: { authorization: `Bearer ${bad}` } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
  });

  it("decides alone: a good key beside the cookie of somebody who may more gets what the key may", async () => {
    const { secret } = await make(["user:read"]);
    const headers = { authorization: `bearer ${secret}` };
    expect(await statusOf(admin, "/api/v1/users", { headers })).toBe(200);
    expect(await statusOf(admin, "/api/v1/audit", { headers })).toBe(403);
  });

  it("of another scheme is none: the cookie decides", async () => {
    expect(await statusOf(admin, "/api/v1/audit", { headers: { authorization: "Basic eDp5" } })).toBe(200);
    expect(await statusOf(bearing(base, ""), "/api/v1/audit", { headers: { authorization: "Basic eDp5" } })).toBe(401);
  });

  it("opens no page", async () => {
    const { secret } = await make(["audit:read"]);
    for (const path of ["/", "/console/audit", "/console/keys"]) {
      const answer = await bearing(base, secret).call(path);
      expect([answer.status, new URL(answer.headers.get("location") ?? "", base).pathname]).toEqual([307, "/sign-in"]);
    }
  });

  it("stands in no address", async () => {
    const { secret } = await make(["audit:read"]);
    for (const name of ["key", "api_key", "access_token", "token", "authorization"]) {
      expect((await fetch(`${base}/api/v1/audit?${name}=${secret}`)).status).toBe(401);
    }
    expect((await fetch(`${base}/api/v1/audit`, { headers: { "x-api-key": secret } })).status).toBe(401);
  });
});

describe("a key", () => {
  it("is refused from the call after it was revoked", async () => {
    const { id, secret } = await make(["audit:read"]);
    const bearer = bearing(base, secret);
    expect(await statusOf(bearer, "/api/v1/audit")).toBe(200);
    expect(await statusOf(admin, `/api/v1/keys/${id}`, sends("DELETE"))).toBe(204);
    expect(await statusOf(bearer, "/api/v1/audit")).toBe(401);
  });

  it("dies with its person: shut out and let in again, they need another", async () => {
    const email = `keyed-${crypto.randomUUID().slice(0, 8)}@acme.example`;
    const invited = await ask<Person>(admin, "/api/v1/users", sends("POST", { email, role: "auditor" }));
    const { secret } = await make(["audit:read"], invited.id);
    const bearer = bearing(base, secret);
    expect(await statusOf(bearer, "/api/v1/audit")).toBe(200);
    const change = async (body: object) => {
      const { updatedAt } = await personOf(email);
      await ask(admin, `/api/v1/users/${invited.id}`, sends("PATCH", { ...body, updatedAt }));
    };
    await change({ disabled: true });
    expect(await statusOf(bearer, "/api/v1/audit")).toBe(401);
    await change({ disabled: false });
    expect(await statusOf(bearer, "/api/v1/audit")).toBe(401);
  });

  it("holds no more than its person does since their role was changed", async () => {
    const email = `moved-${crypto.randomUUID().slice(0, 8)}@acme.example`;
    const invited = await ask<Person>(admin, "/api/v1/users", sends("POST", { email, role: "auditor" }));
    const { secret } = await make(["audit:read"], invited.id);
    const { updatedAt } = await personOf(email);
    await ask(admin, `/api/v1/users/${invited.id}`, sends("PATCH", { role: "trainee", updatedAt }));
    expect([401, 403]).toContain(await statusOf(bearing(base, secret), "/api/v1/audit"));
  });

  it("makes no key with more than itself, and reads nobody's private practice", async () => {
    const { secret } = await make(["key:manage"]);
    const wanted = (scopes: string[], userId = self) => sends("POST", { name: "more", userId, scopes, days: 1 });
    const bearer = bearing(base, secret);
    expect(await statusOf(bearer, "/api/v1/keys", wanted(["user:manage"]))).toBe(403);
    expect(await statusOf(bearer, "/api/v1/keys", wanted(["key:manage"]))).toBe(201);
    const { id } = await personOf("trainee@acme.example");
    expect(await statusOf(admin, "/api/v1/keys", wanted(["session:read_own"], id))).toBe(400);
  });

  it("is shown once, noted when it is used, and never shown again", async () => {
    const { id, secret, prefix } = await make(["audit:read"]);
    const used = async () => {
      const page = await ask<{ items: { id: string; lastUsedAt: string | null }[] }>(admin, "/api/v1/keys");
      expect(JSON.stringify(page)).not.toContain(secret.slice(prefix.length));
      return page.items.find((key) => key.id === id)?.lastUsedAt;
    };
    expect(await used()).toBeNull();
    expect(await statusOf(bearing(base, secret), "/api/v1/audit")).toBe(200);
    await expect.poll(used).not.toBeNull();
    const log = await (await admin.call(`/api/v1/audit?q=${id}`)).text();
    expect(log).toContain(prefix);
    expect(log).not.toContain(secret.slice(prefix.length));
    expect(await (await admin.call("/console/keys")).text()).not.toContain(secret.slice(prefix.length));
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { urn } from "@/lib/contracts/scim/attributes";
import { ask, sends } from "@/tests/support/companies";
import { scimClient, type Json, type ScimClient, type Told } from "@/tests/support/scim-client";
import { signInAs, visit, type Visitor } from "@/tests/support/sign-in";

const base = inject("base");

interface Directory {
  /** an administrator of the company, signed in */
  admin: Visitor;
  adminId: string;
  scim: ScimClient;
  secret: string;
}

async function keyFor(admin: Visitor, userId: string, scopes: string[]): Promise<{ id: string; secret: string }> {
  return ask(admin, "/api/v1/keys", sends("POST", { name: "a directory", userId, scopes, days: 1 }));
}

/** A company's administrator with a key for its directory. */
async function connect(tenant: "acme" | "globex"): Promise<Directory> {
  const word = randomUUID().slice(0, 8);
  const email = `directory-${word}@${tenant}.example`;
  const { visitor: admin } = await signInAs(base, { email, name: `Directory ${word}`, tenant, role: "admin" });
  const { items } = await ask<{ items: { id: string }[] }>(admin, `/api/v1/users?q=${word}`);
  const adminId = items[0]?.id ?? "";
  const { secret } = await keyFor(admin, adminId, ["scim:provision"]);
  return { admin, adminId, secret, scim: scimClient(base, secret) };
}

const address = (tenant = "acme") => `${randomUUID()}@${tenant}.example`;
const patch = (...Operations: object[]) => ({ schemas: [urn.patch], Operations });
const users = (told: Told): Json[] => told.body.Resources ?? [];
const search = (filter: string) => `?filter=${encodeURIComponent(filter)}`;
/** What is told that does not differ from call to call. */
const gist = ({ status, body }: Told, id: string) => ({ status, body: JSON.stringify(body).replaceAll(id, "ID") });

/** Calls until the answer is refused, for as long as a sign-in may be remembered and no longer. */
async function untilRefused(call: () => Promise<Response>): Promise<number> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { status } = await call();
    if (status === 401) return status;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return 200;
}

describe("provisioning", () => {
  let acme: Directory;
  let globex: Directory;
  beforeAll(async () => {
    [acme, globex] = [await connect("acme"), await connect("globex")];
  });

  describe("without a key for it", () => {
    it("answers 401 in its own form and tells nothing", async () => {
      for (const key of [null, "nonsense", `sb_${"0".repeat(8)}_${"A".repeat(43)}`, acme.secret.slice(0, -1)]) {
        for (const path of [
          "/Users",
          `/Users/${acme.adminId}`,
          "/Groups",
          "/ServiceProviderConfig",
          "/Schemas",
          "/x",
        ]) {
          const told = await scimClient(base, key)("GET", path);
          expect(told.status, `${path} with ${key}`).toBe(401);
          expect(told.headers.get("www-authenticate")).toBe('Bearer realm="scim"');
          expect(JSON.stringify(told.body)).not.toContain("example");
        }
      }
    });

    it("takes no cookie, alone or beside a key that is none", async () => {
      const cookie = acme.admin.jar.header(new URL(base));
      expect(cookie).not.toBe("");
      const origin = new URL(base).origin;
      const userName = address();
      for (const key of [null, "nonsense"]) {
        const client = scimClient(base, key);
        expect((await client("GET", "/Users", undefined, { cookie, origin })).status).toBe(401);
        expect((await client("POST", "/Users", { userName }, { cookie, origin })).status).toBe(401);
      }
      expect(users(await acme.scim("GET", `/Users${search(`userName eq "${userName}"`)}`))).toEqual([]);
    });

    it("refuses a key of another scope, and one that was revoked", async () => {
      const narrow = await keyFor(acme.admin, acme.adminId, ["user:manage", "team:manage", "audit:read"]);
      const client = scimClient(base, narrow.secret);
      for (const path of ["/Users", "/Groups", "/Schemas", "/Bulk"]) {
        expect((await client(path === "/Bulk" ? "POST" : "GET", path, path === "/Bulk" ? {} : undefined)).status).toBe(
          403,
        );
      }
      const ended = await keyFor(acme.admin, acme.adminId, ["scim:provision"]);
      expect((await scimClient(base, ended.secret)("GET", "/Users?count=0")).status).toBe(200);
      await ask(acme.admin, `/api/v1/keys/${ended.id}`, sends("DELETE"));
      expect((await scimClient(base, ended.secret)("GET", "/Users?count=0")).status).toBe(401);
    });

    it("gives the key of a directory no way into anything else", async () => {
      const authorization = `Bearer ${acme.secret}`;
      for (const path of ["/api/v1/users", "/api/v1/sessions", "/api/v1/audit", "/api/v1/keys"]) {
        expect((await fetch(new URL(path, base), { headers: { authorization } })).status, path).toBe(403);
      }
    });
  });

  describe("what it says of itself", () => {
    it("is true: what it calls unsupported is refused as such", async () => {
      const { body } = await acme.scim("GET", "/ServiceProviderConfig");
      expect(body).toMatchObject({
        schemas: [urn.service],
        patch: { supported: true },
        bulk: { supported: false },
        filter: { supported: true, maxResults: 200 },
        changePassword: { supported: false },
        sort: { supported: true },
        etag: { supported: true },
        authenticationSchemes: [{ type: "oauthbearertoken" }],
      });
      expect((await acme.scim("POST", "/Bulk", { Operations: [] })).status).toBe(501);
      expect((await acme.scim("GET", "/Me")).status).toBe(501);
      expect((await acme.scim("GET", "/Users?count=5000")).body.itemsPerPage).toBeLessThanOrEqual(200);
    });

    it("names every attribute that its resources have, and no other", async () => {
      const types = users(await acme.scim("GET", "/ResourceTypes"));
      expect(types.map(({ id, endpoint }) => [id, endpoint])).toEqual([
        ["User", "/Users"],
        ["Group", "/Groups"],
      ]);
      for (const { schema, endpoint, name } of types) {
        expect((await acme.scim("GET", `/ResourceTypes/${String(name)}`)).body).toMatchObject({ schema });
        const { body } = await acme.scim("GET", `/Schemas/${String(schema)}`);
        // sound: RFC 7643 §7
        const told = body.attributes as { name: string }[];
        const listed = new Set(["schemas", "id", "externalId", "meta", ...told.map((attribute) => attribute.name)]);
        const [first = {}] = users(await acme.scim("GET", `${String(endpoint)}?count=1`));
        expect(Object.keys(first).filter((attribute) => !listed.has(attribute))).toEqual([]);
      }
      expect(users(await acme.scim("GET", "/Schemas")).map(({ id }) => id)).toEqual([urn.user, urn.group]);
    });

    it.each([
      "/Schemas/urn:x",
      "/ResourceTypes/Device",
      "/Devices",
      "/Users/not-an-id",
      `/Users/${randomUUID()}`,
      "/.search",
      "",
    ])("has nothing at %j", async (path) => {
      expect((await acme.scim("GET", path)).status).toBe(404);
    });
  });

  it("takes a person through their life as Okta does, and puts them out when it is over", async () => {
    const { admin, scim } = acme;
    const email = address();
    const byAddress = `/Users${search(`userName eq "${email}"`)}&startIndex=1&count=100`;
    expect((await scim("GET", byAddress)).body).toMatchObject({ totalResults: 0, Resources: [] });
    const sent = {
      schemas: [urn.user],
      userName: email,
      name: { givenName: "Grace", familyName: "Hopper" },
      emails: [{ primary: true, value: email, type: "work" }],
      displayName: "Grace Hopper",
      locale: "en-US",
      externalId: randomUUID(),
      groups: [],
      password: "1mz050nq",
      active: true,
    };
    const created = await scim("POST", "/Users", sent);
    expect(created.status).toBe(201);
    expect(JSON.stringify(created.body)).not.toContain(sent.password);
    const id = String(created.body.id);
    expect(created.headers.get("location")).toBe(`${new URL(base).origin}/scim/v2/Users/${id}`);
    expect((await scim("POST", "/Users", sent)).body).toMatchObject({ status: "409", scimType: "uniqueness" });
    expect((await scim("GET", byAddress)).body).toMatchObject({ totalResults: 1, Resources: [{ id }] });

    // They sign in, and find what they were set up as.
    const grace = { email, name: "Grace Hopper", tenant: "acme", role: "trainee" };
    const { visitor } = await signInAs(base, grace);
    expect((await visitor.call("/api/v1/sessions")).status).toBe(200);
    const person = await scim("GET", `/Users/${id}`);
    expect(person.body).toMatchObject({ userName: email, active: true });
    const key = await keyFor(admin, id, ["scenario:read"]);
    const byKey = () =>
      fetch(new URL("/api/v1/scenarios", base), { headers: { authorization: `Bearer ${key.secret}` } });
    expect((await byKey()).status).toBe(200);

    const put = await scim("PUT", `/Users/${id}`, { ...sent, id, displayName: "Admiral Hopper" });
    expect(put.body).toMatchObject({ id, displayName: "Admiral Hopper", active: true });
    const team = await scim("POST", "/Groups", { schemas: [urn.group], displayName: randomUUID(), members: [] });
    expect(team.status).toBe(201);
    const group = `/Groups/${String(team.body.id)}`;
    const renamed = { id: team.body.id, displayName: `${randomUUID()} renamed` };
    const filled = await scim(
      "PATCH",
      group,
      patch({ op: "replace", value: renamed }, { op: "add", path: "members", value: [{ value: id, display: email }] }),
    );
    expect(filled.body).toMatchObject({ ...renamed, members: [{ value: id }] });
    expect((await scim("GET", `/Users/${id}`)).body.groups).toMatchObject([{ value: team.body.id }]);

    const off = await scim("PATCH", `/Users/${id}`, patch({ op: "replace", value: { active: false } }));
    expect(off.body).toMatchObject({ id, active: false });
    expect((await byKey()).status).toBe(401);
    expect(await untilRefused(() => visitor.call("/api/v1/sessions"))).toBe(401);
    const { landed } = await signInAs(base, grace);
    expect(landed.pathname).toBe("/sign-in/refused");

    // Let in again, they sign in anew: what was open before stays ended.
    await scim("PATCH", `/Users/${id}`, patch({ op: "replace", value: { active: true } }));
    expect((await visitor.call("/api/v1/sessions")).status).toBe(401);
    expect((await byKey()).status).toBe(401);
    expect((await scim("DELETE", `/Users/${id}`)).status).toBe(204);
    expect((await scim("GET", `/Users/${id}`)).status).toBe(404);
    expect((await scim("GET", group)).body.members).toEqual([]);
    expect((await scim("DELETE", group)).status).toBe(204);
  });

  it("takes people and groups through theirs as Entra does", async () => {
    const { scim } = acme;
    const [email, externalId] = [address(), randomUUID()];
    expect((await scim("GET", `/Users${search(`externalId eq "${externalId}"`)}`)).body.totalResults).toBe(0);
    const enterprise = urn.enterpriseUser;
    const made = await scim("POST", "/Users", {
      schemas: [urn.user, enterprise],
      externalId,
      userName: email,
      active: "True",
      displayName: "Alan Turing",
      emails: [{ primary: true, type: "work", value: "someone.else@acme.example" }],
      name: { formatted: "Alan Turing", familyName: "Turing", givenName: "Alan" },
      roles: [{ primary: "True", type: "WindowsAzureActiveDirectoryRole", value: "author", display: "Author" }],
      title: "Codebreaker",
      phoneNumbers: [{ type: "work", value: "1" }],
      [enterprise]: { department: "Hut 8", employeeNumber: "8" },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      active: true,
      roles: [{ value: "author" }],
      emails: [{ value: email, type: "work", primary: true }],
    });
    const { id } = made.body;
    const changed = await scim(
      "PATCH",
      `/Users/${String(id)}`,
      patch(
        { op: "Replace", path: "displayName", value: "A. M. Turing" },
        { op: "Replace", path: 'emails[type eq "work"].value', value: "third@acme.example" },
        { op: "Add", path: "name.givenName", value: "Alan Mathison" },
        { op: "Replace", path: 'phoneNumbers[type eq "work"].value', value: "2" },
        { op: "Add", path: `${enterprise}:department`, value: "Hut 6" },
        { op: "Replace", path: 'roles[primary eq "True"].value', value: "manager" },
      ),
    );
    expect(changed.body).toMatchObject({ displayName: "A. M. Turing", userName: email, roles: [{ value: "manager" }] });

    const displayName = `Hut ${randomUUID()}`;
    const group = await scim("POST", "/Groups", {
      schemas: [urn.group, "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
      externalId: randomUUID(),
      displayName,
      meta: { resourceType: "Group" },
    });
    expect(group.status).toBe(201);
    const path = `/Groups/${String(group.body.id)}`;
    const added = await scim("PATCH", path, patch({ op: "Add", path: "members", value: [{ $ref: null, value: id }] }));
    expect(added.body.members).toMatchObject([{ value: id, type: "User" }]);
    const found = await scim(
      "GET",
      `/Groups${search(`displayName eq "${displayName.toUpperCase()}"`)}&excludedAttributes=members`,
    );
    expect(users(found)).toHaveLength(1);
    expect(users(found)[0]).not.toHaveProperty("members");
    const isIn = `/Groups${search(`id eq "${String(group.body.id)}" and members eq "${String(id)}"`)}&attributes=id`;
    expect(users(await scim("GET", isIn))).toEqual([{ schemas: [urn.group], id: group.body.id }]);
    const left = await scim(
      "PATCH",
      path,
      patch({ op: "Remove", path: "members", value: [{ $ref: null, value: id }] }),
    );
    expect(left.body.members).toEqual([]);
    const off = await scim("PATCH", `/Users/${String(id)}`, patch({ op: "Replace", path: "active", value: "False" }));
    expect(off.body).toMatchObject({ active: false });
    expect((await scim("DELETE", `/Users/${String(id)}`)).status).toBe(204);
    expect((await scim("DELETE", path)).status).toBe(204);
  });

  it("holds a change against the version that was read, and sends nothing that is known", async () => {
    const { scim } = acme;
    const made = await scim("POST", "/Users", { userName: address() });
    const path = `/Users/${String(made.body.id)}`;
    const tag = made.headers.get("etag") ?? "";
    expect(tag).toBe(made.body.meta?.version);
    expect((await scim("GET", path, undefined, { "if-none-match": `"x", ${tag}` })).status).toBe(304);
    const put = { userName: made.body.userName, displayName: "New" };
    const changed = await scim("PUT", path, put, { "if-match": tag });
    expect(changed.status).toBe(200);
    expect((await scim("GET", path, undefined, { "if-none-match": tag })).status).toBe(200);
    expect((await scim("PUT", path, put, { "if-match": tag })).status).toBe(412);
    expect((await scim("DELETE", path, undefined, { "if-match": tag })).status).toBe(412);
    expect((await scim("DELETE", path, undefined, { "if-match": changed.headers.get("etag") ?? "" })).status).toBe(204);
  });

  it("searches by body as by address, in pages, and shows what is asked for", async () => {
    const { scim } = acme;
    const domain = `s${randomUUID().slice(0, 8)}.example`;
    for (const name of ["b", "a", "c"]) await scim("POST", "/Users", { userName: `${name}@${domain}` });
    const asked = { filter: `userName ew "${domain}"`, sortBy: "userName", startIndex: 2, count: 1 };
    const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
    const byQuery = await scim("GET", `/Users?${query}`);
    const byBody = await scim("POST", "/Users/.search", { schemas: [urn.search], ...asked });
    expect(byBody.body).toEqual(byQuery.body);
    expect(byBody.body).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
    expect(users(byBody)).toMatchObject([{ userName: `b@${domain}` }]);
    const narrow = await scim("GET", `/Users?${query}&attributes=emails.value,USERNAME&count=1`);
    expect(Object.keys(users(narrow)[0] ?? {}).toSorted()).toEqual(["emails", "id", "schemas", "userName"]);
    expect(users(narrow)[0]?.emails).toEqual([{ value: `b@${domain}` }]);
    expect((await scim("POST", "/Groups/.search", { count: 0 })).body).toMatchObject({ itemsPerPage: 0 });
  });

  it("shows nothing of another company, and answers for its people as for nobody", async () => {
    const theirs = await globex.scim("POST", "/Users", { userName: address("globex"), externalId: randomUUID() });
    const group = await globex.scim("POST", "/Groups", {
      displayName: randomUUID(),
      members: [{ value: theirs.body.id }],
    });
    const { scim } = acme;
    const { userName } = theirs.body;
    const off = patch({ op: "replace", value: { displayName: "x" } });
    for (const [path, put] of [
      ["/Users", { userName: address() }],
      ["/Groups", { displayName: randomUUID() }],
    ] as const) {
      const [foreign, none] = [String((path === "/Users" ? theirs : group).body.id), randomUUID()];
      for (const [method, body] of [["GET"], ["PUT", put], ["PATCH", off], ["DELETE"]] as const) {
        const told = gist(await scim(method, `${path}/${foreign}`, body), foreign);
        expect(told.status).toBe(404);
        expect(told).toEqual(gist(await scim(method, `${path}/${none}`, body), none));
      }
    }
    const mine = await scim("POST", "/Groups", { displayName: randomUUID() });
    const adding = (value: unknown) =>
      scim("PATCH", `/Groups/${String(mine.body.id)}`, patch({ op: "add", path: "members", value: [{ value }] }));
    const [foreign, none] = [String(theirs.body.id), randomUUID()];
    expect(gist(await adding(foreign), foreign)).toEqual(gist(await adding(none), none));
    const everything = `/Users${search(`id eq "${foreign}" or externalId pr or userName pr or groups pr or not (active eq true)`)}`;
    const seen = JSON.stringify((await scim("GET", `${everything}&count=200`)).body);
    for (const one of [foreign, userName, group.body.id]) expect(seen).not.toContain(one);
    expect((await scim("POST", "/Users", { userName, externalId: theirs.body.externalId })).status).toBe(201);
    expect((await globex.scim("GET", `/Users/${foreign}`)).body).toMatchObject({
      userName,
      meta: theirs.body.meta,
      groups: [{ value: group.body.id }],
    });
  });

  it("keeps nothing that it did not ask for, and no address of a forged host", async () => {
    const { scim } = acme;
    const userName = address();
    const forged = `{"userName":"${userName}","tenantId":"${randomUUID()}","role":"admin","id":"${randomUUID()}",
      "issuer":"x","subject":"x","removedAt":null,"__proto__":{"active":false},"constructor":{"prototype":{"active":false}}}`;
    const hosts = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" };
    const made = await scim("POST", "/Users", forged, hosts);
    expect(made.body).toMatchObject({ userName, active: true, roles: [{ value: "trainee" }] });
    expect(JSON.stringify(made.body) + made.headers.get("location")).not.toContain("evil");
    expect(await scim("GET", `/Users${search(`userName eq "${userName}"`)}`)).toMatchObject({
      body: { totalResults: 1 },
    });
    const odd = patch({ op: "replace", path: "__proto__.roles", value: [{ value: "admin" }] });
    expect((await scim("PATCH", `/Users/${String(made.body.id)}`, odd)).body).toMatchObject({
      scimType: "invalidPath",
    });
  });

  it.each([
    ["the wrong media type", "POST", "/Users", "{}", { "content-type": "text/plain" }, 415, undefined],
    ["no JSON", "POST", "/Users", "{", {}, 400, "invalidSyntax"],
    ["no object", "POST", "/Users", "[]", {}, 400, "invalidValue"],
    ["no patch", "PATCH", `/Users/${randomUUID()}`, "{}", {}, 400, "invalidSyntax"],
    ["a line break in an address", "POST", "/Users", '{"userName":"a@b.example\\r\\nx: y"}', {}, 400, "invalidValue"],
    ["a filter nobody can read", "GET", `/Users${search("' or 1=1 --")}`, undefined, {}, 400, "invalidFilter"],
    ["an unknown attribute", "GET", `/Users${search('tenantId eq "x"')}`, undefined, {}, 400, "invalidFilter"],
    ["a very long filter", "GET", `/Users${search("(".repeat(3000))}`, undefined, {}, 400, "invalidValue"],
    ["a count that is none", "GET", "/Users?count=many", undefined, {}, 400, "invalidValue"],
  ] as const)("refuses %s", async (_, method, path, body, headers, status, scimType) => {
    const told = await acme.scim(method, path, body, headers);
    expect(told.body).toMatchObject({ status: String(status), ...(scimType && { scimType }) });
  });

  it("makes one person of parallel requests for one address", async () => {
    const userName = address();
    const told = await Promise.all(Array.from({ length: 12 }, () => acme.scim("POST", "/Users", { userName })));
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
  });

  it("has exactly one row of the audit log for each change, found by the person's id", async () => {
    const made = await acme.scim("POST", "/Users", { userName: address() });
    const path = `/Users/${String(made.body.id)}`;
    await acme.scim("PATCH", path, patch({ op: "replace", value: { active: false } }));
    await acme.scim("DELETE", path);
    const target = `user:${String(made.body.id)}`;
    const log = await ask<{ items: { action: string; actor: { id: string }; requestId: string }[] }>(
      acme.admin,
      `/api/v1/audit?target=${encodeURIComponent(target)}`,
    );
    const actions = log.items.map(({ action }) => action).toReversed();
    expect(actions).toEqual(["scim.user_create", "scim.user_update", "scim.user_remove"]);
    expect(new Set(log.items.map(({ actor }) => actor.id))).toEqual(new Set([acme.adminId]));
    expect(log.items.map(({ requestId }) => requestId)).toContain(made.headers.get("x-request-id"));
  });

  it("lets nobody in with a cookie at the addresses of a page", async () => {
    const answer = await visit(base).call("/scim/v2/Users");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/scim+json");
  });
});

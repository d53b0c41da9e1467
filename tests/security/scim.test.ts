import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { urn } from "@/lib/contracts/scim/attributes";
import { ask, sends } from "@/tests/support/companies";
import { anAddress, connect, filteredBy, keyFor, patch, resourcesOf, type Directory } from "@/tests/support/directory";
import { scimClient, type Told } from "@/tests/support/scim-client";

const base = inject("base");

/** What is told that does not differ from call to call. */
const gist = ({ status, body }: Told, id: string) => ({ status, body: JSON.stringify(body).replaceAll(id, "ID") });

describe("provisioning", () => {
  let acme: Directory;
  let globex: Directory;
  beforeAll(async () => {
    [acme, globex] = [await connect(base, "acme"), await connect(base, "globex")];
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
      const userName = anAddress();
      for (const key of [null, "nonsense"]) {
        const client = scimClient(base, key);
        expect((await client("GET", "/Users", undefined, { cookie, origin })).status).toBe(401);
        expect((await client("POST", "/Users", { userName }, { cookie, origin })).status).toBe(401);
      }
      expect(resourcesOf(await acme.scim("GET", `/Users${filteredBy(`userName eq "${userName}"`)}`))).toEqual([]);
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
      const types = resourcesOf(await acme.scim("GET", "/ResourceTypes"));
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
        const [first = {}] = resourcesOf(await acme.scim("GET", `${String(endpoint)}?count=1`));
        expect(Object.keys(first).filter((attribute) => !listed.has(attribute))).toEqual([]);
      }
      expect(resourcesOf(await acme.scim("GET", "/Schemas")).map(({ id }) => id)).toEqual([urn.user, urn.group]);
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

  it("holds a change against the version that was read, and sends nothing that is known", async () => {
    const { scim } = acme;
    const made = await scim("POST", "/Users", { userName: anAddress() });
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
    expect(resourcesOf(byBody)).toMatchObject([{ userName: `b@${domain}` }]);
    const narrow = await scim("GET", `/Users?${query}&attributes=emails.value,USERNAME&count=1`);
    expect(Object.keys(resourcesOf(narrow)[0] ?? {}).toSorted()).toEqual(["emails", "id", "schemas", "userName"]);
    expect(resourcesOf(narrow)[0]?.emails).toEqual([{ value: `b@${domain}` }]);
    expect((await scim("POST", "/Groups/.search", { count: 0 })).body).toMatchObject({ itemsPerPage: 0 });
  });

  it("shows nothing of another company, and answers for its people as for nobody", async () => {
    const theirs = await globex.scim("POST", "/Users", { userName: anAddress("globex"), externalId: randomUUID() });
    const group = await globex.scim("POST", "/Groups", {
      displayName: randomUUID(),
      members: [{ value: theirs.body.id }],
    });
    const { scim } = acme;
    const { userName } = theirs.body;
    const off = patch({ op: "replace", value: { displayName: "x" } });
    for (const [path, put] of [
      ["/Users", { userName: anAddress() }],
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
    const everything = `/Users${filteredBy(`id eq "${foreign}" or externalId pr or userName pr or groups pr or not (active eq true)`)}`;
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
    const userName = anAddress();
    const forged = `{"userName":"${userName}","tenantId":"${randomUUID()}","role":"admin","id":"${randomUUID()}",
      "issuer":"x","subject":"x","removedAt":null,"__proto__":{"active":false},"constructor":{"prototype":{"active":false}}}`;
    const hosts = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" };
    const made = await scim("POST", "/Users", forged, hosts);
    expect(made.body).toMatchObject({ userName, active: true, roles: [{ value: "trainee" }] });
    expect(JSON.stringify(made.body) + made.headers.get("location")).not.toContain("evil");
    expect(await scim("GET", `/Users${filteredBy(`userName eq "${userName}"`)}`)).toMatchObject({
      body: { totalResults: 1 },
    });
    const odd = patch({ op: "replace", path: "__proto__.roles", value: [{ value: "admin" }] });
    expect((await scim("PATCH", `/Users/${String(made.body.id)}`, odd)).body).toMatchObject({
      scimType: "invalidPath",
    });
  });

  it.each([
    ["the wrong media type", "POST", "/Users", "{}", { "content-type": "text/plain" }, 415, undefined],
    ["a body that is too large", "POST", "/Users", `"${"x".repeat(70_000)}"`, {}, 413, undefined],
    ["no JSON", "POST", "/Users", "{", {}, 400, "invalidSyntax"],
    ["no object", "POST", "/Users", "[]", {}, 400, "invalidValue"],
    ["no patch", "PATCH", `/Users/${randomUUID()}`, "{}", {}, 400, "invalidSyntax"],
    ["a line break in an address", "POST", "/Users", '{"userName":"a@b.example\\r\\nx: y"}', {}, 400, "invalidValue"],
    ["a filter nobody can read", "GET", `/Users${filteredBy("' or 1=1 --")}`, undefined, {}, 400, "invalidFilter"],
    ["an unknown attribute", "GET", `/Users${filteredBy('tenantId eq "x"')}`, undefined, {}, 400, "invalidFilter"],
    ["a very long filter", "GET", `/Users${filteredBy("(".repeat(3000))}`, undefined, {}, 400, "invalidValue"],
    ["a count that is none", "GET", "/Users?count=many", undefined, {}, 400, "invalidValue"],
  ] as const)("refuses %s", async (_, method, path, body, headers, status, scimType) => {
    const told = await acme.scim(method, path, body, headers);
    expect(told.body).toMatchObject({ status: String(status), ...(scimType && { scimType }) });
  });

  it("makes one person of parallel requests for one address", async () => {
    const userName = anAddress();
    const told = await Promise.all(Array.from({ length: 12 }, () => acme.scim("POST", "/Users", { userName })));
    const made = told.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  it("has exactly one row of the audit log for each change, found by the person's id", async () => {
    const made = await acme.scim("POST", "/Users", { userName: anAddress() });
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
});

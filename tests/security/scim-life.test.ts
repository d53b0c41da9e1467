import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { urn } from "@/lib/contracts/scim/attributes";
import { anAddress, connect, filteredBy, keyFor, patch, resourcesOf, type Directory } from "@/tests/support/directory";
import { signInAs } from "@/tests/support/sign-in";

const base = inject("base");

/** Calls until the answer is refused, for as long as a sign-in may be remembered and no longer. */
async function untilRefused(call: () => Promise<Response>): Promise<number> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { status } = await call();
    if (status === 401) return status;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return 200;
}

describe("a directory", () => {
  let acme: Directory;
  beforeAll(async () => {
    acme = await connect(base, "acme");
  });

  it("takes a person through their life as Okta does, and puts them out when it is over", async () => {
    const { admin, scim } = acme;
    const email = anAddress();
    const byAddress = `/Users${filteredBy(`userName eq "${email}"`)}&startIndex=1&count=100`;
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
    const [email, externalId] = [anAddress(), randomUUID()];
    expect((await scim("GET", `/Users${filteredBy(`externalId eq "${externalId}"`)}`)).body.totalResults).toBe(0);
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
      `/Groups${filteredBy(`displayName eq "${displayName.toUpperCase()}"`)}&excludedAttributes=members`,
    );
    expect(resourcesOf(found)).toHaveLength(1);
    expect(resourcesOf(found)[0]).not.toHaveProperty("members");
    const isIn = `/Groups${filteredBy(`id eq "${String(group.body.id)}" and members eq "${String(id)}"`)}&attributes=id`;
    expect(resourcesOf(await scim("GET", isIn))).toEqual([{ schemas: [urn.group], id: group.body.id }]);
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
});

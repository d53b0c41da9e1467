import { describe, expect, it } from "vitest";
import { applyPatch, readPatch } from "@/lib/domain/scim/patch";

const schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"];
const person = {
  userName: "ada@acme.example",
  externalId: "7",
  displayName: "Ada",
  name: { formatted: "Ada" },
  active: true,
  roles: [{ value: "author", primary: true }],
};
const team = { displayName: "North", externalId: undefined, members: [{ value: "a" }, { value: "b" }] };

type Op = { op: string; path?: string; value?: unknown };
const patchPerson = (...operations: Op[]) => applyPatch("User", person, readPatch({ schemas, Operations: operations }));
const patchTeam = (...operations: Op[]) => applyPatch("Group", team, readPatch({ schemas, Operations: operations }));
const valuesOf = (group: Record<string, unknown>) => (group.members as { value: string }[]).map(({ value }) => value); // sound: made above
const refusal = (work: () => unknown) => {
  try {
    work();
    return "fine";
  } catch (error) {
    return error instanceof Error && "scimType" in error ? error.scimType : error;
  }
};

describe("a change of a person", () => {
  it("is done in order, with a path and without", () => {
    expect(
      patchPerson(
        { op: "replace", path: "displayName", value: "Ada L." },
        { op: "add", value: { externalId: "8", ACTIVE: false } },
        { op: "remove", path: "externalId" },
      ),
    ).toEqual({ ...person, displayName: "Ada L.", externalId: undefined, active: false });
  });

  it("takes what Entra sends", () => {
    const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    expect(
      patchPerson(
        { op: "Replace", path: "active", value: "False" },
        { op: "Add", path: "name.givenName", value: "Augusta" },
        { op: "Replace", path: 'emails[type eq "work"].value', value: "other@acme.example" },
        { op: "Replace", path: "title", value: "Countess" },
        { op: "Add", path: `${urn}:department`, value: "Engines" },
        { op: "Add", value: { "name.familyName": "King", [`${urn}:manager`]: { value: "x" }, title: "x" } },
        { op: "Replace", path: "externalId", value: [{ value: "9" }] },
        { op: "Replace", path: 'roles[primary eq "True"].value', value: "manager" },
      ),
    ).toEqual({
      ...person,
      active: "False",
      externalId: "9",
      name: { formatted: "Ada", givenName: "Augusta", familyName: "King" },
      roles: [{ value: "manager", primary: true }],
    });
  });

  it("takes what Okta sends", () => {
    expect(patchPerson({ op: "replace", value: { active: false } })).toEqual({ ...person, active: false });
    expect(patchPerson({ op: "replace", value: { id: "another", displayName: "A." } })).toMatchObject({
      displayName: "A.",
    });
  });

  it("makes one entry of a list the primary one", () => {
    expect(patchPerson({ op: "add", path: "roles", value: [{ value: "admin", primary: true }] }).roles).toEqual([
      { value: "author", primary: false },
      { value: "admin", primary: true },
    ]);
    expect(patchPerson({ op: "replace", path: "roles", value: "manager" }).roles).toEqual([{ value: "manager" }]);
    expect(patchPerson({ op: "add", path: 'roles[value eq "admin"].primary', value: true }).roles).toEqual([
      { value: "author", primary: false },
      { value: "admin", primary: true },
    ]);
  });

  it.each([
    ["noTarget", { op: "remove" }],
    ["noTarget", { op: "replace", path: 'roles[value eq "admin"].primary', value: true }],
    ["noTarget", { op: "add", path: 'roles[value co "adm"].primary', value: true }],
    ["invalidPath", { op: "replace", path: "tenantId", value: "x" }],
    ["invalidPath", { op: "replace", path: "__proto__.role", value: "admin" }],
    ["invalidPath", { op: "replace", path: "constructor.prototype", value: "x" }],
    ["invalidPath", { op: "replace", path: "userName[", value: "x" }],
    ["invalidPath", { op: "replace", path: "userName[value eq 1]", value: "x" }],
    ["invalidPath", { op: "replace", path: "roles[nonsense].value", value: "x" }],
    ["invalidPath", { op: "replace", path: "name.nothing", value: "x" }],
    ["invalidPath", { op: "add", value: { isAdmin: true } }],
    ["invalidPath", { op: "add", value: JSON.parse('{"__proto__":{"role":"admin"}}') as unknown }],
    ["mutability", { op: "replace", path: "id", value: "x" }],
    ["mutability", { op: "replace", path: "meta.version", value: "x" }],
    ["mutability", { op: "add", path: "groups", value: [{ value: "x" }] }],
    ["mutability", { op: "remove", path: "userName" }],
    ["mutability", { op: "remove", path: "active" }],
    ["invalidValue", { op: "replace", value: "x" }],
    ["invalidValue", { op: "add", path: "roles", value: [1] }],
  ])("is refused as %s: %j", (type, operation) => {
    expect(refusal(() => patchPerson(operation))).toBe(type);
  });

  it("pollutes no prototype, and leaves what it was given as it was", () => {
    const before = structuredClone(person);
    refusal(() => patchPerson({ op: "add", path: "__proto__.polluted", value: "x" }));
    refusal(() => patchPerson({ op: "add", value: JSON.parse('{"name":{"__proto__":{"polluted":"x"}}}') as unknown }));
    refusal(() =>
      patchTeam({ op: "add", path: 'members[value eq "a"]', value: JSON.parse('{"__proto__":{"polluted":1}}') }),
    );
    patchPerson({ op: "replace", path: "name.formatted", value: "B" });
    expect("polluted" in {}).toBe(false);
    expect(person).toEqual(before);
  });

  it.each([
    undefined,
    [],
    {},
    { schemas, Operations: [] },
    { schemas, Operations: "x" },
    { schemas: ["x"], Operations: [{ op: "add", value: {} }] },
    { schemas, Operations: [{ op: "move", path: "a" }] },
    { schemas, Operations: [{ path: "userName", value: "x" }] },
    { schemas, Operations: [null] },
  ])("is refused as invalidSyntax: %j", (body) => {
    expect(refusal(() => readPatch(body))).toBe("invalidSyntax");
  });
});

describe("a change of a team", () => {
  it("adds members once, one or several", () => {
    expect(valuesOf(patchTeam({ op: "Add", path: "members", value: [{ value: "b" }, { value: "c" }] }))).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(valuesOf(patchTeam({ op: "add", path: "members", value: { value: "c", display: "C" } }))).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(valuesOf(patchTeam({ op: "add", value: { members: [{ value: "c", $ref: "x" }] } }))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("removes members by brackets, by a list of values, and all", () => {
    expect(valuesOf(patchTeam({ op: "remove", path: 'members[value eq "a"]' }))).toEqual(["b"]);
    expect(valuesOf(patchTeam({ op: "Remove", path: "members", value: [{ value: "b" }] }))).toEqual(["a"]);
    expect(valuesOf(patchTeam({ op: "remove", path: 'members[value eq "z"]' }))).toEqual(["a", "b"]);
    expect(patchTeam({ op: "remove", path: "members" }).members).toBeUndefined();
  });

  it("takes nobody out for an empty list", () => {
    expect(valuesOf(patchTeam({ op: "remove", path: "members", value: [] }))).toEqual(["a", "b"]);
  });

  it("replaces them all", () => {
    expect(valuesOf(patchTeam({ op: "replace", path: "members", value: [{ value: "z" }] }))).toEqual(["z"]);
    expect(valuesOf(patchTeam({ op: "replace", value: { members: [], displayName: "x" } }))).toEqual([]);
  });

  it.each([
    ["mutability", { op: "replace", path: 'members[value eq "a"].value', value: "z" }],
    ["mutability", { op: "remove", path: "displayName" }],
    ["noTarget", { op: "replace", path: 'members[value eq "z"]', value: { value: "y" } }],
    ["invalidPath", { op: "add", path: "userName", value: "x" }],
  ])("is refused as %s: %j", (type, operation) => {
    expect(refusal(() => patchTeam(operation))).toBe(type);
  });
});

import { describe, expect, it } from "vitest";
import type { ResourceKind } from "@/lib/contracts/scim/attributes";
import { parseFilter } from "@/lib/domain/scim/filter";
import { matches } from "@/lib/domain/scim/matching";

const ada = {
  id: "2f1c8a52-5d0b-4a53-9f0e-0d1f3c5b7a91",
  externalId: "Emp-7",
  userName: "Ada@Acme.example",
  displayName: 'Ada "the count" Lovelace\\',
  name: { formatted: "Ada" },
  emails: [{ value: "Ada@Acme.example", type: "work", primary: true }],
  active: true,
  roles: [{ value: "author", primary: true }],
  groups: [
    { value: "g1", display: "North", type: "direct" },
    { value: "g2", display: "South", type: "direct" },
  ],
  meta: { resourceType: "User", created: "2026-01-02T03:04:05.000Z", lastModified: "2026-02-02T00:00:00.000Z" },
};
const holds = (filter: string, kind: ResourceKind = "User") => matches(parseFilter(kind, filter), ada);
const refusal = (filter: string, kind: ResourceKind = "User") => {
  try {
    parseFilter(kind, filter);
    return "fine";
  } catch (error) {
    return error instanceof Error && "scimType" in error ? error.scimType : error;
  }
};

describe("a filter", () => {
  it.each([
    'userName eq "ada@acme.example"',
    'USERNAME EQ "ADA@ACME.EXAMPLE"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"',
    'externalId eq "Emp-7"',
    "externalId pr and not (externalId eq null)",
    'emails[type eq "work" and value co "@acme"] and active eq true',
    'emails[type eq "work"].value ew "acme.example"',
    'emails.value co "ACME" and emails co "acme" and emails pr',
    'active eq "True"',
    'roles.value eq "author" and roles[primary eq "True"]',
    'meta.created lt "2026-01-02T04:04:05.001+01:00" and meta.lastModified ge "2026-02-02T00:00:00Z"',
    'displayName eq "ada \\"the count\\" lovelace\\\\"',
    'displayName co "\\u0041da"',
    'userName eq "x" or userName pr and active eq true',
    'not (userName eq "x") and (active eq false or active ne false)',
    'groups[display eq "North" and value eq "g1"]',
    'not (groups[display eq "North"].value eq "g2")',
    'meta.resourceType eq "User" and meta pr and name pr and name.formatted le "b"',
  ])("is met: %s", (filter) => {
    expect(holds(filter)).toBe(true);
  });

  it.each([
    'externalId eq "emp-7"',
    'userName eq "x" and userName pr or active eq false',
    'emails[type eq "home"]',
    'groups[display eq "North" and value eq "g2"]',
    'userName gt "b"',
    "active ne true",
    'externalId co ""  and externalId eq null',
  ])("is not met: %s", (filter) => {
    expect(holds(filter)).toBe(false);
  });

  it.each([
    "",
    "userName",
    "userName eq",
    "userName eq ada",
    'userName eq "ada',
    'userName eq "ada" and',
    '(userName eq "ada"',
    'userName xx "ada"',
    'password eq "x"',
    'tenantId eq "x"',
    '__proto__ eq "x"',
    'constructor.name eq "x"',
    'userName.value eq "x"',
    'name.givenName eq "x"',
    'name eq "x"',
    'meta.version eq "x"',
    'schemas eq "x"',
    "userName eq 5",
    "userName eq true",
    "userName co null",
    "active gt true",
    'active eq "maybe"',
    'meta.created co "2026"',
    'meta.created gt "yesterday"',
    'userName[value eq "x"]',
    'emails[emails[value eq "x"]]',
    'emails[nothing eq "x"]',
    'userName eq "\\u0000"',
    'userName eq "\\ud800"',
    'userName eq "x\' or 1=1 --" or 1=1',
    'urn:ietf:params:scim:schemas:core:2.0:Group:displayName eq "x"',
    Array.from({ length: 80 }, () => "userName pr").join(" and "),
    `${"(".repeat(900)}userName pr${")".repeat(901)}`,
  ])("is refused as invalidFilter: %s", (filter) => {
    expect(refusal(filter)).toBe("invalidFilter");
  });

  it("knows the attributes of its own resource alone", () => {
    expect(refusal('members[value eq "x"]', "Group")).toBe("fine");
    expect(refusal('members[value eq "x"]')).toBe("invalidFilter");
    expect(refusal('userName eq "x"', "Group")).toBe("invalidFilter");
  });
});

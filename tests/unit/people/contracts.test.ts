import { describe, expect, it } from "vitest";
import {
  changePersonSchema,
  invitePersonSchema,
  listPeopleQuerySchema,
  personNameSchema,
  removePersonSchema,
} from "@/lib/contracts/people";
import { addMembersSchema, createTeamSchema, mostAdded, renameTeamSchema, setLeadSchema } from "@/lib/contracts/teams";

const updatedAt = "2026-01-01T00:00:00.000Z";
const id = "3f2b8c1e-0000-4000-8000-000000000001";
const bodies = {
  invite: [invitePersonSchema, { email: "a@acme.example", role: "trainee" }],
  change: [changePersonSchema, { role: "author", updatedAt }],
  switch: [changePersonSchema, { disabled: true, updatedAt }],
  remove: [removePersonSchema, { practice: "keep", successorId: null, updatedAt }],
  team: [createTeamSchema, { name: "North" }],
  rename: [renameTeamSchema, { name: "North", updatedAt }],
  members: [addMembersSchema, { userIds: [id] }],
  lead: [setLeadSchema, { leads: true }],
} as const;

describe("bodies about people and teams", () => {
  it.each(Object.entries(bodies))("take nothing that is not asked for: %s", (_name, [schema, body]) => {
    expect(schema.safeParse(body).success).toBe(true);
    const smuggled = ["tenantId", "subject", "issuer", "externalId", "removedAt", "loginsFrom", "score", "constructor"];
    for (const key of smuggled) expect(schema.safeParse({ ...body, [key]: id }).success, key).toBe(false);
    const own: unknown = JSON.parse(`${JSON.stringify(body).slice(0, -1)},"__proto__":{"role":"admin"}}`);
    const read = schema.safeParse(own);
    expect(read.success && Object.hasOwn(read.data, "__proto__")).toBe(false);
  });

  it("change one thing of a person at a time, and only as it was seen", () => {
    expect(changePersonSchema.safeParse({ role: "author", disabled: false, updatedAt }).success).toBe(false);
    expect(changePersonSchema.safeParse({ role: "author" }).success).toBe(false);
    expect(changePersonSchema.safeParse({ role: "operator", updatedAt }).success).toBe(false);
    expect(changePersonSchema.safeParse({ role: null, updatedAt }).success).toBe(false);
  });

  it("hold names of one visible line, in any script", () => {
    for (const name of ["林晓雨", "Zoë O’Brien-Šimić", "محمد علي", "👩‍💻 Sam", "<b>Sam</b>", " Sam "])
      expect(personNameSchema.safeParse(name).success, name).toBe(true);
    const hostile = [
      "",
      "   ",
      "a\nb",
      "a\rb",
      "a\u0000b",
      "a\u001b[31mb",
      "a\u202eb",
      "a\u2066b",
      "a\u2028b",
      "\ud800",
    ];
    for (const name of hostile) {
      expect(personNameSchema.safeParse(name).success, JSON.stringify(name)).toBe(false);
      expect(createTeamSchema.safeParse({ name }).success, JSON.stringify(name)).toBe(false);
    }
  });

  it("are of bounded size", () => {
    expect(addMembersSchema.safeParse({ userIds: Array(mostAdded + 1).fill(id) }).success).toBe(false);
    expect(personNameSchema.safeParse("x".repeat(201)).success).toBe(false);
    expect(listPeopleQuerySchema.safeParse({ limit: "101" }).success).toBe(false);
    expect(listPeopleQuerySchema.safeParse({ q: "a\u0000" }).success).toBe(false);
    expect(listPeopleQuerySchema.safeParse({ cursor: "' or 1=1" }).success).toBe(false);
  });
});

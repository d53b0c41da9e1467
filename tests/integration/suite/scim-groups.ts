import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/contracts/context";
import { searchSchema } from "@/lib/contracts/scim/messages";
import { scimGroupSchema } from "@/lib/contracts/scim/resources";
import * as groups from "@/lib/domain/scim/groups";
import * as people from "@/lib/domain/scim/users";
import { setTeamLead } from "@/lib/domain/teams-managing";
import { asOwner } from "@/tests/support/owner";
import { signIn } from "@/tests/support/database";
import { address, ifMatch, patch, refusal, shows } from "./scim-calls";

export function describeScimGroups(): void {
  describe("provisioned groups", () => {
    let admin: Ctx;
    let stranger: Ctx;
    beforeAll(async () => {
      [admin, stranger] = [await signIn("admin"), await signIn("admin", "globex")];
    });
    const aPerson = async (by = admin, more: object = {}) =>
      (await people.createScimUser(by, { userName: address(), ...more })).id;
    const aGroup = (members: string[] = [], more: object = {}) =>
      groups.createScimGroup(admin, {
        displayName: randomUUID(),
        members: members.map((value) => ({ value })),
        ...more,
      });
    const change = (id: string, ...operations: object[]) =>
      groups.patchScimGroup(admin, { id, ifMatch, body: patch(...operations) });
    const idsOf = (group: { members: { value: string }[] }) => group.members.map(({ value }) => value);

    it("are teams, with their people, seen from both sides", async () => {
      const person = await aPerson();
      const group = await aGroup([person], { externalId: randomUUID() });
      expect(scimGroupSchema.parse(group)).toEqual(group);
      const { groups: mine } = await people.getScimUser(admin, { id: person });
      expect(mine).toMatchObject([{ value: group.id, display: group.displayName, type: "direct" }]);
      const search = searchSchema.parse({ filter: `members[value eq "${person}"]` });
      expect((await groups.listScimGroups(admin, { ...search, shows })).resources).toEqual([group]);
      const without = await groups.listScimGroups(admin, { ...search, shows: (name) => name !== "members" });
      expect(without.resources[0]?.members).toEqual([]);
      const byGroup = searchSchema.parse({ filter: `groups.value eq "${group.id}"` });
      expect((await people.listScimUsers(admin, { ...byGroup, shows })).total).toBe(1);
    });

    it("gain and lose people, and each change makes another version", async () => {
      const [a, b] = [await aPerson(), await aPerson()];
      const group = await aGroup([a]);
      const added = await change(group.id, { op: "Add", path: "members", value: [{ value: b }, { value: a }] });
      expect(new Set(idsOf(added))).toEqual(new Set([a, b]));
      const left = await change(group.id, { op: "remove", path: `members[value eq "${a}"]` });
      expect(idsOf(left)).toEqual([b]);
      expect(new Set([group, added, left].map(({ meta }) => meta.version)).size).toBe(3);
      const same = await change(group.id, { op: "add", path: "members", value: [{ value: b }] });
      expect(same.meta.version).toBe(left.meta.version);
      const stale = { id: group.id, ifMatch: group.meta.version, body: patch({ op: "remove", path: "members" }) };
      expect(await refusal(groups.patchScimGroup(admin, stale))).toBe("precondition_failed");
      expect(idsOf(await change(group.id, { op: "remove", path: "members" }))).toEqual([]);
    });

    it("keep their lead while the lead is in them", async () => {
      const lead = await aPerson(admin, { roles: [{ value: "manager" }] });
      const { id, displayName } = await aGroup([lead]);
      await setTeamLead(admin, { id, userId: lead, leads: true });
      const body = { displayName, members: [{ value: lead }, { value: await aPerson() }] };
      await groups.replaceScimGroup(admin, { id, ifMatch, body });
      expect(await asOwner(`select leads from team_members where team_id = '${id}' and user_id = '${lead}'`)).toEqual([
        { leads: true },
      ]);
    });

    it("share neither a name nor a directory's id", async () => {
      const { id, displayName, externalId } = await aGroup([], { externalId: randomUUID() });
      expect(await refusal(aGroup([], { displayName: displayName.toUpperCase() }))).toBe("already_exists");
      expect(await refusal(aGroup([], { externalId }))).toBe("uniqueness");
      const other = await aGroup();
      expect(await refusal(change(other.id, { op: "replace", value: { displayName } }))).toBe("already_exists");
      expect(await refusal(change(other.id, { op: "replace", value: { externalId } }))).toBe("uniqueness");
      expect((await change(id, { op: "replace", value: { displayName } })).displayName).toBe(displayName);
    });

    it("take nobody of another tenant, nobody removed and no groups, and all of them look alike", async () => {
      const removed = await aPerson();
      await people.removeScimUser(admin, { id: removed, ifMatch });
      const { id } = await aGroup();
      const outcomes = new Set<string>();
      for (const value of [await aPerson(stranger), removed, randomUUID()]) {
        outcomes.add(await refusal(change(id, { op: "add", path: "members", value: [{ value }] })));
        outcomes.add(await refusal(aGroup([value])));
      }
      expect(outcomes).toEqual(new Set(["invalidValue"]));
      const nested = [{ value: id, type: "Group" }];
      expect(await refusal(aGroup([], { members: nested }))).toBe("invalidValue");
      expect(idsOf(await groups.getScimGroup(admin, { id }))).toEqual([]);
    });

    it("of another tenant look like none at all", async () => {
      const { id } = await aGroup();
      const body = patch({ op: "remove", path: "members" });
      for (const on of [id, randomUUID()]) {
        expect(await refusal(groups.getScimGroup(stranger, { id: on }))).toBe("not_found");
        expect(await refusal(groups.patchScimGroup(stranger, { id: on, ifMatch, body }))).toBe("not_found");
        const put = { displayName: randomUUID() };
        expect(await refusal(groups.replaceScimGroup(stranger, { id: on, ifMatch, body: put }))).toBe("not_found");
        expect(await refusal(groups.removeScimGroup(stranger, { id: on, ifMatch }))).toBe("not_found");
      }
      expect((await groups.getScimGroup(admin, { id })).id).toBe(id);
    });

    it("are taken away without their people", async () => {
      const person = await aPerson();
      const { id, meta } = await aGroup([person]);
      await groups.removeScimGroup(admin, { id, ifMatch: meta.version });
      expect(await refusal(groups.getScimGroup(admin, { id }))).toBe("not_found");
      expect((await people.getScimUser(admin, { id: person })).groups).toEqual([]);
    });
  });
}

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/contracts/context";
import type { Person } from "@/lib/contracts/people";
import type { Team } from "@/lib/contracts/teams";
import { getTeam, listTeams } from "@/lib/domain/teams";
import {
  addTeamMembers,
  createTeam,
  removeTeam,
  removeTeamMember,
  renameTeam,
  setTeamLead,
} from "@/lib/domain/teams-managing";
import { changePerson, removePerson } from "@/lib/domain/users-changing";
import { getPerson } from "@/lib/domain/users-reading";
import { signIn } from "@/tests/support/database";
import { codeOf } from "./talk";
import { somebody } from "./users";

export function describeTeams(): void {
  describe("teams", () => {
    let admin: Ctx;
    let team: Team;
    let lead: { person: Person; ctx: Ctx };
    let member: { person: Person; ctx: Ctx };
    beforeAll(async () => {
      admin = await signIn("admin");
      team = await createTeam(admin, { name: `North ${randomUUID()}` });
      [lead, member] = [await somebody(admin, "manager", "Ada Lead"), await somebody(admin, "trainee", "Zed Member")];
      await addTeamMembers(admin, { id: team.id, userIds: [lead.person.id, member.person.id, member.person.id] });
      await setTeamLead(admin, { id: team.id, userId: lead.person.id, leads: true });
    });

    it("are listed in one order that pages neither double nor leave out, with how many are in them and who leads", async () => {
      const all = await listTeams(admin, { limit: 100 });
      expect(all.items.find(({ id }) => id === team.id)).toMatchObject({
        members: 2,
        leads: [{ id: lead.person.id, name: "Ada Lead" }],
      });
      const paged: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listTeams(admin, { limit: 1, ...(cursor && { cursor }) });
        paged.push(...page.items.map(({ id }) => id));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all.items.map(({ id }) => id));
    });

    it("show their people in pages by name", async () => {
      const first = await getTeam(admin, { id: team.id, limit: 1 });
      expect(first.people.map(({ name, leads }) => [name, leads])).toEqual([["Ada Lead", true]]);
      const second = await getTeam(admin, { id: team.id, limit: 1, cursor: first.nextCursor ?? "" });
      expect(second.people.map(({ name }) => name)).toEqual(["Zed Member"]);
      expect(second.nextCursor).toBeNull();
    });

    it("are seen by a manager who leads them, with names alone, and by no other manager", async () => {
      expect((await listTeams(lead.ctx, {})).items.map(({ id }) => id)).toEqual([team.id]);
      const seen = await getTeam(lead.ctx, { id: team.id });
      expect(seen.people).toEqual([
        { id: lead.person.id, name: "Ada Lead", leads: true, email: null, role: null, state: null },
        { id: member.person.id, name: "Zed Member", leads: false, email: null, role: null, state: null },
      ]);
      const other = await somebody(admin, "manager");
      await addTeamMembers(admin, { id: team.id, userIds: [other.person.id] });
      expect((await listTeams(other.ctx, {})).items).toEqual([]);
      expect(await codeOf(getTeam(other.ctx, { id: team.id }))).toBe("not_found");
      expect(await codeOf(getTeam(member.ctx, { id: team.id }))).toBe("forbidden");
      await removeTeamMember(admin, { id: team.id, userId: other.person.id });
    });

    it("are changed by administrators alone", async () => {
      const { id } = team;
      const userId = member.person.id;
      for (const ctx of [lead.ctx, member.ctx, await signIn("auditor")]) {
        const acts = [
          createTeam(ctx, { name: "x" }),
          renameTeam(ctx, { id, name: "x", updatedAt: team.updatedAt }),
          removeTeam(ctx, { id }),
          addTeamMembers(ctx, { id, userIds: [userId] }),
          removeTeamMember(ctx, { id, userId }),
          setTeamLead(ctx, { id, userId, leads: true }),
        ];
        expect(new Set(await Promise.all(acts.map(codeOf)))).toEqual(new Set(["forbidden"]));
      }
    });

    it("of another company are as if they did not exist, and take in nobody from there", async () => {
      const foreign = await signIn("admin", "globex");
      const { id } = team;
      const userId = member.person.id;
      const acts = [
        getTeam(foreign, { id }),
        renameTeam(foreign, { id, name: "x", updatedAt: team.updatedAt }),
        removeTeam(foreign, { id }),
        addTeamMembers(foreign, { id, userIds: [foreign.actor.userId] }),
        removeTeamMember(foreign, { id, userId }),
        setTeamLead(foreign, { id, userId, leads: true }),
      ];
      expect(new Set(await Promise.all(acts.map(codeOf)))).toEqual(new Set(["not_found"]));
      const own = await createTeam(foreign, { name: team.name });
      expect(await codeOf(addTeamMembers(foreign, { id: own.id, userIds: [userId] }))).toBe("not_found");
      expect((await getTeam(foreign, { id: own.id })).people).toEqual([]);
    });

    it("have names of their own, in whatever case, and are renamed only as they were seen", async () => {
      expect(await codeOf(createTeam(admin, { name: team.name.toUpperCase() }))).toBe("already_exists");
      const made = await createTeam(admin, { name: `South ${randomUUID()}` });
      const renamed = await renameTeam(admin, { ...made, name: `${made.name} 2` });
      expect(await codeOf(renameTeam(admin, { ...made, name: "late" }))).toBe("version_conflict");
      expect(await codeOf(renameTeam(admin, { ...renamed, name: team.name }))).toBe("already_exists");
      await removeTeam(admin, { id: made.id });
      expect(await codeOf(getTeam(admin, { id: made.id }))).toBe("not_found");
    });

    it("are led by managers and administrators who are in them, and by nobody who no longer is one", async () => {
      const outsider = await somebody(admin, "manager");
      const set = (userId: string) => codeOf(setTeamLead(admin, { id: team.id, userId, leads: true }));
      expect(await set(member.person.id)).toBe("invalid_request");
      expect(await set(outsider.person.id)).toBe("not_found");
      await addTeamMembers(admin, { id: team.id, userIds: [outsider.person.id] });
      expect(await set(outsider.person.id)).toBe("fine");
      const { updatedAt } = await getPerson(admin, { id: outsider.person.id });
      const low = await changePerson(admin, { id: outsider.person.id, updatedAt, role: "trainee" });
      expect(low.teams.map(({ leads }) => leads)).toEqual([false]);
      await changePerson(admin, { id: low.id, updatedAt: low.updatedAt, role: "manager" });
      expect(await codeOf(getTeam(outsider.ctx, { id: team.id }))).toBe("not_found");
    });

    it("take in nobody who was removed", async () => {
      const { person } = await somebody(admin, "trainee");
      await removePerson(admin, { id: person.id, updatedAt: person.updatedAt, practice: "keep", successorId: null });
      expect(await codeOf(addTeamMembers(admin, { id: team.id, userIds: [person.id] }))).toBe("not_found");
    });
  });
}

import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { resolveSignIn } from "@/db/identity";
import { apiKeys, auditEvents, practiceSessions, shares, teamMembers, tenants, users } from "@/db/schema";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Person } from "@/lib/contracts/people";
import type { Role } from "@/lib/contracts/vocabulary";
import { endSession } from "@/lib/domain/sessions";
import { createShare, openShare } from "@/lib/domain/shares";
import { getTeam } from "@/lib/domain/teams";
import { addTeamMembers, createTeam, setTeamLead } from "@/lib/domain/teams-managing";
import { changePerson, invitePeople, invitePerson, removePerson, setDisabled } from "@/lib/domain/users-changing";
import { countPeople, getPerson, listLeads, listPeople } from "@/lib/domain/users-reading";
import { env } from "@/lib/platform/env";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, codeOf } from "./talk";

const address = () => `p${randomUUID().slice(0, 8)}@acme.example`;

/** Somebody who has signed in once, with the context of a request of theirs. */
export async function somebody(admin: Ctx, role: Role, name = "Some Body"): Promise<{ person: Person; ctx: Ctx }> {
  const person = await invitePerson(admin, { email: address(), name, role });
  const { email } = person;
  await withTenant(admin, (tx) =>
    tx.update(users).set({ issuer: "https://idp.example", subject: person.id }).where(eq(users.id, person.id)),
  );
  return { person, ctx: { ...admin, actor: { userId: person.id, role, name, email } } };
}

const rowOf = async (ctx: Ctx, id: string) =>
  (await withTenant(ctx, (tx) => tx.select().from(users).where(eq(users.id, id))))[0];

const asked = (person: Person) => ({ id: person.id, updatedAt: person.updatedAt });
const fate = { practice: "keep", successorId: null } as const;

export function describeUsers(): void {
  describe("people", () => {
    let admin: Ctx;
    let trainee: Ctx;
    beforeAll(async () => {
      [admin, trainee] = [await signIn("admin"), await signIn("trainee")];
    });

    it("are listed in one order that pages neither double nor leave out, names alike or not", async () => {
      for (const n of [1, 2, 3])
        await invitePerson(admin, { email: `same${n}@acme.example`, name: "Same", role: "trainee" });
      const all = await listPeople(admin, { limit: 100 });
      const paged: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listPeople(admin, { limit: 2, ...(cursor && { cursor }) });
        paged.push(...page.items.map(({ id }) => id));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all.items.map(({ id }) => id));
      expect(new Set(paged).size).toBe(paged.length);
    });

    it("are found by part of a name or address, taken as it is written", async () => {
      await invitePerson(admin, { email: "under_score@acme.example", name: "Hundred_ Okay", role: "author" });
      const names = async (q: string) => (await listPeople(admin, { q })).items.map(({ name }) => name);
      expect(await names("hundred_")).toEqual(["Hundred_ Okay"]);
      expect(await names("UNDER_SCORE@")).toEqual(["Hundred_ Okay"]);
      expect(await names("under%score")).toEqual([]);
    });

    it("are told apart by role, state and team, and counted", async () => {
      const { person } = await somebody(admin, "auditor", "Filtered");
      const found = async (filter: Parameters<typeof listPeople>[1]) =>
        (await listPeople(admin, { q: "Filtered", ...filter })).items.length;
      expect(await found({ role: "auditor", state: "active" })).toBe(1);
      expect(await found({ role: "trainee" })).toBe(0);
      const before = await countPeople(admin, undefined);
      await setDisabled(admin, { ...asked(person), disabled: true });
      expect([await found({ state: "active" }), await found({ state: "disabled" })]).toEqual([0, 1]);
      const after = await countPeople(admin, undefined);
      expect(after.byState.disabled).toBe((before.byState.disabled ?? 0) + 1);
      expect(after.total).toBe(before.total);
      const team = await createTeam(admin, { name: `Filter ${randomUUID()}` });
      expect(await found({ team: team.id })).toBe(0);
      await addTeamMembers(admin, { id: team.id, userIds: [person.id] });
      expect(await found({ team: team.id })).toBe(1);
      expect((await getPerson(admin, { id: person.id })).teams).toEqual([
        { id: team.id, name: team.name, leads: false },
      ]);
    });

    it("are read by auditors, changed by administrators, and there for nobody else", async () => {
      const auditor = await signIn("auditor");
      expect((await listPeople(auditor, {})).items.length).toBeGreaterThan(0);
      const { person } = await somebody(admin, "trainee");
      expect(await codeOf(changePerson(auditor, { ...asked(person), role: "admin" }))).toBe("forbidden");
      for (const ctx of [trainee, await signIn("manager"), await signIn("author")]) {
        expect(await codeOf(listPeople(ctx, {}))).toBe("forbidden");
        expect(await codeOf(getPerson(ctx, { id: person.id }))).toBe("forbidden");
        expect(await codeOf(invitePerson(ctx, { email: address(), role: "admin" }))).toBe("forbidden");
      }
    });

    it("of another company are as if they did not exist, for every act", async () => {
      const foreign = await signIn("admin", "globex");
      const { person } = await somebody(admin, "trainee");
      const acts = [
        getPerson(foreign, { id: person.id }),
        changePerson(foreign, { ...asked(person), role: "admin" }),
        setDisabled(foreign, { ...asked(person), disabled: true }),
        removePerson(foreign, { ...asked(person), ...fate }),
      ];
      expect(new Set(await Promise.all(acts.map(codeOf)))).toEqual(new Set(["not_found"]));
      const own = await invitePerson(foreign, { email: person.email, role: "trainee" });
      expect((await listPeople(foreign, { q: person.email })).items.map(({ id }) => id)).toEqual([own.id]);
    });

    it("are invited once, by an address in whatever case, and their first sign-in is let in with that role", async () => {
      const email = address();
      const invited = await invitePerson(admin, { email, role: "author" });
      expect(invited).toMatchObject({ name: email, role: "author", state: "invited" });
      expect(await codeOf(invitePerson(admin, { email: email.toUpperCase(), role: "admin" }))).toBe("already_exists");
      const { oidc } = env();
      const claims = { sub: randomUUID(), email, email_verified: true, name: "Real Name", [oidc.tenantClaim]: "acme" };
      const result = await resolveSignIn({ issuer: oidc.issuer, claims });
      expect(result).toMatchObject({ kind: "ok", user: { id: invited.id, role: "author" } });
      expect(await getPerson(admin, { id: invited.id })).toMatchObject({ state: "active" });
    });

    it("are invited and changed once, however many try at the same moment", async () => {
      const email = address();
      const invites = Array.from({ length: 20 }, () => codeOf(invitePerson(admin, { email, role: "trainee" })));
      const codes = await Promise.all(invites);
      expect(codes.filter((code) => code !== "already_exists")).toEqual(["fine"]);
      const [person] = (await listPeople(admin, { q: email })).items;
      if (!person) throw new Error("one of them was taken");
      const changes = (["author", "manager", "auditor"] as const).map((role) =>
        codeOf(changePerson(admin, { ...asked(person), role })),
      );
      expect((await Promise.all(changes)).toSorted()).toEqual(["fine", "version_conflict", "version_conflict"]);
    });

    it("are not invited from a domain that may not sign in", async () => {
      const setDomains = (allowedDomains: string[]) =>
        withTenant(admin, (tx) => tx.update(tenants).set({ signInPolicy: { allowedDomains, domainRoles: {} } }));
      await setDomains(["acme.example"]);
      try {
        expect(await codeOf(invitePerson(admin, { email: "x@evil.example", role: "trainee" }))).toBe("invalid_request");
        expect(await codeOf(invitePerson(admin, { email: "x@sub.acme.example", role: "trainee" }))).toBe(
          "invalid_request",
        );
        expect(await codeOf(invitePerson(admin, { email: address().toUpperCase(), role: "trainee" }))).toBe("fine");
        const many = await invitePeople(admin, { addresses: `x@evil.example\n${address()}`, role: "trainee" });
        expect([many.invited.length, many.refused.map(({ why }) => why)]).toEqual([1, ["domain_refused"]]);
      } finally {
        await setDomains([]);
      }
    });

    it("are invited in numbers, each with a row of the audit log, and who was not is told why", async () => {
      const [known, fresh] = [address(), address()];
      await invitePerson(admin, { email: known, role: "trainee" });
      const addresses = `${known}\nnobody\nNew One <${fresh}>\n${fresh}`;
      const { invited, refused } = await invitePeople(admin, { addresses, role: "manager" });
      expect(invited.map(({ email }) => email)).toEqual([fresh]);
      expect(refused.map(({ line, why }) => [line, why])).toEqual([
        [1, "already_exists"],
        [2, "no_address"],
        [4, "twice"],
      ]);
      const id = invited[0]?.id ?? "";
      expect(await getPerson(admin, { id })).toMatchObject({ name: "New One", role: "manager", state: "invited" });
      const rows = await withTenant(admin, (tx) =>
        tx
          .select()
          .from(auditEvents)
          .where(eq(auditEvents.subject, `user:${id}`)),
      );
      expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
        ["user.invite", { role: "manager", domain: "acme.example" }],
      ]);
    });

    it("are changed only as they were seen", async () => {
      const { person } = await somebody(admin, "trainee");
      const renamed = await changePerson(admin, { ...asked(person), name: "New Name" });
      expect(renamed).toMatchObject({ name: "New Name", role: "trainee" });
      expect(renamed.updatedAt > person.updatedAt).toBe(true);
      const acts = [
        changePerson(admin, { ...asked(person), role: "author" }),
        setDisabled(admin, { ...asked(person), disabled: true }),
        removePerson(admin, { ...asked(person), ...fate }),
      ];
      expect(new Set(await Promise.all(acts.map(codeOf)))).toEqual(new Set(["version_conflict"]));
      expect(await getPerson(admin, { id: person.id })).toMatchObject({ role: "trainee", state: "active" });
    });

    it("are signed out by another role and by being disabled, not by another name", async () => {
      const { person } = await somebody(admin, "trainee");
      const renamed = await changePerson(admin, { ...asked(person), name: "Other" });
      expect((await rowOf(admin, person.id))?.loginsFrom).toBeNull();
      const moved = await changePerson(admin, { ...asked(renamed), role: "author" });
      const after = (await rowOf(admin, person.id))?.loginsFrom;
      expect(after).toBeInstanceOf(Date);
      const shut = await setDisabled(admin, { ...asked(moved), disabled: true });
      const last = (await rowOf(admin, person.id))?.loginsFrom;
      expect(last && after && last > after).toBe(true);
      expect(await setDisabled(admin, { ...asked(shut), disabled: false })).toMatchObject({ state: "active" });
    });

    it("leave nothing in the audit log that names them", async () => {
      const { person } = await somebody(admin, "trainee", "Unusual Namesake");
      const renamed = await changePerson(admin, { ...asked(person), name: "Curious Moniker", role: "author" });
      await removePerson(admin, { ...asked(renamed), ...fate });
      const rows = await withTenant(admin, (tx) =>
        tx
          .select()
          .from(auditEvents)
          .where(eq(auditEvents.subject, `user:${person.id}`)),
      );
      expect(rows.map(({ action }) => action).toSorted()).toEqual(["user.invite", "user.remove", "user.update"]);
      const update = rows.find(({ action }) => action === "user.update");
      expect(update?.detail).toEqual({ changed: ["name"], before: { role: "trainee" }, after: { role: "author" } });
      expect(JSON.stringify(rows)).not.toMatch(/namesake|moniker|@acme/iu);
    });
  });

  describe("a removed person", () => {
    let admin: Ctx;
    beforeAll(async () => {
      admin = await signIn("admin");
    });

    it("is a tombstone: no name, no address, no way in, and the address is free", async () => {
      const { person } = await somebody(admin, "author", "Gone Soon");
      await removePerson(admin, { ...asked(person), ...fate });
      expect(await rowOf(admin, person.id)).toMatchObject({
        name: "Removed person",
        email: `removed-${person.id}@invalid`,
        issuer: null,
        subject: null,
        externalId: null,
        role: null,
        disabledAt: expect.any(Date),
        removedAt: expect.any(Date),
        loginsFrom: expect.any(Date),
      });
      expect(await codeOf(getPerson(admin, { id: person.id }))).toBe("not_found");
      expect((await listPeople(admin, { q: "Removed person" })).items).toEqual([]);
      expect(await codeOf(removePerson(admin, { ...asked(person), ...fate }))).toBe("not_found");
      expect(await codeOf(invitePerson(admin, { email: person.email, role: "trainee" }))).toBe("fine");
    });

    it("cannot sign in with the account of before, whatever its claims say, until they are invited again", async () => {
      const { person } = await somebody(admin, "admin", "Dismissed");
      const { oidc } = env();
      const claims = { sub: person.id, email: person.email, [oidc.tenantClaim]: "acme", [oidc.roleClaim]: "admin" };
      await asOwner(`update users set issuer = '${oidc.issuer}' where id = '${person.id}'`);
      const arrive = (more: object = {}) => resolveSignIn({ issuer: oidc.issuer, claims: { ...claims, ...more } });
      await removePerson(admin, { ...asked(person), ...fate });
      const refused = { kind: "refused", reason: "user_disabled" };
      expect(await arrive()).toEqual(refused);
      expect(await arrive({ email: address() })).toEqual(refused);
      const again = await invitePerson(admin, { email: person.email, role: "trainee" });
      expect(await arrive({ email_verified: false })).toEqual(refused);
      expect(await arrive({ email_verified: true })).toMatchObject({ kind: "ok", user: { id: again.id } });
      // Lifted for good, also once they erase themselves.
      expect(JSON.stringify(await rowOf(admin, person.id))).toContain('"barredSubject":null');
    });

    it("loses keys and links, and passes on the teams they led", async () => {
      const { person, ctx } = await somebody(admin, "manager");
      const { person: heir } = await somebody(admin, "manager", "Heir");
      const [led, joined] = [
        await createTeam(admin, { name: `Led ${randomUUID()}` }),
        await createTeam(admin, { name: `Joined ${randomUUID()}` }),
      ];
      for (const { id } of [led, joined]) await addTeamMembers(admin, { id, userIds: [person.id] });
      await setTeamLead(admin, { id: led.id, userId: person.id, leads: true });
      const sessionId = await aTalk(ctx);
      await endSession(ctx, { sessionId });
      const { token } = await createShare(ctx, { sessionId });
      await withTenant(admin, (tx) =>
        tx.insert(apiKeys).values({
          tenantId: admin.tenantId,
          userId: person.id,
          name: "k",
          prefix: "p",
          hash: randomUUID(),
          scopes: [],
          expiresAt: new Date(Date.now() + 86_400_000),
        }),
      );
      expect(await getPerson(admin, { id: person.id })).toMatchObject({ keys: 1 });
      const { person: low } = await somebody(admin, "trainee");
      for (const successorId of [person.id, low.id, randomUUID()]) {
        expect(await codeOf(removePerson(admin, { ...asked(person), practice: "keep", successorId }))).toBe(
          "invalid_request",
        );
      }
      await removePerson(admin, { ...asked(person), practice: "keep", successorId: heir.id });
      expect((await getTeam(admin, { id: led.id })).leads).toEqual([{ id: heir.id, name: "Heir" }]);
      expect((await getTeam(admin, { id: joined.id })).people).toEqual([]);
      const keys = await withTenant(admin, (tx) => tx.select().from(apiKeys).where(eq(apiKeys.userId, person.id)));
      expect(keys.map(({ revokedAt }) => revokedAt)).toEqual([expect.any(Date)]);
      expect(await codeOf(openShare(admin, { token }))).toBe("share_expired");
      const talks = await withTenant(admin, (tx) =>
        tx.select().from(practiceSessions).where(eq(practiceSessions.userId, person.id)),
      );
      expect(talks).toHaveLength(1);
    });

    it("has their practice erased with all that hangs on it, where that was chosen, and nobody else's", async () => {
      const [{ person, ctx }, other] = [await somebody(admin, "trainee"), await somebody(admin, "trainee")];
      for (const one of [ctx, other.ctx]) {
        const sessionId = await aTalk(one);
        await endSession(one, { sessionId });
        await createShare(one, { sessionId });
      }
      await removePerson(admin, { ...asked(person), practice: "erase", successorId: null });
      const both = [person.id, other.person.id];
      const left = await withTenant(admin, async (tx) => [
        await tx
          .select({ of: practiceSessions.userId })
          .from(practiceSessions)
          .where(inArray(practiceSessions.userId, both)),
        await tx.select({ of: shares.createdBy }).from(shares).where(inArray(shares.createdBy, both)),
      ]);
      expect(left).toEqual([[{ of: other.person.id }], [{ of: other.person.id }]]);
    });

    it("is never oneself, nor is one disabled by oneself", async () => {
      const { person, ctx } = await somebody(admin, "admin");
      expect(await codeOf(removePerson(ctx, { ...asked(person), ...fate }))).toBe("unprocessable");
      expect(await codeOf(setDisabled(ctx, { ...asked(person), disabled: true }))).toBe("unprocessable");
      expect(await codeOf(changePerson(ctx, { ...asked(person), role: "trainee" }))).toBe("fine");
    });
  });

  describe("the last administrator", () => {
    let home: Ctx;
    let others: string[];
    /** A company of its own kind: in globex nobody but whom the test makes administers. */
    beforeAll(async () => {
      home = await signIn("admin", "globex");
      const found = await withTenant(home, (tx) =>
        tx.select({ id: users.id }).from(users).where(eq(users.role, "admin")),
      );
      others = found.map(({ id }) => id).filter((id) => id !== home.actor.userId);
      if (others.length > 0) {
        await withTenant(home, (tx) => tx.update(users).set({ role: "author" }).where(inArray(users.id, others)));
      }
    });

    const admins = async () =>
      withTenant(home, async (tx) =>
        rowsOf<{ id: string }>(
          await tx.execute(
            sql`select id from users where role = 'admin' and disabled_at is null and subject is not null`,
          ),
        ).map(({ id }) => id),
      );

    it("is neither demoted nor disabled nor removed, and an invitation is no replacement", async () => {
      const me = await getPerson(home, { id: home.actor.userId });
      const invited = await invitePerson(home, { email: address(), role: "admin" });
      expect(await codeOf(changePerson(home, { ...asked(me), role: "trainee" }))).toBe("last_admin");
      const other: Ctx = { ...home, actor: { ...home.actor, userId: invited.id } };
      expect(await codeOf(setDisabled(other, { ...asked(me), disabled: true }))).toBe("last_admin");
      expect(await codeOf(removePerson(other, { ...asked(me), ...fate }))).toBe("last_admin");
      expect(await admins()).toEqual([home.actor.userId]);
      expect(await codeOf(changePerson(home, { ...asked(invited), role: "trainee" }))).toBe("fine");
    });

    it("does not count who is disabled", async () => {
      const { person } = await somebody(home, "admin");
      await setDisabled(home, { ...asked(person), disabled: true });
      const me = await getPerson(home, { id: home.actor.userId });
      expect(await codeOf(changePerson(home, { ...asked(me), role: "trainee" }))).toBe("last_admin");
    });

    it.each(["demote", "disable", "remove"] as const)(
      "stays when two %s each other at the same moment",
      async (what) => {
        for (let round = 0; round < 5; round += 1) {
          const [one, two] = [await somebody(home, "admin"), await somebody(home, "admin")];
          // Whoever administers beside the two steps back, so that only they are left.
          await withTenant(home, (tx) =>
            tx.update(users).set({ role: "author" }).where(eq(users.id, home.actor.userId)),
          );
          const act = (ctx: Ctx, target: Person): Promise<unknown> => {
            if (what === "demote") return changePerson(ctx, { ...asked(target), role: "trainee" });
            if (what === "disable") return setDisabled(ctx, { ...asked(target), disabled: true });
            return removePerson(ctx, { ...asked(target), ...fate });
          };
          const codes = await Promise.all([codeOf(act(one.ctx, two.person)), codeOf(act(two.ctx, one.person))]);
          expect(codes.toSorted()).toEqual(["fine", "last_admin"]);
          expect(await admins()).toHaveLength(1);
          await withTenant(home, (tx) =>
            tx.update(users).set({ role: "admin" }).where(eq(users.id, home.actor.userId)),
          );
          const [left] = (await admins()).filter((id) => id !== home.actor.userId);
          const survivor = await getPerson(home, { id: left ?? "" });
          await changePerson(home, { ...asked(survivor), role: "trainee" });
        }
      },
    );

    it("is not demoted by what the identity provider says at the next sign-in, and others are", async () => {
      const { oidc } = env();
      const arrive = (sub: string, email: string) =>
        resolveSignIn({
          issuer: oidc.issuer,
          claims: { sub, email, [oidc.tenantClaim]: "globex", [oidc.roleClaim]: "trainee" },
        });
      const { person } = await somebody(home, "admin");
      await withTenant(home, (tx) =>
        tx
          .update(users)
          .set({ issuer: oidc.issuer.replace(/\/$/u, "") })
          .where(eq(users.id, person.id)),
      );
      expect(await arrive(person.id, person.email)).toMatchObject({ kind: "ok", user: { role: "trainee" } });
      expect(await arrive("globex-admin", "admin@globex.example")).toMatchObject({
        kind: "ok",
        user: { id: home.actor.userId, role: "admin" },
      });
      expect(await admins()).toEqual([home.actor.userId]);
    });

    it("leads are offered from those who may lead", async () => {
      const offered = await listLeads(home, undefined);
      expect(offered.people.map(({ id }) => id)).toContain(home.actor.userId);
      expect(offered.more).toBe(false);
      const { person } = await somebody(home, "trainee");
      expect((await listLeads(home, undefined)).people.map(({ id }) => id)).not.toContain(person.id);
      const members = await withTenant(home, (tx) =>
        tx.select().from(teamMembers).where(eq(teamMembers.userId, person.id)),
      );
      expect(members).toEqual([]);
    });
  });
}

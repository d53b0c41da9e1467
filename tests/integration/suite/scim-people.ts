import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { resolveSignIn } from "@/db/identity";
import type { Ctx } from "@/lib/contracts/context";
import { searchSchema } from "@/lib/contracts/scim/messages";
import { scimUserSchema } from "@/lib/contracts/scim/resources";
import * as groups from "@/lib/domain/scim/groups";
import * as people from "@/lib/domain/scim/users";
import { env } from "@/lib/platform/env";
import { asOwner } from "@/tests/support/owner";
import { signIn } from "@/tests/support/database";
import { address, ifMatch, patch, refusal, shows } from "./scim-calls";

export function describeScimPeople(): void {
  describe("provisioned people", () => {
    let admin: Ctx;
    let stranger: Ctx;
    beforeAll(async () => {
      [admin, stranger] = [await signIn("admin"), await signIn("admin", "globex")];
    });
    const made = (more: object = {}, by = admin) => people.createScimUser(by, { userName: address(), ...more });
    const find = async (filter: string, by = admin) =>
      (await people.listScimUsers(by, { ...searchSchema.parse({ filter }), shows })).resources;
    const change = (id: string, ...operations: object[]) =>
      people.patchScimUser(admin, { id, ifMatch, body: patch(...operations) });

    it("are made from what a directory sends, and found by address and by the directory's id", async () => {
      const [userName, externalId] = [address(), randomUUID()];
      const sent = { USERNAME: userName, externalId, name: { givenName: "Ada", familyName: "King" }, title: "x" };
      const shown = await people.createScimUser(admin, sent);
      expect(scimUserSchema.parse(shown)).toEqual(shown);
      expect(shown).toMatchObject({ userName, externalId, displayName: "Ada King", active: true, groups: [] });
      expect(await find(`userName eq "${userName.toUpperCase()}"`)).toEqual([shown]);
      expect(await find(`externalId eq "${externalId}" and active eq true`)).toEqual([shown]);
      expect(await people.getScimUser(admin, { id: shown.id })).toEqual(shown);
    });

    it("keep a Chinese name in its own order", async () => {
      expect(await made({ name: { givenName: "晓雨", familyName: "林" } })).toMatchObject({ displayName: "林晓雨" });
    });

    it("share neither an address nor a directory's id", async () => {
      const { userName, externalId } = await made({ externalId: randomUUID() });
      expect(await refusal(made({ userName: userName.toUpperCase() }))).toBe("already_exists");
      expect(await refusal(made({ externalId }))).toBe("uniqueness");
      const other = await made();
      expect(await refusal(change(other.id, { op: "replace", value: { userName } }))).toBe("already_exists");
      expect(await refusal(change(other.id, { op: "replace", value: { externalId } }))).toBe("uniqueness");
      // In another tenant both are free.
      expect(await refusal(made({ userName, externalId }, stranger))).toBe("fine");
    });

    it("are made once by parallel requests for one address", async () => {
      const userName = address();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusal(made({ userName }))));
      expect(outcomes.filter((outcome) => outcome === "fine")).toHaveLength(1);
      expect(new Set(outcomes)).toEqual(new Set(["fine", "already_exists"]));
    });

    it("have the role that was sent, else the one of their domain, else a trainee's", async () => {
      expect((await made()).roles).toEqual([{ value: "trainee", primary: true }]);
      expect((await made({ roles: [{ value: "manager" }] })).roles).toEqual([{ value: "manager", primary: true }]);
      const domain = `d${randomUUID().slice(0, 8)}.example`;
      await asOwner(`update tenants set sign_in_policy = '{"allowedDomains":[],"domainRoles":{"${domain}":"author"}}'
        where slug = 'acme'`);
      expect((await made({ userName: address(domain.toUpperCase()) })).roles[0]?.value).toBe("author");
      await asOwner("update tenants set sign_in_policy = default where slug = 'acme'");
      const two = [{ value: "manager" }, { value: "author" }];
      expect(await refusal(made({ roles: two }))).toBe("invalidValue");
      expect(await refusal(made({ roles: [{ value: "operator" }] }))).toBe("invalidValue");
    });

    it("keep their role when the directory sends none, and lose it when it takes it away", async () => {
      const { id, userName } = await made({ roles: [{ value: "manager" }] });
      const put = await people.replaceScimUser(admin, { id, ifMatch, body: { userName, displayName: "New" } });
      expect(put).toMatchObject({ displayName: "New", active: true, roles: [{ value: "manager" }] });
      expect((await change(id, { op: "remove", path: "roles" })).roles[0]?.value).toBe("trainee");
    });

    it("stay disabled when they are put again without a word about it", async () => {
      const { id, userName } = await made({ active: false });
      expect(await people.replaceScimUser(admin, { id, ifMatch, body: { userName } })).toMatchObject({ active: false });
      expect(await change(id, { op: "Replace", path: "active", value: "True" })).toMatchObject({ active: true });
    });

    it("take a new name in whatever form it is changed", async () => {
      const { id } = await made({ displayName: "A" });
      expect((await change(id, { op: "replace", path: "name.formatted", value: "B" })).displayName).toBe("B");
      expect((await change(id, { op: "replace", path: "displayName", value: "C" })).name.formatted).toBe("C");
      const parts = { "name.givenName": "D", "name.familyName": "E" };
      expect((await change(id, { op: "add", value: parts })).displayName).toBe("D E");
      expect((await change(id, { op: "add", path: "name.givenName", value: "F" })).displayName).toBe("D E");
    });

    it.each([
      {},
      { userName: "not an address" },
      { userName: null },
      { userName: "a@b.example", active: "perhaps" },
      { userName: "a@b.example", displayName: "nul\u0000" },
      { userName: "a@b.example", externalId: 5 },
      { userName: "a@b.example", roles: "admin,trainee" },
    ])("are not made of %j", async (body) => {
      expect(await refusal(people.createScimUser(admin, body))).toBe("invalidValue");
    });

    it("are changed against the version that was read, and each change makes another", async () => {
      const { id, meta } = await made();
      const body = patch({ op: "replace", value: { displayName: "First" } });
      const first = await people.patchScimUser(admin, { id, body, ifMatch: meta.version });
      expect(first.meta.version).not.toBe(meta.version);
      const stale = { id, body: patch({ op: "replace", value: { displayName: "Second" } }), ifMatch: meta.version };
      expect(await refusal(people.patchScimUser(admin, stale))).toBe("precondition_failed");
      expect(await refusal(people.removeScimUser(admin, { id, ifMatch: meta.version }))).toBe("precondition_failed");
      expect((await people.getScimUser(admin, { id })).displayName).toBe("First");
      const ifAny = `W/"x", ${first.meta.version}`;
      expect((await people.patchScimUser(admin, { ...stale, ifMatch: ifAny })).displayName).toBe("Second");
    });

    it("keep their version when nothing becomes different", async () => {
      const { id, meta } = await made({ displayName: "Same" });
      const again = await change(id, { op: "replace", value: { displayName: "Same", active: true } });
      expect(again.meta.version).toBe(meta.version);
    });

    it("get another version from whoever changes them", async () => {
      const { id, meta } = await made();
      await asOwner(`update users set name = 'Behind the back' where id = '${id}'`);
      const { version } = (await people.getScimUser(admin, { id })).meta;
      expect(version).not.toBe(meta.version);
      await asOwner(`update users set last_seen_at = now() where id = '${id}'`);
      expect((await people.getScimUser(admin, { id })).meta.version).toBe(version);
    });

    it("are gone when they are removed, and their address and id are free again", async () => {
      const { id, userName, externalId } = await made({ externalId: randomUUID() });
      await people.removeScimUser(admin, { id, ifMatch });
      expect(await refusal(people.getScimUser(admin, { id }))).toBe("not_found");
      expect(await refusal(change(id, { op: "replace", value: { active: true } }))).toBe("not_found");
      expect(await refusal(people.removeScimUser(admin, { id, ifMatch }))).toBe("not_found");
      expect(await find(`id eq "${id}"`)).toEqual([]);
      const [row] = await asOwner(`select name, email, subject, external_id from users where id = '${id}'`);
      expect(JSON.stringify(row)).not.toContain(userName);
      expect((await made({ userName, externalId })).id).not.toBe(id);
    });

    it("cannot take the last administrator away, in whatever way it is tried", async () => {
      const [only] = await find(`userName eq "${stranger.actor.email}"`, stranger);
      const id = only?.id ?? "";
      const by = (body: object) => people.patchScimUser(stranger, { id, ifMatch, body });
      expect(await refusal(people.removeScimUser(stranger, { id, ifMatch }))).toBe("last_admin");
      expect(await refusal(by(patch({ op: "replace", value: { active: false } })))).toBe("last_admin");
      expect(await refusal(by(patch({ op: "replace", path: "roles", value: "trainee" })))).toBe("last_admin");
      const body = { userName: stranger.actor.email, active: false };
      expect(await refusal(people.replaceScimUser(stranger, { id, ifMatch, body }))).toBe("last_admin");
      expect(await people.getScimUser(stranger, { id })).toEqual(only);
    });

    it("of another tenant look like none at all", async () => {
      const theirs = await made({}, stranger);
      const [id, none] = [theirs.id, randomUUID()];
      const body = patch({ op: "replace", value: { active: false } });
      for (const on of [id, none]) {
        expect(await refusal(people.getScimUser(admin, { id: on }))).toBe("not_found");
        expect(await refusal(people.patchScimUser(admin, { id: on, ifMatch, body }))).toBe("not_found");
        const put = { userName: address() };
        expect(await refusal(people.replaceScimUser(admin, { id: on, ifMatch, body: put }))).toBe("not_found");
        expect(await refusal(people.removeScimUser(admin, { id: on, ifMatch }))).toBe("not_found");
        expect(await find(`id eq "${on}" or userName eq "${theirs.userName}"`)).toEqual([]);
      }
      expect(await people.getScimUser(stranger, { id })).toEqual(theirs);
    });

    it("are for whoever holds the permission, and for a key only within its scopes", async () => {
      const trainee = await signIn("trainee");
      const narrow: Ctx = { ...admin, via: { kind: "key", id: randomUUID(), scopes: ["user:read"] } };
      const wide: Ctx = { ...admin, via: { kind: "key", id: randomUUID(), scopes: ["scim:provision"] } };
      expect(await refusal(made({}, trainee))).toBe("forbidden");
      expect(await refusal(made({}, narrow))).toBe("forbidden");
      expect(await refusal(made({}, wide))).toBe("fine");
    });

    it("lose their sign-ins, keys and places in teams with their access", async () => {
      const member = await signIn("trainee2");
      const { userId, ...who } = member.actor;
      const team = await groups.createScimGroup(admin, { displayName: randomUUID(), members: [{ value: userId }] });
      await asOwner(`insert into api_keys (tenant_id, user_id, name, prefix, hash, scopes, expires_at) values
        ('${admin.tenantId}', '${userId}', 'k', 'sb_x', '${randomUUID()}', '[]', now() + interval '1 day')`);
      const open = `select (select count(*)::int from api_keys where user_id = '${userId}' and revoked_at is null) as keys,
        (select count(*)::int from logins where user_id = '${userId}' and ended_at is null) as logins`;
      await change(userId, { op: "Replace", path: "active", value: "False" });
      expect((await asOwner(open))[0]).toEqual({ keys: 0, logins: 0 });
      expect((await groups.getScimGroup(admin, { id: team.id })).members.map(({ value }) => value)).toEqual([userId]);
      expect(await refusal(signIn("trainee2"))).toContain("user_disabled");
      await change(userId, { op: "replace", value: { active: true } });
      expect((await signIn("trainee2")).actor).toEqual({ userId, ...who });
    });

    it("find no way around it by another account of the same address", async () => {
      const { id, userName } = await made();
      const { oidc } = env();
      const arrive = (sub: string) =>
        resolveSignIn({
          issuer: oidc.issuer,
          claims: { sub, email: userName.toUpperCase(), [oidc.tenantClaim]: "acme", [oidc.roleClaim]: "admin" },
        });
      const first = randomUUID();
      expect(await arrive(first)).toMatchObject({ kind: "ok", user: { id } });
      await change(id, { op: "replace", value: { active: false } });
      for (const sub of [first, randomUUID()]) {
        expect(await arrive(sub)).toEqual({ kind: "refused", reason: "user_disabled" });
      }
    });

    it("that the directory removed cannot sign in again until it makes them anew", async () => {
      const { id, userName } = await made();
      const { oidc } = env();
      const [sub, email_verified] = [randomUUID(), true];
      const claims = { sub, email: userName, email_verified, [oidc.tenantClaim]: "acme", [oidc.roleClaim]: "admin" };
      const arrive = () => resolveSignIn({ issuer: `${oidc.issuer}/`, claims });
      expect(await arrive()).toMatchObject({ kind: "ok", user: { id } });
      await people.removeScimUser(admin, { id, ifMatch });
      expect(await arrive()).toEqual({ kind: "refused", reason: "user_disabled" });
      const anew = await made({ userName });
      expect(await arrive()).toMatchObject({ kind: "ok", user: { id: anew.id } });
    });

    it("are told of in the log by what they may do, never by name or address", async () => {
      const { id, userName } = await made({ displayName: "Augusta Byron", roles: [{ value: "manager" }] });
      await change(id, { op: "replace", value: { displayName: "Ada Byron", active: false } });
      const rows = await asOwner(`select action, detail from audit_events where subject = 'user:${id}' order by seq`);
      expect(rows.map(({ action }) => action)).toEqual(["scim.user_create", "scim.user_update"]);
      expect(rows[1]?.detail).toEqual({
        changed: ["name"],
        before: { disabled: false },
        after: { disabled: true },
      });
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Byron|${userName}`, "u"));
    });

    it("are listed in pages that count from one, in an order that is kept", async () => {
      const domain = `p${randomUUID().slice(0, 8)}.example`;
      for (const name of ["c", "a", "b"])
        await made({ userName: `${name}@${domain}`, displayName: name.toUpperCase() });
      const page = async (asked: object) => {
        const search = searchSchema.parse({ filter: `userName ew "@${domain}"`, ...asked });
        const { total, resources } = await people.listScimUsers(admin, { ...search, shows });
        return [total, ...resources.map(({ displayName }) => displayName)];
      };
      expect(await page({})).toEqual([3, "C", "A", "B"]);
      expect(await page({ sortBy: "userName" })).toEqual([3, "A", "B", "C"]);
      expect(await page({ sortBy: "name.formatted", sortOrder: "descending" })).toEqual([3, "C", "B", "A"]);
      expect(await page({ sortBy: "meta.created", startIndex: "2", count: "1" })).toEqual([3, "A"]);
      expect(await page({ startIndex: "-4", count: "2" })).toEqual([3, "C", "A"]);
      expect(await page({ count: "0" })).toEqual([3]);
      expect(await page({ count: "-1" })).toEqual([3]);
      expect(await page({ startIndex: "9" })).toEqual([3]);
      expect(searchSchema.parse({ count: "5000" }).count).toBe(200);
      expect(await refusal(page({ sortBy: "groups" }))).toBe("invalidValue");
      expect(await refusal(page({ sortBy: "(select 1)" }))).toBe("invalidValue");
    });
  });
}

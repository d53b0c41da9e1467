import { describe, expect, it } from "vitest";
import { resolveSignIn } from "@/db/identity";
import { operate } from "@/lib/domain/operations";
import { listScenarios } from "@/lib/domain/scenarios";
import { asOwner } from "@/tests/support/owner";
import { codeOf } from "./talk";

const issuer = "https://login.initech.example";

export function describeOperations(): void {
  describe("the operator's commands", () => {
    it("set up a tenant whose people can sign in and practise", async () => {
      await operate({
        op: "tenant.add",
        slug: "initech",
        name: "Initech",
        issuer,
        claim: "org",
        value: "initech-prod",
        roles: { "sales-rep": "trainee" },
      });
      const claims = { sub: "1", email: "peter@initech.example", org: "initech-prod", role: ["staff", "sales-rep"] };
      const result = await resolveSignIn({ issuer, claims });
      expect(result).toMatchObject({ kind: "ok", user: { tenantSlug: "initech", role: "trainee" } });
      const ctx = {
        tenantId: result.kind === "ok" ? result.user.tenantId : "",
        actor: { userId: result.kind === "ok" ? result.user.id : "", role: "trainee" as const, name: "", email: "" },
        requestId: "test",
        locale: "en" as const,
      };
      expect((await listScenarios(ctx, {})).length).toBeGreaterThan(0);
      const { rows } = await operate({ op: "tenant.list" });
      expect(rows).toContainEqual({ tenant: "initech", name: "Initech", issuer, claim: "org=initech-prod" });
    });

    it("never move a sign-in from one tenant to another", async () => {
      const stolen = operate({
        op: "tenant.add",
        slug: "umbra",
        name: "U",
        issuer,
        claim: "org",
        value: "initech-prod",
      });
      expect(await codeOf(stolen)).toBe("already_exists");
    });

    it("invite, disable and enable people", async () => {
      const who = { tenant: "initech", email: "samir@initech.example" };
      await operate({ op: "user.add", ...who, role: "manager" });
      const arrive = () =>
        resolveSignIn({ issuer, claims: { sub: "2", email: "Samir@Initech.example", org: "initech-prod" } });
      expect(await arrive()).toMatchObject({ kind: "ok", user: { role: "manager" } });
      await operate({ op: "user.disable", ...who });
      expect(await arrive()).toEqual({ kind: "refused", reason: "user_disabled" });
      await operate({ op: "user.enable", ...who });
      expect(await arrive()).toMatchObject({ kind: "ok" });
      expect(await codeOf(operate({ op: "user.disable", tenant: "initech", email: "no@one.example" }))).toBe(
        "not_found",
      );
      expect(await codeOf(operate({ op: "user.list", tenant: "nobody" }))).toBe("not_found");
    });

    it("end the sign-ins of whom they move, and leave no tenant without an administrator", async () => {
      const boss = { tenant: "initech", email: "bill@initech.example" };
      await operate({ op: "user.add", ...boss, role: "admin" });
      expect(await codeOf(operate({ op: "user.disable", ...boss }))).toBe("last_admin");
      expect(await codeOf(operate({ op: "user.add", ...boss, role: "trainee" }))).toBe("last_admin");
      await operate({ op: "user.add", tenant: "initech", email: "peter@initech.example", role: "admin" });
      await operate({ op: "user.add", ...boss, role: "trainee" });
      const [row] = await asOwner(`select role, logins_from is not null as ended from users
        where email = 'bill@initech.example'`);
      expect(row).toEqual({ role: "trainee", ended: true });
    });
  });
}

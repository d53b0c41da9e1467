import { sql } from "drizzle-orm";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { findActor } from "@/db/actors";
import { resolveSignIn, withDirectory } from "@/db/identity";
import { migrate } from "@/db/migrate";
import { publishContent, seed } from "@/db/seed";
import { rowsOf, withTenant } from "@/db/tenant";
import { getSession, startSession } from "@/lib/domain/sessions";
import { env } from "@/lib/platform/env";
import { server, signIn, someScenario } from "@/tests/support/database";

async function countDirectory() {
  return withDirectory(async (tx) =>
    rowsOf(
      await tx.execute(sql`select (select count(*)::int from tenants) as tenants, (select count(*)::int from issuers)
        as issuers, (select count(*)::int from users) as users`),
    ),
  );
}

/** Cuts every connection of the application behind its back, as a restart of the server or a dead link would. */
async function cutConnections(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'salesboost_app'");
  await admin.end();
}

export function describeUpkeep(): void {
  describe("connections", () => {
    it("that died in the pool are replaced without the request noticing", async () => {
      const ctx = await signIn("trainee");
      if (server.cluster) await cutConnections(server.cluster.adminUrl);
      const seen = await Promise.all(
        [1, 2, 3].map(() => withTenant(ctx, async (tx) => rowsOf(await tx.execute(sql`select 1 as one`)))),
      );
      expect(seen).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
    });
  });

  describe("schema and seed", () => {
    it("migrations can be applied again without effect", async () => {
      const before = await countDirectory();
      await migrate();
      await migrate();
      expect(await countDirectory()).toEqual(before);
    });

    it("seeding again changes nothing", async () => {
      const ctx = await signIn("admin");
      const before = await countDirectory();
      await seed(bundles);
      expect(await countDirectory()).toEqual(before);
      expect(await publishContent(ctx.tenantId, bundles)).toBe(0);
    });

    it("changed content is published as a new version; a running talk keeps its own", async () => {
      const ctx = await signIn("author");
      const before = await startSession(ctx, { scenarioId: someScenario() });
      const changed = bundles.map((bundle, index) =>
        index === 0 ? { ...bundle, scenario: { ...bundle.scenario, title: "Another title" } } : bundle,
      );
      expect(await publishContent(ctx.tenantId, changed)).toBe(1);
      expect((await getSession(ctx, { sessionId: before.id })).scenarioTitle).toBe(before.scenarioTitle);
      expect((await startSession(ctx, { scenarioId: someScenario() })).scenarioTitle).toBe("Another title");
      const versions = await withTenant(ctx, async (tx) =>
        rowsOf<{ version: number; status: string }>(
          await tx.execute(sql`select version, status from scenarios where slug = ${someScenario()} order by version`),
        ),
      );
      expect(versions.map((row) => row.status)).toEqual(["archived", "published"]);
      expect(await publishContent(ctx.tenantId, bundles)).toBe(1);
    });
  });

  describe("sign-in", () => {
    const claims = (change: Record<string, unknown>) => ({
      sub: "acme-trainee",
      email: "trainee@acme.example",
      tenant: "acme",
      role: "trainee",
      ...change,
    });
    const arrive = (change: Record<string, unknown>, issuer = env().oidc.issuer) =>
      resolveSignIn({ issuer, claims: claims(change) });

    it("finds the same person at every sign-in, invited first by address", async () => {
      const before = await countDirectory();
      const first = await arrive({});
      const second = await arrive({ name: "Nora L." });
      expect(second).toMatchObject({ kind: "ok", user: { name: "Nora L.", tenantSlug: "acme" } });
      expect(first.kind === "ok" && second.kind === "ok" && first.user.id === second.user.id).toBe(true);
      expect(await countDirectory()).toEqual(before);
    });

    it("refuses an unknown tenant, an unknown issuer and a person without a role", async () => {
      expect(await arrive({ tenant: "initech" })).toEqual({ kind: "refused", reason: "unknown_tenant" });
      expect(await arrive({}, "https://issuer.invalid")).toEqual({ kind: "refused", reason: "unknown_tenant" });
      const nobody = { sub: "someone-new", email: "new@acme.example", role: "janitor" };
      expect(await arrive(nobody)).toEqual({ kind: "refused", reason: "no_role" });
    });

    it("gives no invitation away on an unverified address", async () => {
      await withDirectory(async (tx) => {
        await tx.execute(sql`insert into users (tenant_id, email, name, role)
          select id, 'invited@acme.example', 'Invited', 'admin' from tenants where slug = 'acme'`);
      });
      const thief = { sub: "thief", email: "invited@acme.example", email_verified: false, role: "nothing" };
      expect(await arrive(thief)).toEqual({ kind: "refused", reason: "no_role" });
      const rightful = { ...thief, sub: "rightful", email_verified: true };
      expect(await arrive(rightful)).toMatchObject({ kind: "ok", user: { role: "admin" } });
    });

    it("refuses a disabled person, also in a running browser session", async () => {
      const ctx = await signIn("auditor");
      const { tenantId } = ctx;
      const ref = { loginId: ctx.via?.kind === "login" ? ctx.via.id : "", userId: ctx.actor.userId, tenantId };
      expect(await findActor(ref)).toMatchObject({ role: "auditor" });
      await withDirectory(async (tx) => {
        await tx.execute(sql`update users set disabled_at = now() where id = ${ctx.actor.userId}`);
      });
      expect(await findActor(ref)).toBeNull();
      const again = await arrive({ sub: "acme-auditor", email: "auditor@acme.example", role: "auditor" });
      expect(again).toEqual({ kind: "refused", reason: "user_disabled" });
      await withDirectory(async (tx) => {
        await tx.execute(sql`update users set disabled_at = null where id = ${ctx.actor.userId}`);
      });
    });
  });
}

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { withDirectory } from "@/db/identity";
import { describeLoginFaults } from "@/db/health";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { sqlState } from "@/lib/domain/verb";
import { endSession } from "@/lib/domain/sessions";
import { askHint } from "@/lib/domain/hints";
import { createShare } from "@/lib/domain/shares";
import { signIn, type Driver } from "@/tests/support/database";
import { aTalk, play } from "./talk";

/** Every table of ours but the migration journal, as the catalogue lists them. */
const catalogue = sql`
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation') as policy,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as owned
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;
interface TableFact {
  name: string;
  enabled: boolean;
  forced: boolean;
  policy: boolean;
  owned: boolean;
}

async function tables(): Promise<TableFact[]> {
  return withDirectory(async (tx) => rowsOf<TableFact>(await tx.execute(catalogue)));
}

/** Leaves at least one row of a tenant in every table. */
export async function leaveTraces(ctx: Ctx): Promise<void> {
  const sessionId = await aTalk(ctx);
  await play(ctx, sessionId);
  await askHint(ctx, { sessionId });
  await endSession(ctx, { sessionId });
  await createShare(ctx, { sessionId });
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`insert into check_results (tenant_id, evaluation_id, check_id, position, skill, status, weight,
      blocker, result) select tenant_id, id, 'C1', 0, 'opening', 'met', 1, false, '{}' from evaluations
      where session_id = ${sessionId}`);
    await tx.execute(sql`insert into preflights (tenant_id, slug, bundle_hash, verdict, report)
      values (${ctx.tenantId}, 'any', 'h', 'passed', '{}')`);
    await tx.execute(sql`insert into tenant_spend (tenant_id, month, cost_micros)
      values (${ctx.tenantId}, '2026-01-01', 1) on conflict do nothing`);
    await tx.execute(sql`insert into tool_servers (tenant_id, slug, url) values (${ctx.tenantId}, 'any', 'https://x.example')
      on conflict do nothing`);
    await tx.execute(sql`insert into memories (tenant_id, user_id, kind, family, locale, buyer_id, source_session_id,
      content, expires_at) values (${ctx.tenantId}, ${ctx.actor.userId}, 'relationship', 'f', 'en', 'b', ${sessionId},
      '{}', now())`);
    await tx.execute(sql`insert into teams (tenant_id, name) values (${ctx.tenantId}, 'any') on conflict do nothing`);
    await tx.execute(sql`insert into team_members (tenant_id, team_id, user_id)
      select tenant_id, id, ${ctx.actor.userId} from teams on conflict do nothing`);
    await tx.execute(sql`insert into api_keys (tenant_id, user_id, name, prefix, hash, scopes, expires_at)
      values (${ctx.tenantId}, ${ctx.actor.userId}, 'any', 'p', ${ctx.tenantId}, '[]', now()) on conflict do nothing`);
    await tx.execute(sql`insert into connections (tenant_id, name, issuer, client_id, client_secret)
      values (${ctx.tenantId}, 'any', 'https://x.example', 'c', 's') on conflict do nothing`);
  });
  await withDirectory(async (tx) => {
    await tx.execute(sql`insert into logins (tenant_id, user_id, issuer)
      values (${ctx.tenantId}, ${ctx.actor.userId}, 'https://x.example')`);
    await tx.execute(sql`insert into operator_grants (tenant_id, operator, reason, expires_at)
      values (${ctx.tenantId}, 'o', 'r', now())`);
  });
}

async function failure(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => "fine",
    (error: unknown) => sqlState(error),
  );
}

export function describeIsolation(driver: Driver): void {
  describe("tenant isolation", () => {
    let acme: Ctx;
    let globex: Ctx;
    beforeAll(async () => {
      acme = await signIn("trainee");
      globex = await signIn("trainee", "globex");
      await leaveTraces(acme);
      await leaveTraces(globex);
    });

    it("every table is a tenant's, with row-level security enabled, forced and a policy", async () => {
      const all = await tables();
      expect(all.length).toBeGreaterThan(14);
      const faulty = all.filter(({ enabled, forced, policy }) => !enabled || !forced || !policy);
      expect(faulty).toEqual([]);
      expect(all.filter((table) => !table.owned).map((table) => table.name)).toEqual(["tenants"]);
    });

    it("a tenant sees rows of its own alone, in every table", async () => {
      const seen: [table: string, tenants: string[]][] = [];
      for (const { name, owned } of await tables()) {
        const column = sql.raw(owned ? "tenant_id" : "id");
        const rows = await withTenant(globex, async (tx) =>
          rowsOf<{ tenant: string }>(await tx.execute(sql`select distinct ${column} as tenant from ${sql.raw(name)}`)),
        );
        seen.push([name, rows.map((row) => row.tenant)]);
      }
      // Both tenants left rows in every table, so that seeing one tenant alone means something.
      expect(seen).toEqual(seen.map(([name]) => [name, [globex.tenantId]]));
    });

    it("a tenant can neither write rows for another nor reach them by id", async () => {
      const foreign = await withTenant(acme, async (tx) =>
        rowsOf<{ id: string }>(await tx.execute(sql`select id from practice_sessions limit 1`)),
      );
      const id = foreign[0]?.id ?? "";
      const changed = await withTenant(globex, async (tx) =>
        rowsOf(await tx.execute(sql`update practice_sessions set turn = 9 where id = ${id} returning id`)),
      );
      expect(changed).toEqual([]);
      const insert = withTenant(globex, async (tx) => {
        await tx.execute(sql`insert into audit_events (tenant_id, actor_role, action, request_id)
          values (${acme.tenantId}, 'trainee', 'forged', 'x')`);
      });
      expect(await failure(insert)).toBe("42501");
    });

    it("a foreign key cannot point into another tenant", async () => {
      const [talk] = await withTenant(acme, async (tx) =>
        rowsOf<{ id: string }>(await tx.execute(sql`select id from practice_sessions limit 1`)),
      );
      const insert = withTenant(globex, async (tx) => {
        await tx.execute(sql`insert into hints (tenant_id, session_id, n, turn, hint_id, text)
          values (${globex.tenantId}, ${talk?.id}, 1, 1, 'h', 'text')`);
      });
      expect(await failure(insert)).toBe("23503");
    });

    it("the audit log takes new rows and no changes", async () => {
      for (const statement of [sql`update audit_events set action = 'x'`, sql`delete from audit_events`]) {
        const attempt = withTenant(acme, async (tx) => {
          await tx.execute(statement);
        });
        expect(await failure(attempt)).toBe("42501");
      }
    });

    it("published content cannot be rewritten", async () => {
      const attempt = withTenant(acme, async (tx) => {
        await tx.execute(sql`update scenarios set content = '{}'`);
      });
      expect(await failure(attempt)).toBe("42501");
    });

    it("a malformed tenant id opens nothing", async () => {
      const attempt = withTenant({ tenantId: "x', true), set_config('role','postgres" }, async () => "open");
      await expect(attempt).rejects.toThrow("UUID");
    });

    it("a transaction's role and tenant end with it", async () => {
      await withTenant(acme, async (tx) => {
        await tx.execute(sql`select 1`);
      });
      const left = await withDirectory(async (tx) =>
        rowsOf<{ tenant: string | null; role: string }>(
          await tx.execute(
            sql`select nullif(current_setting('app.tenant_id', true), '') as tenant, current_user as role`,
          ),
        ),
      );
      expect(left).toEqual([{ tenant: null, role: "app_identity" }]);
    });

    // The embedded database has one user, its superuser: there only the role switch stands between tenants.
    if (driver === "pglite") return;
    it("the login itself is neither mighty nor able to read a tenant's table", async () => {
      expect(await describeLoginFaults()).toEqual([]);
      const { door } = await import("@/db/client");
      const read = (await door()).probe("select * from messages");
      expect(await failure(read)).toBe("42501");
    });
  });
}

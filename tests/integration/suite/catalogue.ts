import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf, withTenant } from "@/db/tenant";
import { sqlState } from "@/lib/domain/verb";
import { asOwner } from "@/tests/support/owner";
import { signIn } from "@/tests/support/database";
import { leaveTraces } from "./isolation";

/** The application's roles: what they may not do, nobody who uses the application can. */
const appRoles = "('app_user', 'app_identity', 'app_jobs', 'app_operator')";
/** Functions that run as their owner, each with what makes it safe. */
const definers = {
  chain_audit: "trigger of the audit log: writes the chain's head for the new row's own tenant",
  cut_audit: "takes nothing but the tenant of the transaction and that tenant's own setting",
};

/** What went wrong in a transaction that is always rolled back, or how many rows it touched. */
async function attempt(tenantId: string, statement: string): Promise<string | number> {
  let touched = 0;
  const rollback = new Error("rollback");
  try {
    await withTenant({ tenantId }, async (tx) => {
      touched = rowsOf(await tx.execute(sql.raw(statement))).length;
      throw rollback;
    });
  } catch (error) {
    if (error !== rollback) return sqlState(error) ?? "unknown";
  }
  return touched;
}

interface Table {
  name: string;
  /** the column that names the tenant */
  tenant: string;
  insert: boolean;
  remove: boolean;
  /** a column that the application may change, if there is one */
  column: string | null;
}

async function tenantTables(): Promise<Table[]> {
  const rows = await asOwner(`
    select c.relname as name,
      case when c.relname = 'tenants' then 'id' else 'tenant_id' end as tenant,
      has_table_privilege('app_user', c.oid, 'INSERT') as insert,
      has_table_privilege('app_user', c.oid, 'DELETE') as remove,
      (select min(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and has_column_privilege('app_user', c.oid, a.attnum, 'UPDATE')) as column
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  return rows as unknown as Table[]; // sound: the columns of the statement above
}

export function describeCatalogue(): void {
  describe("the catalogue", () => {
    let acme: string;
    let globex: string;
    beforeAll(async () => {
      const [one, other] = [await signIn("trainee"), await signIn("trainee", "globex")];
      await leaveTraces(one);
      [acme, globex] = [one.tenantId, other.tenantId];
    });

    it("holds no view, foreign table or sequence that could show a tenant past its policies", async () => {
      const views = await asOwner(`select relname from pg_class where relkind in ('v', 'm', 'f', 'S')
        and relnamespace = 'public'::regnamespace
        and not coalesce('security_invoker=true' = any (reloptions), false)`);
      expect(views).toEqual([]);
    });

    it("lists every function that runs as its owner, each with a pinned search path", async () => {
      const found = await asOwner(`select proname as name, coalesce(array_to_string(proconfig, ','), '') as config
        from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`);
      expect(found.map(({ name }) => name)).toEqual(Object.keys(definers));
      for (const { config } of found) expect(config).toBe("search_path=pg_catalog, pg_temp");
    });

    it("has a policy for each role that may touch a table, and every tenant's policy reads the transaction's tenant", async () => {
      const policies = await asOwner(`select tablename as table, policyname as name, roles::text as roles,
          coalesce(qual, '') || coalesce(with_check, '') as rule from pg_policies where schemaname = 'public'
        and permissive = 'PERMISSIVE'`);
      const loose = policies.filter(
        ({ roles, rule }) =>
          /app_user|app_operator|public/u.test(String(roles)) && !String(rule).includes("app.tenant_id"),
      );
      // Restrictive ones are left out: they only take away from what these let through.
      expect(loose.map(({ table, name }) => `${String(table)}.${String(name)}`)).toEqual([]);
      const wide = policies.filter(({ roles, name }) => roles === "{app_identity}" && name !== "directory");
      expect(wide).toEqual([]);
    });

    it("keeps what sees across tenants to the directory", async () => {
      const seen = await asOwner(`select relname from pg_class c where c.relkind = 'r'
        and c.relnamespace = 'public'::regnamespace and has_any_column_privilege('app_identity', c.oid, 'SELECT') order by 1`);
      expect(seen.map(({ relname }) => relname)).toEqual([
        "api_keys",
        "connections",
        "issuers",
        "logins",
        "operator_grants",
        "tenants",
        "users",
      ]);
    });

    it("carries the tenant in every foreign key between tables of tenants", async () => {
      const bare = await asOwner(`select conname from pg_constraint where contype = 'f'
        and connamespace = 'public'::regnamespace and confrelid <> 'tenants'::regclass
        and not exists (select from pg_attribute a where a.attrelid = conrelid and a.attnum = any (conkey)
          and a.attname = 'tenant_id')`);
      expect(bare).toEqual([]);
    });

    it("lets no application role create, own or log in, nor PUBLIC read a table", async () => {
      const [facts] = await asOwner(`select
        bool_or(rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as mighty,
        bool_or(has_schema_privilege(oid, 'public', 'CREATE')) as creates,
        (select count(*)::int from pg_class where relowner in (select oid from pg_roles where rolname in ${appRoles})) as owned,
        (select count(*)::int from information_schema.role_table_grants
          where grantee = 'PUBLIC' and table_schema in ('public', 'pgboss')) as open
        from pg_roles where rolname in ${appRoles}`);
      expect(facts).toEqual({ mighty: false, creates: false, owned: 0, open: 0 });
    });

    it("lets a tenant insert, read, change and delete its own rows alone, table by table", async () => {
      const verdicts: Record<string, unknown> = {};
      const expected: Record<string, unknown> = {};
      for (const { name, tenant, insert, remove, column } of await tenantTables()) {
        const [row] = await asOwner(`select to_jsonb(t) as row from ${name} t where ${tenant} = '${acme}' limit 1`);
        const copy = `select (jsonb_populate_record(null::${name}, '${JSON.stringify(row?.row).replaceAll("'", "''")}')).*`;
        const on = async (tenantId: string) => ({
          read: Number(await attempt(tenantId, `select 1 from ${name} where ${tenant} = '${acme}'`)) > 0,
          insert: (await attempt(tenantId, `insert into ${name} ${copy} returning 1`)) !== "42501",
          change:
            column !== null &&
            Number(
              await attempt(
                tenantId,
                `update ${name} set ${column} = ${column} where ${tenant} = '${acme}' returning 1`,
              ),
            ) > 0,
          // A row that others point at may refuse to go: then the policy let the statement reach it.
          remove: ![0, "42501"].includes(
            await attempt(tenantId, `delete from ${name} where ${tenant} = '${acme}' returning 1`),
          ),
        });
        const nothing = { read: false, insert: false, change: false, remove: false };
        verdicts[name] = { own: await on(acme), other: await on(globex), none: await on("") };
        expected[name] = {
          own: { read: true, insert, change: column !== null, remove },
          other: nothing,
          none: nothing,
        };
      }
      expect(Object.keys(verdicts).length).toBeGreaterThan(20);
      expect(verdicts).toEqual(expected);
    });
  });
}

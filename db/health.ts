import { closeDoor, door } from "./client";
import type { PoolUse } from "./door";

/** Whether the database answers. Throws what the driver throws when it does not. */
export async function checkDatabase(): Promise<{ driver: "pglite" | "pg" | "neon" }> {
  const opened = await door();
  await opened.probe("select 1");
  return { driver: opened.driver };
}

/** Why this login must not serve requests, empty when it may: RLS binds neither superusers nor their like. */
export async function describeLoginFaults(): Promise<string[]> {
  const opened = await door();
  // The embedded database has one user, its superuser; every transaction there switches role all the same.
  if (opened.driver === "pglite") return [];
  const { rows } = await opened.probe(`
    select rolsuper as super, rolbypassrls as bypass,
      exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owner,
      exists (select from pg_roles a where a.rolname in ('app_user', 'app_identity', 'app_jobs', 'app_operator')
        and not pg_has_role(r.oid, a.oid, 'member')) as outsider
    from pg_roles r where rolname = current_user`);
  // Sound: the select list above.
  const login = rows[0] as { super: boolean; bypass: boolean; owner: boolean; outsider: boolean };
  return [
    ...(login.super ? ["the login of DATABASE_URL is a superuser"] : []),
    ...(login.bypass ? ["the login of DATABASE_URL may bypass row-level security"] : []),
    ...(login.owner ? ["the login of DATABASE_URL owns tables; migrations need a login of their own"] : []),
    ...(login.outsider
      ? ["the login of DATABASE_URL is not a member of app_user, app_identity, app_jobs and app_operator"]
      : []),
  ];
}

/** How the connections of this process are used, null where there is a single one. */
export async function poolUse(): Promise<PoolUse | null> {
  return (await door()).use?.() ?? null;
}

/** For shutting down. */
export const closeDatabase = closeDoor;

import { afterAll, beforeAll } from "vitest";
import { bundles } from "@/db/content";
import { closeDatabase } from "@/db/health";
import { resolveSignIn } from "@/db/identity";
import { openDatabase } from "@/db/start";
import type { Ctx } from "@/lib/contracts/context";
import { env } from "@/lib/platform/env";
import { stopJobs } from "@/lib/platform/jobs";
import { startNeonProxy } from "./neon-proxy";
import { startPostgres, type Cluster } from "./postgres";

export type Driver = "pglite" | "pg" | "neon";

/** Set while the tests of a server driver run: its cluster, for looking behind the application's back. */
export const server: { cluster?: Cluster } = {};

async function configure(driver: Driver): Promise<() => Promise<void>> {
  const settings: Record<string, string> = { APP_ENV: "test", LOG_LEVEL: "silent", DATABASE_DRIVER: driver };
  const stops: (() => void | Promise<void>)[] = [];
  if (driver === "pglite") settings.DATA_DIR = "memory://";
  else {
    const cluster = await startPostgres();
    server.cluster = cluster;
    stops.push(() => cluster.stop());
    settings.DATABASE_URL = cluster.appUrl;
    settings.DATABASE_MIGRATION_URL = cluster.ownerUrl;
    settings.DB_POOL_MAX = "10";
    settings.DB_POOL_MIN = "1";
    if (driver === "neon") {
      const proxy = await startNeonProxy(cluster.port);
      settings.NEON_WS_PROXY = proxy.address;
      stops.unshift(() => proxy.stop());
    }
  }
  Object.assign(process.env, settings);
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** Opens the database of one driver for the tests of this file, seeded, and closes it after them. */
export function useDatabase(driver: Driver): void {
  let release: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    release = await configure(driver);
    await openDatabase();
  });
  afterAll(async () => {
    await stopJobs(2000);
    await closeDatabase();
    await release?.();
  });
}

/** Signs a seeded person in and gives the context of a request of theirs. */
export async function signIn(account: string, tenant: "acme" | "globex" = "acme"): Promise<Ctx> {
  const { oidc } = env();
  const claims = {
    sub: `${tenant}-${account}`,
    email: `${account}@${tenant}.example`,
    [oidc.tenantClaim]: tenant,
    [oidc.roleClaim]: account.replace(/\d+$/, ""),
  };
  const result = await resolveSignIn({ issuer: oidc.issuer, claims });
  if (result.kind !== "ok") throw new Error(`sign-in refused: ${result.reason}`);
  const { id: userId, tenantId, role, name, email, loginId } = result.user;
  const via = { kind: "login", id: loginId } as const;
  return { tenantId, actor: { userId, role, name, email }, requestId: "test", locale: "en", via };
}

/** The scenario most tests practise with. */
export function someScenario(): string {
  const [first] = bundles;
  if (!first) throw new Error("no content is shipped");
  return first.scenario.id;
}

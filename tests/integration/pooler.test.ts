import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/health";
import { withDirectory } from "@/db/identity";
import { openDatabase } from "@/db/start";
import { callFunction, rowsOf, withTenant } from "@/db/tenant";
import { signIn } from "@/tests/support/database";
import { startPgbouncer } from "@/tests/support/pgbouncer";
import { startPostgres } from "@/tests/support/postgres";

/** Server connections behind the pooler: few enough that each is handed from tenant to tenant all the time. */
const shared = 4;
const transactions = 1000;

let tenants: string[];
const stops: (() => void | Promise<void>)[] = [];

beforeAll(async () => {
  const cluster = await startPostgres();
  stops.push(() => cluster.stop());
  const bouncer = await startPgbouncer(cluster, shared);
  stops.unshift(() => bouncer.stop());
  Object.assign(process.env, {
    APP_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_DRIVER: "pg",
    DATABASE_URL: bouncer.appUrl,
    DATABASE_MIGRATION_URL: cluster.ownerUrl,
    DB_POOL_MAX: "24",
    DB_POOL_MIN: "1",
  });
  await openDatabase();
  tenants = [(await signIn("trainee")).tenantId, (await signIn("trainee", "globex")).tenantId];
});
afterAll(async () => {
  await closeDatabase();
  for (const stop of stops) await stop();
});

/** How a transaction of the crowd ends. */
const endings = ["commit", "throw", "fault", "commit"] as const;

/** One transaction of a tenant: writes, reads all it sees, and ends in one of three ways. Gives the tenants it saw. */
async function oneOf(tenantId: string, number: number): Promise<{ seen: string[]; backend: number }> {
  const ending = endings[number % endings.length];
  let told = { seen: [] as string[], backend: 0 };
  const work = withTenant({ tenantId }, async (tx) => {
    await tx.execute(sql`insert into teams (tenant_id, name) values (${tenantId}, ${`team ${number}`})`);
    const rows = rowsOf<{ tenant: string; backend: number }>(
      await tx.execute(sql`select distinct tenant_id as tenant, pg_backend_pid() as backend from teams`),
    );
    told = { seen: rows.map((row) => row.tenant), backend: rows[0]?.backend ?? 0 };
    if (ending === "throw") throw new Error("given up");
    if (ending === "fault") await tx.execute(sql`select 1 / 0`);
  });
  if (ending === "commit") await work;
  else await expect(work).rejects.toThrow(ending === "throw" ? "given up" : "Failed query");
  return told;
}

describe("a transaction pooler between the application and Postgres", () => {
  it("hands connections from tenant to tenant through a thousand interleaved transactions, and none crosses", async () => {
    const told = await Promise.all(
      Array.from({ length: transactions }, async (_, number) => {
        const tenantId = tenants[number % 2] ?? "";
        return { tenantId, ...(await oneOf(tenantId, number)) };
      }),
    );
    expect(told.filter(({ tenantId, seen }) => seen.length !== 1 || seen[0] !== tenantId)).toEqual([]);
    // The connections were really shared, or nothing has been shown.
    const served = Map.groupBy(told, ({ backend }) => backend);
    expect(served.size).toBeLessThanOrEqual(shared);
    for (const some of served.values()) expect(new Set(some.map(({ tenantId }) => tenantId)).size).toBe(2);
  });

  it("kept what was committed, each with its tenant, and nothing of what was given up", async () => {
    for (const [index, tenantId] of tenants.entries()) {
      const names = await withTenant({ tenantId }, async (tx) =>
        rowsOf<{ name: string }>(await tx.execute(sql`select name from teams`)),
      );
      const expected = Array.from({ length: transactions }, (_, number) => number).filter(
        (number) => number % 2 === index && endings[number % endings.length] === "commit",
      );
      expect(names.map(({ name }) => name).toSorted()).toEqual(expected.map((number) => `team ${number}`).toSorted());
    }
  });

  it("carries neither role nor tenant into the next transaction, after a fault either", async () => {
    for (let round = 0; round < shared * 4; round += 1) {
      await withTenant({ tenantId: tenants[round % 2] ?? "" }, async (tx) => {
        await tx.execute(sql`select 1 / 0`);
      }).catch(() => {});
      const left = await withDirectory(async (tx) =>
        rowsOf<{ tenant: string | null; role: string }>(
          await tx.execute(
            sql`select nullif(current_setting('app.tenant_id', true), '') as tenant, current_user as role`,
          ),
        ),
      );
      expect(left).toEqual([{ tenant: null, role: "app_identity" }]);
    }
  });

  it("serves the steps of a turn, whose begin, call and commit travel in one message", async () => {
    const none = "00000000-0000-4000-8000-000000000000";
    const input = { sessionId: none, turnId: none, userId: none, now: new Date().toISOString() };
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        callFunction({ tenantId: tenants[number % 2] ?? "" }, "claim_turn", input),
      ),
    );
    // No such practice, said forty times, over four connections.
    expect(answers).toEqual(Array.from({ length: 40 }, () => null));
  });
});

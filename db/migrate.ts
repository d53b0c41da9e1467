import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as migrateServer } from "drizzle-orm/node-postgres/migrator";
import { drizzle as overPool } from "drizzle-orm/node-postgres";
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator";
import { drizzle as overEmbedded } from "drizzle-orm/pglite";
import { fromPglite, PgBoss, type Db } from "pg-boss";
import { Pool, type QueryResult } from "pg";
import { env } from "@/lib/platform/env";
import { door } from "./client";
import type { EmbeddedDoor } from "./embedded";
import { queueNames, queues, queueSchema } from "./queues";

const migrationsFolder = join(process.cwd(), "db", "migrations");
/** Any number, the same for every release: only one process migrates at a time. */
const migrationLock = 727_274;

const afterwards = `
  GRANT USAGE ON SCHEMA ${queueSchema} TO app_jobs;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO app_jobs;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO app_jobs;
  GRANT USAGE ON SCHEMA drizzle TO app_identity;
  GRANT SELECT ON drizzle.__drizzle_migrations TO app_identity;`;

/** The queue's own tables, and our queues in them. */
async function installQueues(db: Db, backend: "pglite" | "postgres"): Promise<void> {
  const boss = new PgBoss({ db, backend, schema: queueSchema, migrate: true, supervise: false, schedule: false });
  await boss.start();
  for (const name of queueNames) {
    const options = queues[name];
    if (await boss.getQueue(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, options);
  }
  await boss.stop({ graceful: false });
}

async function migrateInside(embedded: EmbeddedDoor): Promise<void> {
  await migrateEmbedded(overEmbedded(embedded.instance), { migrationsFolder });
  await installQueues(fromPglite(embedded.instance), "pglite");
  await embedded.instance.exec(afterwards);
}

async function migrateOutside(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 2, application_name: "salesboost-migrate" });
  const guard = await pool.connect();
  try {
    await guard.query("select pg_advisory_lock($1)", [migrationLock]);
    await migrateServer(overPool(pool), { migrationsFolder });
    await installQueues({ executeSql: (text, values) => runQueueSql(pool, text, values) }, "postgres");
    await pool.query(afterwards);
  } finally {
    guard.release(true);
    await pool.end();
  }
}

async function runQueueSql(pool: Pool, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  const result: QueryResult | QueryResult[] = await pool.query(text, values);
  return Array.isArray(result) ? { rows: result.flatMap((part) => part.rows) } : result;
}

/** Whether the newest migration of this build has been applied, as seen by the application's own login. */
async function isCurrent(): Promise<boolean> {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  const { rowsOf } = await import("./scope");
  try {
    return await (
      await door()
    ).transaction({ role: "app_identity" }, async (tx) => {
      const found = rowsOf<{ at: string }>(
        await tx.execute("select max(created_at)::text as at from drizzle.__drizzle_migrations"),
      );
      return Number(found[0]?.at ?? 0) >= newest;
    });
  } catch (error) {
    throw new Error("the database has no schema yet: run the migrations with DATABASE_MIGRATION_URL", { cause: error });
  }
}

/**
 * Brings the schema up to this build: the embedded database always, a server when DATABASE_MIGRATION_URL (the owner's
 * login) is set. Idempotent, one process at a time. Throws when a server is behind and no owner login is given.
 */
export async function migrate(): Promise<void> {
  const settings = env();
  if (settings.databaseDriver === "pglite") {
    // Sound: with this driver the door is the embedded one.
    await migrateInside((await door()) as EmbeddedDoor);
    return;
  }
  if (settings.databaseMigrationUrl) await migrateOutside(settings.databaseMigrationUrl);
  else if (!(await isCurrent())) {
    throw new Error("the database schema is older than this build: run the migrations with DATABASE_MIGRATION_URL");
  }
}

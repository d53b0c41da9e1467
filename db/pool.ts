import { drizzle } from "drizzle-orm/node-postgres";
import { Pool as PostgresPool, type PoolClient } from "pg";
import type { Settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { Door } from "./door";
import { followingPool, type Pool, type PooledClient } from "./following-pool";
import { scopeStatement, type Scope, type Tx } from "./scope";

export type { Pool } from "./following-pool";

/** Pool settings in the words of node-postgres; Neon's driver reads the same ones. */
export function poolOptions(settings: Settings) {
  return {
    connectionString: settings.databaseUrl,
    min: settings.dbPoolMin,
    max: settings.dbPoolMax,
    connectionTimeoutMillis: settings.dbConnectTimeoutMs,
    idleTimeoutMillis: settings.dbIdleTimeoutMs,
    maxLifetimeSeconds: settings.dbMaxLifetimeS,
    keepAlive: settings.dbKeepAlive,
    application_name: "salesboost",
  };
}

/** SQLSTATE classes of a server that answered: anything else from BEGIN is a connection that died in the pool. */
function isAnswer(error: unknown): boolean {
  return error instanceof Error && "severity" in error && !String("code" in error && error.code).startsWith("57P");
}

/**
 * Begins on a live connection. BEGIN doubles as the ping of a pooled connection: when it fails for lack of a server,
 * nothing has happened yet, so the dead connection is dropped and the next one tried.
 */
async function begin(pool: Pool, opening: string, triesLeft = 3): Promise<PooledClient> {
  const client = await pool.connect();
  try {
    await client.query(opening);
    return client;
  } catch (error) {
    client.release(true);
    if (isAnswer(error) || triesLeft <= 1) throw error;
    return await begin(pool, opening, triesLeft - 1);
  }
}

async function inTransaction<T>(pool: Pool, opening: string, work: (client: PooledClient) => Promise<T>): Promise<T> {
  const client = await begin(pool, opening);
  let result: T;
  try {
    result = await work(client);
    const done = await client.query("commit");
    if (done.command === "ROLLBACK") throw new Error("the transaction had failed before its commit");
  } catch (error) {
    const dead = await client.query("rollback").then(
      () => false,
      () => true,
    );
    client.release(dead);
    throw error;
  }
  client.release();
  return result;
}

// Sound: drizzle only calls `query` on what it is given, which every pooled client has.
const over = (client: PooledClient) => drizzle(client as unknown as PoolClient) as unknown as Tx;

/** A door over a pool of server connections. */
export function poolDoor(driver: "pg" | "neon", pool: Pool, settings: Settings): Door {
  pool.on("error", (error) => log.warn({ err: error, driver }, "an idle database connection was lost"));
  const opening = (scope: Scope) => `begin; ${scopeStatement(scope, settings.dbStatementTimeoutMs)}`;
  return {
    driver,
    transaction: (scope, work) => inTransaction(pool, opening(scope), (client) => work(over(client))),
    single: async (scope, text) => {
      // Sent together without BEGIN, the statements are one transaction of the server's own making.
      const client = await pool.connect();
      try {
        const results: unknown = await client.query(`${scopeStatement(scope, settings.dbStatementTimeoutMs)}; ${text}`);
        client.release();
        // Sound: several statements are answered by a list, in their order.
        return (results as { rows: unknown[] }[])[1] ?? { rows: [] };
      } catch (error) {
        client.release(!isAnswer(error));
        throw error;
      }
    },
    jobSql: (text, values) =>
      inTransaction(pool, opening({ role: "app_jobs" }), async (client) => {
        const result = await client.query(text, values);
        // Without parameters the queue sends several statements at once, and the driver answers with a list.
        return Array.isArray(result) ? { rows: result.flatMap((part: { rows: unknown[] }) => part.rows) } : result;
      }),
    probe: async (text) => {
      const client = await begin(pool, "select 1");
      try {
        return await client.query(text);
      } finally {
        client.release();
      }
    },
    use: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

export function postgresDoor(settings: Settings): Door {
  return poolDoor("pg", followingPool(new PostgresPool(poolOptions(settings)), settings), settings);
}

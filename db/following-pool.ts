import type { Settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { secretRefused } from "@/lib/platform/secrets/current";

/** The part of a pool that node-postgres and Neon's driver share. */
export interface PooledClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; command?: string }>;
  release(destroy?: boolean): void;
}
export interface Pool {
  connect(): Promise<PooledClient>;
  on(event: "error", listener: (error: Error) => void): unknown;
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  end(): Promise<void>;
}

/** The login itself was refused: SQLSTATE class 28, which pgbouncer words in its own way. */
function isLoginRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return code === "28P01" || code === "28000" || (code === "08P01" && /password|authentication/u.test(error.message));
}

/**
 * A pool whose every new connection logs in as the settings say at that moment; those that are open stay, as Postgres lets them.
 * A login that is refused is tried once more where there is another password by now.
 */
export function followingPool(pool: Pool & { options: object }, settings: Settings): Pool {
  // Both drivers hand these options to each connection they make.
  Object.defineProperty(pool.options, "connectionString", { get: () => settings.databaseUrl, enumerable: true });
  const connect = async (): Promise<PooledClient> => {
    const tried = settings.databaseUrl;
    try {
      return await pool.connect();
    } catch (error) {
      if (!isLoginRefused(error) || !(await secretRefused("DATABASE_URL", tried))) throw error;
      log.warn({ err: error }, "the database refused the login: trying the newer one");
      return await pool.connect();
    }
  };
  return {
    connect,
    on: (event, listener) => pool.on(event, listener),
    get totalCount() {
      return pool.totalCount;
    },
    get idleCount() {
      return pool.idleCount;
    },
    get waitingCount() {
      return pool.waitingCount;
    },
    end: () => pool.end(),
  };
}

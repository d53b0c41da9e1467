import type { Scope, Tx } from "./scope";

/** Connections of a pool: open ones, those of them that nobody uses, and callers who wait for one. */
export interface PoolUse {
  total: number;
  idle: number;
  waiting: number;
}

/** What every driver offers to the named doors beside it. */
export interface Door {
  driver: "pglite" | "pg" | "neon";
  /** Runs `work` in one transaction under `scope`; commits its result, rolls back when it throws. `name`: what for, for traces. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>, name?: string): Promise<T>;
  /** One statement in a transaction of its own under `scope`, in a single round trip; a fault rolls it back. */
  single(scope: Scope, text: string, name?: string): Promise<{ rows: unknown[] }>;
  /** Statements of the job queue, each on its own. */
  jobSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** One statement outside any role: answers what the login itself may see, which is no tenant's data. */
  probe(text: string): Promise<{ rows: unknown[] }>;
  /** how the pool of connections is used now; absent where there is a single one */
  use?(): PoolUse;
  close(): Promise<void>;
}

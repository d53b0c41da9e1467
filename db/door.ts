import type { Scope, Tx } from "./scope";

/** What every driver offers to the named doors beside it. */
export interface Door {
  driver: "pglite" | "pg" | "neon";
  /** Runs `work` in one transaction under `scope`; commits its result, rolls back when it throws. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement in a transaction of its own under `scope`, in a single round trip; a fault rolls it back. */
  single(scope: Scope, text: string): Promise<{ rows: unknown[] }>;
  /** Statements of the job queue, each on its own. */
  jobSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** One statement outside any role: answers what the login itself may see, which is no tenant's data. */
  probe(text: string): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

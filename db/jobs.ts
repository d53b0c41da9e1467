import { sql, type SQL } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { log } from "@/lib/platform/log";
import { door } from "./client";
import { queueNames, queueSchema, type JobName, type JobPayloads } from "./queues";
import { rowsOf, type Tx } from "./scope";

export { jobNames, queueNames, type JobName, type JobPayloads } from "./queues";

/** On the global object, like the database it lives in. */
const slot = Symbol.for("salesboost.queue");
const holder: typeof globalThis & { [slot]?: Promise<PgBoss> } = globalThis;

async function start(): Promise<PgBoss> {
  const opened = await door();
  const boss = new PgBoss({
    db: { executeSql: (text, values) => opened.jobSql(text, values) },
    backend: opened.driver === "pglite" ? "pglite" : "postgres",
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    // A worker turns supervision on by hand; maintenance that needs the tables' owner stays off.
    supervise: false,
    monitorIntervalSeconds: 15,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue reported an error"));
  await boss.start();
  return boss;
}

/**
 * The queue of this process, on the same database. Await it before opening a transaction that enqueues: its start
 * reads the database, and the embedded one serves a single transaction at a time.
 */
export function queue(): Promise<PgBoss> {
  const started = (holder[slot] ??= start());
  started.catch(() => {
    if (holder[slot] === started) delete holder[slot];
  });
  return started;
}

/** Adds a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function sendJob<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void> {
  const boss = await queue();
  await tx.execute(sql`select set_config('role', 'app_jobs', true)`);
  await boss.send(name, payload, {
    db: fromDrizzle({ execute: async (query) => ({ rows: await run(tx, query) }) }, sql),
  });
  await tx.execute(sql`select set_config('role', 'app_user', true)`);
}

/** Adds a job unless one of the same key was added in the same day (UTC), done or not. */
export async function sendDaily<N extends JobName>(name: N, payload: JobPayloads[N], key: string): Promise<void> {
  const boss = await queue();
  await boss.send(name, payload, { singletonKey: key, singletonSeconds: 86_400 });
}

/** Sound: the queue builds its statements with the `sql` it was handed, so they are drizzle's own. */
const run = async (tx: Tx, query: unknown) => rowsOf<unknown>(await tx.execute(query as SQL));

/**
 * Hands back jobs that a process left behind when it died. Only the embedded database can know at once: it has one
 * process, so at its start nobody works. On a server the queue's supervision finds them when their time runs out.
 */
export async function recoverJobs(): Promise<void> {
  const opened = await door();
  if (opened.driver !== "pglite") return;
  const boss = await queue();
  for (const name of queueNames) {
    const { rows } = await opened.jobSql(`select id from ${queueSchema}.job where name = $1 and state = 'active'`, [
      name,
    ]);
    // Sound: the select list above.
    const ids = rows.map((row) => (row as { id: string }).id);
    if (ids.length > 0) await boss.fail(name, ids, { message: "the process that worked it is gone" });
  }
}

/** Jobs of one queue that are not done, by what they wait for, and how long the oldest could have begun, in seconds. */
export interface QueueDepth {
  queue: string;
  state: "created" | "retry" | "active";
  count: number;
  lag: number;
}

/** What is to be done, counted by the database. A job put off to later counts as late from then on. */
export async function queueDepths(): Promise<QueueDepth[]> {
  const opened = await door();
  const { rows } = await opened.jobSql(`
    select name as queue, state::text as state, count(*)::int as count,
      greatest(0, coalesce(max(extract(epoch from now() - start_after)) filter (where state < 'active'), 0))::float8 as lag
    from ${queueSchema}.job where state < 'completed' group by 1, 2`);
  // Sound: the select list above.
  return rows as QueueDepth[];
}

/** Stops polling and waits for running jobs, at most `graceMs`. */
export async function stopQueue(graceMs = 10_000): Promise<void> {
  const started = holder[slot];
  delete holder[slot];
  if (started) await (await started).stop({ graceful: true, timeout: graceMs });
}

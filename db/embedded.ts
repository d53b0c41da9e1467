import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { fromPglite } from "pg-boss";
import type { Settings } from "@/lib/platform/env";
import type { Door } from "./door";
import { lockFolder } from "./lock";
import { scopeStatement } from "./scope";

export interface EmbeddedDoor extends Door {
  driver: "pglite";
  /** the instance itself, as superuser: for migrations alone */
  instance: PGlite;
}

/** Postgres inside this process, in `<dataDir>/db`. Throws `FolderInUse` when another process has it open. */
export async function embeddedDoor(settings: Settings): Promise<EmbeddedDoor> {
  const inMemory = settings.dataDir.startsWith("memory://");
  const folder = inMemory ? settings.dataDir : join(resolve(settings.dataDir), "db");
  const release = inMemory ? () => {} : lockFolder(folder);
  try {
    const instance = await PGlite.create(folder);
    const db = drizzle(instance);
    const queue = fromPglite(instance);
    return {
      driver: "pglite",
      instance,
      transaction: (scope, work) =>
        db.transaction(async (tx) => {
          await tx.execute(scopeStatement(scope, settings.dbStatementTimeoutMs));
          return work(tx);
        }),
      single: (scope, text) =>
        instance.transaction(async (tx) => {
          await tx.exec(scopeStatement(scope, settings.dbStatementTimeoutMs));
          return tx.query(text);
        }),
      jobSql: (text, values) => queue.executeSql(text, values),
      probe: (text) => instance.query(text),
      close: async () => {
        await instance.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

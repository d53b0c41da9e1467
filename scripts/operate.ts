import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Operation, OperationResult } from "@/lib/contracts/operations";

/** As `npm start` does, so that the command line meets the same database. The first running profile wins. */
async function chooseProfile(): Promise<void> {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  process.env.LOG_LEVEL ??= "error";
  if (process.env.APP_ENV) return;
  const { holderOf } = await import("@/db/lock");
  const running = ["demo", "development"].find((profile) => holderOf(join(".data", profile, "db.lock")));
  process.env.APP_ENV = running ?? "demo";
}

async function askServer(key: { token: string; url: string }, operation: Operation): Promise<OperationResult> {
  const { operationResultSchema } = await import("@/lib/contracts/operations");
  const response = await fetch(`${key.url}/api/internal/operate`, {
    method: "POST",
    headers: { authorization: `Bearer ${key.token}`, "content-type": "application/json" },
    body: JSON.stringify(operation),
    redirect: "error",
  });
  const answer: unknown = await response.json();
  if (response.ok) return operationResultSchema.parse(answer);
  const detail = answer && typeof answer === "object" && "detail" in answer ? String(answer.detail) : "";
  throw new Error(detail || `the running server answered ${response.status}`);
}

async function perform(operation: Operation): Promise<OperationResult> {
  const { openSecrets } = await import("@/lib/platform/secrets/open");
  await openSecrets();
  const { env } = await import("@/lib/platform/env");
  const { databaseDriver, dataDir } = env();
  if (databaseDriver === "pglite") {
    const { holderOf } = await import("@/db/lock");
    const { readOperateKey } = await import("@/db/operate-key");
    const key = readOperateKey();
    if (key && holderOf(join(dataDir, "db.lock"))) return askServer(key, operation);
  }
  const { openDatabase } = await import("@/db/start");
  const { closeDatabase } = await import("@/db/health");
  const { stopQueue } = await import("@/db/jobs");
  const { operate } = await import("@/lib/domain/operations");
  await openDatabase({ operable: false });
  try {
    return await operate(operation);
  } finally {
    await stopQueue();
    await closeDatabase();
  }
}

/** Runs one command against the running server, or against the database itself when none runs, and prints the result. */
export async function run(candidate: Record<string, unknown>): Promise<void> {
  try {
    await chooseProfile();
    const { operationSchema } = await import("@/lib/contracts/operations");
    const parsed = operationSchema.safeParse(candidate);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
      throw new Error(faults.join("; "));
    }
    const { message, rows, bad } = await perform(parsed.data);
    if (rows.length > 0) console.table(rows);
    console.log(message);
    if (bad === true) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

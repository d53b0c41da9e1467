import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holderOf, lockFolder } from "@/db/lock";

/** Opens the embedded database on a folder in a process of its own, and lets go of it. */
function openElsewhere(dataDir: string) {
  const script = `
    const { openDatabase } = await import("@/db/start");
    const { closeDatabase } = await import("@/db/health");
    const { stopQueue } = await import("@/db/jobs");
    try { await openDatabase(); console.log("opened"); } catch (error) { console.error(error.message); process.exitCode = 1; }
    await stopQueue(); await closeDatabase();`;
  const file = join(process.cwd(), `tests/integration/.opener-${process.pid}.ts`);
  writeFileSync(file, script);
  try {
    return spawnSync("tsx", [file], {
      encoding: "utf8",
      timeout: 60_000,
      env: { ...process.env, APP_ENV: "test", DATA_DIR: dataDir, LOG_LEVEL: "silent", DATABASE_DRIVER: "pglite" },
    });
  } finally {
    rmSync(file);
  }
}

describe("the data folder of the embedded database", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "salesboost-lock-"));
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("refuses a second process with one line that names the first, and lets it in afterwards", () => {
    const release = lockFolder(join(dataDir, "db"));
    const refused = openElsewhere(dataDir);
    expect(refused.status).toBe(1);
    expect(refused.stderr.trim()).toBe(
      `The data folder ${join(dataDir, "db")} is in use by process ${process.pid}. ` +
        "Stop it first, or set DATA_DIR to another folder.",
    );
    release();
    const admitted = openElsewhere(dataDir);
    expect(admitted.stdout).toContain("opened");
    expect(holderOf(join(dataDir, "db.lock"))).toBeNull();
  });

  it("is taken over from a process that died", () => {
    const file = join(dataDir, "db.lock");
    writeFileSync(file, "999999999 1\n");
    const release = lockFolder(join(dataDir, "db"));
    expect(holderOf(file)).toBe(process.pid);
    release();
  });

  it.runIf(process.platform === "linux")(
    "is not held by a killed process that its parent has not collected yet",
    () => {
      const file = join(dataDir, "db.lock");
      const child = spawn("sleep", ["60"], { stdio: "ignore" });
      const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
      const birth = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
      writeFileSync(file, `${child.pid} ${birth}\n`);
      expect(holderOf(file)).toBe(child.pid);
      child.kill("SIGKILL");
      // Without a turn of the event loop nobody collects it.
      spawnSync("sleep", ["0.2"]);
      expect(holderOf(file)).toBeNull();
      rmSync(file);
    },
  );

  it("is taken over when the process id belongs to a later process", () => {
    const file = join(dataDir, "db.lock");
    writeFileSync(file, `${process.ppid} 1\n`);
    const release = lockFolder(join(dataDir, "db"));
    expect(holderOf(file)).toBe(process.pid);
    release();
  });
});

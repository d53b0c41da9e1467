import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A folder of secrets as an orchestrator mounts it: each file is there whole or not at all. */
export class SecretsFolder {
  readonly path = mkdtempSync(join(tmpdir(), "salesboost-secrets-"));

  write(name: string, value: string): void {
    const draft = join(this.path, `..${name}`);
    writeFileSync(draft, `${value}\n`);
    renameSync(draft, join(this.path, name));
  }

  remove(name: string): void {
    rmSync(join(this.path, name));
  }

  /** The mount fails: nothing is there any more. Returns what brings it back. */
  lose(): () => void {
    const away = `${this.path}-away`;
    renameSync(this.path, away);
    return () => renameSync(away, this.path);
  }

  clean(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Has a throw-away Postgres, which trusts everybody on this machine, ask one login for its password. */
export async function demandPassword(adminUrl: string, login: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ path: string }>("select current_setting('hba_file') as path");
  const rules = `host all ${login} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n`;
  const path = rows[0]?.path ?? "";
  // Written by the server itself, whose file it is.
  const text = `select unnest(string_to_array('${rules.trim()}', E'\\n'))`;
  await admin.query(`copy (${text}) to '${path.replaceAll("'", "''")}'`);
  await admin.query("select pg_reload_conf()");
  await admin.end();
}

/** Gives a login another password and ends its connections, as a rotation with no mercy does. */
export async function changePassword(adminUrl: string, login: string, password: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`alter role ${login} password '${password}'`);
  const cut = await admin.query<{ pid: number }>(
    "select pid, pg_terminate_backend(pid) from pg_stat_activity where usename = $1",
    [login],
  );
  // A backend dies a little after it was told to: one that still answers would be cut in the middle of its work.
  const pids = cut.rows.map(({ pid }) => pid);
  for (;;) {
    const { rowCount } = await admin.query("select from pg_stat_activity where pid = any ($1)", [pids]);
    if (rowCount === 0) break;
  }
  await admin.end();
}

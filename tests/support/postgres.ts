import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

const advice =
  "The integration tests need a Postgres server. Install one (Debian: `apt-get install postgresql`), or put initdb and " +
  "pg_ctl on the PATH.";

/** A private Postgres cluster on a free port, with an owner and an application login as `db/bootstrap.sql` makes them. */
export interface Cluster {
  port: number;
  ownerUrl: string;
  appUrl: string;
  adminUrl: string;
  stop(): void;
}

function findBinaries(): string | null {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(packaged, version, "bin"));
  const onPath = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" }).stdout.trim();
  const found = [...folders, ...(onPath ? [join(onPath, "..")] : [])].find((folder) =>
    existsSync(join(folder, "initdb")),
  );
  return found ?? null;
}

function findOrInstall(): string {
  const found = findBinaries();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("sh", ["-c", "apt-get update && apt-get install -y --no-install-recommends postgresql"], {
      stdio: "ignore",
      timeout: 180_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = findBinaries();
  if (!installed) throw new Error(advice);
  return installed;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error(advice))));
    });
  });
}

/** Postgres refuses to run as root: then its own system user runs it. */
function asServerUser(command: string, args: string[]): void {
  const root = process.getuid?.() === 0;
  const [file, all] = root ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];
  execFileSync(file, all, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
}

async function bootstrap(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  // The same statements as db/bootstrap.sql, without psql's variables.
  for (const statement of [
    "create role salesboost_owner login nosuperuser nobypassrls createrole password 'owner'",
    "create role salesboost_app login nosuperuser nobypassrls nocreaterole noinherit password 'app'",
    "create role app_user nologin nosuperuser nobypassrls",
    "create role app_identity nologin nosuperuser nobypassrls",
    "create role app_jobs nologin nosuperuser nobypassrls",
    "grant app_user, app_identity, app_jobs to salesboost_app",
    "create database salesboost owner salesboost_owner",
  ]) {
    await admin.query(statement);
  }
  await admin.end();
}

/** Finds or installs Postgres and starts a throw-away cluster. Throws with one instruction when that is impossible. */
export async function startPostgres(): Promise<Cluster> {
  const bin = findOrInstall();
  const folder = mkdtempSync(join(tmpdir(), "salesboost-pg-"));
  if (process.getuid?.() === 0) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" })));
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  const data = join(folder, "data");
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=60`;
  asServerUser(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
  asServerUser(join(bin, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  const urlFor = (login: string, database: string) => `postgres://${login}@127.0.0.1:${port}/${database}`;
  const stop = () => {
    asServerUser(join(bin, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await bootstrap(urlFor("postgres", "postgres"));
  } catch (error) {
    stop();
    throw error;
  }
  return {
    port,
    adminUrl: urlFor("postgres", "salesboost"),
    ownerUrl: urlFor("salesboost_owner:owner", "salesboost"),
    appUrl: urlFor("salesboost_app:app", "salesboost"),
    stop,
  };
}

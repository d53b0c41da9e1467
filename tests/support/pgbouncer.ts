import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Cluster } from "./postgres";

function findPgbouncer(): string {
  const look = () =>
    spawnSync("sh", ["-c", "PATH=$PATH:/usr/sbin:/usr/local/sbin command -v pgbouncer"], {
      encoding: "utf8",
    }).stdout.trim();
  const found = look();
  if (found) return found;
  if (process.getuid?.() === 0) {
    const install = "apt-get update && apt-get install -y --no-install-recommends pgbouncer";
    spawnSync("sh", ["-c", install], {
      stdio: "ignore",
      timeout: 180_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = look();
  if (!installed) throw new Error("This needs PgBouncer. Install it (Debian: `apt-get install pgbouncer`).");
  return installed;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** A real PgBouncer in transaction mode before a cluster, with so few server connections that everybody shares them. */
export async function startPgbouncer(
  cluster: Cluster,
  poolSize: number,
): Promise<{ appUrl: string; stop(): Promise<void> }> {
  const file = findPgbouncer();
  const folder = mkdtempSync(join(tmpdir(), "salesboost-bouncer-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const config = join(folder, "pgbouncer.ini");
  writeFileSync(join(folder, "users.txt"), '"salesboost_app" "app"\n');
  writeFileSync(
    config,
    `[databases]
salesboost = host=127.0.0.1 port=${cluster.port} dbname=salesboost
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
ignore_startup_parameters = extra_float_digits
`,
  );
  // It refuses to run as root.
  const [command, args] =
    process.getuid?.() === 0 ? ["runuser", ["-u", "nobody", "--", file, config]] : [file, [config]];
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    appUrl: `postgres://salesboost_app:app@127.0.0.1:${port}/salesboost`,
    stop: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { spawn, type ChildProcess } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

export interface Running {
  child: ChildProcess;
  url: string;
  /** processor time used so far, in milliseconds, user and system */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** Clock ticks of Linux, 100 a second on every platform Node runs on. */
const tickMs = 10;

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Starts a Node process that listens on `port`, and waits until `path` answers. Its output goes to `logFile`. */
export async function start(
  args: string[],
  options: { port: number; path: string; cwd?: string; env?: Record<string, string>; logFile: string },
): Promise<Running> {
  const { port, path, cwd, env, logFile } = options;
  const out = openSync(logFile, "a");
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, args, {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env, PORT: String(port), HOSTNAME: "127.0.0.1", NODE_ENV: "production" },
    stdio: ["ignore", out, out],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not start ${args.join(" ")}`);
  const until = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args.join(" ")} exited: see ${logFile}`);
    const answer = await fetch(`${url}${path}`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer && answer.status < 500) break;
    if (Date.now() > until) throw new Error(`${args.join(" ")} does not answer: see ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
  };
  return { child, url, cpuMs: () => cpuOf(pid), stop };
}

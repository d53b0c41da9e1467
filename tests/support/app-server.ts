import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A running production build with embedded parts of its own, and the local identity provider beside it. */
export interface AppServer {
  /** origin of the application; the provider listens on the port after it */
  url: string;
  dataDir: string;
  /** sends the process a signal, as whoever runs it would */
  signal(name: NodeJS.Signals): void;
  /** its exit code, once it has ended */
  ended: Promise<number | null>;
  /** Ends it; `keep` leaves the data folder for another one. */
  stop(keep?: "keep"): Promise<void>;
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

/** A port that is free together with the one after it, which the provider takes. */
async function freePair(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if ((await listens(port)) && (await listens(port + 1))) return port;
  }
}

/** The folder of a build to run instead of this checkout's, which is otherwise made anew when a source has changed. */
export const givenBuild = process.env.SECURITY_BUILD || null;

/**
 * Starts one on free ports. `env` goes over the settings of the test profile; `build` is the folder of a standalone build,
 * without it this checkout's; `after` is one that ended, whose address and data it takes over. Throws with what it said when it ends.
 */
export async function startApp(
  env: Record<string, string> = {},
  build = givenBuild,
  after?: Pick<AppServer, "url" | "dataDir">,
): Promise<AppServer> {
  const port = after ? Number(new URL(after.url).port) : await freePair();
  const url = `http://localhost:${port}`;
  const dataDir = after?.dataDir ?? mkdtempSync(join(tmpdir(), "salesboost-app-"));
  const command = build ? ["tests/support/start-standalone.mjs", build] : ["scripts/start.mjs"];
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, APP_ENV: "test", PORT: String(port), AUTH_URL: url, DATA_DIR: dataDir, ...env },
  });
  const ended = once(child, "exit").then(([code]: (number | null)[]) => code ?? null);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the application did not start:\n${said}`);
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return {
    url,
    dataDir,
    signal: (name) => void child.kill(name),
    ended,
    stop: async (keep) => {
      if (child.exitCode === null) child.kill("SIGTERM");
      await ended;
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

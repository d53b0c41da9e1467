import { fork, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "./dependencies.mjs";
import { fail } from "./say.mjs";

/** Starts the local identity provider and waits until it listens. @param {import("./settings.mjs").Plan} plan */
export function startProvider(plan) {
  const child = fork(join("scripts", "oidc", "provider.mjs"), {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: childEnvironment({
      OIDC_PORT: String(plan.providerPort),
      OIDC_DATA_DIR: plan.dataDir,
      OIDC_APP_URL: plan.appUrl,
      OIDC_CLIENT_ID: process.env.AUTH_OIDC_CLIENT_ID || "salesboost-local",
      OIDC_CLIENT_SECRET: process.env.AUTH_OIDC_CLIENT_SECRET || "salesboost-local-client-secret",
    }),
  });
  let complaint = "";
  child.stderr?.on("data", (/** @type {Buffer} */ chunk) => (complaint += chunk));
  return new Promise((/** @type {(child: import("node:child_process").ChildProcess) => void} */ ready) => {
    child.once("message", () => ready(child));
    child.once("exit", (code) => {
      if (code === 0) return; // told to stop
      const why = complaint.split("\n").findLast((line) => line && !line.includes("WARNING"));
      fail(`The local identity provider stopped: ${why ?? code}`);
    });
  });
}

/**
 * Starts the server. What it says in JSON goes to `<data folder>/server.log`, what it tells the operator to the terminal.
 * @param {import("./settings.mjs").Plan} plan @param {string[]} args @param {{ quiet: boolean, cwd?: string }} options
 */
export function startServer(plan, args, { quiet, cwd }) {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnvironment(plan.environment),
  });
  mkdirSync(plan.dataDir, { recursive: true });
  const record = createWriteStream(join(plan.dataDir, "server.log"), { flags: "a" });
  /** @type {string[]} */
  const complaints = [];
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => {
    record.write(chunk);
    if (!quiet) process.stdout.write(chunk);
  });
  child.stderr.on("data", (/** @type {Buffer} */ chunk) => {
    record.write(chunk);
    if (!quiet) process.stderr.write(chunk);
    complaints.push(
      ...String(chunk)
        .split("\n")
        .filter((line) => line.startsWith("salesboost: ")),
    );
  });
  return { child, complaints };
}

/** Waits until the address answers 200, the process ends, or the patience does. */
export async function waitUntilReady(
  /** @type {string} */ address,
  /** @type {{ child: import("node:child_process").ChildProcess, complaints: string[] }} */ server,
  seconds = 90,
) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return false;
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

/**
 * Passes a stop on to the children: first the server, whose running replies may finish, then the provider. When the
 * server ends by itself this process ends too, unless `isStarting()`: then the starter says why.
 */
export function stopWith(
  /** @type {import("node:child_process").ChildProcess} */ server,
  /** @type {import("node:child_process").ChildProcess | null} */ provider,
  /** @type {() => boolean} */ isStarting = () => false,
) {
  let asked = 0;
  const stop = () => {
    asked += 1;
    server.kill(asked > 2 ? "SIGKILL" : "SIGTERM");
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
  server.on("exit", (code, signal) => {
    if (asked === 0 && isStarting()) return;
    provider?.removeAllListeners("exit");
    provider?.kill();
    process.exit(code ?? (signal && asked === 0 ? 1 : 0));
  });
}

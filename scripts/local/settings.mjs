import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { fail } from "./say.mjs";

/**
 * What the local commands decide before the server starts: profile, ports, folders, secrets.
 * @typedef {{ profile: string, port: number, providerPort: number, dataDir: string, appUrl: string, local: boolean, ownProvider: boolean, environment: Record<string, string> }} Plan
 */

/** Files of settings, as Next reads them; what the caller set stays. */
function loadFiles(/** @type {string} */ profile) {
  if (profile === "test") return; // a test must not depend on what a developer tried out
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
}

/** A secret of this installation, made once: the one in the source is known to everybody. */
function keptSecret(/** @type {string} */ dataDir) {
  const file = join(dataDir, "auth-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(48).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

/** @param {string} fallback profile when APP_ENV is not set @returns {Plan} */
export function planFor(fallback) {
  loadFiles(process.env.APP_ENV || fallback);
  const profile = process.env.APP_ENV || fallback;
  const local = ["development", "demo", "test"].includes(profile);
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) fail(`PORT is not a port number: ${process.env.PORT}`);
  const dataDir = resolve(process.env.DATA_DIR || join(".data", profile));
  const appUrl = process.env.AUTH_URL || `http://localhost:${port}`;
  /** @type {Record<string, string>} */
  const environment = { APP_ENV: profile, PORT: String(port), DATA_DIR: dataDir, NEXT_MANUAL_SIG_HANDLE: "true" };
  if (local) {
    environment.AUTH_URL = appUrl;
    environment.AUTH_SECRET = process.env.AUTH_SECRET || keptSecret(dataDir);
  }
  const ownProvider = local && !process.env.AUTH_OIDC_ISSUER;
  return { profile, port, providerPort: port + 1, dataDir, appUrl, local, ownProvider, environment };
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}

/** One clear line when a port is taken. @param {Plan} plan */
export async function checkPorts(plan) {
  for (const port of plan.ownProvider ? [plan.port, plan.providerPort] : [plan.port]) {
    if (!(await isFree(port)))
      fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${plan.port + 100} npm start`);
  }
}

/** One clear line when another process has the data folder. The server takes the lock itself; this only asks early. @param {Plan} plan */
export function checkFolder(plan) {
  let pid = 0;
  try {
    pid = Number(readFileSync(join(plan.dataDir, "db.lock"), "utf8").trim().split(" ")[0]);
    process.kill(pid, 0);
  } catch (error) {
    const held = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!held) return;
  }
  fail(
    `The data folder ${plan.dataDir} is in use by process ${pid}. Stop it first, or set DATA_DIR to another folder.`,
  );
}

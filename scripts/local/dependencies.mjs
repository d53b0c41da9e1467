/** Node builtins only: this runs before anything is installed. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fail, heartbeat, step } from "./say.mjs";

const root = process.cwd();
const marker = join(root, "node_modules", ".salesboost-lock");
const ownNode = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const oldest = 20;
const wanted = 22;

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/** @param {string} file @returns {Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

/** Whether what is installed is what the lockfile says, by npm's own record of the tree. */
function isLockfileTrue() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const [locked, installed] = [packagesOf(join(root, "package-lock.json")), packagesOf(record)];
  // optional packages are those of other platforms: whether one is here is npm's business
  return Object.entries(locked).every(
    ([path, entry]) => path === "" || entry.link || entry.optional || installed[path]?.version === entry.version,
  );
}

/** @returns {Promise<string>} what it printed */
function runNpm(/** @type {string[]} */ args) {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", args, {
      cwd: root,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (/** @type {Buffer} */ chunk) => (output += chunk));
    child.stderr.on("data", (/** @type {Buffer} */ chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}

/** Installs what the lockfile says when it is missing or differs; a second call is a comparison of two hashes. */
export async function ensureDependencies() {
  if (!existsSync(join(root, "package-lock.json")))
    fail("package-lock.json is missing: run this in the project's folder.");
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
  if (!isLockfileTrue()) {
    step("installing dependencies (about a minute and a half the first time)");
    const rest = heartbeat("npm ci");
    try {
      await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    } catch (error) {
      const lines = String(error instanceof Error ? error.message : error)
        .trim()
        .split("\n");
      const why =
        lines
          .filter((line) => /npm (err|error)/i.test(line))
          .slice(0, 2)
          .join(" ") || lines.at(-1);
      fail(
        `Installing the dependencies failed: ${why}\n  Check the network and the disk, then run the same command again.`,
      );
    } finally {
      rest();
    }
  }
  writeFileSync(marker, hash);
}

/** Goes on under the Node that the project brings when the one at hand is too old for its libraries. */
export function ensureNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < oldest) fail(`Node ${process.versions.node} is too old: install Node ${oldest} or newer.`);
  if (major >= wanted) return;
  const works = existsSync(ownNode) && spawnSync(ownNode, ["--version"]).status === 0;
  if (!works) {
    fail(
      `Node ${wanted} or newer is needed and the project's own copy was not installed. ` +
        "Install Node 22 or newer, or allow install scripts (npm rebuild node) and try again.",
    );
  }
  const child = spawn(ownNode, process.argv.slice(1), { stdio: "inherit", env: childEnvironment() });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Ctrl-C reaches the whole group by itself; a signal from elsewhere is passed on
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(/** @type {NodeJS.Signals} */ (signal));
    });
  }
  return new Promise(() => {
    child.on("close", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  });
}

/** The project's own Node and tools come first on the path of everything started from here. */
export function childEnvironment(/** @type {Record<string, string | undefined>} */ extra = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}

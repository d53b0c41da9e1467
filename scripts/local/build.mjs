import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "./dependencies.mjs";
import { fail, heartbeat, step } from "./say.mjs";

const inputs = [
  "agents",
  "app",
  "components",
  "db",
  "lib",
  "messages",
  "public",
  "middleware.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];
export const distDir = process.env.NEXT_DIST_DIR || ".next";

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
  } catch {
    return [path]; // a file
  }
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesUnder)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Builds when the sources differ from those of the last build. One build serves every profile. */
export async function ensureBuild({ force = false } = {}) {
  const marker = join(distDir, "salesboost-inputs");
  const hash = hashOfInputs();
  if (!force && existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
  step("building (about half a minute)");
  rmSync(marker, { force: true });
  const rest = heartbeat("next build");
  const environment = childEnvironment({ NODE_ENV: "production" });
  const child = spawn(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: environment,
  });
  let output = "";
  child.stdout.on("data", (/** @type {Buffer} */ chunk) => (output += chunk));
  child.stderr.on("data", (/** @type {Buffer} */ chunk) => (output += chunk));
  const code = await new Promise((done) => child.on("close", done));
  rest();
  if (code !== 0) {
    console.error(output.trim());
    fail("The build failed: the reason stands above.");
  }
  const standalone = join(distDir, "standalone");
  cpSync(join(distDir, "static"), join(standalone, distDir, "static"), { recursive: true });
  if (existsSync("public")) cpSync("public", join(standalone, "public"), { recursive: true });
  writeFileSync(marker, hash);
}

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { childEnvironment } from "./dependencies.mjs";

/**
 * What a runner came to.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, note?: string }} Count
 */

/** Runs a command and resolves with its exit code and output; prints it as it comes unless `quiet`. */
export function run(
  /** @type {string} */ command,
  /** @type {{ quiet?: boolean, env?: Record<string, string> }} */ { quiet = false, env = {} } = {},
) {
  return new Promise((/** @type {(result: { code: number, output: string, seconds: number }) => void} */ done) => {
    const begun = Date.now();
    const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"], env: childEnvironment(env) });
    let output = "";
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (code) => done({ code: code ?? 1, output, seconds: (Date.now() - begun) / 1000 }));
  });
}

/** A check that has one outcome. @returns {Promise<Count>} */
export async function check(/** @type {string} */ name, /** @type {string} */ command) {
  const { code, output, seconds } = await run(command, { quiet: true });
  if (code !== 0) console.log(`\n✗ ${name}: ${command}\n${output.trim()}\n`);
  else console.log(`✓ ${name} ${seconds.toFixed(1)} s`);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds };
}

/** @returns {Count} */
function counted(
  /** @type {string} */ name,
  /** @type {{ code: number, seconds: number }} */ result,
  /** @type {Omit<Count, "name" | "seconds">} */ counts,
) {
  const total = counts.passed + counts.failed + counts.skipped;
  // A runner that ran nothing, or died outside a test, has not passed.
  const failed = counts.failed || (result.code !== 0 || total === 0 ? 1 : 0);
  const note =
    total === 0 ? "ran no test" : result.code !== 0 && counts.failed === 0 ? "ended with an error" : undefined;
  return { ...counts, name, failed, seconds: result.seconds, ...(note && { note }) };
}

/** @param {string} file @returns {any} the report, or null when the runner died before writing it */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** One vitest project, with its own counts. @returns {Promise<Count>} */
export async function runVitest(
  /** @type {string} */ project,
  /** @type {Record<string, string>} */ env = {},
  quiet = false,
) {
  const folder = mkdtempSync(join(tmpdir(), "salesboost-count-"));
  const file = join(folder, "report.json");
  const command = `vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${file}`;
  const result = await run(command, { env, quiet });
  const report = readReport(file);
  rmSync(folder, { recursive: true });
  const count = counted(project, result, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
  if (quiet && count.failed > 0) console.log(result.output.trim());
  if (quiet && count.failed === 0) console.log(`✓ ${project} ${count.passed} tests ${result.seconds.toFixed(1)} s`);
  return count;
}

/** The browser tests. @returns {Promise<Count>} */
export async function runPlaywright(/** @type {Record<string, string>} */ env) {
  const folder = mkdtempSync(join(tmpdir(), "salesboost-count-"));
  const file = join(folder, "report.json");
  const result = await run("playwright test --reporter=list,json", {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const stats = readReport(file)?.stats;
  rmSync(folder, { recursive: true });
  return counted("e2e", result, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

/** The table and the last line. Returns whether all is well. */
export function printCounts(/** @type {Count[]} */ counts) {
  const width = Math.max(...counts.map((count) => count.name.length), 6);
  const cells = (/** @type {unknown[]} */ row) => row.map((cell) => String(cell).padStart(8)).join("");
  console.log(`\n${"runner".padEnd(width)}${cells(["passed", "failed", "skipped", "seconds"])}`);
  for (const { name, passed, failed, skipped, seconds, note } of counts) {
    const line = `${name.padEnd(width)}${cells([passed, failed, skipped, seconds.toFixed(1)])}`;
    console.log(note ? `${line}  ${note}` : line);
  }
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
  return sum("failed") === 0;
}

/**
 * `npm test`: everything, from a bare clone. Gets what it needs, runs every runner even when an earlier one failed, and
 * closes with their plain counts. Non-zero when anything failed or a runner ran no test.
 */
import { ensureDependencies, ensureNode } from "./local/dependencies.mjs";

await ensureDependencies();
await ensureNode();

const { step } = await import("./local/say.mjs");
const { ensureBrowser } = await import("./local/browser.mjs");
const { ensureBuild } = await import("./local/build.mjs");
const { runChecks } = await import("./local/checks.mjs");
const { printCounts, runPlaywright, runVitest } = await import("./local/runners.mjs");

const browser = await ensureBrowser();
step("checks and unit tests");
const counts = await runChecks();
for (const project of ["integration", "evals"]) {
  step(`${project} tests`);
  counts.push(await runVitest(project));
}
await ensureBuild();
step("attacks on the running application");
counts.push(await runVitest("security", { CHROME_PATH: browser }));
step(`browser tests with ${browser}`);
counts.push(await runPlaywright({ CHROME_PATH: browser, APP_ENV: "test" }));
process.exit(printCounts(counts) ? 0 : 1);

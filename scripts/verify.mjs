/** `npm run verify`: format, lint, types, boundaries, dead code and unit tests, with the counts of each. */
import { ensureDependencies, ensureNode } from "./local/dependencies.mjs";

await ensureDependencies();
await ensureNode();
const { runChecks } = await import("./local/checks.mjs");
const { printCounts } = await import("./local/runners.mjs");
process.exit(printCounts(await runChecks()) ? 0 : 1);

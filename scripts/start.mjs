/**
 * `npm start`: from a bare clone to a running production build in the demo profile, with all parts embedded.
 * Node builtins alone, since nothing may be installed yet. Every failure is one clear line and a non-zero exit.
 */
import { ensureDependencies, ensureNode } from "./local/dependencies.mjs";

const begun = Date.now();
await ensureDependencies();
await ensureNode();

const { bold, dim, fail, green, step } = await import("./local/say.mjs");
const { checkFolder, checkPorts, planFor } = await import("./local/settings.mjs");
const { startProvider, startServer, stopWith, waitUntilReady } = await import("./local/children.mjs");
const { distDir, ensureBuild } = await import("./local/build.mjs");

const plan = planFor("demo");
checkFolder(plan);
await checkPorts(plan);
await ensureBuild();

step(`starting (profile ${plan.profile}, data in ${plan.dataDir})`);
const provider = plan.ownProvider ? await startProvider(plan) : null;
const bindHost = process.env.BIND_HOST || (plan.local ? "127.0.0.1" : "0.0.0.0");
plan.environment.HOSTNAME = bindHost;
plan.environment.NODE_ENV = "production";
const server = startServer(plan, ["server.js"], { quiet: plan.local, cwd: `${distDir}/standalone` });
const record = `${plan.dataDir}/server.log`;
let starting = true;
stopWith(server.child, provider, () => starting);
if (!(await waitUntilReady(`http://127.0.0.1:${plan.port}/api/health/ready`, server))) {
  provider?.removeAllListeners("exit");
  provider?.kill();
  server.child.kill();
  const why = server.complaints.map((line) => line.replace("salesboost: ", "")).join("\n  ");
  fail((plan.local && why) || `The server did not start: see ${record}`);
}
starting = false;

console.log(`\n${green("✓")} SalesBoost is ready after ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
console.log(`  Open       ${bold(plan.appUrl)}`);
if (plan.ownProvider) {
  console.log(`  Sign in as ${bold("trainee@acme.example")} ${dim("(one click, no password)")}`);
  console.log(dim("             or trainee2, manager, author, admin, auditor — of acme.example or globex.example"));
}
console.log(dim(`  Logs       ${record}`));
console.log(dim("  Stop       Ctrl-C\n"));

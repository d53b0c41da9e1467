/** `npm run dev`: the development server with the same embedded parts as `npm start`. */
import { ensureDependencies, ensureNode } from "./local/dependencies.mjs";

await ensureDependencies();
await ensureNode();

const { checkFolder, checkPorts, planFor } = await import("./local/settings.mjs");
const { startProvider, startServer, stopWith } = await import("./local/children.mjs");

const plan = planFor("development");
checkFolder(plan);
await checkPorts(plan);
const provider = plan.ownProvider ? await startProvider(plan) : null;
const next = "node_modules/next/dist/bin/next";
const server = startServer(plan, [next, "dev", "-p", String(plan.port), "-H", process.env.BIND_HOST || "127.0.0.1"], {
  quiet: false,
});
stopWith(server.child, provider);

import { ensureDependencies, ensureNode } from "./local/dependencies.mjs";

await ensureDependencies();
await ensureNode();
const { ensureBuild } = await import("./local/build.mjs");
await ensureBuild({ force: true });

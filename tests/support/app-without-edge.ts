import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { distDir, ensureBuild } from "@/scripts/local/build.mjs";
import { givenBuild, startApp, type AppServer } from "./app-server";

/** What the compiled server reads to know its middleware: nothing. */
const nothing = { version: 3, middleware: {}, sortedMiddleware: [], functions: {} };

/**
 * The same production build with its middleware taken out, as if `middleware.ts` had never been: what still refuses here
 * refuses by itself. Everything else is that of `startApp`.
 */
export async function startAppWithoutEdge(env: Record<string, string> = {}): Promise<AppServer> {
  if (!givenBuild) await ensureBuild();
  const build = mkdtempSync(join(tmpdir(), "salesboost-no-edge-"));
  cpSync(givenBuild ?? join(distDir, "standalone"), build, { recursive: true, verbatimSymlinks: true });
  const manifest = join(build, ".next", "server", "middleware-manifest.json");
  // sound: Next's own shape; a build without middleware would make the test prove nothing
  const { sortedMiddleware } = JSON.parse(readFileSync(manifest, "utf8")) as { sortedMiddleware: string[] };
  if (sortedMiddleware.length === 0) throw new Error("this build has no middleware to take out");
  writeFileSync(manifest, JSON.stringify(nothing));
  const forget = () => rmSync(build, { recursive: true, force: true });
  const app = await startApp(env, build).catch((error: unknown) => {
    forget();
    throw error;
  });
  return { ...app, stop: () => app.stop().finally(forget) };
}

import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { distDir, ensureBuild } from "@/scripts/local/build.mjs";

export { distDir };

const bareDir = "tests/load/bare";

/** Our production build, when the sources have changed. */
export async function buildOurs(): Promise<void> {
  await ensureBuild();
}

/** The yardstick's production build. */
export function buildBare(): void {
  const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build", bareDir], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new Error(`the yardstick could not be built:\n${built.stdout}${built.stderr}`);
  cpSync(`${bareDir}/.next/static`, `${bareDir}/.next/standalone/${bareDir}/.next/static`, { recursive: true });
}

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}tests/support/server-only.ts` };
const project = (name: string, include: string[], extra = {}) => ({
  resolve: { alias },
  test: { name, include, environment: "node", ...extra },
});

export default defineConfig({
  test: {
    // On two processors one worker would leave one of them to wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project("unit", ["tests/unit/**/*.test.ts", "tests/architecture/**/*.test.ts"], { testTimeout: 30_000 }),
      project("integration", ["tests/integration/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 240_000 }),
      project("security", ["tests/security/**/*.test.ts"], {
        testTimeout: 120_000,
        hookTimeout: 600_000,
        globalSetup: ["tests/support/app-under-attack.ts"],
      }),
      project("evals", ["tests/evals/**/*.test.ts"], { testTimeout: 300_000 }),
    ],
  },
});

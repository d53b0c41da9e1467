import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

// Workers read this file too and must see the same folder.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "salesboost-e2e-"));
const port = Number(process.env.E2E_PORT ?? 3410);
const given = process.env.E2E_BASE_URL;
const baseURL = given ?? `http://localhost:${port}`;
const executablePath = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;

/**
 * Real pages in a real browser. Starts the production build with embedded parts on a folder of its own, unless
 * E2E_BASE_URL names a running server. Replies are paced so slowly that a reload or a stop falls into one.
 */
export default defineConfig({
  testDir: "tests/e2e",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: "list",
  outputDir: "test-results",
  use: {
    baseURL,
    locale: "en-GB",
    launchOptions: { args: ["--no-sandbox"], ...(executablePath && { executablePath }) },
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "mobile",
      testIgnore: /(?:api|obedient)\.spec\.ts$/, // no page is shown there, or the same as on a desktop
      use: {
        viewport: { width: 375, height: 812 },
        hasTouch: true,
        isMobile: true,
        userAgent: devices["Pixel 7"].userAgent,
      },
    },
  ],
  ...(!given && {
    webServer: {
      command: "node scripts/start.mjs",
      url: `${baseURL}/api/health/ready`,
      timeout: 600_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
      env: {
        APP_ENV: "test",
        PORT: String(port),
        AUTH_URL: baseURL,
        DATA_DIR: process.env.E2E_DATA_DIR,
        TOKEN_PACE_MS: "120",
      },
    },
  }),
});

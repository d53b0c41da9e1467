import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail, heartbeat, step } from "./say.mjs";
import { run } from "./runners.mjs";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser that is there and starts. @returns {string | null} */
function findInstalled() {
  const candidates = [process.env.CHROME_PATH, ...installed].filter((path) => path !== undefined);
  const starts = (/** @type {string} */ path) =>
    existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
  return candidates.find(starts) ?? null;
}

/** Playwright's own copy, when it was installed before. @returns {Promise<string | null>} */
async function findPlaywrights() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function within(/** @type {number} */ seconds, /** @type {string} */ command) {
  const rest = heartbeat(command);
  const bounded = process.platform === "win32" ? command : `timeout ${seconds} ${command}`;
  const { code } = await run(bounded, { quiet: true });
  rest();
  return code === 0;
}

/**
 * A Chromium for the browser tests: one that is installed, else Playwright's within a bounded try, else Debian's
 * package when we may install it, else one clear instruction.
 * @returns {Promise<string>} its path
 */
export async function ensureBrowser() {
  const there = findInstalled() ?? (await findPlaywrights());
  if (there) return there;
  step("no Chrome or Chromium found: fetching Playwright's (at most two minutes)");
  if (await within(120, "playwright install chromium")) {
    const path = await findPlaywrights();
    if (path) return path;
  }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    step("installing Debian's chromium");
    await within(120, "apt-get update -qq");
    await within(300, "env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium");
    const path = findInstalled();
    if (path) return path;
  }
  return fail("No browser could be had for the browser tests: install Chrome or Chromium, or set CHROME_PATH to one.");
}

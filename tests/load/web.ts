/**
 * `npm run bench:web`: Lighthouse (mobile) on home, brief, room and debrief of the production build, and the JavaScript each
 * loads first, beside that of a bare `useChat` page. Prints the figures and puts them into docs/benchmarks.md.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import lighthouse from "lighthouse";
import { ensureBrowser } from "@/scripts/local/browser.mjs";
import { buildBare } from "./builds";
import { median, table } from "./figures";
import { freePort, start } from "./processes";
import { writeSection } from "./section";

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), "salesboost-bench-"));
const stops: (() => unknown)[] = [];

/** The demo as `npm start` brings it up, on ports and a folder of its own. */
async function startDemo(): Promise<string> {
  const port = await freePort();
  const environment = { PORT: String(port), DATA_DIR: join(folder, "data"), TOKEN_PACE_MS: "0" };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  stops.push(() => child.kill("SIGTERM"));
  const address = `http://localhost:${port}`;
  for (let waited = 0; waited < 300; waited++) {
    if (child.exitCode !== null) throw new Error("the demo did not start");
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (answer?.ok) return address;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the demo did not become ready");
}

async function signIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.locator("main button[type=submit]").first().click();
  await page.getByRole("button", { name: /trainee@acme\.example/ }).click();
  await page.waitForURL(`${base}/`);
}

const says = [
  "Good morning. I would like twenty minutes to hear how it goes for you, does that suit?",
  "How do you handle it today?",
  "What happens on a bad day?",
  "Who decides about it besides you?",
  "I will send the figures on Friday. Shall we talk on Monday at ten?",
];

/** Plays two short talks through the API: one stays open, one is ended and judged. */
async function playTalks(page: Page, base: string): Promise<{ scenarioId: string; open: string; ended: string }> {
  const headers = { origin: base };
  const call = async (path: string, data?: object): Promise<string> => {
    const url = `${base}/api/v1${path}`;
    const answer = await (data ? page.request.post(url, { data, headers }) : page.request.get(url));
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.text();
  };
  const { items } = JSON.parse(await call("/scenarios"));
  const scenarioId: string = items.find((item: { locale: string }) => item.locale === "en").id;
  const talk = async (turns: number): Promise<string> => {
    const { id } = JSON.parse(await call("/sessions", { scenarioId }));
    for (const text of says.slice(0, turns)) await call(`/sessions/${id}/turns`, { turnId: randomUUID(), text });
    return id;
  };
  const [ended, open] = [await talk(4), await talk(3)];
  await call(`/sessions/${ended}/end`, {});
  for (let waited = 0; waited < 60; waited++) {
    const { status } = JSON.parse(await call(`/sessions/${ended}/debrief`));
    if (status === "scored" || status === "unscorable") break;
    await page.waitForTimeout(500);
  }
  return { scenarioId, open, ended };
}

/** Scripts a page loads before anybody touches it, gzip, in bytes. */
async function firstLoadBytes(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script" && response.ok()) {
      sizes.push(response.body().then((body) => gzipSync(body).byteLength));
    }
  });
  await page.goto(url, { waitUntil: "load" });
  const all = await Promise.all(sizes);
  await page.close();
  return all.reduce((sum, size) => sum + size, 0);
}

interface Audit {
  performance: number;
  accessibility: number;
}

async function audit(url: string, port: number): Promise<Audit> {
  const results: Audit[] = [];
  for (let round = 0; round < rounds; round++) {
    const run = await lighthouse(url, {
      port,
      output: "json",
      logLevel: "error",
      disableStorageReset: true,
      onlyCategories: ["performance", "accessibility"],
    });
    const score = (name: string) => Math.round(100 * (run?.lhr.categories[name]?.score ?? Number.NaN));
    results.push({ performance: score("performance"), accessibility: score("accessibility") });
  }
  return {
    performance: median(results.map((result) => result.performance)),
    accessibility: Math.min(...results.map((result) => result.accessibility)),
  };
}

async function measure(browser: Browser, port: number): Promise<(string | number)[][]> {
  const base = await startDemo();
  buildBare();
  const barePort = await freePort();
  const bare = await start(["server.js"], {
    port: barePort,
    path: "/",
    cwd: "tests/load/bare/.next/standalone/tests/load/bare",
    logFile: join(folder, "bare.log"),
  });
  stops.push(() => bare.stop());
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await context.newPage();
  await signIn(page, base);
  const { scenarioId, open, ended } = await playTalks(page, base);
  const pages: Record<string, string> = {
    home: "/",
    brief: `/practice/${scenarioId}`,
    room: `/room/${open}`,
    debrief: `/debrief/${ended}`,
  };
  const rows: (string | number)[][] = [];
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);
  for (const [name, path] of Object.entries(pages)) {
    const bytes = await firstLoadBytes(context, base + path);
    const { performance, accessibility } = await audit(base + path, port);
    rows.push([name, performance, accessibility, kilobytes(bytes)]);
  }
  rows.push(["bare useChat page", "", "", kilobytes(await firstLoadBytes(context, bare.url))]);
  return rows;
}

const debuggingPort = await freePort();
const executablePath: string = await ensureBrowser();
const profile = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath,
  args: ["--no-sandbox", `--remote-debugging-port=${debuggingPort}`],
});
stops.push(() => profile.close());
try {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
  const rows = await measure(browser, debuggingPort);
  const figures = table(["page", "Lighthouse performance", "accessibility", "first-load JS, kB gzip"], rows);
  console.log(`\n${figures}\n`);
  writeSection(
    "web",
    "Pages",
    "Lighthouse with its mobile settings (a slow phone on a slow network), median of three runs for performance and the worst of three for accessibility, signed in, production build. Targets: performance at least 90, accessibility 100, the room's JavaScript no more than the bare page's.",
    figures,
  );
} finally {
  for (const stop of stops.toReversed()) await stop();
}
process.exit(0);

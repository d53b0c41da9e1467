/**
 * `npm run screenshots`: plays talks in the real pages and keeps the pictures of the README in docs/images. Starts the
 * demo on a folder of its own, unless SCREENSHOTS_URL names a running server.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";

const port = 3460;
const given = process.env.SCREENSHOTS_URL;
const base = given ?? `http://localhost:${port}`;
const folder = mkdtempSync(join(tmpdir(), "salesboost-pictures-"));
const out = join("docs", "images");

const talks = {
  en: {
    scenario: "saas-renewal-en",
    enter: "Enter the room",
    send: "Send",
    end: "End and debrief",
    confirm: "End it",
    proof: "Checks and proof",
    again: "Go back to message 5",
    compare: "Compare with the first path",
    otherwise: [
      "I can see why that bothers you. What is behind it, on the day it goes wrong?",
      "So the move itself is the worry. Who else has to agree before you can sign, and how is that decided?",
      "The move is done hotel by hotel, and the old rotas stay readable until you say so. I will send you the plan on Friday and call on Monday at ten. Does that work?",
    ],
    lines: [
      "Hi Priya, I took over your account on Monday. I have 20 minutes: your view first, then a next step. Is that all right?",
      "How did the news of the new plan reach you, and what did it do to your budget?",
      "You call it an increase, and you heard of it from an automatic e-mail. What did that cost you with the board?",
      "How many of the 950 licences carry a shift in winter, once the seasonal staff have left?",
      "Who else has to agree before you can sign, and how is that decided?",
      "We always save customers money, guaranteed.",
    ],
  },
  zh: {
    scenario: "saas-renewal-zh",
    enter: "进入练习室",
    send: "发送",
    end: "结束并复盘",
    confirm: "结束",
    proof: "逐项与原话",
    lines: [
      "沈总您好，周一刚接手您这边。想用二十分钟先听听您的看法，再看下一步，您看行吗？",
      "调价的消息您是怎么知道的？对今年的预算影响大不大？",
      "您说东西还是那个东西。那现在大家实际用得怎么样？",
      "这件事除了您，还要谁点头？流程大概怎么走？",
    ],
  },
};

async function startDemo(): Promise<ChildProcess | null> {
  if (given) return null;
  const environment = { APP_ENV: "demo", PORT: String(port), AUTH_URL: base, DATA_DIR: join(folder, "data") };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...environment, TOKEN_PACE_MS: "10" },
    stdio: "inherit",
  });
  for (let waited = 0; waited < 300; waited += 1) {
    if (child.exitCode !== null) throw new Error("the demo did not start");
    const answer = await fetch(`${base}/api/health/ready`).catch(() => null);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("the demo did not become ready");
}

interface Look {
  width: number;
  height: number;
  colorScheme: "light" | "dark";
  locale: "en-GB" | "zh-CN";
}

async function openAs(browser: Browser, person: string, look: Look): Promise<Page> {
  const { width, height, colorScheme, locale } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    baseURL: base,
    deviceScaleFactor: width < 500 ? 2 : 1,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("main form button[type=submit]").click();
  await page.getByRole("button", { name: person }).click();
  await page.waitForURL(`${base}/`);
  return page;
}

async function take(page: Page, name: string, height?: number): Promise<void> {
  const size = page.viewportSize();
  const clip = height && size ? { x: 0, y: 0, width: size.width, height } : undefined;
  await page.screenshot({ path: join(out, `${name}.png`), ...(clip && { clip, fullPage: true }) });
  console.log(`docs/images/${name}.png`);
}

async function say(page: Page, send: string, text: string): Promise<void> {
  const before = await page.locator(".log article").count();
  await page.getByRole("textbox").fill(text);
  await page.getByRole("textbox").press("Enter");
  await page
    .locator(".log article")
    .nth(before + 1)
    .waitFor();
  await page.getByRole("button", { name: send, exact: true }).or(page.locator(".log .panel")).first().waitFor();
}

/** Plays the talk up to the given number of lines; the room stays open. */
async function play(page: Page, language: keyof typeof talks, count = 99): Promise<void> {
  const talk = talks[language];
  await page.goto(`/practice/${talk.scenario}`);
  await page.getByRole("button", { name: talk.enter }).click();
  await page.getByRole("textbox").waitFor();
  for (const line of talk.lines.slice(0, count)) await say(page, talk.send, line);
}

async function finish(page: Page, language: keyof typeof talks): Promise<void> {
  const talk = talks[language];
  const ended = page.locator(".log .panel a");
  if ((await ended.count()) > 0) await ended.click();
  else {
    await page.getByRole("button", { name: talk.end }).click();
    await page.getByRole("dialog").getByRole("button", { name: talk.confirm, exact: true }).click();
  }
  await page.getByRole("heading", { name: talk.proof }).waitFor({ timeout: 60_000 });
}

/** Goes back to the third turn from the debrief, plays on differently and opens both paths side by side. */
async function comparePaths(page: Page): Promise<void> {
  const talk = talks.en;
  await page.locator("#m5").getByRole("button").click();
  await page.getByRole("dialog").getByRole("button", { name: talk.again }).click();
  await page.waitForURL(/\/room\//);
  await page.getByRole("textbox").waitFor();
  for (const line of talk.otherwise) await say(page, talk.send, line);
  await finish(page, "en");
  await page.getByRole("link", { name: talk.compare }).first().click();
  await page.waitForURL(/\/compare\//);
  await page.locator("#checks").waitFor({ timeout: 60_000 });
}

async function takeAll(browser: Browser): Promise<void> {
  const desk = { width: 1440, height: 900, colorScheme: "light", locale: "en-GB" } as const;
  const page = await openAs(browser, "trainee@acme.example", desk);
  await page.goto("/practice/saas-renewal-en");
  await take(page, "brief", 1300);
  await play(page, "en", 3);
  await finish(page, "en");
  await play(page, "en");
  await take(page, "room");
  await finish(page, "en");
  await take(page, "debrief", 1700);
  await comparePaths(page);
  await take(page, "compare", 1700);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "compare-phone-dark");
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await take(page, "home");

  const phone = { width: 375, height: 812, colorScheme: "dark", locale: "en-GB" } as const;
  const small = await openAs(browser, "trainee2@acme.example", phone);
  await play(small, "en", 3);
  await take(small, "room-phone-dark");

  const chinese = await openAs(browser, "trainee@globex.example", { ...desk, locale: "zh-CN" });
  await play(chinese, "zh");
  await take(chinese, "room-zh");
  await finish(chinese, "zh");
  await take(chinese, "debrief-zh", 1700);
}

mkdirSync(out, { recursive: true });
const demo = await startDemo();
const executablePath = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath && { executablePath }) });
try {
  await takeAll(browser);
} finally {
  await browser.close();
  demo?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}

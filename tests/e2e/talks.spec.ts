import { expect, test } from "@playwright/test";
import { endTalk, enterRoom, say, signIn } from "./visitor";

test("a deleted talk is gone from the list and from its address", async ({ page }) => {
  await signIn(page, "manager@acme.example");
  const sessionId = await enterRoom(page, "saas-renewal-en");
  await page.goto("/history");
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/room/${sessionId}"]`) });
  await row.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.locator(`a[href="/room/${sessionId}"]`)).toHaveCount(0);
  await page.goto(`/room/${sessionId}`);
  await expect(page.getByRole("heading", { name: "There is no such page here" })).toBeVisible();
});

test("an open talk waits on the home page and goes on where it stood", async ({ page }) => {
  await signIn(page, "auditor@acme.example");
  await enterRoom(page, "card-upgrade-en");
  await say(page, "Good morning. May I ask how you use your card today?");
  await page.getByRole("link", { name: "Leave the room" }).click();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page.locator(".log article")).toHaveCount(2);
});

test("a shared debrief opens for a colleague, for nobody of another company, and not after it is taken back", async ({
  page,
  browser,
  contextOptions,
}) => {
  await signIn(page, "author@acme.example");
  await enterRoom(page, "saas-renewal-en");
  await say(page, "Hi Priya, your view first, then a next step. Is that all right?");
  await endTalk(page);
  await page.getByRole("button", { name: "Share" }).click({ timeout: 60_000 });
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("Link").inputValue();

  const colleague = await (await browser.newContext(contextOptions)).newPage();
  await signIn(colleague, "trainee2@acme.example");
  await colleague.goto(link);
  await expect(colleague.getByText("Shared with you, read only")).toBeVisible();
  await expect(colleague.locator("#talk").getByText("Hi Priya, your view first")).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Share" })).toHaveCount(0);

  const stranger = await (await browser.newContext(contextOptions)).newPage();
  await signIn(stranger, "trainee2@globex.example");
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "There is no such page here" })).toBeVisible();

  await page.getByRole("button", { name: "Take the link back" }).click();
  await expect(page.getByText("The link no longer works.")).toBeVisible();
  await colleague.goto(link);
  await expect(colleague.getByText("This link has run out")).toBeVisible();
  await colleague.context().close();
  await stranger.context().close();
});

test("somebody else's talk is told as one that does not exist", async ({ page, browser, contextOptions }) => {
  await signIn(page, "admin@acme.example");
  const sessionId = await enterRoom(page, "card-upgrade-en");
  const other = await (await browser.newContext(contextOptions)).newPage();
  await signIn(other, "trainee@acme.example");
  for (const address of [`/room/${sessionId}`, `/debrief/${sessionId}`, "/room/no-such-talk"]) {
    await other.goto(address);
    await expect(other.getByRole("heading", { name: "There is no such page here" })).toBeVisible();
  }
  await other.context().close();
});

test("language and theme hold as soon as they are chosen and after a reload", async ({ page }) => {
  await signIn(page, "trainee2@globex.example");
  await page.goto("/settings");
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByText("简体中文", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("heading", { name: "设置", exact: true })).toBeVisible();
});

test("who has signed out is led to sign in again", async ({ page }) => {
  await signIn(page, "auditor@globex.example");
  await page.goto("/settings");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in|session\/end/);
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in/);
});

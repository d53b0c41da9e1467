import { expect, test } from "@playwright/test";
import { endTalk, enterRoom, expectClean, lines, say, signIn } from "./visitor";

test("sign-in pages have no accessibility fault, light or dark", async ({ page }) => {
  await page.goto("/sign-in");
  await expectClean(page, "sign-in");
  await page.goto("/sign-in/refused?reason=unknown_tenant");
  await expect(page.getByText("no company here is linked to it yet")).toBeVisible();
  await expectClean(page, "refused");
});

test("pages of a trainee have no accessibility fault, light or dark", async ({ page }) => {
  await signIn(page, "trainee2@acme.example");
  for (const address of ["/", "/practice", "/practice/saas-renewal-en", "/history", "/settings", "/no-such-page"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectClean(page, address);
  }
});

test("the console says by role what is there, without accessibility fault", async ({ page }) => {
  await signIn(page, "manager@acme.example");
  await page.goto("/console");
  await expect(page.getByText("Practice that trainees choose themselves is private")).toBeVisible();
  await expectClean(page, "console");
});

test("room and debrief have no accessibility fault, light or dark", async ({ page }) => {
  await signIn(page, "trainee@acme.example");
  await enterRoom(page, "saas-renewal-en");
  await say(page, "We guarantee you will save 40% in the first year.");
  await expectClean(page, "room");
  for (const line of lines.slice(0, 4)) await say(page, line);
  await endTalk(page);
  await expect(page.getByRole("heading", { name: "Checks and proof" })).toBeVisible({ timeout: 60_000 });
  await expectClean(page, "debrief");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectClean(page, "share dialog");
});

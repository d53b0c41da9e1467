import { expect, test } from "@playwright/test";
import { endTalk, enterRoom, say, signIn, transcript } from "./visitor";

test("a buyer of a follow-up remembers one's own first talk, until told to forget it", async ({ page }, {
  project,
}) => {
  await signIn(page, project.name === "mobile" ? "auditor@globex.example" : "manager@globex.example");
  await page.goto("/practice/saas-renewal-followup-en");
  const memory = page.locator("#last-talk");
  await expect(memory.getByText("Priya Nair has not met you yet.")).toBeVisible();
  await memory.getByRole("link", { name: /^Practise first/ }).click();
  await expect(page).toHaveURL(/\/practice\/saas-renewal-en$/);

  const sessionId = await enterRoom(page, "saas-renewal-en");
  await say(page, "Good morning Priya. On Plus the year comes to £69,708, billed annually in advance.");
  await endTalk(page);

  await page.goto("/practice/saas-renewal-followup-en");
  await expect(memory.locator("q").filter({ hasText: "£69,708" })).toBeVisible();
  await expect(memory.getByRole("link", { name: "Its debrief" })).toHaveAttribute("href", `/debrief/${sessionId}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await enterRoom(page, "saas-renewal-followup-en");
  await say(page, "Good morning Priya. I'd like fifteen minutes on what is still open. Is that all right?");
  expect((await transcript(page)).at(-1)).toMatch(/last|halfway|end of it|you were gone/i);

  await page.goto("/settings");
  const kept = page.locator("#memories").getByRole("listitem");
  await expect(kept).toHaveCount(1);
  await kept.getByRole("button", { name: /^Forget/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("No buyer remembers a talk with you")).toBeVisible();
  await page.goto(`/debrief/${sessionId}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

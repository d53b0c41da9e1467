import { expect, test } from "@playwright/test";
import { enterRoom, say, signIn, transcript, type, words } from "./visitor";

const question = "How did the news of the new plan reach you, and what did it do to your budget for this year?";

test("a reload while the buyer speaks goes on with the reply and doubles nothing", async ({ page }) => {
  await signIn(page, "trainee@acme.example");
  await enterRoom(page, "saas-renewal-en");
  await say(page, "Hi Priya, your view first, then a next step. Is that all right?");
  await type(page, question);
  await expect(page.locator(".log .caret")).toBeVisible();
  await expect(page.locator(".log article")).toHaveCount(4);
  const resumed = page.waitForRequest((request) => request.url().endsWith("/stream"));
  await page.reload();
  await resumed;
  await expect(page.getByRole("button", { name: words.en.stop })).toBeHidden();
  await expect(page.locator(".log article")).toHaveCount(4);
  const heard = await transcript(page);
  expect(heard[2]).toBe(question);
  expect(heard[3]?.length).toBeGreaterThan(0);
  await page.reload();
  await expect(page.locator(".log article")).toHaveCount(4);
  expect(await transcript(page)).toEqual(heard);
});

test("stopping a reply counts nothing, keeps the words, and the same turn can be asked again", async ({ page }) => {
  await signIn(page, "trainee2@acme.example");
  await enterRoom(page, "saas-renewal-en");
  await type(page, question);
  await expect(page.locator(".log article")).toHaveCount(2);
  await page.getByRole("button", { name: words.en.stop }).click();
  await expect(page.getByRole("alert").getByText("Stopped.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Ask for the reply again" })).toBeVisible();
  await page.getByRole("button", { name: "Ask for the reply again" }).click();
  await expect(page.getByRole("alert").getByText("Stopped.")).toBeHidden();
  await expect(page.getByRole("button", { name: words.en.stop })).toBeHidden();
  await expect(page.locator(".log article")).toHaveCount(2);
  expect((await transcript(page))[0]).toBe(question);
});

test("a message that never arrived is kept, also over a reload, and can be sent again", async ({ page }) => {
  await signIn(page, "trainee@acme.example");
  await enterRoom(page, "card-upgrade-en");
  await page.route("**/turns", (route) => route.abort());
  await type(page, "Good morning. May I ask how you use your card today?");
  await expect(page.getByText("Not delivered.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("textbox")).toHaveValue("Good morning. May I ask how you use your card today?");
  await type(page, "Good morning. May I ask how you use your card today?");
  await expect(page.getByText("Not delivered.")).toBeVisible();
  await page.unroute("**/turns");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("Not delivered.")).toBeHidden();
  await expect(page.getByRole("button", { name: words.en.stop })).toBeHidden();
  await expect(page.locator(".log article")).toHaveCount(2);
});

test("a connection that breaks in the middle of a reply is taken up again by itself", async ({ page }) => {
  await signIn(page, "trainee2@acme.example");
  await enterRoom(page, "card-upgrade-en");
  await page.route("**/turns", async (route) => {
    const answer = await route.fetch();
    const whole = await answer.text();
    await route.fulfill({ response: answer, body: whole.slice(0, Math.floor(whole.length / 2)) });
  });
  await type(page, "Good morning. May I ask how you use your card today?");
  await expect(page.locator(".log article")).toHaveCount(2);
  await expect(page.getByRole("button", { name: words.en.stop })).toBeHidden();
  await page.unroute("**/turns");
  const heard = await transcript(page);
  await page.reload();
  await expect(page.locator(".log article")).toHaveCount(2);
  expect(await transcript(page)).toEqual(heard);
});

test("Enter that only chooses a word of an input method sends nothing", async ({ page }) => {
  await signIn(page, "trainee@globex.example");
  await enterRoom(page, "saas-renewal-zh");
  const field = page.getByRole("textbox");
  await field.fill("您好");
  await field.dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  await expect(field).toHaveValue("您好");
  await expect(page.locator(".log article")).toHaveCount(0);
  await field.press("Shift+Enter");
  await expect(field).toHaveValue("您好\n");
  await expect(page.locator(".log article")).toHaveCount(0);
});

test("a hint says what it costs before it is asked for, and marks the try assisted", async ({ page, isMobile }) => {
  await signIn(page, "trainee@acme.example");
  await enterRoom(page, "card-upgrade-en");
  if (isMobile) await page.getByRole("button", { name: "Hint", exact: true }).click();
  await expect(page.getByText("Asking makes this try count as assisted.").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "Ask for a hint" }).filter({ visible: true }).click();
  await expect(page.getByText("This try counts as assisted.").filter({ visible: true })).toBeVisible();
});

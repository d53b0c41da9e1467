import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { personalDataSchema } from "@/lib/contracts/privacy";
import { endTalk, enterRoom, expectClean, lines, say, signIn } from "./visitor";

/** Signs in through the local provider as somebody it does not list. */
async function signInAsNew(page: Page, email: string, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("main form button.primary[type=submit]").click();
  await page.locator("summary").click();
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[name=tenant]").fill("acme");
  await page.locator("input[name=role]").fill("trainee");
  await page
    .locator("form")
    .filter({ has: page.locator("input[name=email]") })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
}

async function saved(page: Page, link: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFileSync(await (await download).path(), "utf8");
}

test("somebody reads what is kept, takes it along and has it erased", async ({ page, browser }, { project }) => {
  test.slow(); // five pages looked at in both themes
  const name = `Wilhelmina Quark ${project.name}`;
  const email = `quark-${project.name}-${Date.now()}@acme.example`;
  await signInAsNew(page, email, name);
  await enterRoom(page, "saas-renewal-en");
  for (const line of lines.slice(0, 2)) await say(page, line);
  await endTalk(page);

  await page.goto("/settings");
  await expect(page.getByText("No manager, administrator or auditor can open them")).toBeVisible();
  await expectClean(page, "settings");
  const data = personalDataSchema.parse(JSON.parse(await saved(page, "As data (JSON)")));
  expect(data.profile).toMatchObject({ name, email });
  expect(data.talks[0]?.messages.map(({ text }) => text)).toContain(lines[0]);
  const file = await saved(page, "As a page to read");
  expect(file).toContain(email);

  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.setContent(file);
  await expect(reader.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
  await expect(reader.getByText(lines[0] ?? "")).toBeVisible();
  expect(await reader.locator("script, a, img, iframe").count()).toBe(0);
  await expectClean(reader, "the exported page");
  await context.close();

  await page.getByRole("button", { name: "Erase me…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("somebody@else.example");
  await dialog.getByRole("button", { name: "Erase everything" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("That is not the address above.");
  await expectClean(page, "the question");
  await dialog.getByRole("textbox").fill(email.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("heading", { name: "You have been erased" })).toBeVisible();
  await expectClean(page, "after it");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an administrator sets how long practice is kept and erases somebody on request", async ({
  page,
  browser,
}, info) => {
  // Both projects set it in one company: each to a number of its own, too long to erase anything.
  const days = info.project.name === "mobile" ? "3601" : "3602";
  const email = `leaver-${info.project.name}-${Date.now()}@acme.example`;
  const leaver = await browser.newPage();
  await signInAsNew(leaver, email, "Leaver Example");

  await signIn(page, "admin@acme.example");
  await page.goto("/console/privacy");
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expectClean(page, "privacy");
  await page.getByRole("radio", { name: "Another number of days" }).check();
  await page.getByRole("spinbutton").fill(days);
  await page.getByRole("button", { name: "See what would go" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("No talk and no memory of a buyer would be erased")).toBeVisible();
  await expectClean(page, "what would go");
  await dialog.getByRole("button", { name: "Set this" }).click();
  await expect(page.getByText("It holds from the next daily run.")).toBeVisible();

  await page.getByLabel("Their e-mail address").fill("nobody-here@acme.example");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nobody here has this address or number.")).toBeVisible();
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name: "Erase Leaver Example…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(email);
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).click();
  await expect(page.getByText("Nothing of this person is held any more")).toBeVisible();
  await expectClean(page, "erased");

  await page.goto("/console/audit?action=privacy.erase");
  await expect(page.getByRole("row").filter({ hasText: "Erased a person" }).first()).toBeVisible();
  await expect(page.getByText(email)).toBeHidden();
  await leaver.close();
});

test("the privacy page is there for administrators alone", async ({ page }) => {
  await signIn(page, "auditor@acme.example");
  await page.goto("/console/privacy");
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeHidden();
});

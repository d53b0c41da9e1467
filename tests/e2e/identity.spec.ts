import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { startBadProvider } from "@/tests/support/bad-provider";
import { expectClean, signIn } from "./visitor";

const words = messages.signInSettings;

/** Adds an identity provider in the console and gives the part of the page that is about it. */
async function addProvider(page: Page, given: { name: string; issuer: string; id: string; secret: string }) {
  await page.goto("/console/sign-in");
  await page.getByRole("button", { name: words.add }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(words.name, { exact: true }).fill(given.name);
  await form.getByLabel(words.issuerAddress).fill(given.issuer);
  await form.getByLabel(words.clientId).fill(given.id);
  await form.getByLabel(words.clientSecret).fill(given.secret);
  await form.getByRole("button", { name: words.addRow }).click();
  await form.getByLabel(words.value, { exact: true }).fill("sellers");
  await expectClean(page, "the form of a provider");
  await form.getByRole("button", { name: words.save, exact: true }).click();
  await expect(form).toBeHidden();
  return page.getByRole("listitem").filter({ hasText: given.name });
}

test("an administrator connects a directory, people come in by it, and go out with it", async ({ page, browser }) => {
  test.slow(); // many pages, each read for faults in two themes
  const provider = await startBadProvider();
  const name = `Directory ${randomUUID().slice(0, 8)}`;
  const newcomer = `New ${randomUUID().slice(0, 8)}`;
  provider.act({ person: { sub: randomUUID(), name: newcomer, tenant: "globex", role: "sellers" } });
  try {
    await signIn(page, "admin@acme.example");
    const wrong = { name, issuer: provider.issuer, id: provider.client.id, secret: "wrong" };
    const card = await addProvider(page, wrong);
    await expect(card.getByText(words.off, { exact: true })).toBeVisible();
    await card.getByRole("button", { name: words.test }).click();
    const report = page.getByRole("dialog");
    await expect(report.getByText(words.unusable)).toBeVisible();
    await expect(report.getByText(words.why_client_refused)).toBeVisible();
    await expectClean(page, "a failed test");
    await page.keyboard.press("Escape");
    await card.getByRole("button", { name: words.switchOn }).click();
    await expect(card.getByText(messages.problem.connection_unusable)).toBeVisible();

    await card.getByRole("button", { name: words.edit }).click();
    await page.getByRole("dialog").getByLabel(words.clientSecret).fill(provider.client.secret);
    await page.getByRole("dialog").getByRole("button", { name: words.save, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await card.getByRole("button", { name: words.switchOn }).click();
    await expect(card.getByText(words.on, { exact: true })).toBeVisible();
    await expectClean(page, "sign-in settings");

    const other = await (await browser.newContext()).newPage();
    await other.goto("/sign-in/acme");
    await expectClean(other, "the sign-in page of a company");
    await other.getByRole("button", { name: `Sign in with ${name}` }).click();
    await expect(other).toHaveURL((url) => url.pathname === "/");
    await other.goto("/settings");
    await expect(other.getByText("Acme", { exact: true })).toBeVisible();
    await expect(other.getByText(newcomer).first()).toBeVisible();

    await page.goto(`/console/logins?person=${encodeURIComponent(newcomer)}`);
    await expect(page.getByRole("row").filter({ hasText: newcomer })).toHaveCount(1);

    await page.goto("/console/sign-in");
    await card.getByRole("button", { name: words.remove }).click();
    await page.getByRole("dialog").getByRole("button", { name: words.removeConfirm }).click();
    await expect(card).toBeHidden();
    await other.goto("/history");
    await expect(other).toHaveURL(/\/sign-in/u);
    await other.close();
  } finally {
    await provider.stop();
  }
});

/** Signs in somebody of Globex whom no other test knows: all of their sign-ins are ended. */
async function signInNew(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("main form button.primary[type=submit]").click();
  await page.getByText("Somebody else").click();
  const typed = { Name: name, "E-mail": email, "Tenant claim": "globex", "Role claim": "trainee" };
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
}

test("a person sees where they are signed in and ends the others; an administrator ends any", async ({
  page,
  browser,
}) => {
  test.slow();
  const name = `Wei ${randomUUID().slice(0, 8)}`;
  const who = { name, email: `${randomUUID()}@globex.example` };
  await signInNew(page, who);
  const elsewhere = await (await browser.newContext()).newPage();
  await signInNew(elsewhere, who);
  await page.goto("/settings");
  await page.getByRole("link", { name: messages.logins.ownShow }).click();
  await expect(page.getByRole("heading", { level: 1, name: messages.logins.ownTitle })).toBeVisible();
  const mine = page.getByRole("listitem").filter({ hasText: messages.logins.current });
  await expect(mine).toHaveCount(1);
  await expectClean(page, "own sign-ins");
  const others = page.getByRole("button", { name: messages.logins.endOthers });
  await others.click();
  await page.getByRole("dialog").getByRole("button", { name: messages.logins.endOthersConfirm }).click();
  await expect(others).toBeHidden();
  await elsewhere.goto("/history");
  await expect(elsewhere).toHaveURL(/\/sign-in/u);

  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, "admin@globex.example");
  await admin.goto("/console/logins");
  await expectClean(admin, "who is signed in");
  await admin.getByLabel(messages.logins.search).fill(who.email);
  await admin.getByLabel(messages.logins.search).press("Enter");
  await admin.getByRole("link", { name: who.name }).first().click();
  await admin.getByRole("button", { name: `Sign ${who.name} out everywhere` }).click();
  await expectClean(admin, "a question before the end");
  await admin.getByRole("dialog").getByRole("button", { name: messages.logins.endAllConfirm }).click();
  await expect(admin.getByRole("heading", { name: messages.logins.noMatchTitle })).toBeVisible();
  await expectClean(admin, "nobody");
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in/u);
});

test("who may sign in is set by domain, and never so that one shuts oneself out", async ({ page }) => {
  await signIn(page, "admin@globex.example");
  await page.goto("/console/sign-in");
  const domains = page.getByLabel(words.allowed);
  const save = page.getByRole("button", { name: words.savePolicy });
  await domains.fill("not a domain");
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: "not is no domain" })).toBeVisible();
  await domains.fill("other.example");
  await save.click();
  await expect(page.getByText(words.ownDomain)).toBeVisible();
  await expectClean(page, "a refused rule");
  await domains.fill("globex.example");
  await save.click();
  await expect(page.getByText(words.saved)).toBeVisible();
  await page.reload();
  await expect(domains).toHaveValue("globex.example");
  // The page is shown before it listens.
  await expect(async () => {
    await domains.fill("");
    await save.click();
    await expect(page.getByText(words.saved)).toBeVisible({ timeout: 3000 });
  }).toPass();
});

test("a company that does not exist looks like one without ways of its own", async ({ page }) => {
  const seen: string[] = [];
  for (const company of ["globex", "nobody-here"]) {
    const answer = await page.goto(`/sign-in/${company}`);
    expect(answer?.status()).toBe(200);
    seen.push(await page.locator("main").innerText());
  }
  expect(seen[0]).toBe(seen[1]);
  await page.goto("/sign-in/refused?reason=untrusted");
  await expect(page.getByText(messages.refused.untrusted)).toBeVisible();
  await expectClean(page, "a refusal");
  await page.goto("/sign-in");
  await page.getByLabel(messages.signInWays.organisation).fill("Acme");
  await page.getByLabel(messages.signInWays.organisation).press("Enter");
  await expect(page).toHaveURL(/\/sign-in\/acme/u);
});

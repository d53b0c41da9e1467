import { expect, test } from "@playwright/test";
import { expectClean, signIn } from "./visitor";

test("an administrator makes a key, uses it and revokes it", async ({ page, request }, { project }) => {
  await signIn(page, "admin@acme.example");
  await page.goto("/console/keys");
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  const name = `nightly export ${project.name} ${Date.now()}`;
  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /Priya Nair/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Make the key" }).click();
  await expect(dialog.getByText("Give it a name.")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("checkbox", { name: /Read, check and export the audit log/ }).check();
  await expectClean(page, "the form of a key");
  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: "Make the key" }).click();
  await expect(dialog.getByText("The connection dropped.")).toBeVisible();
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue(name);
  await page.context().setOffline(false);
  await dialog.getByRole("button", { name: "Make the key" }).click();
  const secret = await dialog.getByLabel("Key", { exact: true }).inputValue();
  expect(secret).toMatch(/^sb_[0-9a-f]{8}_[\w-]{43}$/);
  await expectClean(page, "a new key");
  // It is shown this once: no slip of a finger closes it.
  await page.keyboard.press("Escape");
  await page.mouse.click(4, 4);
  await expect(dialog.getByRole("button", { name: "Close" })).toHaveCount(0);
  await expect(dialog.getByLabel("Key", { exact: true })).toHaveValue(secret);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toContain(secret.slice(12));

  const bearer = { authorization: `Bearer ${secret}`, cookie: "" };
  expect((await request.get("/api/v1/audit", { headers: bearer })).status()).toBe(200);
  expect((await request.get("/api/v1/users", { headers: bearer })).status()).toBe(403);

  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Active");
  await expectClean(page, "keys");
  await row.getByRole("button", { name: `Revoke: ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke it" }).click();
  await expect(row).toContainText("Revoked");
  expect((await request.get("/api/v1/audit", { headers: bearer })).status()).toBe(401);
});

test("what is private to a colleague cannot be put into a key, and an auditor only looks", async ({ page }) => {
  await signIn(page, "admin@globex.example");
  await page.goto("/console/keys");
  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("session:read_own")).toBeVisible();
  await dialog.getByRole("searchbox").fill("author");
  await dialog.getByRole("radio", { name: /author@globex/ }).check();
  await expect(dialog.getByText("fidelity:read")).toBeVisible();
  await expect(dialog.getByText("session:read_own")).toBeHidden();
  await page.keyboard.press("Escape");
  await page.context().clearCookies();
  await signIn(page, "auditor@globex.example");
  await page.goto("/console/keys");
  await expect(page.getByRole("heading", { level: 1, name: "API keys" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a key" })).toBeHidden();
  await expectClean(page, "keys of an auditor");
});

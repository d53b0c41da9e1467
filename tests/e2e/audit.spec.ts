import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import messages from "@/messages/en.json" with { type: "json" };
import { enterRoom, expectClean, signIn } from "./visitor";

test("an auditor finds what somebody did, checks the log and takes it along", async ({ page, browser }) => {
  const other = await browser.newPage();
  await signIn(other, "trainee2@acme.example");
  const talk = await enterRoom(other, "saas-renewal-en");
  await other.close();

  await signIn(page, "auditor@acme.example");
  await page.goto("/console");
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  await expectClean(page, "audit log");

  await page.getByLabel("Who (name or email)").fill("trainee2@acme");
  await page.getByLabel("On what or whom").fill(talk);
  await page.getByLabel("On what or whom").press("Enter");
  await expect(page).toHaveURL(/target=/);
  const row = page.getByRole("row").filter({ hasText: talk });
  await expect(row).toContainText("Started a practice");
  await expect(row).toContainText("Samuel Okafor");
  await row.getByText("Show").focus();
  await page.keyboard.press("Enter");
  await expect(row.getByText("Kept with it")).toBeVisible();
  await expectClean(page, "a row");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export these as CSV" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain(`session:${talk}`);
  expect(file.trim().split("\r\n")).toHaveLength(2);

  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Exported the audit log" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Check the whole log" }).click();
  await expect(page.getByText(/Verified up to row \d+/)).toBeVisible();
  await expectClean(page, "a checked log");
});

test("a search that finds nothing says so, and a wrong field is named as a wrong request", async ({ page }) => {
  await signIn(page, "admin@acme.example");
  await page.goto("/console/audit?q=nothing-of-that-name-here");
  await expect(page.getByRole("heading", { name: "No row matches" })).toBeVisible();
  await expectClean(page, "no match");
  await page.goto("/console/audit?from=yesterday");
  await expect(page.getByRole("alert").filter({ hasText: messages.problem.invalid_request })).toBeVisible();
});

test("the log is there for nobody else", async ({ page }) => {
  await signIn(page, "trainee@acme.example");
  await page.goto("/console/audit");
  await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeHidden();
  for (const address of ["/api/v1/audit", "/api/v1/audit.csv"]) {
    const answer = await page.request.get(address);
    expect(answer.status()).toBe(403);
  }
});

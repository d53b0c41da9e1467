import { expect, test, type Page } from "@playwright/test";
import { expectClean, signIn } from "./visitor";

/** Names of this run and project alone: both run against one company. */
const tagOf = (project: string) => `${project}${Date.now().toString(36)}`;

async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByLabel("Name (optional)").fill(name);
  await dialog.getByLabel("Role").selectOption(role);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByText(`${email} is invited.`)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
}

const find = async (page: Page, words: string) => {
  await page.getByLabel("Name or email").fill(words);
  await page.getByLabel("Name or email").press("Enter");
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === words);
};
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

test("an administrator invites people, one and several, and is told who was not", async ({ page }, { project }) => {
  const tag = tagOf(project.name);
  await signIn(page, "admin@acme.example");
  await page.goto("/console/people");
  await expectClean(page, "people");

  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("Email").fill("Manager@acme.example");
  await dialog.getByLabel("Name (optional)").fill("Typed Name");
  await dialog.getByLabel("Email").press("Enter");
  await expect(dialog.getByText("Somebody with this address is here already.")).toBeVisible();
  await expect(dialog.getByLabel("Name (optional)")).toHaveValue("Typed Name");
  await expectClean(page, "an invitation refused");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Invite", exact: true })).toBeFocused();

  await page.getByRole("button", { name: "Invite several" }).click();
  const many = page.getByRole("dialog", { name: "Invite several people" });
  await many
    .getByLabel("Addresses")
    .fill(`One ${tag} <one.${tag}@acme.example>\nTwo ${tag},two.${tag}@acme.example\nnobody\nadmin@acme.example`);
  await many.getByRole("button", { name: "Invite all" }).click();
  await expect(many.getByText("2 people were invited.")).toBeVisible();
  await expect(many.getByText("Line 3: no email address in it")).toBeVisible();
  await expect(many.getByText("Line 4: is here already")).toBeVisible();
  await expect(many.getByLabel("Addresses")).toHaveValue("nobody\nadmin@acme.example");
  await expectClean(page, "several invited");
  await page.keyboard.press("Escape");

  await find(page, tag);
  await expect(page.getByRole("row").filter({ hasText: "Invited" })).toHaveCount(2);
  await page.goto("/console/people?q=nobody-of-that-name");
  await expect(page.getByRole("heading", { name: "Nobody matches" })).toBeVisible();
  await expectClean(page, "nobody found");
});

test("somebody is disabled and let in again, and removed with the team they led passed on", async ({ page }, info) => {
  const tag = tagOf(info.project.name);
  const [lead, heir] = [`Lead ${tag}`, `Heir ${tag}`];
  await signIn(page, "admin@acme.example");
  await page.goto("/console/people");
  await invite(page, lead, `lead.${tag}@acme.example`, "manager");
  await invite(page, heir, `heir.${tag}@acme.example`, "manager");

  await page.goto("/console/teams");
  await page.getByRole("button", { name: "Create a team" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`North ${tag}`);
  await page.getByRole("dialog").getByRole("button", { name: "Create a team" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `North ${tag}` })).toBeVisible();
  await expectClean(page, "a team without people");
  await page.getByRole("button", { name: "Add people" }).click();
  const dialog = page.getByRole("dialog", { name: "Add people to the team" });
  await dialog.getByLabel("Name or email").fill(lead);
  await dialog.getByLabel("Name or email").press("Enter");
  await dialog.getByRole("button", { name: `Add : ${lead}` }).click();
  await expect(dialog.getByText("In the team", { exact: true })).toBeVisible();
  await expectClean(page, "somebody put in");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: `Make lead : ${lead}` }).click();
  await expect(page.getByText(`${lead} leads North ${tag}.`)).toBeVisible();
  await page.getByRole("button", { name: `Take out : ${lead}` }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`Led by ${lead}.`)).toBeVisible();
  await expectClean(page, "a team");
  const team = page.url();

  await page.goto("/console/people");
  await find(page, tag);
  const menu = page.getByRole("button", { name: `Actions for ${lead}` });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Disable" }).press("Enter");
  await expect(rowOf(page, lead)).toContainText("Disabled");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${lead} can sign in again.`)).toBeVisible();
  await expect(rowOf(page, lead)).toContainText("Invited");

  await menu.click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  const asking = page.getByRole("dialog", { name: `Remove ${lead}?` });
  await asking.getByRole("radio", { name: "Erase them" }).check();
  await asking.getByLabel(`Who leads North ${tag} from now on?`).selectOption(`${heir} (heir.${tag}@acme.example)`);
  await expectClean(page, "a removal");
  await asking.getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByText(`${lead} was removed.`)).toBeVisible();
  await expect(rowOf(page, heir)).toBeVisible();
  await expect(rowOf(page, `lead.${tag}`)).toHaveCount(0);
  await page.goto(team);
  await expect(page.getByText(`Led by ${heir}.`)).toBeVisible();
});

test("a person's page changes name and role, keeps what was typed, and leads to their rows of the log", async ({
  page,
}, info) => {
  const tag = tagOf(info.project.name);
  const name = `Page ${tag}`;
  await signIn(page, "admin@acme.example");
  await page.goto("/console/people");
  await invite(page, name, `page.${tag}@acme.example`, "trainee");
  await find(page, tag);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectClean(page, "a person");
  await page.getByLabel("Name", { exact: true }).fill(`Renamed ${tag}`);
  await page.getByLabel("Role").selectOption("author");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Renamed ${tag}` })).toBeVisible();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: "What was done to them" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Changed a person" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Invited a person" })).toBeVisible();
});

test("a save undoes nothing a colleague changed, and a dropped connection loses nothing that was typed", async ({
  page,
}, info) => {
  const tag = tagOf(info.project.name);
  await signIn(page, "admin@acme.example");
  await page.goto("/console/people");
  await invite(page, `Both ${tag}`, `both.${tag}@acme.example`, "trainee");
  await find(page, tag);
  await page.getByRole("link", { name: `Both ${tag}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Both ${tag}` })).toBeVisible();
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await colleague.getByLabel("Role").selectOption("author");
  await colleague.getByRole("button", { name: "Save" }).click();
  await expect(colleague.getByText("Saved.")).toBeVisible();

  await page.getByLabel("Name", { exact: true }).fill(`Typed ${tag}`);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByLabel("Role")).toHaveValue("author");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Typed ${tag}`);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The connection dropped.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Typed ${tag}`);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: `Typed ${tag}` })).toBeVisible();
  await expect(page.getByLabel("Role")).toHaveValue("author");
});

test("the last administrator is told why they stay one", async ({ page }) => {
  await signIn(page, "admin@globex.example");
  await page.goto("/console/people?role=admin&state=active");
  await page.getByRole("link", { name: "周敏" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "周敏" })).toBeVisible();
  await expect(page.getByText("This is you.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove…" })).toHaveCount(0);
  await page.getByLabel("Role").selectOption("trainee");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Step back" }).click();
  await expect(page.getByText("This is the last administrator.")).toBeVisible();
  await expect(page.getByLabel("Role")).toHaveValue("trainee");
});

test("a manager is shown the teams they lead and nothing of people; a trainee nothing at all", async ({
  page,
  browser,
}) => {
  await signIn(page, "manager@acme.example");
  await page.goto("/console");
  await expectClean(page, "the overview of a manager");
  await page.goto("/console/teams");
  await expect(page.getByRole("heading", { level: 1, name: "Teams" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create a team" })).toHaveCount(0);
  await expectClean(page, "teams of a manager");
  await page.goto("/console/people");
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeHidden();
  const other = await browser.newPage();
  await signIn(other, "trainee@acme.example");
  for (const address of ["/console", "/console/people", "/console/teams"]) {
    await other.goto(address);
    await expect(other.getByRole("navigation", { name: "Console" })).toBeHidden();
  }
  for (const address of ["/api/v1/users", "/api/v1/teams"]) {
    const answer = await other.request.get(address);
    expect(answer.status()).toBe(403);
  }
  await other.close();
});

test("an administrator's overview counts people and leads to them", async ({ page }) => {
  await signIn(page, "admin@acme.example");
  await page.goto("/console");
  await expectClean(page, "the overview");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Auditor/ })
    .click();
  await expect(page).toHaveURL(/role=auditor/);
  await expect(rowOf(page, "Tomas Becker")).toBeVisible();
});

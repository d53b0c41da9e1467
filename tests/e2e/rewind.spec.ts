import { expect, test, type Page } from "@playwright/test";
import { endTalk, enterRoom, expectClean, lines, say, signIn, transcript } from "./visitor";

const otherwise = [
  "Before I say a word about us: what would make this half hour worth it for you?",
  "What did it cost you the last time it went wrong?",
  "Why is that, and what have you tried so far?",
];

const isRead = (page: Page) =>
  expect(page.getByRole("heading", { name: "Checks and proof" })).toBeVisible({ timeout: 60_000 });

test("a trainee goes back to the second turn, plays on differently and sees both paths side by side", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "trainee@globex.example");
  const first = await enterRoom(page, "saas-renewal-en");
  for (const line of lines.slice(0, 4)) await say(page, line);
  const before = await transcript(page);
  await endTalk(page);
  await isRead(page);
  await expectClean(page, "debrief");

  const again = page.locator("#m3").getByRole("button", { name: /Rewind to message 3$/ });
  await again.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Try again from message 3?" });
  await expect(sheet).toContainText("This path stays as it is");
  await expect(sheet).toContainText(lines[1] ?? "");
  await expectClean(page, "rewind sheet");
  await page.keyboard.press("Escape");
  await expect(again).toBeFocused();
  await page.keyboard.press("Enter");
  await sheet.getByRole("button", { name: "Go back to message 3" }).click();

  await expect(page).toHaveURL(/\/room\//);
  await expect(page.getByText("Second try from message 3.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Messages 1 to 2 are carried over" }).locator("article")).toHaveCount(
    2,
  );
  expect(await transcript(page)).toEqual(before.slice(0, 2));
  await expectClean(page, "second try in the room");
  const second = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(second).not.toBe(first);
  for (const line of otherwise) await say(page, line);
  await endTalk(page);
  await isRead(page);
  await expect(page.getByText("Second try from message 3")).toBeVisible();

  await page.getByRole("link", { name: "Compare with the first path" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/compare/${first}/${second}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Two tries compared" })).toBeVisible();
  await expect(page.getByText("The same words up to message 2. From message 3 on they part.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Checks gained and lost" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("img", { name: /^Trust of Priya Nair by turn\. First path: \d+/ })).toBeVisible();
  const [left, right] = [page.locator(".talk-column").first(), page.locator(".talk-column").last()];
  await expect(left).toContainText(lines[1] ?? "");
  await expect(right).toContainText(otherwise[0] ?? "");
  await expect(right).not.toContainText(lines[1] ?? "");
  await page.getByText("The figures as a table").click();
  await expect(page.getByRole("row", { name: /^Start/ })).toBeVisible();
  await expectClean(page, "comparison");

  await page.goto("/history");
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/debrief/${second}"]`) });
  await expect(row).toContainText("Second try from message 3");
  await expect(row.getByRole("link", { name: /^Compare/ })).toHaveAttribute("href", `/compare/${first}/${second}`);
  await page.goto(`/debrief/${first}`);
  await expect(page.getByRole("link", { name: "Compare with the try from message 3" })).toBeVisible();
  expect(await page.locator(".tline q").allInnerTexts()).toEqual(before);
});

test("talks that share no beginning are not compared, and a stranger's are not there", async ({
  page,
  browser,
  contextOptions,
}) => {
  await signIn(page, "manager@globex.example");
  const talks: string[] = [];
  for (const text of ["Good morning.", "Hello, do you have a minute?"]) {
    talks.push(await enterRoom(page, "card-upgrade-en"));
    await say(page, text);
    await endTalk(page);
  }
  const address = `/compare/${talks.join("/")}`;
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "These talks cannot be compared" })).toBeVisible();
  await expectClean(page, "talks that cannot be compared");
  const stranger = await (await browser.newContext(contextOptions)).newPage();
  await signIn(stranger, "author@globex.example");
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { name: "There is no such page here" })).toBeVisible();
  await stranger.context().close();
});

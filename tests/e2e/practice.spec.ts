import { expect, test } from "@playwright/test";
import { endTalk, enterRoom, lines, say, signIn, words } from "./visitor";

test("a trainee reads the brief, talks, and gets a debrief whose quotes are the words that were said", async ({
  page,
}) => {
  await signIn(page, "trainee@acme.example");
  await page.goto("/practice/saas-renewal-en");
  await expect(page.getByRole("heading", { name: "How it is judged" })).toBeVisible();
  await page.getByText("Easy", { exact: true }).click();
  await enterRoom(page, "saas-renewal-en");
  for (const line of lines) await say(page, line);
  await endTalk(page);

  await expect(page.getByRole("heading", { name: "Checks and proof" })).toBeVisible({ timeout: 60_000 });
  const said = await page.locator(".tline q").allInnerTexts();
  expect(said.filter((text) => lines.includes(text))).toHaveLength(lines.length);
  const proofs = page.locator(".receipt:not(.empty):not(.doc)");
  expect(await proofs.count()).toBeGreaterThan(0);
  for (const proof of await proofs.all()) {
    if (!(await proof.isVisible())) continue;
    const number = Number(await proof.locator(".stub").innerText());
    const quoted = await proof.locator("mark").innerText();
    expect(said[number - 1]).toContain(quoted);
    await expect(proof).toContainText(words.en.proof);
  }
  await expect(page.getByRole("heading", { name: /kept hidden/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Next", exact: true })).toBeVisible();
});

test("a short talk is not scored, says why, and shows no number", async ({ page }) => {
  await signIn(page, "trainee2@acme.example");
  await enterRoom(page, "card-upgrade-en");
  await say(page, "Good morning, how are you?");
  await endTalk(page);
  await expect(page.getByRole("heading", { name: "Not scored: too short to judge" })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".ruler")).toHaveCount(0);
  await expect(page.getByText(/short of the bar|above the bar/)).toHaveCount(0);
});

test("a Chinese-speaking trainee practises and reads the debrief in Chinese", async ({ browser, contextOptions }) => {
  const context = await browser.newContext({ ...contextOptions, locale: "zh-CN" });
  const page = await context.newPage();
  await signIn(page, "trainee@globex.example");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await enterRoom(page, "saas-renewal-zh", "zh");
  await say(page, "沈总您好，我想用二十分钟先听听您的看法，再看下一步，您看行吗？", "zh");
  await say(page, "这次调价的消息，您是怎么知道的？对预算影响大不大？", "zh");
  await say(page, "您说东西还是那个东西，那现在大家实际用得怎么样？", "zh");
  await say(page, "这件事除了您，还要谁点头？流程大概怎么走？", "zh");
  await endTalk(page, "zh");
  await expect(page.getByRole("heading", { name: "逐项与原话" })).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".tline q").first()).toContainText("沈总您好");
  await context.close();
});

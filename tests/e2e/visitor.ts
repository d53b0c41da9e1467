import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export type Person =
  `${"trainee" | "trainee2" | "manager" | "author" | "admin" | "auditor"}@${"acme" | "globex"}.example`;

/** Signs in through the real local identity provider. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("main form button.primary[type=submit]").click();
  await page.getByRole("button", { name: person }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL((url) => url.pathname === "/");
}

/** The words of the room in the language of the page. */
export const words = {
  en: {
    enter: "Enter the room",
    send: "Send",
    stop: "Stop the reply",
    end: "End and debrief",
    more: "Brief and end",
    confirm: "End it",
    proof: "Word for word",
    conversation: "Conversation",
  },
  zh: {
    enter: "进入练习室",
    send: "发送",
    stop: "停下这段回复",
    end: "结束并复盘",
    more: "任务说明和结束",
    confirm: "结束",
    proof: "原话一致",
    conversation: "对话",
  },
} as const;
export type Language = keyof typeof words;

/** From a scenario's brief into its room; returns the id of the talk. */
export async function enterRoom(page: Page, scenarioId: string, language: Language = "en"): Promise<string> {
  await page.goto(`/practice/${scenarioId}`);
  await page.getByRole("button", { name: words[language].enter }).click();
  await expect(page).toHaveURL(/\/room\//);
  await expect(page.getByRole("textbox")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Sends without waiting for the answer. */
export async function type(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.getByRole("textbox").press("Enter");
}

/** Sends and waits until the buyer has answered; returns the number of messages then. */
export async function say(page: Page, text: string, language: Language = "en"): Promise<number> {
  const log = page.getByRole("region", { name: words[language].conversation }).locator("article");
  const before = await log.count();
  await type(page, text);
  await expect(log).toHaveCount(before + 2);
  await expect(page.getByRole("button", { name: words[language].stop })).toBeHidden();
  await expect(log.last().locator(".txt")).not.toBeEmpty();
  return before + 2;
}

/** The transcript as the room shows it. */
export async function transcript(page: Page): Promise<string[]> {
  return page.locator(".log article .txt").allInnerTexts();
}

/** Ends the talk, on a phone through the sheet, and waits for the debrief to be read. */
export async function endTalk(page: Page, language: Language = "en"): Promise<void> {
  const said = words[language];
  const end = page.getByRole("button", { name: said.end });
  if (!(await end.isVisible())) await page.getByRole("button", { name: said.more }).click();
  await page.getByRole("button", { name: said.end }).click();
  await page.getByRole("dialog").getByRole("button", { name: said.confirm, exact: true }).click();
  await expect(page).toHaveURL(/\/debrief\//);
}

/** A talk long enough to be scored. The buyer may end it before the last line. */
export const lines = [
  "Hi Priya, I have 20 minutes: your view of the change first, then a next step. Is that all right?",
  "How did the news of the new plan reach you, and what did it do to your budget?",
  "What happens in October, when the seasonal staff leave?",
  "You said you call it an increase. What would make it one you can defend?",
  "Who else has to agree before you can sign, and how is that decided?",
];

/** No accessibility fault in either theme, and nothing that scrolls sideways. */
export async function expectClean(page: Page, what: string): Promise<void> {
  // The framework sends a page's title after its body where that took longer.
  await expect(page).toHaveTitle(/./u);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    const told = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
    expect(told, `${what}, ${colorScheme}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

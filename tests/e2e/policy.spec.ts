import { expect, test } from "@playwright/test";
import { signIn } from "./visitor";

test("the policy of pages stops nothing of ours: no script, style sheet or picture is held back, and a dialog holds the page still", async ({
  page,
}) => {
  const held: string[] = [];
  await page.exposeFunction("tellHeld", (what: string) => held.push(what));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      const tell: unknown = Reflect.get(window, "tellHeld");
      // a library asks once whether it may write code of its own, and does without
      if (typeof tell === "function" && blockedURI !== "eval") tell(`${violatedDirective} ${blockedURI}`);
    }),
  );
  await signIn(page, "admin@acme.example");
  for (const path of ["/", "/practice", "/history", "/settings", "/console/people", "/console/audit"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  await page.goto("/console/teams");
  await page.getByRole("button", { name: "Create a team" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("overflow", "hidden");
  expect(held).toEqual([]);
});

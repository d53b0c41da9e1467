import { expect, test, type Page } from "@playwright/test";
import { signInAs, type Visitor } from "../support/sign-in";
import { expectClean } from "./visitor";

/** Words that would do something wherever they are taken for more than words. Each sets `__ran` or loads from `evil.example`. */
const hostile = [
  `<img src=http://evil.example/a.png onerror=window.__ran=1>`,
  `"><script>window.__ran=1</script>`,
  `</title><svg/onload=window.__ran=1>`,
  `{{constructor.constructor('window.__ran=1')()}}`,
  `[x](javascript:window.__ran=1)`,
];
const named = (at: number) => `N${at} ${hostile[at % hostile.length]}`;

const json = (body: unknown): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});

/** Gives the browser the cookies of somebody who signed in without one. */
async function become(page: Page, visitor: Visitor, base: string): Promise<void> {
  const cookies = visitor.jar.header(new URL(base)).split("; ");
  await page.context().clearCookies();
  await page.context().addCookies(
    cookies.map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base };
    }),
  );
}

/** What the words did on this page: nothing, and they can be read. */
async function expectHarmless(page: Page, path: string, shows: RegExp | null): Promise<void> {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  page.on("dialog", (dialog) => loaded.push(`dialog ${dialog.message()}`));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  if (shows) await expect(page.locator("body")).toContainText(shows);
  await page.waitForLoadState("networkidle");
  const did = await page.evaluate(() => ({
    ran: "__ran" in window,
    planted: document.querySelectorAll('img[src*="evil"], svg[onload], [onerror], a[href^="javascript"]').length,
  }));
  expect(did, path).toEqual({ ran: false, planted: 0 });
  expect(
    loaded.filter((one) => /^https?:\/\/evil\.example|^dialog/u.test(one)),
    path,
  ).toEqual([]);
}

test("names and messages with markup are words, on every page that shows them", async ({ page, baseURL }) => {
  const base = baseURL ?? "";
  const tag = crypto.randomUUID().slice(0, 8);
  const email = `hostile-${tag}@acme.example`;
  const { visitor } = await signInAs(base, { email, name: named(0), tenant: "acme", role: "trainee" });
  const { id } = (await (await visitor.call("/api/v1/sessions", json({ scenarioId: "saas-renewal-en" }))).json()) as {
    id: string;
  };
  for (const words of hostile.slice(0, 4)) {
    const answer = await visitor.call(
      `/api/v1/sessions/${id}/turns`,
      json({ turnId: crypto.randomUUID(), text: words }),
    );
    await answer.text();
  }
  await become(page, visitor, base);
  await expectHarmless(page, `/room/${id}`, /onerror=window/u);
  await visitor.call(`/api/v1/sessions/${id}/end`, json({}));
  await expectHarmless(page, `/debrief/${id}`, null);
  await expectHarmless(page, "/settings", /onerror=window/u);

  const { visitor: admin } = await signInAs(base, {
    email: `boss-${tag}@acme.example`,
    name: named(1),
    tenant: "acme",
    role: "admin",
  });
  for (const at of [2, 3, 4])
    expect((await admin.call("/api/v1/teams", json({ name: `${tag} ${named(at)}` }))).status).toBe(201);
  const found = (await (await admin.call(`/api/v1/users?q=hostile-${tag}`)).json()) as { items: { id: string }[] };
  const person = found.items[0]?.id ?? "";
  const key = { userId: person, name: named(1), scopes: ["scenario:read"], days: 3 };
  expect((await admin.call("/api/v1/keys", json(key))).status).toBe(201);

  await become(page, admin, base);
  await expectHarmless(page, `/console/people?q=hostile-${tag}`, /onerror=window/u);
  await expectHarmless(page, `/console/people/${person}`, /onerror=window/u);
  await expectHarmless(page, "/console/teams", /svg\/onload/u);
  await expectHarmless(page, "/console/keys", /<script>window/u);
  await expectHarmless(page, `/console/audit?person=hostile-${tag}`, /onerror=window/u);
  await expectHarmless(page, `/console/audit?q=${encodeURIComponent(hostile[1] ?? "")}`, null);
  await expectHarmless(page, "/console/logins", /onerror=window/u);
  await expectClean(page, "a page of hostile names");
  await expectHarmless(page, `/sign-in/refused?reason=${encodeURIComponent(hostile[0] ?? "")}`, null);
});

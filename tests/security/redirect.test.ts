import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { Arrival } from "@/tests/support/arrival";
import { startBadProvider, type BadProvider } from "@/tests/support/bad-provider";
import { builtActions } from "@/tests/support/build";
import { actionResult, callAction } from "@/tests/support/raw-action";
import { visit } from "@/tests/support/sign-in";

let provider: BadProvider;
let app: AppServer;
beforeAll(async () => {
  provider = await startBadProvider();
  const { issuer, client } = provider;
  app = await startApp({
    AUTH_OIDC_ISSUER: issuer,
    AUTH_OIDC_CLIENT_ID: client.id,
    AUTH_OIDC_CLIENT_SECRET: client.secret,
    AUTH_OIDC_SCOPES: "openid profile email",
  });
});
afterAll(async () => {
  await app?.stop();
  await provider?.stop();
});

const traps = [
  "https://evil.example",
  "https:evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/..//evil.example",
  "/%2e%2e//evil.example",
  "%2F%2Fevil.example",
  "@evil.example",
  "http://localhost@evil.example",
  "javascript:alert(1)",
];

/** A header as the browser would follow it from a page of ours. */
const staysHere = (location: string | null) => location !== null && new URL(location, app.url).origin === app.url;

describe("the way back after sign-in", () => {
  it.each(traps)("leads to our own site when the provider's answer is asked to lead to %j", async (trap) => {
    provider.act({});
    const arrival = new Arrival(app.url);
    expect((await arrival.arrive(trap)).origin).toBe(app.url);
    expect(await arrival.isIn()).toBe(true);
  });

  it.each(traps)("leads to our own site when the sign-in page was opened with %j", async (trap) => {
    const action = builtActions().find(({ exported }) => exported === "beginSignIn");
    if (!action) throw new Error("the build has the action");
    const arrival = new Arrival(app.url, visit(app.url));
    const page = await arrival.visitor.call(`/sign-in?${new URLSearchParams({ returnTo: trap })}`);
    expect(page.status).toBe(200);
    const answer = await callAction(arrival.visitor, { ...action, pages: ["/sign-in"] }, { returnTo: trap });
    const begun = actionResult(await answer.text());
    // sound: the action's own result
    const { address } = (begun?.ok ? begun.data : {}) as { address?: string };
    expect(address).toContain(provider.issuer);
    const landed = await arrival.comeBack(await arrival.visitProvider(address ?? ""));
    expect(landed.origin).toBe(app.url);
  });

  it.each(traps)("is not taken from a cookie somebody planted: %j", async (trap) => {
    const arrival = new Arrival(app.url);
    const address = await arrival.visitProvider(await arrival.begin("/history"));
    const planted = `authjs.callback-url=${encodeURIComponent(trap)}; Path=/`;
    arrival.visitor.jar.store(new URL(app.url), new Response(null, { headers: { "set-cookie": planted } }));
    const landed = await arrival.comeBack(address);
    expect(landed.origin === app.url || landed.href === "about:blank").toBe(true);
  });

  it("is where one wanted to go, when that is a page of ours", async () => {
    expect((await new Arrival(app.url).arrive("/history?q=1")).href).toBe(`${app.url}/history?q=1`);
  });
});

describe("other ways on", () => {
  it.each(traps)("signing out leads to our own page or our provider, whatever is asked: %j", async (trap) => {
    const asked = new URLSearchParams({ post_logout_redirect_uri: trap, callbackUrl: trap, returnTo: trap });
    const out = await new Arrival(app.url).visitor.call(`/api/auth/sign-out?${asked}`, { method: "POST" });
    expect(out.status === 400 || out.headers.get("location") === `${app.url}/sign-in`).toBe(true);
  });

  it.each(traps)("the way to sign-in keeps the page asked for as a path: %j", async (trap) => {
    const answer = await visit(app.url).call(`/${encodeURIComponent(trap)}`);
    expect(staysHere(answer.headers.get("location"))).toBe(true);
  });

  it.each(traps)("naming one's organisation leads to our own page: %j", async (trap) => {
    const answer = await visit(app.url).call(`/sign-in?${new URLSearchParams({ organisation: trap, returnTo: trap })}`);
    if (answer.status === 200) return;
    expect(staysHere(answer.headers.get("location"))).toBe(true);
  });
});

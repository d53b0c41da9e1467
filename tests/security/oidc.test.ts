import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { Arrival } from "@/tests/support/arrival";
import { startBadProvider, type BadProvider, type Script } from "@/tests/support/bad-provider";

let provider: BadProvider;
let app: AppServer;
const startWith = ({ issuer, client }: BadProvider) =>
  startApp({
    AUTH_OIDC_ISSUER: issuer,
    AUTH_OIDC_CLIENT_ID: client.id,
    AUTH_OIDC_CLIENT_SECRET: client.secret,
    AUTH_OIDC_SCOPES: "openid profile email",
  });
beforeAll(async () => {
  provider = await startBadProvider();
  app = await startWith(provider);
});
afterAll(async () => {
  await app?.stop();
  await provider?.stop();
});

const now = () => Math.floor(Date.now() / 1000);
const sessionCookie = /authjs\.session-token=[^;]/u;

/** Nobody is let in: no session, and a page that says why. */
async function expectRefused(arrival: Arrival, landed: URL): Promise<void> {
  expect(landed.origin + landed.pathname).toBe(`${app.url}/sign-in/refused`);
  expect(arrival.cookies).not.toMatch(sessionCookie);
  expect(await arrival.isIn()).toBe(false);
  const page = await arrival.visitor.call(`${landed.pathname}${landed.search}`);
  expect(page.status).toBe(200);
}

const claims = (change: () => Record<string, unknown>): Script => ({
  claims: (honest) => ({ ...honest, ...change() }),
});

describe("an identity token", () => {
  it("of an honest provider lets its person in", async () => {
    provider.act({});
    const arrival = new Arrival(app.url);
    expect((await arrival.arrive("/history")).pathname).toBe("/history");
    expect(await arrival.isIn()).toBe(true);
  });

  const lies: [what: string, script: Script][] = [
    ["a stranger's signature", { signing: "stranger" }],
    ["no signature", { signing: "none" }],
    ["the public key as a shared secret", { signing: "public_key_as_secret" }],
    ["the name of an unknown key", { header: { kid: "unknown" }, signing: "stranger" }],
    ["another audience", claims(() => ({ aud: "somebody-else" }))],
    ["a second audience that is not ours alone", claims(() => ({ aud: [provider.client.id, "other"], azp: "other" }))],
    ["another issuer", claims(() => ({ iss: "https://evil.example" }))],
    ["another nonce", claims(() => ({ nonce: "of-another-sign-in" }))],
    ["no nonce", claims(() => ({ nonce: undefined }))],
    ["no subject", claims(() => ({ sub: undefined }))],
    ["an empty subject", claims(() => ({ sub: "" }))],
    ["no expiry", claims(() => ({ exp: undefined }))],
    ["an end ten minutes ago", claims(() => ({ exp: now() - 600 }))],
    ["a beginning in ten minutes", claims(() => ({ nbf: now() + 600 }))],
    ["a clock ten minutes ahead", claims(() => ({ iat: now() + 600, exp: now() + 4200 }))],
    ["a clock ten minutes behind", claims(() => ({ iat: now() - 600, exp: now() + 3000 }))],
  ];
  it.each(lies)("with %s lets nobody in", async (_what, script) => {
    provider.act(script);
    const arrival = new Arrival(app.url);
    await expectRefused(arrival, await arrival.arrive());
  });

  it.each([
    ["ahead", () => ({ iat: now() + 90, nbf: now() + 90, exp: now() + 3690 })],
    ["behind, and just over", () => ({ iat: now() - 690 + 600, exp: now() - 90 })],
  ])("from a clock 90 seconds %s is good", async (_what, change) => {
    provider.act(claims(change));
    const arrival = new Arrival(app.url);
    await arrival.arrive();
    expect(await arrival.isIn()).toBe(true);
  });

  it("lets nobody in when two keys bear the name of its own", async () => {
    const other = await startBadProvider();
    other.act({ keys: (own, stranger) => [own, stranger] });
    const doubtful = await startWith(other);
    try {
      const arrival = new Arrival(doubtful.url);
      const landed = await arrival.arrive();
      expect([landed.pathname, landed.searchParams.get("reason")]).toEqual(["/sign-in/refused", "untrusted"]);
      expect(await arrival.isIn()).toBe(false);
    } finally {
      await doubtful.stop();
      await other.stop();
    }
  });

  it("of somebody whose company is not here, or who has no role, says so and lets nobody in", async () => {
    for (const [person, reason] of [
      [{ sub: "x", tenant: "nobody-here" }, "unknown_tenant"],
      [{ sub: "x", role: "janitor" }, "no_role"],
    ] as const) {
      provider.act({ person });
      const arrival = new Arrival(app.url);
      const landed = await arrival.arrive();
      await expectRefused(arrival, landed);
      expect(landed.searchParams.get("reason")).toBe(reason);
    }
  });
});

describe("coming back from the provider", () => {
  const victim = () => new Arrival(app.url);
  const attackerAtTheDoor = async () => {
    provider.act({ person: { sub: "acme-manager", email: "manager@acme.example", role: "manager" } });
    const attacker = new Arrival(app.url);
    const address = await attacker.visitProvider(await attacker.begin());
    provider.act({});
    return { attacker, address };
  };

  it("without having left lets nobody in: an attacker's answer signs no visitor in as them", async () => {
    const { address } = await attackerAtTheDoor();
    const fresh = victim();
    await expectRefused(fresh, await fresh.comeBack(address));
  });

  it("with another browser's state lets nobody in", async () => {
    const { attacker, address } = await attackerAtTheDoor();
    const begun = victim();
    await begun.begin();
    await expectRefused(begun, await begun.comeBack(address));
    // the state alone decides nothing either: whoever began may finish
    expect((await attacker.comeBack(address)).pathname).toBe("/");
  });

  it("with an attacker's code under one's own state lets nobody in", async () => {
    const { address } = await attackerAtTheDoor();
    const begun = victim();
    const own = new URL(await begun.visitProvider(await begun.begin()));
    own.searchParams.set("code", new URL(address).searchParams.get("code") ?? "");
    await expectRefused(begun, await begun.comeBack(own.href));
  });

  it("works once", async () => {
    const arrival = victim();
    const address = await arrival.visitProvider(await arrival.begin());
    const cookies = arrival.cookies;
    await arrival.comeBack(address);
    expect(await arrival.isIn()).toBe(true);
    const { pathname, search } = new URL(address);
    const again = await fetch(new URL(pathname + search, app.url), {
      headers: { cookie: cookies },
      redirect: "manual",
    });
    expect(new URL(again.headers.get("location") ?? "", app.url).pathname).toBe("/sign-in/refused");
    expect(again.headers.getSetCookie().join()).not.toMatch(sessionCookie);
  });

  it.each([
    ["without a state", (url: URL) => url.searchParams.delete("state")],
    ["with a state made up", (url: URL) => url.searchParams.set("state", "made-up")],
    ["without a code", (url: URL) => url.searchParams.delete("code")],
    ["with a second code", (url: URL) => url.searchParams.append("code", "another")],
    ["from another issuer", (url: URL) => url.searchParams.set("iss", "https://evil.example")],
    ["with the provider's error", (url: URL) => url.searchParams.set("error", "access_denied")],
  ])("%s lets nobody in", async (_what, tamper) => {
    const arrival = victim();
    const address = new URL(await arrival.visitProvider(await arrival.begin()));
    tamper(address);
    await expectRefused(arrival, await arrival.comeBack(address.href));
  });

  it("to a provider that does not exist leads nowhere", async () => {
    for (const path of ["oidc2", "c-00000000-0000-4000-8000-000000000000", "c-1", "..%2fcsrf", "oidc/more"]) {
      const answer = await victim().visitor.call(`/api/auth/callback/${path}?code=x&state=y`);
      expect([404, 302]).toContain(answer.status);
      const to = answer.headers.get("location");
      if (to) expect(new URL(to).pathname).toBe("/sign-in/refused");
      expect(answer.headers.getSetCookie().join()).not.toMatch(sessionCookie);
    }
  });

  it("cannot be begun by another site's form", async () => {
    const visitor = victim().visitor;
    const begun = await visitor.call("/api/auth/signin/oidc", {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: new URLSearchParams({ csrfToken: "made-up", callbackUrl: "/" }),
    });
    expect(begun.headers.get("location") ?? "").not.toContain(provider.issuer);
    const got = await visitor.call("/api/auth/signin/oidc");
    expect(got.status).toBe(404);
  });
});

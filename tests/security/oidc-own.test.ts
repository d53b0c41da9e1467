import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { Arrival } from "@/tests/support/arrival";
import { startBadProvider, type BadProvider } from "@/tests/support/bad-provider";
import { builtActions } from "@/tests/support/build";
import { until } from "@/tests/support/practice";
import { actionResult, callAction } from "@/tests/support/raw-action";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

let app: AppServer;
let provider: BadProvider;
let admin: Visitor;
beforeAll(async () => {
  [app, provider] = await Promise.all([startApp(), startBadProvider()]);
  admin = (await signInAs(app.url, "acme-admin")).visitor;
});
afterAll(async () => {
  await app?.stop();
  await provider?.stop();
});

async function call(visitor: Visitor, name: string, input: unknown) {
  const action = builtActions().find(({ exported }) => exported === name);
  if (!action) throw new Error(`the build has no ${name}`);
  const result = actionResult(await (await callAction(visitor, action, input)).text());
  if (!result) throw new Error(`${name} answered nothing`);
  return result;
}

/** A provider of Acme's own, switched on. */
async function connect(): Promise<string> {
  provider.act({});
  const added = await call(admin, "addConnection", {
    name: "Directory",
    issuer: provider.issuer,
    clientId: provider.client.id,
    clientSecret: provider.client.secret,
    scopes: "openid profile email",
    roleClaim: "role",
    roles: {},
    defaultRole: null,
  });
  // sound: the action's own result
  const id = added.ok ? (added.data as { id: string }).id : "";
  expect(await call(admin, "enableConnection", { id })).toMatchObject({ ok: true });
  return id;
}

describe("a company's own provider", () => {
  let id: string;
  beforeAll(async () => {
    id = await connect();
  });
  const by = () => `c-${id}`;

  it("lets its people into that company, whatever they claim of another", async () => {
    provider.act({ person: { sub: randomUUID(), email: "admin@globex.example", tenant: "globex", role: "admin" } });
    const arrival = new Arrival(app.url);
    await arrival.arrive("/", by());
    expect(await arrival.isIn()).toBe(true);
    const settings = await (await arrival.visitor.call("/settings")).text();
    expect(settings).toContain("Acme");
    expect(settings).not.toContain("Globex");
    const people = await (await arrival.visitor.call("/api/v1/users?limit=100")).text();
    expect(people).toContain("acme.example");
    expect(people).not.toContain("trainee@globex.example");
  });

  it("is asked through its own callback alone: an answer of one provider does not pass for another's", async () => {
    const arrival = new Arrival(app.url);
    const address = new URL(await arrival.visitProvider(await arrival.begin("/", by())));
    address.pathname = "/api/auth/callback/oidc";
    const landed = await arrival.comeBack(address.href);
    expect(landed.pathname).toBe("/sign-in/refused");
    expect(await arrival.isIn()).toBe(false);
  });

  it.each([
    ["a stranger's signature", { signing: "stranger" }],
    ["no signature", { signing: "none" }],
  ] as const)("lets nobody in by a token with %s", async (_what, script) => {
    provider.act(script);
    const arrival = new Arrival(app.url);
    const landed = await arrival.arrive("/", by());
    expect([landed.pathname, landed.searchParams.get("reason")]).toEqual(["/sign-in/refused", "untrusted"]);
    expect(await arrival.isIn()).toBe(false);
  });

  it("cannot send the application into its own network once people trust it", async () => {
    const inner = await startBadProvider();
    const { port } = new URL(inner.issuer);
    provider.act({ metadata: (honest) => ({ ...honest, token_endpoint: `http://0.0.0.0:${port}/token` }) });
    const arrival = new Arrival(app.url);
    const landed = await arrival.arrive("/", by());
    expect(landed.pathname).toBe("/sign-in/refused");
    expect(inner.asked).toEqual([]);
    await inner.stop();
  });

  it("shows its secret to nobody, in no page and no answer", async () => {
    const page = await (await admin.call("/console/sign-in")).text();
    const rsc = await (await admin.call("/console/sign-in", { headers: { rsc: "1" } })).text();
    const tried = JSON.stringify(await call(admin, "testConnection", { id }));
    for (const text of [page, rsc, tried]) expect(text).not.toContain(provider.client.secret);
    expect(page).toContain(provider.issuer);
  });

  it("lets nobody in once it is off, and puts out who came by it", async () => {
    provider.act({ person: { sub: randomUUID(), role: "trainee" } });
    const arrival = new Arrival(app.url);
    await arrival.arrive("/", by());
    expect(await arrival.isIn()).toBe(true);
    expect(await call(admin, "disableConnection", { id })).toMatchObject({ ok: true });
    await until(async () => !(await arrival.isIn()));
    const again = await new Arrival(app.url).visitor.call(`/api/auth/callback/${by()}?code=x&state=y`);
    expect(again.headers.get("location")).toBe(`${app.url}/sign-in/refused?reason=connection_off`);
    const begun = await call(new Arrival(app.url).visitor, "beginSignIn", { connectionId: id });
    expect(begun).toMatchObject({ ok: false, problem: { code: "not_found" } });
  });
});

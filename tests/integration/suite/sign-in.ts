import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findActor } from "@/db/actors";
import { findConnection } from "@/db/connections";
import { resolveSignIn, type Arrival } from "@/db/identity";
import type { Ctx } from "@/lib/contracts/context";
import type { Connection, ProbeReason, ProbeStep } from "@/lib/contracts/sign-in";
import {
  addConnection,
  changeConnection,
  removeConnection,
  setConnectionEnabled,
  testConnection,
} from "@/lib/domain/connections";
import { operate } from "@/lib/domain/operations";
import { findByAddress } from "@/lib/domain/privacy-erasure";
import { listSignInChoices } from "@/lib/domain/sign-in-choices";
import { getSignInSettings, setSignInPolicy } from "@/lib/domain/sign-in-policy";
import { invitePerson } from "@/lib/domain/users-changing";
import { env } from "@/lib/platform/env";
import { startBadProvider, type BadProvider, type Script } from "@/tests/support/bad-provider";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aProvider } from "./identity-acts";
import { codeOf } from "./talk";

let admin: Ctx;
let provider: BadProvider;

const ours = (claims: Record<string, unknown>): Arrival => {
  const { issuer, tenantClaim } = env().oidc;
  const sub = `policy-${randomUUID()}`;
  return { issuer, claims: { sub, [tenantClaim]: "acme", email_verified: true, ...claims } };
};
const resultOf = async (from: Arrival) => {
  const result = await resolveSignIn(from);
  return result.kind === "ok" ? result.user.role : result.reason;
};

/** An enabled connection to the scripted provider. */
async function connected(ctx = admin, more: Parameters<typeof aProvider>[0] = {}): Promise<Connection> {
  const { id: clientId, secret: clientSecret } = provider.client;
  const [known] = (await getSignInSettings(ctx)).connections.filter(({ issuer }) => issuer === provider.issuer);
  if (known) await removeConnection(ctx, { id: known.id });
  const given = aProvider({ issuer: provider.issuer, clientId, clientSecret, ...more });
  const { id } = await addConnection(ctx, given);
  provider.act({});
  return setConnectionEnabled(ctx, { id, enabled: true });
}

function describePolicy(): void {
  describe("who may sign in", () => {
    afterAll(async () => {
      await setSignInPolicy(admin, { allowedDomains: [], domainRoles: {} });
    });

    it("is whoever has a verified address of an allowed domain, and nobody else", async () => {
      await setSignInPolicy(admin, { allowedDomains: ["acme.example", "acme.test"], domainRoles: {} });
      const role = "trainee";
      expect(await resultOf(ours({ role, email: "a@acme.example" }))).toBe("trainee");
      expect(await resultOf(ours({ role, email: "A@ACME.TEST", email_verified: "true" }))).toBe("trainee");
      for (const claims of [
        { email: "a@evil.example" },
        { email: "a@sub.acme.example" },
        { email: "a@acme.example.evil.example" },
        { email: "a@acme.example@evil.example" },
        { email: "acme.example" },
        { email: "a@acme.example", email_verified: false },
        { email: "a@acme.example", email_verified: undefined },
        { email: "a@acme.example", email_verified: "no" },
        { email: undefined },
        { email: ["a@acme.example"] },
      ])
        expect(await resultOf(ours({ role, ...claims })), JSON.stringify(claims)).toBe("domain_not_allowed");
    });

    it("holds for people already known too, and only in its own tenant", async () => {
      const from = ours({ role: "trainee", email: "later@other.example" });
      expect(await resultOf(from)).toBe("domain_not_allowed");
      await setSignInPolicy(admin, { allowedDomains: [], domainRoles: {} });
      expect(await resultOf(from)).toBe("trainee");
      await setSignInPolicy(admin, { allowedDomains: ["acme.example"], domainRoles: {} });
      expect(await resultOf(from)).toBe("domain_not_allowed");
      const elsewhere = { ...from, claims: { ...from.claims, [env().oidc.tenantClaim]: "globex" } };
      expect(await resultOf(elsewhere)).toBe("trainee");
    });

    it("lets in who administers the tenant, so that it can be undone, and nobody by the same address", async () => {
      await setSignInPolicy(admin, { allowedDomains: [], domainRoles: {} });
      const from = ours({ role: "admin", email: `${randomUUID()}@other.example`, email_verified: undefined });
      expect(await resultOf(from)).toBe("admin");
      await setSignInPolicy(admin, { allowedDomains: ["acme.example"], domainRoles: {} });
      expect(await resultOf(from)).toBe("admin");
      expect(await resultOf({ ...from, claims: { ...from.claims, role: "trainee" } })).toBe("domain_not_allowed");
      const another = { ...from, claims: { ...from.claims, sub: randomUUID() } };
      expect(await resultOf(another)).toBe("domain_not_allowed");
    });

    it("is anybody again when the operator takes the policy away", async () => {
      await setSignInPolicy(admin, { allowedDomains: ["acme.example"], domainRoles: { "acme.example": "author" } });
      await operate({ op: "tenant.sign_in_reset", tenant: "acme" });
      expect((await getSignInSettings(admin)).policy).toEqual({ allowedDomains: [], domainRoles: {} });
      expect(await resultOf(ours({ role: "trainee", email: "a@other.example" }))).toBe("trainee");
    });

    it("brings a role by domain only where the address is verified and no claim names one", async () => {
      await setSignInPolicy(admin, { allowedDomains: [], domainRoles: { "partner.example": "auditor" } });
      expect(await resultOf(ours({ email: "a@partner.example" }))).toBe("auditor");
      expect(await resultOf(ours({ email: "b@partner.example", role: "trainee" }))).toBe("trainee");
      expect(await resultOf(ours({ email: "c@partner.example", email_verified: false }))).toBe("no_role");
      expect(await resultOf(ours({ email: "d@other.example" }))).toBe("no_role");
    });

    it("cannot be set so that it shuts out whoever sets it, nor by anybody else", async () => {
      const other = { allowedDomains: ["other.example"], domainRoles: {} };
      expect(await codeOf(setSignInPolicy(admin, other))).toBe("unprocessable");
      for (const role of ["trainee", "manager", "author", "auditor"]) {
        const ctx = await signIn(role);
        expect(await codeOf(setSignInPolicy(ctx, other))).toBe("forbidden");
        expect(await codeOf(getSignInSettings(ctx))).toBe("forbidden");
      }
    });
  });
}

const by = ({ id }: Connection) => ({ issuer: provider.issuer, connectionId: id });

function describeAddresses(): void {
  describe("an address", () => {
    const address = () => `a${randomUUID().slice(0, 8)}@acme.example`;
    const own = (connection: Connection, claims: Record<string, unknown>): Arrival => ({
      ...by(connection),
      claims: { sub: randomUUID(), groups: "sellers", ...claims },
    });

    it.each([undefined, false, "false", "no", null, 1])(
      "takes up no invitation through a tenant's own provider when email_verified is %s",
      async (email_verified) => {
        const connection = await connected();
        const email = address();
        const { id } = await invitePerson(admin, { email, role: "admin" });
        const thief = await resolveSignIn(own(connection, { email, email_verified }));
        expect(thief).toMatchObject({ kind: "ok", user: { role: "trainee" } });
        expect(JSON.stringify(thief)).not.toContain(id);
        expect(JSON.stringify(thief)).not.toContain(email);
        const rightful = await resolveSignIn(own(connection, { email, email_verified: "true", groups: [] }));
        expect(rightful).toMatchObject({ kind: "ok", user: { id, role: "admin", email } });
      },
    );

    it("takes up an invitation through the deployment's issuer unless that calls it unverified", async () => {
      const email = address();
      const { id } = await invitePerson(admin, { email, role: "author" });
      for (const email_verified of [false, "false", "no", null])
        expect(await resultOf(ours({ email, email_verified }))).toBe("no_role");
      expect(await resolveSignIn(ours({ email, email_verified: undefined }))).toMatchObject({ user: { id } });
    });

    it("of somebody known is not changed by a claim that is not to be believed", async () => {
      const connection = await connected();
      const [sub, email, other] = [randomUUID(), address(), address()];
      const arrive = async (claims: Record<string, unknown>) => {
        const result = await resolveSignIn(own(connection, { sub, ...claims }));
        return result.kind === "ok" ? result.user.email : result.reason;
      };
      expect(await arrive({ email })).toBe(email);
      for (const email_verified of [undefined, false, "no"])
        expect(await arrive({ email: other, email_verified })).toBe(email);
      expect(await arrive({ email: other, email_verified: true })).toBe(other);
    });

    it("of another is nobody else's, verified or not, in whatever case", async () => {
      const connection = await connected();
      const email = address();
      expect(await resultOf(ours({ email, role: "author" }))).toBe("author");
      const sub = randomUUID();
      for (const claims of [
        { sub, email: email.toUpperCase(), email_verified: true },
        { sub, email },
        { email },
        { sub: email },
      ]) {
        const result = await resolveSignIn(own(connection, claims));
        expect(result.kind === "ok" && result.user.email.toLowerCase()).not.toBe(email);
      }
      const find = () => operate({ op: "user.disable", tenant: "acme", email });
      expect(await codeOf(find())).toBe("fine");
    });

    it("that two people have from before names neither", async () => {
      const email = address();
      const add = (sub: string) => ours({ sub, email: `${sub}@acme.example`, role: "author" });
      for (const sub of [randomUUID(), randomUUID()]) {
        const result = await resolveSignIn(add(sub));
        const id = result.kind === "ok" ? result.user.id : "";
        await asOwner(`update users set email = '${email}' where id = '${id}'`);
      }
      const who = { tenant: "acme", email };
      expect(await codeOf(operate({ op: "user.disable", ...who }))).toBe("unprocessable");
      expect(await codeOf(operate({ op: "user.add", ...who, role: "admin" }))).toBe("unprocessable");
      expect(await codeOf(operate({ op: "key.add", tenant: "acme", user: email, days: 1, name: "x" }))).toBe(
        "unprocessable",
      );
      expect(await codeOf(findByAddress(admin, { email }))).toBe("unprocessable");
    });
  });
}

function describeOwn(): void {
  describe("a tenant's own identity provider", () => {
    it("brings people into its tenant and no other, whatever their claims say", async () => {
      const { id } = await connected();
      const claims = {
        sub: "from-elsewhere",
        email: "x@globex.example",
        tenant: "globex",
        groups: ["sellers", "admin"],
      };
      const result = await resolveSignIn({ issuer: provider.issuer, claims, connectionId: id });
      expect(result).toMatchObject({
        kind: "ok",
        user: { tenantId: admin.tenantId, tenantSlug: "acme", role: "trainee" },
      });
      expect(await resolveSignIn({ issuer: provider.issuer, claims })).toMatchObject({ reason: "unknown_tenant" });
    });

    it("gives roles by its own words, else the one for newcomers, else none", async () => {
      const { id: connectionId } = await connected();
      const arrive = (groups: unknown) =>
        resultOf({ issuer: provider.issuer, connectionId, claims: { sub: randomUUID(), groups } });
      expect(await arrive(["sellers"])).toBe("trainee");
      // A word of ours that was not mapped means nothing.
      expect(await arrive(["admin"])).toBe("no_role");
      expect(await arrive(["sellers", "admin"])).toBe("trainee");
      expect(await arrive(["constructor", "__proto__"])).toBe("no_role");
      const plain = await connected(admin, { roles: {} });
      expect(await resultOf({ ...by(plain), claims: { sub: randomUUID(), groups: "auditor" } })).toBe("auditor");
      const lenient = await connected(admin, { defaultRole: "trainee" });
      const role = await resultOf({
        issuer: provider.issuer,
        connectionId: lenient.id,
        claims: { sub: randomUUID() },
      });
      expect(role).toBe("trainee");
    });

    it("keeps its secret sealed, bound to its row, and shows it to nobody", async () => {
      const connection = await connected();
      const shown = JSON.stringify([connection, await getSignInSettings(admin)]);
      expect(shown).not.toContain(provider.client.secret);
      const rows = await asOwner(`select client_secret from connections where id = '${connection.id}'`);
      expect(String(rows[0]?.client_secret)).toMatch(/^eyJ/u);
      const log = await asOwner("select detail::text as detail from audit_events where action like 'connection.%'");
      expect(JSON.stringify(log)).not.toContain(provider.client.secret);
      const { id: other } = await addConnection(admin, aProvider());
      await asOwner(`update connections set client_secret = (select client_secret from connections
        where id = '${connection.id}') where id = '${other}'`);
      const moved = (await getSignInSettings(admin)).connections.find(({ id }) => id === other);
      expect(moved?.opens).toBe(false);
      expect((await testConnection(admin, { id: other })).usable).toBe(false);
    });

    it("is offered on its tenant's page while it is on, and lets nobody in while it is off", async () => {
      const { id, name } = await connected();
      expect(await listSignInChoices("acme")).toEqual([{ id, name }]);
      expect(await listSignInChoices("globex")).toEqual([]);
      expect(await listSignInChoices("nobody-here")).toEqual([]);
      expect(await listSignInChoices("acme' or 1=1")).toEqual([]);
      await setConnectionEnabled(admin, { id, enabled: false });
      expect(await listSignInChoices("acme")).toEqual([]);
      expect(await findConnection(id)).toBeNull();
      const from = { issuer: provider.issuer, connectionId: id, claims: { sub: "x", groups: "sellers" } };
      expect(await resultOf(from)).toBe("unknown_tenant");
    });

    it.each(["switched off", "removed", "moved to another issuer"])(
      "ends the sign-ins that came by it when it is %s, and no others",
      async (how) => {
        const connection = await connected();
        const { id } = connection;
        const sub = randomUUID();
        const result = await resolveSignIn({
          issuer: provider.issuer,
          connectionId: id,
          claims: { sub, groups: "sellers" },
        });
        if (result.kind !== "ok") throw new Error(result.reason);
        const ref = { loginId: result.user.loginId, userId: result.user.id, tenantId: admin.tenantId };
        expect(await findActor(ref)).not.toBeNull();
        if (how === "switched off") await setConnectionEnabled(admin, { id, enabled: false });
        else if (how === "removed") await removeConnection(admin, { id });
        else {
          const { secret: clientSecret, id: clientId } = provider.client;
          const changed = await changeConnection(admin, { ...aProvider({ clientId, clientSecret }), id });
          expect(changed.enabled).toBe(false);
        }
        expect(await findActor(ref)).toBeNull();
        const own = admin.via?.kind === "login" ? admin.via.id : "";
        expect(await findActor({ loginId: own, userId: admin.actor.userId, tenantId: admin.tenantId })).not.toBeNull();
      },
    );

    it("stays as it is while it is the only way in of whoever would change it", async () => {
      const slug = `only-${randomUUID().slice(0, 8)}`;
      const email = "boss@only.example";
      await operate({ op: "tenant.add", slug, name: "Only" });
      await operate({ op: "user.add", tenant: slug, email, role: "admin" });
      const [row] = await asOwner(`select u.id, u.tenant_id from users u join tenants t on t.id = u.tenant_id
        where t.slug = '${slug}'`);
      const actor = { userId: String(row?.id), role: "admin", name: "", email } as const;
      const invited: Ctx = { tenantId: String(row?.tenant_id), actor, requestId: "test", locale: "en" };
      const connection = await connected(invited);
      const { id } = connection;
      const claims = { sub: "boss", email, email_verified: true };
      const result = await resolveSignIn({ ...by(connection), claims });
      if (result.kind !== "ok") throw new Error(result.reason);
      const boss: Ctx = { ...invited, via: { kind: "login", id: result.user.loginId } };
      const { id: clientId } = provider.client;
      const given = aProvider({ issuer: provider.issuer, clientId, clientSecret: undefined });
      const acts = [
        () => setConnectionEnabled(boss, { id, enabled: false }),
        () => changeConnection(boss, { ...given, id, issuer: "http://localhost:9/other" }),
        () => removeConnection(boss, { id }),
      ];
      for (const act of acts) expect(await codeOf(act())).toBe("unprocessable");
      // A slash at the end makes no other issuer of it.
      const slashed = await changeConnection(boss, { ...given, id, issuer: `${provider.issuer}/` });
      expect(slashed.enabled).toBe(true);
      const other = await addConnection(boss, aProvider());
      expect(await codeOf(removeConnection(boss, { id }))).toBe("unprocessable");
      await asOwner(`update connections set enabled = true where id = '${other.id}'`);
      expect(await codeOf(removeConnection(boss, { id }))).toBe("fine");
    });

    it("belongs to its tenant alone", async () => {
      const { id } = await connected();
      const globex = await signIn("admin", "globex");
      expect((await getSignInSettings(admin)).connections.map((one) => one.id)).toContain(id);
      expect((await getSignInSettings(globex)).connections.map((one) => one.id)).not.toContain(id);
      expect(await codeOf(testConnection(globex, { id }))).toBe("not_found");
      expect(await codeOf(removeConnection(globex, { id }))).toBe("not_found");
      expect(await codeOf(setConnectionEnabled(globex, { id, enabled: false }))).toBe("not_found");
      expect(await codeOf(changeConnection(globex, { ...aProvider(), id }))).toBe("not_found");
    });

    it("keeps its secret when a change brings none, and there are not two of the same", async () => {
      const connection = await connected();
      const { id: clientId } = provider.client;
      const change = aProvider({ issuer: provider.issuer, clientId, clientSecret: undefined, name: "Renamed" });
      const changed = await changeConnection(admin, { ...change, id: connection.id });
      expect(changed).toMatchObject({ name: "Renamed", enabled: true, opens: true });
      expect((await testConnection(admin, { id: connection.id })).usable).toBe(true);
      const again = addConnection(admin, aProvider({ issuer: provider.issuer, clientId }));
      expect(await codeOf(again)).toBe("already_exists");
      expect(await codeOf(addConnection(admin, aProvider({ clientSecret: undefined })))).toBe("invalid_request");
    });
  });
}

const failing: [what: string, script: Script, step: ProbeStep, reason: ProbeReason][] = [
  ["does not answer", { answer: () => ({ status: 500 }) }, "discovery", "no_document"],
  ["answers with a page", { answer: () => ({ status: 200, body: "<html>" }) }, "discovery", "no_document"],
  [
    "leads on to another address",
    { answer: () => ({ status: 302, headers: { location: "http://169.254.169.254/latest" } }) },
    "discovery",
    "unreachable",
  ],
  ["speaks for another", { metadata: (m) => ({ ...m, issuer: "https://evil.example" }) }, "issuer", "other_issuer"],
  [
    "names no token endpoint",
    { metadata: (m) => ({ ...m, token_endpoint: undefined }) },
    "endpoints",
    "endpoint_missing",
  ],
  [
    "sends us into our own network",
    { metadata: (m) => ({ ...m, token_endpoint: "http://10.0.0.1/token" }) },
    "endpoints",
    "endpoint_insecure",
  ],
  [
    "sends us there over https",
    { metadata: (m) => ({ ...m, jwks_uri: "https://169.254.169.254/keys" }) },
    "keys",
    "blocked",
  ],
  ["has no code flow", { metadata: (m) => ({ ...m, response_types_supported: ["id_token"] }) }, "flow", "no_code_flow"],
  ["has no S256", { metadata: (m) => ({ ...m, code_challenge_methods_supported: ["plain"] }) }, "flow", "no_pkce"],
  [
    "signs with shared secrets alone",
    { metadata: (m) => ({ ...m, id_token_signing_alg_values_supported: ["HS256", "none"] }) },
    "keys",
    "weak_signature",
  ],
  ["publishes no keys", { keys: () => [] }, "keys", "no_keys"],
  ["publishes keys nobody can read", { keys: (own) => [{ ...own, n: "!" }] }, "keys", "no_keys"],
  ["publishes two keys of one name", { keys: (own, stranger) => [own, stranger] }, "keys", "keys_alike"],
];

function describeProbes(): void {
  describe("a test of an identity provider", () => {
    const clientId = () => ({ clientId: provider.client.id, clientSecret: provider.client.secret });
    const trial = async (more: Parameters<typeof aProvider>[0], script: Script = {}) => {
      provider.act(script);
      const { id } = await addConnection(admin, aProvider({ issuer: provider.issuer, ...more }));
      try {
        return {
          probe: await testConnection(admin, { id }),
          on: await codeOf(setConnectionEnabled(admin, { id, enabled: true })),
        };
      } finally {
        provider.act({});
        await removeConnection(admin, { id });
      }
    };
    beforeAll(async () => {
      for (const { id } of (await getSignInSettings(admin)).connections) await removeConnection(admin, { id });
    });

    it("finds an honest one fine, step by step, and signs nobody in", async () => {
      const { probe, on } = await trial(clientId());
      expect(probe.steps.map(({ state }) => state)).toEqual(Array(7).fill("ok"));
      expect([probe.usable, on]).toEqual([true, "fine"]);
    });

    it.each(failing)("says so when it %s, and it cannot be switched on", async (_what, script, step, reason) => {
      const { probe, on } = await trial(clientId(), script);
      const failed = probe.steps.filter(({ state }) => state === "failed");
      expect(failed).toMatchObject([{ step, reason }]);
      expect(probe.steps.at(-1)?.state).toBe("skipped");
      expect([probe.usable, on]).toEqual([false, "connection_unusable"]);
    });

    it("tells a wrong secret from a right one", async () => {
      const { probe } = await trial({ clientId: provider.client.id, clientSecret: "wrong" });
      expect(probe.steps.at(-1)).toMatchObject({ step: "client", state: "failed", reason: "client_refused" });
    });

    it("leaves open what the provider leaves unsaid", async () => {
      const unsaid = { metadata: (m: object) => ({ ...m, code_challenge_methods_supported: undefined }) };
      const { probe } = await trial(clientId(), unsaid);
      expect(probe.steps.find(({ step }) => step === "flow")).toMatchObject({ state: "unsure", reason: "pkce_unsaid" });
      expect(probe.usable).toBe(true);
    });

    it.each([
      ["plain http elsewhere", "http://login.example", "invalid_request"],
      ["a name and password", "https://user:pass@login.example", "invalid_request"],
      ["a query", "https://login.example/?x=1", "invalid_request"],
      ["an address of a cloud's metadata", "https://169.254.169.254", "fine"],
      ["an IPv6-mapped loopback", "https://[::ffff:127.0.0.1]", "fine"],
      ["a private address in decimal", "https://167772161", "fine"],
      ["a name of this machine's network", "https://printer.internal", "fine"],
    ])("connects to nothing for %s", async (_what, issuer, added) => {
      const adding = addConnection(admin, aProvider({ issuer }));
      expect(await codeOf(adding)).toBe(added);
      if (added !== "fine") return;
      const { id } = await adding;
      const { steps } = await testConnection(admin, { id });
      await removeConnection(admin, { id });
      expect(steps.filter(({ state }) => state === "failed")).toMatchObject([{ step: "discovery", reason: "blocked" }]);
    });
  });
}

export function describeSignIn(): void {
  describe("sign-in settings", () => {
    beforeAll(async () => {
      [admin, provider] = [await signIn("admin"), await startBadProvider()];
    });
    afterAll(() => provider.stop());

    describePolicy();
    describeAddresses();
    describeOwn();
    describeProbes();
  });
}

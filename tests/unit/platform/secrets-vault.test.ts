import { afterEach, describe, expect, it } from "vitest";
import { secretNames } from "@/lib/platform/secrets/names";
import { VaultSecrets, type VaultOptions } from "@/lib/platform/secrets/vault";
import { startVault, type VaultServer, type VaultShape } from "../../support/vault";

const first = { AUTH_SECRET: "first-".repeat(8), OPENAI_API_KEY: "sk-first" };
const second = { AUTH_SECRET: "second-".repeat(8), OPENAI_API_KEY: "sk-second" };

let server: VaultServer | undefined;
afterEach(() => server?.close());

async function start(shape: VaultShape = {}, data = first): Promise<VaultServer> {
  server = await startVault(shape);
  server.write(data);
  return server;
}

const provider = (vault: VaultServer, options: Partial<VaultOptions> = {}) =>
  new VaultSecrets({
    address: vault.url,
    mount: "secret",
    path: "salesboost",
    auth: { token: vault.issue() },
    ...options,
  });

const pod = { role: "salesboost", mount: "kubernetes", jwt: async () => "pod-token" };
const kubernetes = { role: "salesboost", jwt: "pod-token", ttl: 600 };
const logins = (vault: VaultServer) => vault.requests.filter(({ path }) => path.endsWith("/login")).length;
const renewals = (vault: VaultServer) => vault.requests.filter(({ path }) => path.endsWith("/renew-self")).length;

describe("secrets of Vault", () => {
  it("are read from one secret of the KV engine, with the version they are of", async () => {
    const vault = await start();
    const { values } = await provider(vault).read(secretNames);
    expect(values.OPENAI_API_KEY).toMatchObject({ value: "sk-first", version: "1" });
    expect(values.DATABASE_URL).toBeUndefined();
    expect(vault.requests.map(({ path }) => path)).toContain("/v1/secret/data/salesboost");
  });

  it("are those of the newest version after a write", async () => {
    const vault = await start();
    const secrets = provider(vault);
    await secrets.read(secretNames);
    vault.write(second);
    expect((await secrets.read(secretNames)).values.OPENAI_API_KEY).toMatchObject({ value: "sk-second", version: "2" });
  });

  it("come with the auth secret of the version before, until that version is destroyed", async () => {
    const vault = await start();
    vault.write(second);
    const secrets = provider(vault);
    expect((await secrets.read(secretNames)).before?.value).toBe(first.AUTH_SECRET);
    vault.destroy(1);
    expect((await secrets.read(secretNames)).before).toBeUndefined();
  });

  it("are asked for in the namespace, under the mount and path that are set", async () => {
    const vault = await start({ namespace: "team/sales", mount: "kv", path: "apps/salesboost" });
    const where = { mount: "kv", path: "apps/salesboost" };
    const { values } = await provider(vault, { ...where, namespace: "team/sales" }).read(secretNames);
    expect(values.AUTH_SECRET?.value).toBe(first.AUTH_SECRET);
    await expect(provider(vault, where).read(secretNames)).rejects.toThrow(/permission denied/);
  });

  it("are read with a login of the pod's own token, which is sent to nothing but the login", async () => {
    const vault = await start({ kubernetes });
    await provider(vault, { auth: pod }).read(secretNames);
    const [login, ...rest] = vault.requests;
    expect(login).toMatchObject({ path: "/v1/auth/kubernetes/login", body: { role: "salesboost", jwt: "pod-token" } });
    expect(JSON.stringify(rest)).not.toContain("pod-token");
  });

  it("are refused, without a word of the token, to a pod that Vault does not know", async () => {
    const vault = await start({ kubernetes });
    const stranger = { ...pod, jwt: async () => "another-token" };
    const refusal = await provider(vault, { auth: stranger })
      .read(secretNames)
      .catch((error: unknown) => String(error));
    expect(refusal).toMatch(/vault \(http.*secret\/salesboost\): permission denied/);
    expect(refusal).not.toContain("another-token");
  });

  it("renew the token when half of its lease has gone, and not before", async () => {
    const vault = await start({ kubernetes });
    let now = 0;
    const secrets = provider(vault, { auth: pod, now: () => now });
    await secrets.read(secretNames);
    now = 290_000;
    await secrets.read(secretNames);
    expect(renewals(vault)).toBe(0);
    now = 310_000;
    await secrets.read(secretNames);
    expect({ renewals: renewals(vault), logins: logins(vault) }).toEqual({ renewals: 1, logins: 1 });
    now = 610_000; // the renewal has begun the lease anew
    await secrets.read(secretNames);
    expect({ renewals: renewals(vault), logins: logins(vault) }).toEqual({ renewals: 2, logins: 1 });
  });

  it("log in again when the lease has ended, or cannot be renewed", async () => {
    const vault = await start({ kubernetes: { ...kubernetes, renewable: false } });
    let now = 0;
    const secrets = provider(vault, { auth: pod, now: () => now });
    await secrets.read(secretNames);
    now = 310_000;
    await secrets.read(secretNames);
    now = 10_000_000;
    await secrets.read(secretNames);
    expect({ renewals: renewals(vault), logins: logins(vault) }).toEqual({ renewals: 0, logins: 3 });
  });

  it("log in again, once, when Vault no longer takes the token", async () => {
    const vault = await start({ kubernetes });
    const secrets = provider(vault, { auth: pod });
    await secrets.read(secretNames);
    vault.expire();
    expect((await secrets.read(secretNames)).values.OPENAI_API_KEY?.value).toBe("sk-first");
    expect(logins(vault)).toBe(2);
  });

  it("renew a token that was given, as long as it may be renewed", async () => {
    const vault = await start();
    let now = 0;
    const secrets = provider(vault, { auth: { token: vault.issue({ ttl: 100 }) }, now: () => now });
    await secrets.read(secretNames);
    now = 60_000;
    await secrets.read(secretNames);
    expect(renewals(vault)).toBe(1);
  });

  it("say that the token has expired, as a failure that waiting does not mend", async () => {
    const vault = await start();
    const secrets = provider(vault);
    vault.expire();
    await expect(secrets.read(secretNames)).rejects.toMatchObject({ passing: false, message: /permission denied/ });
  });

  it("say that Vault is sealed or gone, as a failure that may pass", async () => {
    const vault = await start();
    const secrets = provider(vault);
    vault.trouble = 503;
    await expect(secrets.read(secretNames)).rejects.toMatchObject({ passing: true, message: /503/ });
    await vault.close();
    server = undefined;
    await expect(secrets.read(secretNames)).rejects.toMatchObject({ passing: true, message: /does not answer/ });
  });

  it("say that there is no such secret", async () => {
    const vault = await start();
    await expect(provider(vault, { path: "elsewhere" }).read(secretNames)).rejects.toThrow(
      /secret\/elsewhere.*no such secret/,
    );
  });
});

import { beforeAll, describe, expect, it, vi } from "vitest";
import { listSealed } from "@/db/connections";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { addConnection } from "@/lib/domain/connections";
import { getSignInSettings } from "@/lib/domain/sign-in-policy";
import { resealConnections } from "@/lib/platform/auth/connection";
import { openClientSecret, sealClientSecret } from "@/lib/platform/auth/connection-secret";
import { signIn, useDatabase } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aProvider } from "./suite/identity-acts";

const [older, newer] = ["older-secret-of-the-application-".repeat(2), "newer-secret-of-the-application-".repeat(2)];
const valid = vi.hoisted(() => ({ secrets: [] as string[] }));
vi.mock("@/lib/platform/secrets/current", async (original) => ({
  ...(await original<object>()),
  authSecrets: () => valid.secrets,
}));

describe("the secret of a provider, when the application's own is changed", () => {
  let admin: Ctx;
  useDatabase("pglite");
  beforeAll(async () => {
    valid.secrets = [older];
    admin = await signIn("admin");
  });
  const opens = async () => (await getSignInSettings(admin)).connections.map((connection) => connection.opens);
  const sealed = async () => (await asOwner("select client_secret as s from connections")).map((row) => row.s);

  it("is sealed anew while both are valid, without anybody signing in, and outlives the old one", async () => {
    await addConnection(admin, aProvider());
    const before = await sealed();
    valid.secrets = [newer, older];
    await resealConnections();
    expect(await sealed()).not.toEqual(before);
    valid.secrets = [newer];
    expect(await opens()).toEqual([true]);
  });

  it("is lost with the old one when nothing sealed it anew, and the page says so", async () => {
    valid.secrets = [older];
    expect(await opens()).toEqual([false]);
    await resealConnections();
    valid.secrets = [newer, older];
    expect(await opens()).toEqual([true]);
  });

  it("is not put back over one that an administrator saved meanwhile", async () => {
    const [row] = await listSealed();
    if (!row) throw new Error("there is no connection");
    valid.secrets = [older];
    const read = { ...row, clientSecret: await sealClientSecret(row, "as it was read") };
    await asOwner("update connections set client_secret = 'saved meanwhile'");
    valid.secrets = [newer, older];
    expect(await openClientSecret(read, (work) => withTenant(read, work))).toBe("as it was read");
    expect(await sealed()).toEqual(["saved meanwhile"]);
  });
});

import { randomUUID } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { seal, unseal } from "@/lib/platform/auth/sealed";
import { readSessionToken, sessionCookieName, writeSessionToken } from "@/lib/platform/auth/token";

const [older, newer, strange] = ["older", "newer", "strange"].map(
  (word) => `${word}-secret-of-forty-characters-at-least`,
);
const valid = vi.hoisted(() => ({ secrets: [] as string[] }));
vi.mock("@/lib/platform/secrets/current", () => ({ authSecrets: () => valid.secrets }));

const use = (...secrets: (string | undefined)[]) => {
  valid.secrets = secrets.filter((secret) => secret !== undefined);
};
const session = () => ({
  lid: randomUUID(),
  uid: randomUUID(),
  tid: randomUUID(),
  name: "Nora",
  email: "nora@acme.example",
});
beforeEach(() => use(newer, older));

describe("a session cookie", () => {
  it("of the secret before opens during a change, is sealed anew with the new one, and is refused once the old is gone", async () => {
    use(older);
    const content = session();
    const before = await writeSessionToken(content);
    use(newer, older);
    expect(await readSessionToken(before)).toEqual(content);
    const after = await writeSessionToken(content);
    use(newer);
    expect(await readSessionToken(before)).toBeNull();
    expect(await readSessionToken(after)).toEqual(content);
  });

  it("is refused with a secret that never was ours, without encryption, and sealed for another purpose", async () => {
    use(strange);
    const foreign = await writeSessionToken(session());
    use(newer);
    expect(await readSessionToken(foreign)).toBeNull();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { ...session(), exp: 4_000_000_000 };
    expect(await readSessionToken(`${part({ alg: "none" })}.${part(claims)}.`)).toBeNull();
    expect(await readSessionToken(`${part({ alg: "none", enc: "none" })}..${part(claims)}..`)).toBeNull();
    const secret = valid.secrets;
    const state = await encode({ token: session(), secret, salt: "authjs.state" });
    expect(await readSessionToken(state)).toBeNull();
    expect(await readSessionToken(await seal("connection", JSON.stringify(session())))).toBeNull();
  });

  it("is refused when it has expired or lacks what names its sign-in", async () => {
    const secret = valid.secrets;
    const salt = sessionCookieName();
    const make = (token: object, maxAge = 600) => encode({ token: { ...token }, secret, salt, maxAge });
    expect(await readSessionToken(await make(session(), -60))).toBeNull();
    const { lid: _lid, ...before } = session();
    expect(await readSessionToken(await make(before))).toBeNull();
    expect(await readSessionToken(await make({ ...session(), lid: "1 or 1=1" }))).toBeNull();
    expect(await readSessionToken(await make(session()))).not.toBeNull();
  });
});

describe("a sealed value", () => {
  it("opens for its own purpose alone", async () => {
    const sealed = await seal("connection acme 1", "hush");
    expect(await unseal("connection acme 1", sealed)).toEqual({ text: "hush", stale: false });
    expect(await unseal("connection acme 2", sealed)).toBeNull();
    expect(await unseal("connection globex 1", sealed)).toBeNull();
  });

  it("says when an older secret opened it, and no longer opens once that is gone", async () => {
    use(older);
    const sealed = await seal("x", "hush");
    use(newer, older);
    expect(await unseal("x", sealed)).toEqual({ text: "hush", stale: true });
    use(newer);
    expect(await unseal("x", sealed)).toBeNull();
  });

  it("opens neither damaged nor as a session cookie, nor a cookie as it", async () => {
    const sealed = await seal("x", "hush");
    expect(await unseal("x", `${sealed.slice(0, -4)}AAAA`)).toBeNull();
    expect(
      await unseal("x", sealed.replace(/^[^.]+/u, Buffer.from('{"alg":"none"}').toString("base64url"))),
    ).toBeNull();
    expect(await unseal(sessionCookieName(), await writeSessionToken(session()))).toBeNull();
    expect(decodeProtectedHeader(sealed)).toEqual({ alg: "dir", enc: "A256GCM" });
  });
});

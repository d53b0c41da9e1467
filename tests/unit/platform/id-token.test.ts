import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyIdToken } from "@/lib/platform/auth/id-token";

const issuer = "https://login.example";
const clientId = "salesboost";
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let own: Pair;
let stranger: Pair;
let published: JWK[];
let calls = 0;

const now = () => Math.floor(Date.now() / 1000);
const jwk = async (pair: Pair, kid: string | undefined): Promise<JWK> => ({
  ...(await exportJWK(pair.publicKey)),
  ...(kid && { kid }),
  use: "sig",
});
const honest = (change: Record<string, unknown> = {}): JWTPayload =>
  JSON.parse(
    JSON.stringify({ iss: issuer, aud: clientId, sub: "someone", iat: now(), exp: now() + 600, ...change }),
  ) as JWTPayload; // sound: claims, and JSON drops those set to undefined

function sign(claims: JWTPayload, { pair = own, header = {} }: { pair?: Pair; header?: object } = {}) {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one", ...header }).sign(pair.privateKey);
}

/** Each check asks for keys under an address of its own: kept keys of another would answer for it. */
const check = (token: string) =>
  verifyIdToken(token, {
    issuer,
    clientId,
    jwksUri: `${issuer}/jwks/${(calls += 1)}`,
    fetch: async () => Response.json({ keys: published }),
  });
const refused = (token: Promise<string> | string) =>
  expect(Promise.resolve(token).then(check)).rejects.toBeInstanceOf(Error);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

beforeAll(async () => {
  [own, stranger] = [
    await generateKeyPair("RS256", { extractable: true }),
    await generateKeyPair("RS256", { extractable: true }),
  ];
  published = [await jwk(own, "one")];
});

describe("an ID token", () => {
  it("of the provider tells who it is", async () => {
    expect(await check(await sign(honest()))).toMatchObject({ sub: "someone", iss: issuer });
  });

  it("is refused with another's signature, a damaged one, or none", async () => {
    await refused(sign(honest(), { pair: stranger }));
    const good = await sign(honest());
    await refused(`${good.slice(0, -8)}AAAAAAAA`);
    await refused(`${good.split(".").slice(0, 2).join(".")}.`);
    await refused(`${part({ alg: "none" })}.${part(honest())}.`);
    await refused(`${part({ alg: "NONE", kid: "one" })}.${part(honest())}.`);
    await refused("");
  });

  it("is refused when the public key was taken for a shared secret", async () => {
    const body = `${part({ alg: "HS256", kid: "one" })}.${part(honest())}`;
    for (const secret of [JSON.stringify(published[0]), String(published[0]?.n)])
      await refused(`${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`);
  });

  it("is refused when its claims were changed after it was signed", async () => {
    const [header, , signature] = (await sign(honest())).split(".");
    await refused(`${header}.${part(honest({ sub: "somebody-else" }))}.${signature}`);
  });

  it("is refused when two keys bear the name of its own, or it names none among several", async () => {
    const [one, other] = [await jwk(own, "one"), await jwk(stranger, "one")];
    published = [one, other];
    await refused(sign(honest()));
    published = [await jwk(own, undefined), await jwk(stranger, undefined)];
    await refused(sign(honest(), { header: { kid: undefined } }));
    published = [await jwk(own, "another")];
    await refused(sign(honest()));
    published = [one];
  });

  it("is refused when it brings its own key along", async () => {
    const key = await jwk(stranger, "one");
    await refused(sign(honest(), { pair: stranger, header: { jwk: key } }));
    await refused(sign(honest(), { pair: stranger, header: { jku: "https://evil.example/jwks" } }));
  });

  it.each([
    ["another issuer", { iss: "https://evil.example" }],
    ["no issuer", { iss: undefined }],
    ["the issuer with a slash more", { iss: `${issuer}/` }],
    ["another audience", { aud: "somebody-else" }],
    ["no audience", { aud: undefined }],
    ["no subject", { sub: undefined }],
    ["an empty subject", { sub: "" }],
    ["a subject that is no text", { sub: 7 }],
    ["a subject longer than any", { sub: "x".repeat(300) }],
    ["no expiry", { exp: undefined }],
    ["no time of issue", { iat: undefined }],
    ["times that are text", { exp: "never" }],
  ])("is refused with %s", async (_what, change) => {
    await refused(sign(honest(change)));
  });

  it.each([90, -90])("is accepted from a clock that is %i seconds off", async (skew) => {
    const at = now() + skew;
    expect(await check(await sign(honest({ iat: at, nbf: at, exp: at + 300 })))).toMatchObject({ sub: "someone" });
    expect(await check(await sign(honest({ exp: now() - 90 })))).toMatchObject({ sub: "someone" });
  });

  it.each([
    ["made ten minutes from now", () => ({ iat: now() + 600, exp: now() + 4200 })],
    ["made ten minutes ago", () => ({ iat: now() - 600, exp: now() + 3000 })],
    ["not good for ten minutes yet", () => ({ nbf: now() + 600 })],
    ["over since ten minutes", () => ({ exp: now() - 600 })],
  ])("is refused when it is %s", async (_what, change) => {
    await refused(sign(honest(change())));
  });
});

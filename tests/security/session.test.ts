import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { decode, encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seal } from "@/lib/platform/auth/sealed";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { until } from "@/tests/support/practice";
import { signInAs, visit, type Visitor } from "@/tests/support/sign-in";

const salt = "authjs.session-token";
const [secret, previous, retired] = ["now", "before", "gone"].map((word) => `${word}-secret-of-this-attack-`.repeat(2));

let app: AppServer;
beforeAll(async () => {
  app = await startApp({ AUTH_SECRET: secret ?? "", AUTH_SECRET_PREVIOUS: previous ?? "" });
});
afterAll(() => app?.stop());

const cookieOf = (visitor: Visitor) =>
  new RegExp(`${salt}=([^;]+)`, "u").exec(visitor.jar.header(new URL(app.url)))?.[1] ?? "";
const opened = async (visitor: Visitor) => {
  const token = await decode({ token: cookieOf(visitor), secret: secret ?? "", salt });
  if (!token) throw new Error("the session cookie does not open");
  return token;
};
const make = (token: object, more: { secret?: string; salt?: string; maxAge?: number } = {}) =>
  encode({
    token: { ...token },
    secret: more.secret ?? secret ?? "",
    salt: more.salt ?? salt,
    maxAge: more.maxAge ?? 600,
  });

/** What a page and the API answer to a cookie. */
async function answersTo(cookie: string): Promise<[page: number, api: number]> {
  const headers = { cookie: `${salt}=${cookie}` };
  const ask = (path: string) => fetch(new URL(path, app.url), { headers, redirect: "manual" });
  const [page, api] = [await ask("/history"), await ask("/api/v1/sessions")];
  const leak = `${await page.text()}${await api.text()}`;
  expect(page.status === 200 || !/Nora Lindqvist|acme\.example/u.test(leak)).toBe(true);
  return [page.status, api.status];
}
/** A page leads to sign-in, at the edge or after a look at the database; the API says 401. */
const isRefused = async (cookie: string) => {
  const [page, api] = await answersTo(cookie);
  return page === 307 && api === 401;
};

describe("a session cookie", () => {
  it("lets in whoever it was made for, also sealed with the secret before", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    expect(await answersTo(cookieOf(visitor))).toEqual([200, 200]);
    expect(await answersTo(await make(await opened(visitor), { secret: previous }))).toEqual([200, 200]);
  });

  it("is refused when it is forged, damaged, expired, of a retired secret or of another purpose", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    const good = cookieOf(visitor);
    const token = await opened(visitor);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { ...token, exp: 4_000_000_000 };
    const [header = ""] = good.split(".");
    const bad: Record<string, string> = {
      "made up": "not-a-token",
      truncated: good.slice(0, 120),
      "without its end": good.slice(0, -1),
      "with another end": `${good.slice(0, -6)}AAAAAA`,
      "with another header": good.replace(header, part({ alg: "dir", enc: "A256GCM" })),
      "alg none": `${part({ alg: "none" })}.${part(claims)}.`,
      "alg none, as encrypted": `${part({ alg: "none", enc: "none" })}..${part(claims)}..`,
      "signed, not encrypted": `${part({ alg: "HS256" })}.${part(claims)}.${"A".repeat(43)}`,
      expired: await make(token, { maxAge: -60 }),
      "of a retired secret": await make(token, { secret: retired }),
      "of the empty secret": await make(token, { secret: "x" }),
      "sealed as a state cookie": await make(token, { salt: "authjs.state" }),
      "of an application on https": await make(token, { salt: `__Secure-${salt}` }),
      "a secret at rest": await seal("connection", JSON.stringify(token)),
    };
    for (const [what, cookie] of Object.entries(bad)) expect(await isRefused(cookie), what).toBe(true);
  });

  it("is refused, well sealed, when it names no sign-in, another's, an unknown one or another company", async () => {
    const { visitor: one } = await signInAs(app.url, "acme-trainee");
    const { visitor: other } = await signInAs(app.url, "globex-admin");
    const [mine, theirs] = [await opened(one), await opened(other)];
    const { lid: _lid, ...before } = mine;
    const bad: Record<string, object> = {
      "from before sign-ins were noted": before,
      "another's sign-in": { ...mine, lid: theirs.lid },
      "another's name on one's own": { ...mine, uid: theirs.uid },
      "another company": { ...mine, tid: theirs.tid },
      "an unknown sign-in": { ...mine, lid: randomUUID() },
      "no number": { ...mine, lid: "' or 1=1 --" },
    };
    for (const [what, token] of Object.entries(bad)) expect(await isRefused(await make(token)), what).toBe(true);
    // a role in it counts for nothing
    const forged = await make({ ...mine, role: "admin" });
    const audit = await fetch(new URL("/api/v1/audit", app.url), { headers: { cookie: `${salt}=${forged}` } });
    expect(audit.status).toBe(403);
  });

  it("is worth nothing after signing out, wherever a copy of it is", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee2");
    const copy = cookieOf(visitor);
    expect(await answersTo(copy)).toEqual([200, 200]);
    await visitor.call("/api/auth/sign-out", { method: "POST" });
    expect(cookieOf(visitor)).toBe("");
    expect(await until(() => isRefused(copy))).toBe(true);
  });

  it("planted before a sign-in is replaced by it, and the one who planted it does not come along", async () => {
    const { visitor: attacker } = await signInAs(app.url, "globex-trainee");
    const planted = cookieOf(attacker);
    const victim = visit(app.url);
    victim.jar.store(new URL(app.url), new Response(null, { headers: { "set-cookie": `${salt}=${planted}; Path=/` } }));
    await signInAs(app.url, "acme-trainee", { visitor: victim });
    expect(cookieOf(victim)).not.toBe(planted);
    const [theirs, mine] = [await decode({ token: planted, secret: secret ?? "", salt }), await opened(victim)];
    expect(mine.lid).not.toBe(theirs?.lid);
    expect(await until(() => isRefused(planted))).toBe(true);
    expect(await answersTo(cookieOf(victim))).toEqual([200, 200]);
  });

  it("holds the promises browsers are asked for", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    expect(() => decodeJwt(cookieOf(visitor))).toThrow("Compact JWS");
    const out = await visitor.call("/api/auth/sign-out", { method: "POST" });
    expect(out.headers.get("clear-site-data")).toBe('"storage"');
    const line = out.headers.getSetCookie().find((one) => one.startsWith(salt)) ?? "";
    expect(line).toMatch(/HttpOnly/iu);
    expect(line).toMatch(/SameSite=lax/iu);
    expect(line).toMatch(/Path=\//u);
  });

  it("is neither shown, prolonged nor ended by routes of the library that nobody needs", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    for (const path of ["session", "signout", "providers", "signin", "error", "verify-request", "callback", "_log"])
      for (const method of ["GET", "POST"]) {
        const answer = await visitor.call(`/api/auth/${path}`, { method });
        expect([path, method, answer.status]).toEqual([path, method, 404]);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
  });
});

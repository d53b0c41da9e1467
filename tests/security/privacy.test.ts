import { describe, expect, inject, it } from "vitest";
import { personalDataSchema } from "@/lib/contracts/privacy";
import { signInAs, visit, type Visitor } from "@/tests/support/sign-in";

const base = inject("base");

/** Somebody new, known to nobody else. */
async function somebody(): Promise<{ visitor: Visitor; email: string }> {
  const email = `privacy-${crypto.randomUUID()}@acme.example`;
  const { visitor } = await signInAs(base, { email, name: "Privacy Example", tenant: "acme", role: "trainee" });
  return { visitor, email };
}

const erase = (visitor: Visitor, confirm: unknown, headers: Record<string, string> = {}) =>
  visitor.call("/api/v1/me", {
    method: "DELETE",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ confirm }),
  });

describe("one's own data over HTTP", () => {
  it.each(["/api/v1/me/export", "/api/v1/me/export.html"])("is nobody's who is not signed in: %s", async (path) => {
    const answer = await visit(base).call(path);
    expect(answer.status).toBe(401);
    expect((await erase(visit(base), "x@acme.example")).status).toBe(401);
  });

  it("is a file for its person alone, kept by no cache, and as a page forbidden to run anything", async () => {
    const [{ visitor, email }, other] = [await somebody(), await somebody()];
    const json = await visitor.call("/api/v1/me/export");
    expect(json.headers.get("content-disposition")).toMatch(/^attachment/u);
    expect(json.headers.get("cache-control")).toContain("no-store");
    expect(personalDataSchema.parse(await json.json()).profile.email).toBe(email);
    const page = await visitor.call("/api/v1/me/export.html");
    expect(page.headers.get("content-disposition")).toMatch(/^attachment/u);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain(email);
    expect(await (await other.visitor.call("/api/v1/me/export")).text()).not.toContain(email);
  });

  it("is erased by no other site, no wrong address and no form of a request that names somebody else", async () => {
    const { visitor, email } = await somebody();
    const other = await somebody();
    expect((await erase(visitor, email, { origin: "https://evil.example" })).status).toBe(403);
    for (const confirm of [other.email, "", null, { $ne: "" }]) {
      expect((await erase(visitor, confirm)).status, JSON.stringify(confirm)).toBe(400);
    }
    const extra = await visitor.call("/api/v1/me", {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ confirm: email, userId: crypto.randomUUID() }),
    });
    expect(extra.status).toBe(400);
    expect((await visitor.call("/api/v1/me/export")).status).toBe(200);
  });

  it("is gone once it is erased: the sign-in too, of every browser", async () => {
    const { visitor, email } = await somebody();
    const cookie = visitor.jar.header(new URL(base));
    const answer = await erase(visitor, email);
    expect(answer.status).toBe(204);
    expect(answer.headers.get("clear-site-data")).toContain("storage");
    expect((await visitor.call("/api/v1/sessions")).status).toBe(401);
    // Another copy of the same cookie is refused as soon as every process knows: a minute at most.
    const copy = () => fetch(new URL("/api/v1/me/export", base), { headers: { cookie } });
    const refused = async () => [401, 404].includes((await copy()).status);
    await expect.poll(refused, { timeout: 70_000, interval: 2_000 }).toBe(true);
    expect(await (await copy()).text()).not.toContain(email);
  });
});

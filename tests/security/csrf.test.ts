import { beforeAll, describe, expect, inject, it } from "vitest";
import { ask } from "@/tests/support/companies";
import { signInAs, type Visitor } from "@/tests/support/sign-in";
import { filled } from "./knocks";
import { routeRows } from "./access-matrix-routes";
import { pageRows } from "./access-matrix-pages";

const base = inject("base");
let admin: Visitor;
beforeAll(async () => {
  admin = (await signInAs(base, "acme-admin")).visitor;
});

/** With the administrator's cookie, as a page of another site would make the browser send it. */
const forged = (method: string, path: string, headers: Record<string, string>) => {
  const to = new URL(path, base);
  const all = { cookie: admin.jar.header(to), "content-type": "application/json", ...headers };
  return fetch(to, { method, headers: all, body: method === "GET" ? null : "{}", redirect: "manual" });
};

const elsewhere: [string, Record<string, string>][] = [
  ["no origin", {}],
  ["null", { origin: "null" }],
  ["an empty origin", { origin: "" }],
  ["another site", { origin: "https://evil.example" }],
  ["a name that begins like ours", { origin: `${base}.evil.example` }],
  ["a name that ends like ours", { origin: base.replace("://", "://evil-") }],
  ["a name below ours", { origin: base.replace("://", "://sub.") }],
  ["another scheme", { origin: base.replace("http:", "https:") }],
  ["another port", { origin: "http://localhost:1" }],
  ["two origins", { origin: `${base}, https://evil.example` }],
  ["another site that says it is ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  ["another site under forwarded names", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ["another site with our referer", { origin: "https://evil.example", referer: `${base}/` }],
];

const changing = Object.entries(routeRows)
  .filter(([name, { keyOnly }]) => !name.startsWith("GET ") && !keyOnly)
  .map(([name]) => name);

describe("a change by cookie", () => {
  it.each(elsewhere)("is refused at every route when it comes from %s", async (_what, headers) => {
    expect(changing.length).toBeGreaterThan(15);
    const answers = await Promise.all(
      changing.map(async (name) => {
        const [method = "", path = ""] = name.split(" ");
        const answer = await forged(method, filled(path, {}), headers);
        const cors = answer.headers.get("access-control-allow-origin");
        return `${name}: ${answer.status} ${((await answer.json()) as { code: string }).code} ${cors}`; // sound: a problem
      }),
    );
    expect(answers).toEqual(changing.map((name) => `${name}: 403 bad_origin null`));
  });

  it.each(elsewhere)("does not sign anybody out when it comes from %s", async (_what, headers) => {
    const answer = await forged("POST", "/api/auth/sign-out", headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().filter((line) => line.includes("session-token"))).toEqual([]);
    expect((await admin.call("/api/v1/sessions")).status).toBe(200);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "is no form's: %s is no type that a route takes",
    async (type) => {
      const answer = await forged("POST", "/api/v1/sessions", { origin: base, "content-type": type });
      expect(answer.status).toBe(415);
    },
  );

  it("is not made by asking for another method in a header or the address", async () => {
    for (const header of ["x-http-method-override", "x-method-override", "x-http-method"]) {
      const answer = await forged("GET", "/api/v1/keys?_method=DELETE", { origin: base, [header]: "DELETE" });
      expect(answer.status).toBe(200);
    }
  });
});

describe("reading", () => {
  /** What may be written down of somebody who only reads: that they took something along, or looked at what is audited. */
  const audited = ["audit.export", "fidelity.read", "identity.sign_in", "privacy.export", "share.open"];

  it("changes nothing: no GET of a route or page leaves a row in the log but for what is audited reading", async () => {
    const email = `reader-${crypto.randomUUID().slice(0, 8)}@acme.example`;
    const { visitor } = await signInAs(base, { email, name: "A Reader", tenant: "acme", role: "admin" });
    const routes = Object.entries(routeRows).filter(([name, { keyOnly }]) => name.startsWith("GET ") && !keyOnly);
    const paths = [...routes.map(([name]) => name.slice("GET ".length)), ...Object.keys(pageRows)];
    await Promise.all(
      paths.map(async (path) => (await visitor.call(filled(path, { scenarioId: "saas-renewal-en" }))).text()),
    );
    const { items } = await ask<{ items: { action: string }[] }>(visitor, `/api/v1/audit?person=${email}`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ action }) => action).filter((action) => !audited.includes(action))).toEqual([]);
  });

  it("is what HEAD and OPTIONS are too", async () => {
    for (const method of ["HEAD", "OPTIONS"]) {
      const to = new URL("/api/v1/sessions", base);
      const answer = await fetch(to, {
        method,
        headers: { cookie: admin.jar.header(to), origin: "https://evil.example" },
      });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      expect(await answer.text()).not.toContain("items");
    }
  });
});

import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionCookieName } from "@/lib/platform/auth/token";
import { guard } from "@/lib/platform/edge/guard";
import { pagePolicy } from "@/lib/platform/edge/headers";
import { pathKind } from "@/lib/platform/edge/paths";
import { ask, cookieOf, limitsOf, passes, set } from "@/tests/support/at-the-edge";

const handedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);
afterEach(() => vi.restoreAllMocks());

describe("the edge, to somebody who is not signed in", () => {
  it("leads a page to sign-in and remembers the way back", async () => {
    const response = await ask("/practice/1?try=2");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe("http://localhost:3000/sign-in?returnTo=%2Fpractice%2F1%3Ftry%3D2");
  });

  it("answers the API with a problem instead of a redirect", async () => {
    const response = await ask("/api/v1/sessions");
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "unauthenticated" });
  });

  it("opens the public pages, and takes a cookie nobody sealed for none", async () => {
    expect(passes(await ask("/sign-in"))).toBe(true);
    expect(passes(await ask("/api/health/live"))).toBe(true);
    expect((await ask("/", { headers: { cookie: `${sessionCookieName()}=forged` } })).status).toBe(307);
  });

  it("does not take a server action's words away by a redirect", async () => {
    const headers = { "next-action": "abc" };
    expect(passes(await ask("/practice/1", { method: "POST", headers }))).toBe(true);
    expect((await ask("/practice/1", { headers })).status).toBe(307);
  });

  it("lets a key through to where keys are known, for the API and for provisioning, and for no page", async () => {
    const headers = { authorization: "Bearer sb_something" };
    expect(passes(await ask("/api/v1/sessions", { headers }))).toBe(true);
    expect(passes(await ask("/scim/v2/Users", { headers }))).toBe(true);
    expect((await ask("/history", { headers })).status).toBe(307);
  });
});

describe("the edge, to somebody signed in", () => {
  it("lets pages and the API through", async () => {
    const headers = await cookieOf();
    for (const path of ["/", "/api/v1/sessions"]) expect(passes(await ask(path, { headers }))).toBe(true);
  });

  it("knows the tenant from the cookie alone: whatever a caller names is counted for the cookie's", async () => {
    set({ limits: limitsOf({ readsPerMinute: 1 }) });
    const cookie = await cookieOf();
    const other = randomUUID();
    const headers = { ...cookie, "x-tenant": other, "x-tenant-id": other };
    expect(passes(await ask(`/history?tenantId=${other}`, { headers: { ...cookie } }))).toBe(true);
    expect((await ask(`/history?tenantId=${other}`, { headers })).status).toBe(429);
  });
});

describe("every answer of the edge", () => {
  it.each(["/", "/sign-in", "/api/v1/sessions", "/api/health/live", "/scim/v2/Users", "/icon.svg", "/%zz"])(
    "to %s has a request id and security headers",
    async (path) => {
      const { headers } = await ask(path, { headers: { "x-request-id": "given-12345" } });
      expect(headers.get("x-request-id")).toBe("given-12345");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    },
  );

  it("has a request id of our own when the given one could harm a log line", async () => {
    const { headers } = await ask("/", { headers: { "x-request-id": '","level":"fatal' } });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it("demands https of browsers where the application is reached by it, and only there", async () => {
    expect((await ask("/")).headers.get("strict-transport-security")).toBeNull();
    set({ authUrl: "https://practice.example" });
    const { headers } = await ask("/");
    expect(headers.get("strict-transport-security")).toContain("includeSubDomains");
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  it("hands the same nonce to the page and to its policy, and a new one each time", async () => {
    const [one, two] = [await ask("/sign-in"), await ask("/sign-in", { headers: { "x-nonce": "chosen-by-caller" } })];
    const nonce = handedOn(one, "x-nonce") ?? "";
    expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(handedOn(two, "x-nonce")).not.toBe(nonce);
    expect(handedOn(two, "x-nonce")).not.toBe("chosen-by-caller");
  });

  it("never allows inline scripts, nor style sheets without the nonce", () => {
    const rules = Object.fromEntries(
      pagePolicy("n")
        .split("; ")
        .map((rule) => [rule.slice(0, rule.indexOf(" ")), rule]),
    );
    expect(rules["script-src"]).toBe("script-src 'self' 'nonce-n' 'strict-dynamic'");
    expect(rules["style-src"]).toBe("style-src 'self' 'nonce-n'");
  });
});

describe("the shape of a request", () => {
  it.each([
    ["PROPFIND", "/api/v1/sessions"],
    ["REFUSED", "/"],
    ["DELETE", "/history"],
    ["PUT", "/sign-in"],
    ["OPTIONS", "/history"],
    ["OPTIONS", "/scim/v2/Users"],
    ["POST", "/icon.svg"],
  ])("is refused when it says %s to %s, and told what may be said", async (method, path) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toContain("GET");
  });

  it.each(["/api/v1/sessions", "/api/auth/signin/oidc", "/scim/v2/Users", "/sign-in"])(
    "is refused for %s when its declared length is too large or none",
    async (path) => {
      for (const length of ["10000000", "many"]) {
        const response = await ask(path, { method: "POST", headers: { "content-length": length } });
        expect(response.status).toBe(413);
      }
    },
  );

  it.each(["/api/v1/sessions", "/api/auth/signin/oidc", "/scim/v2/Users", "/sign-in"])(
    "is refused for %s when it declares nothing and the bytes that come are too many",
    async (path) => {
      const stream = (chunks: number) => {
        let left = chunks;
        const pull = (controller: ReadableStreamDefaultController<Uint8Array>) =>
          left-- > 0 ? controller.enqueue(new Uint8Array(16_384)) : controller.close();
        return new ReadableStream({ pull });
      };
      const headers = { authorization: "Bearer some-key" };
      const post = (chunks: number) => ask(path, { method: "POST", headers, body: stream(chunks), duplex: "half" });
      expect(passes(await post(1))).toBe(true);
      expect((await post(100)).status).toBe(413);
    },
  );
});

describe("other sites", () => {
  const preflight = (origin: string) =>
    ask("/api/v1/sessions", { method: "OPTIONS", headers: { origin, "access-control-request-method": "GET" } });
  const corsOf = (response: Response) => [...response.headers.keys()].filter((name) => name.startsWith("access-"));

  it("are refused by default, preflight and answer, without one CORS field", async () => {
    const refused = await preflight("https://evil.example");
    expect(refused.status).toBe(403);
    expect(corsOf(refused)).toEqual([]);
    expect(corsOf(await ask("/api/v1/sessions", { headers: { origin: "https://evil.example" } }))).toEqual([]);
  });

  it("that are on the list may ask with cookies or a key; others still may not, nor names that resemble", async () => {
    set({ corsOrigins: ["https://crm.example"] });
    const granted = await preflight("https://crm.example");
    expect(granted.status).toBe(204);
    expect(granted.headers.get("access-control-allow-origin")).toBe("https://crm.example");
    expect(granted.headers.get("access-control-allow-credentials")).toBe("true");
    expect(granted.headers.get("access-control-allow-headers")).toContain("authorization");
    for (const other of ["https://crm.example.evil.example", "http://crm.example", "https://crm.example:444", "null"])
      expect(corsOf(await preflight(other))).toEqual([]);
  });

  it("are told apart by caches, and read errors too when they are on the list", async () => {
    set({ corsOrigins: ["https://crm.example"] });
    const refused = await ask("/api/v1/sessions", { headers: { origin: "https://crm.example" } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://crm.example");
    expect((await ask("/api/v1/sessions")).headers.get("vary")).toContain("Origin");
  });

  it("on the list have no part in pages, sign-in and provisioning", async () => {
    set({ corsOrigins: ["https://crm.example"] });
    for (const path of ["/sign-in", "/api/auth/session", "/scim/v2/Users"])
      expect(corsOf(await ask(path, { headers: { origin: "https://crm.example" } }))).toEqual([]);
  });
});

describe("paths", () => {
  it("are told apart by whole segments, and what is not known needs somebody signed in", () => {
    expect(pathKind("/api/v1/sessions")).toBe("api");
    expect(pathKind("/api/v1x")).toBe("api");
    expect(pathKind("/api/authors")).toBe("api");
    expect(pathKind("/sign-inside")).toBe("page");
    expect(pathKind("/api/v1/openapi.json")).toBe("open_api");
    expect(pathKind("/scimitar")).toBe("page");
    expect(pathKind("/debrief/picture.png")).toBe("page");
    expect(pathKind("/icon.svg/history")).toBe("page");
    expect(pathKind("/_nextish")).toBe("page");
    expect(pathKind("/API/v1/sessions")).toBe("page");
  });
});

describe("hosts that a caller names", () => {
  it.each<[string, Record<string, string>]>([
    ["Host", { host: "evil.example" }],
    ["X-Forwarded-Host", { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }],
    ["Forwarded", { forwarded: "host=evil.example;proto=https" }],
  ])("by %s are in no address that is led to", async (_, headers) => {
    const response = await ask("/history", { headers });
    expect(response.headers.get("location")).toBe("http://localhost:3000/sign-in?returnTo=%2Fhistory");
    expect(JSON.stringify([...response.headers])).not.toContain("evil.example");
  });

  it("lead somebody on this machine to the one host that sign-in knows, and not in a circle", async () => {
    const wrong = await ask("/practice?x=1", { headers: { host: "127.0.0.1:3000" } });
    expect(wrong.headers.get("refresh")).toBe("0; url=http://localhost:3000/practice?x=1");
    expect((await ask("/sign-in", { headers: { host: "localhost:3000" } })).headers.get("refresh")).toBeNull();
    const odd = new NextRequest("http://127.0.0.1:3000//evil.example/x", { headers: { host: "127.0.0.1:3000" } });
    const twice = await guard(odd);
    expect(new URL(twice.headers.get("refresh")?.slice("0; url=".length) ?? "").host).toBe("localhost:3000");
  });
});

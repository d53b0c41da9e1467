import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { sessionCookieName, writeSessionToken } from "@/lib/platform/auth/token";
import { guard } from "@/lib/platform/edge/guard";
import { pagePolicy } from "@/lib/platform/edge/headers";
import { pathKind } from "@/lib/platform/edge/paths";

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  guard(new NextRequest(new URL(path, "http://localhost:3000"), init));
const ids = { lid: randomUUID(), uid: randomUUID(), tid: randomUUID() };
const signedIn = async () => ({
  cookie: `${sessionCookieName()}=${await writeSessionToken({ ...ids, name: "n", email: "e" })}`,
});

describe("the edge", () => {
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

  it("lets in whoever is signed in, and the public pages for everybody", async () => {
    const headers = await signedIn();
    for (const response of [await ask("/", { headers }), await ask("/sign-in"), await ask("/api/health/live")])
      expect(response.headers.get("x-middleware-next")).toBe("1");
  });

  it("does not take a server action's words away by a redirect", async () => {
    const response = await ask("/practice/1", { method: "POST", headers: { "next-action": "abc" } });
    expect(response.headers.get("x-middleware-next")).toBe("1");
  });

  it.each(["/", "/sign-in", "/api/v1/sessions", "/api/health/live"])(
    "gives %s a request id and security headers",
    async (path) => {
      const { headers } = await ask(path, { headers: { "x-request-id": "given-12345" } });
      expect(headers.get("x-request-id")).toBe("given-12345");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    },
  );

  it("hands the same nonce to the page and to its policy, and a new one each time", async () => {
    const [one, two] = [await ask("/sign-in"), await ask("/sign-in", { headers: { "x-nonce": "chosen-by-caller" } })];
    const nonce = one.headers.get("x-middleware-request-x-nonce") ?? "";
    expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(two.headers.get("x-middleware-request-x-nonce")).not.toBe(nonce);
    expect(two.headers.get("x-middleware-request-x-nonce")).not.toBe("chosen-by-caller");
  });

  it("never allows inline scripts", () => {
    const scripts = pagePolicy("n")
      .split("; ")
      .find((part) => part.startsWith("script-src"));
    expect(scripts).not.toContain("unsafe");
  });

  it("refuses unknown methods and bodies that are too large", async () => {
    expect((await ask("/api/v1/sessions", { method: "PROPFIND" })).status).toBe(405);
    const large = await ask("/api/v1/sessions", { method: "POST", headers: { "content-length": "10000000" } });
    expect(large.status).toBe(413);
  });

  it("allows no other site by default", async () => {
    const response = await ask("/api/v1/sessions", { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("tells pages from the API by whole path segments", () => {
    expect(pathKind("/api/v1/sessions")).toBe("api");
    expect(pathKind("/api/v1x")).toBe("api");
    expect(pathKind("/api/authors")).toBe("api");
    expect(pathKind("/sign-inside")).toBe("page");
    expect(pathKind("/api/v1/openapi.json")).toBe("open_api");
  });
});

describe("a loopback visitor", () => {
  it("is led to the one host that sign-in knows, and not in a circle", async () => {
    const wrong = await ask("/practice?x=1", { headers: { host: "127.0.0.1:3000" } });
    expect(wrong.headers.get("refresh")).toBe("0; url=http://localhost:3000/practice?x=1");
    const right = await ask("/sign-in", { headers: { host: "localhost:3000" } });
    expect(right.headers.get("refresh")).toBeNull();
  });
});

import { describe, expect, inject, it } from "vitest";
import { sendBytes, sendRaw } from "@/tests/support/raw-request";
import { visit } from "@/tests/support/sign-in";

const base = inject("base");
const { host } = new URL(base);
const uuid = /^[0-9a-f-]{36}$/u;

/** A file of the build, as the sign-in page names it. */
async function builtFile(): Promise<string> {
  const page = await (await visit(base).call("/sign-in")).text();
  const path = /\/_next\/static\/[^"]+\.js/u.exec(page)?.[0];
  if (!path) throw new Error("the sign-in page names no script");
  return path;
}

describe("every answer", () => {
  it.each<[string, string, number]>([
    ["a page", "/sign-in", 200],
    ["a lead to sign-in", "/history", 307],
    ["a refusal of the API", "/api/v1/sessions", 401],
    ["an answer of Auth.js", "/api/auth/csrf", 200],
    ["health", "/api/health/live", 200],
    ["the description of the API", "/api/v1/openapi.json", 200],
    ["a refusal of provisioning", "/scim/v2/Users", 401],
    ["a path in odd form", "//history", 308],
    ["a path with a slash at its end", "/history/", 308],
    ["a path with backslashes", "/\\evil.example", 308],
    ["a file of the build that is not there", "/_next/static/nothing.js", 404],
    ["a picture", "/icon.svg", 200],
    ["a picture that is not there", "/favicon.ico", 404],
    ["pictures made smaller", "/_next/image?url=%2Ficon.svg&w=64&q=75", 404],
  ])("has a request id and security headers: %s", async (_, path, status) => {
    const answer = await sendRaw(base, path);
    expect([answer.status, answer.headers["x-request-id"]]).toEqual([status, expect.stringMatching(uuid)]);
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'") as string,
    });
  });

  it("has them when it is a file of the build", async () => {
    const answer = await sendRaw(base, await builtFile());
    expect(answer.status).toBe(200);
    expect(answer.headers["x-request-id"]).toMatch(uuid);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["cache-control"]).toContain("immutable");
  });

  it.each(["/", "/sign-in", "/api/v1/sessions"])("to a method nobody takes is a refusal: %s", async (path) => {
    for (const method of ["TRACE", "PROPFIND", "MKCOL", "PURGE"]) {
      const answer = await sendRaw(base, path, { method });
      expect([method, answer.status]).toEqual([method, 405]);
      expect(answer.headers["x-request-id"]).toMatch(uuid);
      expect(answer.body).not.toContain(method); // nothing is echoed
    }
    expect(await sendBytes(base, `CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).not.toContain("200");
  });

  it("carries each of these once", async () => {
    for (const path of ["/sign-in", "/api/v1/sessions", "/api/health/live"]) {
      const { lines } = await sendRaw(base, path, { headers: { "x-request-id": "given-12345" } });
      for (const name of ["x-request-id", "content-security-policy", "x-frame-options"])
        expect(lines.filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
      expect(lines).toContain("x-request-id: given-12345");
    }
  });
});

describe("a page", () => {
  it("runs scripts and style sheets by a nonce that is new each time, and holds none without it", async () => {
    const nonces = new Set<string>();
    for (let visits = 0; visits < 2; visits++) {
      const answer = await visit(base).call("/sign-in");
      const policy = answer.headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? "";
      nonces.add(nonce);
      expect(/script-src [^;]+/u.exec(policy)?.[0]).not.toContain("unsafe");
      const tags = (await answer.text()).match(/<(?:script|style)\b[^>]*>/gu) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    }
    expect(nonces.size).toBe(2);
  });
});

describe("line breaks that a caller sends", () => {
  it.each([
    "/sign-in?returnTo=/%0d%0aset-cookie:%20planted=1",
    "/history%0d%0aset-cookie:%20planted=1",
    "/%0d%0aset-cookie:%20planted=1",
    "/api/auth/signin?callbackUrl=%0d%0aset-cookie:%20planted=1",
    "/history/%0d%0aset-cookie:%20planted=1/",
    "//%0d%0aset-cookie:%20planted=1",
  ])("become no header of the answer: %s", async (path) => {
    const { lines } = await sendRaw(base, path);
    expect(lines.filter((line) => line.startsWith("set-cookie") && line.includes("planted"))).toEqual([]);
  });

  it("in headers end the request or nothing", async () => {
    const planted = ["a\nset-cookie: planted=1", "a\rset-cookie: planted=1", "a\r\n set-cookie: planted=1", "a\0b"];
    for (const id of planted) {
      const said = await sendBytes(
        base,
        `GET /sign-in HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nX-Request-Id: ${id}\r\n\r\n`,
      );
      expect(said.split("\r\n\r\n")[0]).not.toContain("planted");
      expect(said.startsWith("HTTP/1.1 400") || /x-request-id: [0-9a-f-]{36}\r\n/iu.test(said)).toBe(true);
    }
  });
});

describe("two requests in one", () => {
  it.each([
    ["both lengths", "Content-Length: 4\r\nTransfer-Encoding: chunked"],
    ["two lengths", "Content-Length: 4\r\nContent-Length: 40"],
    ["an odd encoding", "Transfer-Encoding: xchunked"],
  ])("are refused: %s", async (_, framing) => {
    const inner = `0\r\n\r\nGET /api/health/live HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const said = await sendBytes(
      base,
      `POST /api/v1/sessions HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${framing}\r\n\r\n${inner}`,
    );
    expect(said).not.toContain("HTTP/1.1 200");
  });
});

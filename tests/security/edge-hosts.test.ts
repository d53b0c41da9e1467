import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, inject, it } from "vitest";
import { builtActions } from "@/tests/support/build";
import { sendRaw, type RawAnswer } from "@/tests/support/raw-request";
import { visit } from "@/tests/support/sign-in";

const base = inject("base");
const evil = "evil.example";

/** Ways to tell a server that it is somebody else. */
const hosts: Record<string, Record<string, string>> = {
  Host: { host: evil },
  "Host with a port": { host: `${evil}:443` },
  "X-Forwarded-Host": { "x-forwarded-host": evil, "x-forwarded-proto": "https" },
  Forwarded: { forwarded: `for=1.2.3.4;host=${evil};proto=https` },
  "X-Host": { "x-host": evil, "x-forwarded-server": evil, "x-http-host-override": evil },
  "X-Original-Host": { "x-original-host": evil, "x-forwarded-prefix": `//${evil}` },
};

/** Where words of the answer could send a browser, or plant something for another host. */
const said = ({ lines, body }: RawAnswer) => `${lines.join("\n")}\n${body}`;

describe.each(Object.entries(hosts))("a host that a caller claims by %s", (_, headers) => {
  it.each([
    "/",
    "/sign-in",
    "/history",
    "/history/",
    "//history",
    "/api/v1/sessions",
    "/api/v1/openapi.json",
    "/nothing",
  ])("is in no header and no body: %s", async (path) => {
    expect(said(await sendRaw(base, path, { headers }))).not.toContain(evil);
  });

  it("is in no address of signing in, and its cookies are of no other host", async () => {
    const visitor = visit(base);
    const { csrfToken } = (await (await visitor.call("/api/auth/csrf")).json()) as { csrfToken: string }; // sound: Auth.js's own shape
    const begun = await sendRaw(base, "/api/auth/signin/oidc", {
      method: "POST",
      headers: {
        ...headers,
        cookie: visitor.jar.header(new URL(base)),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ csrfToken, callbackUrl: `https://${evil}/` }).toString(),
    });
    expect(begun.status).toBe(302);
    const redirect = new URL(begun.headers.location ?? "").searchParams.get("redirect_uri");
    expect(redirect).toBe(`${base}/api/auth/callback/oidc`);
    expect(said(begun)).not.toContain(evil);
    expect(begun.lines.filter((line) => /^set-cookie:.*domain=/iu.test(line))).toEqual([]);
  });

  it("is not where signing out leads", async () => {
    const answer = await sendRaw(base, "/api/auth/sign-out", { method: "POST", headers: { ...headers, origin: base } });
    expect(said(answer)).not.toContain(evil);
  });
});

describe("a request in absolute form", () => {
  it.each(["http://evil.example/history", "https://evil.example/", "http://evil.example//x"])(
    "is answered for its path alone: %s",
    async (target) => {
      expect(said(await sendRaw(base, target))).not.toContain(evil);
    },
  );
});

describe("a server action whose host is a server of the caller's", () => {
  it("makes the application ask that server nothing", async () => {
    let asked = 0;
    const trap = createServer((_, response) => {
      asked += 1;
      response.writeHead(200, { "content-type": "text/x-component" }).end();
    });
    trap.listen(0, "127.0.0.1");
    await once(trap, "listening");
    // Sound: a listening TCP server has an address with a port.
    const host = `127.0.0.1:${(trap.address() as AddressInfo).port}`;
    const action = builtActions().find(({ exported }) => exported === "beginSignIn");
    if (!action) throw new Error("the build has no sign-in action");
    const claims: Record<string, string>[] = [{ host }, { "x-forwarded-host": host }];
    for (const claim of claims) {
      const answer = await sendRaw(base, "/sign-in", {
        method: "POST",
        headers: {
          ...claim,
          origin: `http://${host}`,
          "next-action": action.id,
          "content-type": "text/plain;charset=UTF-8",
          "x-action-forwarded": "0",
        },
        body: "[]",
      });
      expect(said(answer)).not.toContain(host);
    }
    trap.close();
    expect(asked).toBe(0);
  });
});

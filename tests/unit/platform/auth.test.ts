import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { dueAfter, isRefreshDue, refreshSession } from "@/lib/platform/auth/refresh";
import { safeReturnPath } from "@/lib/platform/auth/return-path";
import { fitTokens, readSessionToken, writeSessionToken, type SessionToken } from "@/lib/platform/auth/token";
import { pickLocale } from "@/lib/platform/locale";

const someone = { lid: randomUUID(), uid: randomUUID(), tid: randomUUID() };
const token = (rt: string): SessionToken => ({ ...someone, name: "林晓雨", email: "a@b.example", due: 1, rt });

function provider(answer: () => Response): { spent: string[] } {
  const spent: string[] = [];
  vi.stubGlobal("fetch", async (url: string | URL, init?: RequestInit) => {
    if (String(url).includes(".well-known"))
      return Response.json({
        issuer: "http://localhost:3001",
        token_endpoint: "http://localhost:3001/token",
        jwks_uri: "http://localhost:3001/jwks",
      });
    // sound: the refresh sends a form
    spent.push(new URLSearchParams(init?.body as URLSearchParams).get("refresh_token") ?? "");
    return answer();
  });
  return { spent };
}
afterEach(() => vi.unstubAllGlobals());

describe("the session cookie", () => {
  it("gives back what was put in", async () => {
    const content = token("refresh-1");
    expect(await readSessionToken(await writeSessionToken(content))).toEqual(content);
  });

  it("cannot be forged, shortened or made up", async () => {
    const cookie = await writeSessionToken(token("refresh-2"));
    expect(await readSessionToken(`${cookie.slice(0, -4)}AAAA`)).toBeNull();
    expect(await readSessionToken(cookie.slice(0, 80))).toBeNull();
    expect(await readSessionToken("not a token")).toBeNull();
    expect(await readSessionToken(undefined)).toBeNull();
  });

  it("stays below 4 KB however long the provider's tokens are", async () => {
    for (const [rt, idt] of [
      [100, 900],
      [1200, 1100],
      [2300, 2000],
      [9000, 9000],
    ] as const) {
      const tokens = fitTokens({ refreshToken: "r".repeat(rt), idToken: "i".repeat(idt) });
      const cookie = await writeSessionToken({ ...token(""), ...tokens, name: "名".repeat(60) });
      expect(cookie.length).toBeLessThan(3936);
    }
  });

  it("keeps the refresh token before the id token", () => {
    const tokens = fitTokens({ refreshToken: "r".repeat(2000), idToken: "i".repeat(900) });
    expect(tokens).toEqual({ rt: "r".repeat(2000), idt: undefined });
  });
});

describe("refreshing", () => {
  it("is due when the provider's answer has run out and there is a refresh token", () => {
    expect(isRefreshDue(token("r"))).toBe(true);
    expect(isRefreshDue({ ...token("r"), due: dueAfter(600) })).toBe(false);
    expect(isRefreshDue({ ...token("r"), rt: undefined })).toBe(false);
  });

  it("spends a rotating token once for all requests of one browser", async () => {
    const { spent } = provider(() => Response.json({ refresh_token: "next", expires_in: 600 }));
    const results = await Promise.all([1, 2, 3].map(() => refreshSession(token("rotating"))));
    const late = await refreshSession(token("rotating"));
    expect(spent).toEqual(["rotating"]);
    for (const result of [...results, late]) expect(result).toMatchObject({ kind: "fresh", token: { rt: "next" } });
  });

  it("ends the session when the provider says so", async () => {
    provider(() => Response.json({ error: "invalid_grant" }, { status: 400 }));
    expect(await refreshSession(token("revoked"))).toEqual({ kind: "revoked" });
  });

  it("keeps the session when the provider fails, and asks again later", async () => {
    const { spent } = provider(() => new Response("bad gateway", { status: 502 }));
    const first = await refreshSession(token("unlucky"));
    expect(first).toMatchObject({ kind: "kept", token: { rt: "unlucky" } });
    await refreshSession(token("unlucky"));
    expect(spent).toHaveLength(2);
  });
});

describe("the path to come back to", () => {
  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/a\nb",
    "/api/v1/x",
    "",
    null,
  ])("is never %j", (given) => expect(safeReturnPath(given)).toBe("/"));
  it("may be any page of ours", () => expect(safeReturnPath("/practice/1?x=2")).toBe("/practice/1?x=2"));
});

describe("the language", () => {
  it("is the chosen one, else the first the browser asks for that we speak, else English", () => {
    expect(pickLocale("zh-CN", "en")).toBe("zh-CN");
    expect(pickLocale("fr", "fr, zh-TW;q=0.8, en;q=0.5")).toBe("zh-CN");
    expect(pickLocale(undefined, "de")).toBe("en");
    expect(pickLocale(undefined, null)).toBe("en");
  });
});

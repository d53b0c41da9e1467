import { afterEach, describe, expect, it, vi } from "vitest";
import { ask, cookieOf, limitsOf, passes, set, token } from "@/tests/support/at-the-edge";

afterEach(() => vi.restoreAllMocks());

describe("limits before sign-in", () => {
  const from = (address: string) => ({ "x-forwarded-for": address });

  it("are of the address that a trusted proxy saw, whatever the caller writes before it", async () => {
    set({ trustedProxyHops: 1, limits: limitsOf({ openPerMinute: 2 }) });
    const get = (chain: string) => ask("/api/v1/sessions", { headers: from(chain) });
    const [one, two, three] = [await get("a, 192.0.2.1"), await get("b, 192.0.2.1"), await get("c, 192.0.2.1")];
    expect([one.status, two.status, three.status]).toEqual([401, 401, 429]);
    expect(two.headers.get("ratelimit-remaining")).toBe("0");
    expect(three.headers.get("ratelimit-policy")).toBe("2;w=60");
    expect(three.headers.get("retry-after")).toBe(three.headers.get("ratelimit-reset"));
    expect((await get("192.0.2.1, 192.0.2.2")).status).toBe(401);
  });

  it("count steps of signing in apart, and one network of IPv6 once", async () => {
    set({ trustedProxyHops: 1, limits: limitsOf({ signInsPerMinute: 2 }) });
    const step = (address: string) => ask("/api/auth/callback/oidc?code=x", { headers: from(address) });
    expect(passes(await step("2001:db8:0:1::1"))).toBe(true);
    const action = { method: "POST", headers: { ...from("[2001:db8:0:1::2]:443"), "next-action": "abc" } };
    expect(passes(await ask("/sign-in", action))).toBe(true);
    expect((await step("2001:db8:0:1:ffff::3")).status).toBe(429);
    expect(passes(await step("2001:db8:0:2::1"))).toBe(true);
    expect(passes(await ask("/sign-in", { headers: from("2001:db8:0:1::1") }))).toBe(true);
  });

  it("do not let one caller look for others when no proxy is trusted", async () => {
    set({ limits: limitsOf({ openPerMinute: 1 }) });
    for (let call = 0; call < 5; call++)
      expect((await ask("/api/v1/sessions", { headers: from("192.0.2.7") })).status).toBe(401);
  });

  it("give calls that bring a key ten times the room, and not endlessly", async () => {
    set({ trustedProxyHops: 1, limits: limitsOf({ openPerMinute: 1 }) });
    const headers = { authorization: "Bearer guess", ...from("192.0.2.9") };
    const statuses = [];
    for (let call = 0; call < 11; call++) statuses.push(passes(await ask("/api/v1/sessions", { headers })));
    expect(statuses.filter(Boolean)).toHaveLength(10);
  });
});

describe("the limit of pages", () => {
  it("answers 429 with a page that says when to go on, to people in their language and to programs as a problem", async () => {
    set({ limits: limitsOf({ readsPerMinute: 1 }) });
    const cookie = await cookieOf();
    const first = await ask("/history", { headers: cookie });
    expect(first.headers.get("ratelimit-remaining")).toBe("0");
    const page = await ask("/history", { headers: { ...cookie, accept: "text/html", "accept-language": "zh-CN" } });
    expect(page.status).toBe(429);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(await page.text()).toContain('lang="zh-CN"');
    expect(page.headers.get("retry-after")).toBe(page.headers.get("ratelimit-reset"));
    const flight = await ask("/history", { headers: { ...cookie, rsc: "1" } });
    expect(await flight.json()).toMatchObject({ code: "rate_limited" });
  });

  it("is not used up by what is fetched ahead, nor by a colleague", async () => {
    set({ limits: limitsOf({ readsPerMinute: 1, tenantFactor: 10 }) });
    const [one, two] = [token(), token()];
    const headers = await cookieOf(one);
    for (let ahead = 0; ahead < 5; ahead++)
      expect(passes(await ask("/history", { headers: { ...headers, "next-router-prefetch": "1" } }))).toBe(true);
    expect(passes(await ask("/history", { headers }))).toBe(true);
    expect(passes(await ask("/history", { headers: await cookieOf({ ...two, tid: one.tid }) }))).toBe(true);
  });
});

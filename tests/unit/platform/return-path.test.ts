import { describe, expect, it } from "vitest";
import { returnAddress, safeReturnPath } from "@/lib/platform/auth/return-path";

const base = "https://app.example";
const traps = [
  "https://evil.example",
  "https:evil.example",
  "https:/evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "\t//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\u007f/evil.example",
  "/..//evil.example",
  "/%2e%2e//evil.example",
  "/.//evil.example",
  "@evil.example",
  ".evil.example",
  ":8080",
  "javascript:alert(1)",
  "data:text/html,x",
  " //evil.example",
  "",
];

describe("the way back after sign-in", () => {
  it.each(traps)("never leads elsewhere: %j", (given) => {
    const path = safeReturnPath(given);
    expect(new URL(path, base).origin).toBe(base);
    // read again as a relative address, which is how a browser may take it
    expect(new URL(new URL(path, base).pathname, base).origin).toBe(base);
    const address = returnAddress(given, base);
    expect(new URL(address).origin).toBe(base);
    expect(new URL(new URL(address).pathname, base).origin).toBe(base);
  });

  it.each([
    ["/practice/1?try=2#end", "/practice/1?try=2#end"],
    ["/history?q=https://evil.example", "/history?q=https://evil.example"],
    ["/@someone", "/@someone"],
    ["/sign-into", "/sign-into"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
  ])("keeps a path of our own: %s", (given, kept) => {
    expect(safeReturnPath(given)).toBe(kept);
    expect(returnAddress(given, base)).toBe(base + kept);
  });

  it.each(["/api/v1/sessions", "/sign-in", "/sign-in?returnTo=/", "/sign-in/acme", null, undefined])(
    "is the home page in place of %s",
    (given) => {
      expect(safeReturnPath(given)).toBe("/");
    },
  );

  it("takes an address of our own site, and no other that looks like it", () => {
    expect(returnAddress(`${base}/history`, base)).toBe(`${base}/history`);
    for (const other of [`${base}.evil.example/x`, `${base}@evil.example/x`, `${base}:444/x`, "https://app.exampl/x"])
      expect(returnAddress(other, base)).toBe(`${base}/`);
  });
});

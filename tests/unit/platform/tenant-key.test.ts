import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantKey } from "@/lib/platform/tenant-key";

const tenant = fc.uuid();
const parts = fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 4 });
const kinds = fc.constantFrom("limit" as const, "stream" as const, "cache" as const, "file" as const);

describe("the name of something of a tenant", () => {
  it("is never the name of anything of another tenant, kind or list of parts", () => {
    fc.assert(
      fc.property(tenant, kinds, parts, tenant, kinds, parts, (t1, k1, p1, t2, k2, p2) => {
        const same = t1 === t2 && k1 === k2 && JSON.stringify(p1) === JSON.stringify(p2);
        expect(tenantKey({ tenantId: t1 }, k1, ...p1) === tenantKey({ tenantId: t2 }, k2, ...p2)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not run together what separators or escapes in a part could run together", () => {
    const key = (...given: string[]) => tenantKey({ tenantId: "t" }, "stream", ...given);
    const lists = [["a", "b"], ["a:b"], ["a", "", "b"], ["a%3a.b"], ["a%3a", ".b"], ["a", ":b"], ["a:", "b"], []];
    expect(new Set(lists.map((list) => key(...list))).size).toBe(lists.length);
  });

  it("holds nothing that a store or a file system could take for more than a name", () => {
    fc.assert(
      fc.property(tenant, kinds, parts, (tenantId, kind, list) => {
        expect(tenantKey({ tenantId }, kind, ...list)).toMatch(/^salesboost:[a-z]+:[0-9a-f-]{36}(?::[\w.@+%-]*)*$/u);
      }),
    );
  });

  it("is made in one place", () => {
    const makers = globSync("{app,agents,db,lib}/**/*.ts")
      .filter((path) => /["'`]salesboost:[a-z$]/u.test(readFileSync(path, "utf8")))
      .map((path) => path.replaceAll("\\", "/"));
    // Limits of an address, before anybody is known, are the prefix of no tenant.
    expect(makers.filter((path) => !path.startsWith("lib/platform/limit"))).toEqual([]);
  });
});

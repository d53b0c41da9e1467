import { describe, expect, it } from "vitest";
import { isPrivateScope, keyShape, scopeGroups, scopesFor } from "@/lib/contracts/keys";
import { isAllowed, permissions, permissionsOf } from "@/lib/contracts/permissions";
import { roles } from "@/lib/contracts/vocabulary";
import { hashKey, makeKey } from "@/lib/platform/auth/key-secret";
import { holds } from "@/lib/platform/auth/allow";
import en from "@/messages/en.json" with { type: "json" };
import zh from "@/messages/zh-CN.json" with { type: "json" };

const offered = [...new Set(roles.flatMap((role) => scopesFor(role, "self")))];

describe("what a key may be given", () => {
  it("is never more than its person's role holds", () => {
    for (const role of roles) {
      for (const maker of ["self", "other"] as const) {
        expect(scopesFor(role, maker).filter((scope) => !isAllowed(role, scope))).toEqual([]);
      }
    }
  });

  it("by somebody else holds nothing that is private to its person", () => {
    for (const role of roles) expect(scopesFor(role, "other").filter(isPrivateScope)).toEqual([]);
    expect(scopesFor("trainee", "self").filter(isPrivateScope)).not.toEqual([]);
  });

  it("has plain words in both languages and stands in one group", () => {
    for (const scope of offered) {
      const key = scope.replace(":", "__");
      expect(
        [en.keys.scope, zh.keys.scope].map((words) => Object.hasOwn(words, key)),
        scope,
      ).toEqual([true, true]);
      const groups = Object.values(scopeGroups).filter((of) => of.some((resource) => scope.startsWith(`${resource}:`)));
      expect(groups, scope).toHaveLength(1);
    }
  });

  it("names every permission of a role but what opens pages", () => {
    const left = permissions.filter((one) => !offered.includes(one));
    expect(left.toSorted()).toEqual(["console:open", "session:read_granted"]);
  });
});

describe("an actor with a key", () => {
  it("holds what both the role holds now and the key was given", () => {
    const by = (role: "auditor" | "trainee", scopes: (typeof permissions)[number][]) => ({
      actor: { userId: "u", role, name: "", email: "" },
      via: { kind: "key" as const, id: "k", scopes },
    });
    for (const permission of permissionsOf("auditor")) {
      expect(holds(by("auditor", [permission]), permission)).toBe(true);
      expect(holds(by("auditor", []), permission)).toBe(false);
    }
    expect(holds(by("trainee", ["audit:read"]), "audit:read")).toBe(false);
  });
});

describe("a new key", () => {
  it("has the form that scanners know, a prefix of its own and a hash that does not hold it", () => {
    const [one, other] = [makeKey(), makeKey()];
    expect(one.secret).toMatch(keyShape);
    expect(one.secret.startsWith(`${one.prefix}_`)).toBe(true);
    expect(one.secret).not.toBe(other.secret);
    expect(one.hash).toBe(hashKey(one.secret));
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(one.hash).not.toContain(one.secret.slice(12));
  });
});

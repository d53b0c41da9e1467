import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPowerful, isPrivateScope, keyShape, scopeGroups, scopesFor, uselessScopes } from "@/lib/contracts/keys";
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

  it("by somebody else holds nothing that changes who may do what", () => {
    for (const role of roles) expect(scopesFor(role, "other").filter(isPowerful)).toEqual([]);
    expect(scopesFor("admin", "self").filter(isPowerful)).not.toEqual([]);
  });

  it("names every permission that an API route asks for, and none that only pages ask for", () => {
    const routes = globSync("app/{api/v1,scim}/**/route.ts").map((path) => readFileSync(path, "utf8"));
    const named = routes.flatMap((text) =>
      [...text.matchAll(/access: "([^"]+)"|holds\(ctx, "([^"]+)"\)|(defineScimRoute)\(/gu)].map(
        ([, access, held]) => access ?? held ?? "scim:provision",
      ),
    );
    // Asked for while a talk is being spoken, of whoever speaks in it.
    const asked = new Set([...named, "tool:call_remote"]);
    expect(offered.filter((one) => !asked.has(one))).toEqual([]);
    expect([...asked].filter((one) => !offered.some((scope) => scope === one))).toEqual([]);
    expect(permissions.filter((one) => !offered.includes(one)).toSorted()).toEqual(uselessScopes.toSorted());
  });

  it("stands in no group that is then empty", () => {
    const resources = new Set(offered.map((scope) => scope.split(":")[0]));
    expect(
      Object.values(scopeGroups)
        .flat()
        .filter((one) => !resources.has(one)),
    ).toEqual([]);
  });

  it("has words for nothing else", () => {
    const keys = offered.map((scope) => scope.replace(":", "__")).toSorted();
    expect([en, zh].map((words) => Object.keys(words.keys.scope).toSorted())).toEqual([keys, keys]);
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

import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (pattern: string) =>
  globSync(pattern).map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));
const domain = read("lib/domain/**/*.ts");

/** Everything of a top-level declaration from `at` on: to the first brace that closes at the margin, or the next line's end. */
const declaration = (text: string, at: number) => /[\s\S]*?(?:^\}|;$)/mu.exec(text.slice(at))?.[0] ?? "";

/** Functions that others may call with an actor, and what each does. */
const called = domain.flatMap(({ path, text }) =>
  [...text.matchAll(/^export (?:async )?(?:function\*? (\w+)(?:<[^>]*>)?|const (\w+) = (?:async )?)\(\s*ctx\b/gmu)].map(
    (found) => ({
      name: `${path.slice("lib/domain/".length)} ${found[1] ?? found[2]}`,
      body: declaration(text, found.index),
      text,
    }),
  ),
);

/** Whether the first that such a function hands its actor to is a verb of the same file. */
const beginsWithVerb = ({ body, text }: { body: string; text: string }): boolean => {
  const [, first] = /\b(\w+)\(ctx\b/u.exec(body.slice(body.indexOf(")"))) ?? [];
  return Boolean(first) && new RegExp(`^(?:export )?const ${first} = defineVerb\\b`, "mu").test(text);
};

/**
 * Functions that take an actor and are no verbs. None of them reads or writes before a verb, or `requirePermission`, has
 * let the actor through. A new one is made by `defineVerb`, or begins
 * with a verb of its file, or asks `requirePermission`, or gets its reason here.
 */
const composed: Record<string, string> = {
  "claims.ts claimTurn": "asks requirePermission before the quick way, and the slow way is the verb turns.claim",
  "connections.ts changeConnection": "looks at the issuer, then the verb writes",
  "connections.ts setConnectionEnabled": "looks at the issuer, then the verb writes",
  "preflights.ts runPreflight": "begins with a verb that reads; plays without a transaction; a verb keeps the report",
  "privacy-export.ts exportOwnData": "begins with the verb that is audited, and each part is a verb",
  "remote-tools.ts remoteTools": "loads through a verb, and takes its refusal for no tools",
  "scim/groups.ts patchScimGroup": "begins with a verb that reads, and a verb writes",
  "scim/groups.ts replaceScimGroup": "begins with a verb that reads, and a verb writes",
  "scim/users.ts patchScimUser": "begins with a verb that reads, and a verb writes",
  "scim/users.ts replaceScimUser": "begins with a verb that reads, and a verb writes",
  "teams.ts visibleTeams": "a condition in the queries of verbs: reads nothing",
  "users-changing.ts setDisabled": "chooses one of two verbs",
  "turn-functions.ts claimQuickly": "the database's function; claims.ts asks requirePermission before it",
  "turn-functions.ts settleQuickly": "the database's function; turns.ts asks requirePermission before it",
};

/** Files that open a transaction beside the verbs, and why no actor's request can be in it unchecked. */
const doors: Record<string, string> = {
  "lib/domain/verb.ts": "the enforcement point itself",
  "lib/domain/claims.ts": "reads the published scenario of a claimed turn, after requirePermission",
  "lib/domain/audit-reading.ts": "the command line's check of a chain; the page's goes through a verb",
  "lib/domain/evaluations.ts": "the job that judges; it carries its tenant and person",
  "lib/domain/tool-servers.ts": "looks at a server of the tenant, after requirePermission or from the command line",
  "lib/domain/privacy-retention.ts": "the nightly job and the command line",
  "lib/domain/audit-operations.ts": "the nightly job and the command line",
  "lib/domain/operations.ts": "the command line",
  "lib/domain/user-operations.ts": "the command line",
  "lib/domain/sign-in-operations.ts": "the command line",
  "lib/domain/key-operations.ts": "the command line",
  "lib/domain/grant-operations.ts": "the command line; reading goes through a running grant",
  "lib/domain/tool-operations.ts": "the command line",
  "lib/domain/publishing.ts": "the command line",
  "lib/platform/auth/connection.ts": "sign-in: nobody is known yet",
};

describe("the verbs", () => {
  it("are all there is to call with an actor, but for what is listed with a reason", () => {
    expect(called.length).toBeGreaterThan(15);
    const asking = called.filter((one) => one.body.includes("requirePermission(") || beginsWithVerb(one));
    const unchecked = called.filter((one) => !asking.includes(one)).map(({ name }) => name);
    const unlisted = unchecked.filter((name) => !composed[name]);
    expect(unlisted, "make it a verb, ask requirePermission first, or list it in this file with its reason").toEqual(
      [],
    );
  });

  it("are not excused without need: the list holds nothing that is gone or asks by itself", () => {
    const names = new Set(called.filter((one) => !beginsWithVerb(one)).map(({ name }) => name));
    expect(Object.keys(composed).filter((name) => !names.has(name))).toEqual([]);
  });

  it("each declare a permission and whether they are audited, under a name of their own", () => {
    const specs = domain
      .filter(({ path }) => path !== "lib/domain/verb.ts")
      .flatMap(({ text }) => [...text.matchAll(/defineVerb(?:<[\s\S]*?>)?\(\{\n([\s\S]*?)\n {2}run\b/gmu)])
      .map(([, spec = ""]) => spec);
    expect(specs.length).toBeGreaterThan(60);
    const lacking = specs.filter((spec) => !/\bpermission\b/u.test(spec) || !/\baudit\b/u.test(spec));
    expect(lacking).toEqual([]);
    const named = specs.flatMap((spec) => /name: "([\w.]+)"/u.exec(spec)?.[1] ?? []);
    expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
  });

  it("are the way to tenant data: whoever opens a transaction beside them is listed with a reason", () => {
    const opening = read("{app,agents,lib}/**/*.{ts,tsx}")
      .filter(({ text }) => /\b(?:withTenant|withDirectory|withGrant|callFunction)[<(]/u.test(text))
      .map(({ path }) => path)
      .filter((path) => path !== "lib/domain/turn-functions.ts");
    expect(opening.filter((path) => !doors[path])).toEqual([]);
    expect(Object.keys(doors).filter((path) => !opening.includes(path))).toEqual([]);
  });

  it("stand before the database's own functions", () => {
    const using = domain.filter(({ text }) => /from "\.\/turn-functions"/u.test(text));
    expect(using.map(({ path }) => path).toSorted()).toEqual(["lib/domain/claims.ts", "lib/domain/turns.ts"]);
    for (const { text, path } of using) {
      const quick = text.search(/\b(?:claimQuickly|settleQuickly)\(/u);
      expect(text.slice(0, quick).lastIndexOf("requirePermission("), path).toBeGreaterThan(0);
    }
  });

  it("ask by what a key holds: a role alone decides nowhere", () => {
    const byRole = read("{app,agents,components,lib}/**/*.{ts,tsx}")
      .filter(({ text }) => /\bisAllowed\(\s*(?:ctx|actor|role|\w+\.role)/u.test(text))
      .map(({ path }) => path);
    // The console's front page shows links by role; pages take no keys.
    const allowed = ["app/(console)/console/page.tsx", "lib/platform/auth/allow.ts", "lib/contracts/permissions.ts"];
    expect(byRole.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it("are what pages, actions and routes reach the database by", () => {
    const reaching = read("app/**/*.{ts,tsx}").filter(({ text }) => /from "@\/db\//u.test(text));
    // It reads the token in the data folder, no table.
    expect(reaching.map(({ path }) => path)).toEqual(["app/api/internal/operate/route.ts"]);
  });

  it("have the role in no key's way but their own: nobody enters by a key but through the wrapper for routes", () => {
    const entering = read("{app,lib}/**/*.{ts,tsx}")
      .filter(({ text }) => /\brequireKeyCtx\(/u.test(text))
      .map(({ path }) => path);
    expect(entering.filter((path) => !path.startsWith("lib/platform/"))).toEqual([]);
    expect(entering).not.toContain("lib/platform/http/page.ts");
    expect(entering).not.toContain("lib/platform/http/action.ts");
  });
});

import { describe, expect, it } from "vitest";
import type { Permission } from "@/lib/contracts/permissions";
import { belongings } from "@/tests/support/belongings";
import { ask, sends, type Companies } from "@/tests/support/companies";
import { type Row } from "./access-matrix";
import { routeRows } from "./access-matrix-routes";
import * as knocks from "./knocks";
import type { Visitor } from "@/tests/support/sign-in";
import { visit } from "@/tests/support/sign-in";

/** Somebody who bears a key and has neither a cookie nor an origin. */
export function bearing(base: string, secret: string): Visitor {
  const { jar } = visit(base);
  return {
    jar,
    call: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${secret}`);
      return fetch(new URL(path, base), { ...init, headers, redirect: "manual" });
    },
  };
}

/** An API key with one permission gets exactly the routes that ask for it. */
export function describeKeyScopes(companies: () => Companies): void {
  const asked = [...new Set(Object.values(routeRows).map(({ access }) => access))];
  const keys = new Map<string, Promise<Visitor>>();
  const keyOf = (scopes: Permission[]): Promise<Visitor> => {
    const { app, people } = companies();
    const { visitor, id } = people.acme.admin;
    const make = async () => {
      const wanted = { name: scopes.join(), userId: id, scopes, days: 1 };
      const { secret } = await ask<{ secret: string }>(visitor, "/api/v1/keys", sends("POST", wanted));
      return bearing(app.url, secret);
    };
    const name = scopes.join();
    const made = keys.get(name) ?? make();
    keys.set(name, made);
    return made;
  };

  async function tryWith(name: string, row: Row): Promise<void> {
    const { admin } = companies().people.acme;
    const make = () => (row.about ? belongings[row.about](companies(), admin) : Promise.resolve({ ids: {} }));
    const knock = knocks.route(name);
    const { ids } = await make();
    for (const scope of asked) {
      if (scope === row.access) continue;
      const { kind, text } = await knock(await keyOf([scope]), row, ids, admin);
      expect(kind, `${name} with ${scope} alone: ${text.slice(0, 300)}`).toBe("forbidden");
    }
    const own = await keyOf([row.access, ...(row.keyAlso ?? [])]);
    if (row.about) {
      const theirs = await belongings[row.about](companies(), companies().victim.globex);
      const { kind, text } = await knock(own, row, theirs.ids, admin);
      expect(kind, `${name}, another company's: ${text.slice(0, 300)}`).toBe("not_there");
      const known = Object.values(theirs.ids);
      expect(theirs.traces.filter((trace) => !known.includes(trace) && text.includes(trace))).toEqual([]);
    }
    const { kind, text } = await knock(own, row, ids, admin);
    if (kind !== row.orElse) expect(kind, `${name} with ${row.access}: ${text.slice(0, 300)}`).toBe("done");
  }

  describe("a key with one permission gets exactly what asks for it", () => {
    it.concurrent.each(Object.entries(routeRows).filter(([, { newcomer }]) => !newcomer))("%s", tryWith);
  });
}

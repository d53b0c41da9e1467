import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { declaredOf, type Declared } from "@/lib/platform/http/declared";
import { builtActions, builtMiddleware, builtPages, builtRoutes } from "@/tests/support/build";
import { letters, publicDoors, type Row } from "./access-matrix";
import { actionRows } from "./access-matrix-actions";
import { pageRows } from "./access-matrix-pages";
import { routeRows } from "./access-matrix-routes";
import { isAllowed } from "@/lib/contracts/permissions";

// Reading what a door was made with starts nobody's sign-in.
vi.mock("next-auth", () => ({ default: () => ({ handlers: {}, signIn: () => {} }) }));

interface Door {
  name: string;
  file: string;
  declared: Declared | undefined;
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
// sound: a module is an object of its exports
const load = async (file: string) => (await import(join(process.cwd(), file))) as Record<string, unknown>;

async function doors(): Promise<{ routes: Door[]; actions: Door[]; pages: Door[] }> {
  const routes = builtRoutes().map(async ({ path, file }) => {
    if (publicDoors[path]) return [{ name: path, file, declared: undefined }];
    const exported = Object.entries(await load(file)).filter(([name]) => methods.includes(name));
    return exported.map(([method, route]) => ({ name: `${method} ${path}`, file, declared: declaredOf(route) }));
  });
  const actions = builtActions().map(async ({ name, file, exported }) => {
    const declared = publicDoors[name] ? undefined : declaredOf((await load(file))[exported]);
    return { name, file, declared };
  });
  const pages = builtPages().map(async ({ name, file }) => {
    return { name, file, declared: publicDoors[name] ? undefined : declaredOf((await load(file)).default) };
  });
  const all = await Promise.all([Promise.all(routes), Promise.all(actions), Promise.all(pages)]);
  return { routes: all[0].flat(), actions: all[1], pages: all[2] };
}

const where = "tests/security/access-matrix-*.ts; the head of access-matrix.ts says how a row is written";

function faultOf({ name, file, declared }: Door, rows: Record<string, Row>): string[] {
  if (publicDoors[name])
    return declared?.access ? [`${name} needs somebody signed in: take it off the public doors`] : [];
  if (!declared) return [`${name} (${file}) is made by no wrapper: use defineRoute, defineAction or definePage`];
  if (declared.access === null)
    return [`${name} is public: give the reason under publicDoors of tests/security/access-matrix.ts`];
  const row = rows[name];
  if (!row) return [`${name} has no row: add one for access "${declared.access}" to ${where}`];
  const told =
    row.access === declared.access ? [] : [`${name} asks for ${declared.access}, its row says ${row.access}`];
  if (!declared.limit) told.push(`${name} uses no limit`);
  if (!/from "@\/lib\/domain\//u.test(readFileSync(file, "utf8"))) told.push(`${name} (${file}) calls no verb`);
  return told;
}

describe("the production build", async () => {
  const { routes, actions, pages } = await doors();

  it("was read: it has routes, actions and pages", () => {
    expect([routes.length > 20, actions.length > 10, pages.length > 10]).toEqual([true, true, true]);
  });

  it("has no route without a wrapper, a permission, a limit, a verb and a row in the matrix", () => {
    expect(routes.flatMap((door) => faultOf(door, routeRows))).toEqual([]);
  });

  it("has no server action without a wrapper, a permission, a limit, a verb and a row in the matrix", () => {
    expect(actions.flatMap((door) => faultOf(door, actionRows))).toEqual([]);
  });

  it("has no page without a wrapper, a permission, a limit, a verb and a row in the matrix", () => {
    expect(pages.flatMap((door) => faultOf(door, pageRows))).toEqual([]);
  });

  it("has every door that the matrix speaks of", () => {
    const built = new Set([...routes, ...actions, ...pages].map(({ name }) => name));
    const rows = [routeRows, actionRows, pageRows, publicDoors].flatMap((one) => Object.keys(one));
    expect(rows.filter((name) => !built.has(name))).toEqual([]);
  });

  it("has its middleware before every one of them", () => {
    const matchers = builtMiddleware();
    const served = builtRoutes().filter(({ path }) => !path.endsWith(".svg"));
    const open = [...served.map(({ path }) => path), ...builtPages().map(({ name }) => name)]
      .map((path) => path.replace(/\[?\[[^\]]+\]\]?/gu, "x"))
      .filter((path) => !matchers.some((matcher) => matcher.test(path)));
    expect(open).toEqual([]);
  });
});

describe("the matrix", () => {
  it.each(Object.entries({ ...routeRows, ...actionRows, ...pageRows }))(
    "lets the roles in to %s that the permission table names",
    (_name, { access, roles }) => {
      const held = Object.entries(letters).filter(([, role]) => isAllowed(role, access));
      expect([...roles].toSorted()).toEqual(held.map(([letter]) => letter).toSorted());
    },
  );

  it("gives a reason for every public door", () => {
    expect(Object.values(publicDoors).filter((reason) => reason.length < 20)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { builtActions } from "@/tests/support/build";
import { openCompanies, type Companies } from "@/tests/support/companies";
import { actionRows } from "./access-matrix-actions";
import { pageRows } from "./access-matrix-pages";
import { routeRows } from "./access-matrix-routes";
import { describeKeyScopes } from "./key-scopes";
import * as knocks from "./knocks";
import { describeMassAssignment } from "./mass-assignment";
import { Trial } from "./matrix";

let app: AppServer;
let companies: Companies;

beforeAll(async () => {
  // Limits have tests of their own; here a few people make some thousand calls.
  const budgets = ["TURNS_PER_USER_PER_HOUR", "READS_PER_USER_PER_MINUTE", "WRITES_PER_USER_PER_MINUTE"];
  const rarer = [
    "EXPORTS_PER_USER_PER_HOUR",
    "SIGN_INS_PER_ADDRESS_PER_MINUTE",
    "OPEN_REQUESTS_PER_ADDRESS_PER_MINUTE",
  ];
  app = await startApp(Object.fromEntries([...budgets, ...rarer].map((name) => [name, "1000000"])));
  companies = await openCompanies(app);
}, 600_000);
afterAll(() => app?.stop());

describe("a route answers each role as its row says", () => {
  it.concurrent.each(Object.entries(routeRows))("%s", async (name, row) => {
    expect(await new Trial(companies, name, row, knocks.route(name)).run()).toEqual([]);
  });
});

describe("a server action answers each role as its row says", () => {
  const built = new Map(builtActions().map((one) => [one.name, one]));
  it.concurrent.each(Object.entries(actionRows))("%s", async (name, row) => {
    const action = built.get(name);
    expect(action, "not in this build").toBeDefined();
    if (action) expect(await new Trial(companies, name, row, knocks.action(action)).run()).toEqual([]);
  });
});

describe("a page answers each role as its row says", () => {
  it.concurrent.each(Object.entries(pageRows))("%s", async (name, row) => {
    expect(await new Trial(companies, name, row, knocks.page(name), "not_there").run()).toEqual([]);
  });
});

describeKeyScopes(() => companies);
describeMassAssignment(() => companies);

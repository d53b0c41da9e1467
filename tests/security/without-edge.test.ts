import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppServer } from "@/tests/support/app-server";
import { startAppWithoutEdge } from "@/tests/support/app-without-edge";
import { builtActions } from "@/tests/support/build";
import { signInAs, visit, type Visitor } from "@/tests/support/sign-in";
import { actionRows } from "./access-matrix-actions";
import { pageRows } from "./access-matrix-pages";
import { routeRows } from "./access-matrix-routes";
import * as knocks from "./knocks";

let app: AppServer;
let nobody: Visitor;
beforeAll(async () => {
  app = await startAppWithoutEdge();
  nobody = visit(app.url);
}, 600_000);
afterAll(() => app?.stop());

const whose = {
  visitor: visit("http://localhost"),
  company: "acme",
  role: "trainee",
  id: "",
  name: "",
  email: "",
  canary: "",
} as const;

describe("with its middleware taken out, the application", () => {
  it("is really without it, and lets in who is signed in", async () => {
    const answer = await nobody.call("/sign-in");
    expect(answer.status).toBe(200);
    // A nonce is the edge's; what remains is the policy that lets nothing run.
    expect(answer.headers.get("content-security-policy")).not.toContain("nonce");
    const { visitor, landed } = await signInAs(app.url, "acme-trainee");
    expect(landed.pathname).toBe("/");
    expect((await visitor.call("/api/v1/sessions")).status).toBe(200);
  });

  it.each(Object.entries(routeRows))("gives nobody anything: %s", async (name, row) => {
    const { kind, text } = await knocks.route(name)(nobody, row, {}, whose);
    expect(kind, text.slice(0, 300)).toBe("unauthenticated");
  });

  it.each(Object.entries(actionRows))("does nothing for nobody: %s", async (name, row) => {
    const one = builtActions().find((action) => action.name === name);
    if (!one) throw new Error(`${name} is not in this build`);
    const { kind, text } = await knocks.action(one)(nobody, row, {}, whose);
    expect(kind, text.slice(0, 300)).toBe("unauthenticated");
  });

  it.each(Object.entries(pageRows))("leads nobody past sign-in: %s", async (name, row) => {
    const { kind, text } = await knocks.page(name)(nobody, row, {}, whose);
    expect(kind, text.slice(0, 300)).toBe("unauthenticated");
  });

  it("still asks where a change comes from, and still knows a key from none", async () => {
    const { visitor } = await signInAs(app.url, "acme-trainee");
    const body = JSON.stringify({ scenarioId: "saas-renewal-en" });
    const headers = { origin: "https://evil.example", "content-type": "application/json" };
    expect((await visitor.call("/api/v1/sessions", { method: "POST", body, headers })).status).toBe(403);
    const bad = { authorization: `Bearer sb_12345678_${"a".repeat(43)}` };
    expect((await visitor.call("/api/v1/sessions", { headers: bad })).status).toBe(401);
  });
});

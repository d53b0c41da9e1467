import { describe, expect, it } from "vitest";
import { belongings } from "@/tests/support/belongings";
import { builtActions } from "@/tests/support/build";
import { ask, type Companies } from "@/tests/support/companies";
import { actionResult, callAction } from "@/tests/support/raw-action";
import { letters, type Row } from "./access-matrix";
import { actionRows } from "./access-matrix-actions";
import { routeRows } from "./access-matrix-routes";
import { filled } from "./knocks";

interface Rights {
  role: string;
  state: string;
}

/**
 * What a caller might slip into a body beside what is asked for. The prototype is spelled out as text: an object literal
 * would not carry it.
 */
function loaded(body: object, { people, victim }: Companies): string {
  const extra = {
    tenantId: victim.globex.id,
    tenant_id: victim.globex.id,
    userId: victim.globex.id,
    role: "admin",
    score: 100,
    scopes: ["user:manage"],
    createdBy: people.globex.admin.id,
    isAdmin: true,
    ...body,
  };
  const polluted = '"__proto__":{"role":"admin","tenantId":"x"},"constructor":{"prototype":{"role":"admin"}}';
  return `{${polluted},${JSON.stringify(extra).slice(1)}`;
}

const extras = ["tenantId", "tenant_id", "score", "createdBy", "isAdmin", "__proto__", "constructor"];

/** Fields that nobody may set are refused or left out, wherever a body is taken. */
export function describeMassAssignment(companies: () => Companies): void {
  /** Whoever may, with something of their own to send it about. */
  async function prepare(row: Row) {
    const role = letters[row.roles[0] ?? "T"] ?? "trainee";
    const caller = companies().people.acme[role];
    const { ids } = row.about ? await belongings[row.about](companies(), caller) : { ids: {} };
    const body = row.sends?.(ids, caller);
    return { caller, ids, text: typeof body === "object" && body ? loaded(body, companies()) : null };
  }

  async function untouched(): Promise<void> {
    const { people, victim } = companies();
    for (const company of ["acme", "globex"] as const) {
      const rights = (id: string) => ask<Rights>(people[company].admin.visitor, `/api/v1/users/${id}`);
      expect(await rights(victim[company].id)).toMatchObject({ role: "trainee", state: "active" });
      expect(await rights(people[company].trainee.id)).toMatchObject({ role: "trainee", state: "active" });
    }
  }

  const routes = Object.entries(routeRows).filter(([, { sends, keyOnly, newcomer }]) => sends && !keyOnly && !newcomer);
  const actions = Object.entries(actionRows).filter(([, { sends, newcomer }]) => sends && !newcomer);

  describe("a field that nobody may set", () => {
    it.concurrent.each(routes)("is refused by name in the body of %s", async (name, row) => {
      const [method = "", path = ""] = name.split(" ");
      const { caller, ids, text } = await prepare(row);
      const headers = { "content-type": "application/json" };
      const answer = await caller.visitor.call(filled(path, ids), { method, body: text, headers });
      const said = await answer.text();
      expect([answer.status, said.includes("invalid_request")], said.slice(0, 300)).toEqual([400, true]);
      await untouched();
    });

    it.concurrent.each(actions)("is refused or left out in the argument of %s", async (name, row) => {
      const one = builtActions().find((action) => action.name === name);
      const { caller, text } = await prepare(row);
      if (!one || text === null) return;
      const answer = await callAction(caller.visitor, one, null, { body: `[${text}]` });
      const result = actionResult(await answer.text());
      const done = result?.ok ? JSON.stringify(result.data) : result?.problem.code;
      expect(done, `${name} answers`).toBe("invalid_request");
      expect(extras.filter((field) => done?.includes(`"${field}"`))).toEqual([]);
      await untouched();
    });
  });
}

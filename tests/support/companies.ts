import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { roles, type Role } from "@/lib/contracts/vocabulary";
import type { AppServer } from "./app-server";
import { signInAs, type Visitor } from "./sign-in";

export type Company = "acme" | "globex";

/** Somebody signed in, with words nobody else has: whoever finds them elsewhere has found a leak. */
export interface Somebody {
  visitor: Visitor;
  company: Company;
  role: Role;
  id: string;
  name: string;
  email: string;
  /** a word this person alone says */
  canary: string;
}

export interface Companies {
  app: AppServer;
  /** one of each role */
  people: Record<Company, Record<Role, Somebody>>;
  /** a trainee whose things the others try to get at */
  victim: Record<Company, Somebody>;
  /** signs a new person in */
  newcomer(company: Company, role: Role): Promise<Somebody>;
  /** signs somebody in once more, as from another browser */
  again(person: Somebody): Promise<Visitor>;
  /** an operator's command, through the loopback door */
  operate(operation: Operation): Promise<OperationResult>;
}

/** A JSON request. */
export const sends = (method: string, body?: unknown): RequestInit => ({
  method,
  ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
});

/** Calls and reads JSON; throws with what was said when it is refused. */
export async function ask<T>(visitor: Visitor, path: string, init?: RequestInit): Promise<T> {
  const answer = await visitor.call(path, init);
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${init?.method ?? "GET"} ${path}: ${answer.status} ${said}`);
  // sound: the callers name the contract of the route they ask
  return (said ? JSON.parse(said) : null) as T;
}

function operator(app: AppServer): Companies["operate"] {
  return async (operation) => {
    const [token = ""] = readFileSync(join(app.dataDir, "operate.token"), "utf8").split("\n");
    const answer = await fetch(`${app.url}/api/internal/operate`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(operation),
    });
    if (!answer.ok) throw new Error(`${operation.op}: ${await answer.text()}`);
    return (await answer.json()) as OperationResult; // sound: the door's own contract
  };
}

/** Two companies with somebody of each role signed in, on an application of their own. */
export async function openCompanies(app: AppServer): Promise<Companies> {
  let made = 0;
  const enter = async (company: Company, role: Role): Promise<Omit<Somebody, "id">> => {
    made += 1;
    const canary = `quokka${crypto.randomUUID().slice(0, 8)}`;
    const email = `${role}-${made}-${canary}@${company}.example`;
    const name = `Zyxa ${canary} Quill`;
    const { visitor, landed } = await signInAs(app.url, { email, name, tenant: company, role });
    if (landed.pathname !== "/") throw new Error(`${email} could not sign in: ${landed.href}`);
    return { visitor, company, role, name, email, canary };
  };
  const admins: Partial<Record<Company, Visitor>> = {};
  const newcomer = async (company: Company, role: Role): Promise<Somebody> => {
    const person = await enter(company, role);
    const admin = (admins[company] ??= role === "admin" ? person.visitor : (await newcomer(company, "admin")).visitor);
    const found = await ask<{ items: { id: string }[] }>(admin, `/api/v1/users?q=${encodeURIComponent(person.canary)}`);
    return { ...person, id: found.items[0]?.id ?? "" };
  };
  const company = async (name: Company) => {
    await newcomer(name, "admin");
    const of = await Promise.all(roles.map(async (role) => [role, await newcomer(name, role)] as const));
    // sound: one entry for each role
    return Object.fromEntries(of) as Record<Role, Somebody>;
  };
  const [acme, globex] = await Promise.all([company("acme"), company("globex")]);
  const [one, two] = await Promise.all([newcomer("acme", "trainee"), newcomer("globex", "trainee")]);
  const again = async ({ email, name, company: tenant, role }: Somebody) =>
    (await signInAs(app.url, { email, name, tenant, role })).visitor;
  const people = { acme, globex };
  return { app, people, victim: { acme: one, globex: two }, newcomer, again, operate: operator(app) };
}

import { builtActions } from "./build";
import { actionResult, callAction } from "./raw-action";
import { ask, sends, type Companies, type Somebody } from "./companies";

/** Ids by the names that addresses and bodies give them, and words that tell whose they are. */
export interface Belonging {
  ids: Record<string, string>;
  traces: string[];
}

const scenarioId = "saas-renewal-en";
interface View {
  id: string;
}

const of = (owner: Somebody, ids: Record<string, string>): Belonging => ({
  ids,
  traces: [owner.canary, owner.id, ...Object.values(ids)],
});

const begin = async ({ visitor }: Somebody) =>
  (await ask<View>(visitor, "/api/v1/sessions", sends("POST", { scenarioId }))).id;

/** Says something and hears the reply to its end. */
async function say({ visitor }: Somebody, id: string, text: string): Promise<string> {
  const turnId = crypto.randomUUID();
  const answer = await visitor.call(`/api/v1/sessions/${id}/turns`, sends("POST", { turnId, text }));
  const said = await answer.text();
  if (!answer.ok) throw new Error(`the turn was refused: ${said}`);
  return turnId;
}

const end = ({ visitor }: Somebody, id: string) => ask(visitor, `/api/v1/sessions/${id}/end`, sends("POST", {}));

/** A talk in which its owner has said their word; ended when told. */
async function talk(owner: Somebody, ended: boolean): Promise<Belonging> {
  const id = await begin(owner);
  const words = `On Plus the year comes to £69,708, billed annually in advance, says ${owner.canary}.`;
  const turnId = await say(owner, id, words);
  if (ended) await end(owner, id);
  return of(owner, { id, sessionId: id, turnId });
}

async function judged(owner: Somebody): Promise<Belonging> {
  const one = await talk(owner, true);
  for (;;) {
    const { status } = await ask<{ status: string }>(owner.visitor, `/api/v1/sessions/${one.ids.id}/debrief`);
    if (!["queued", "judging"].includes(status)) return one;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function pair(owner: Somebody): Promise<Belonging> {
  const { ids } = await talk(owner, false);
  const left = ids.id ?? "";
  const again = await ask<View>(owner.visitor, `/api/v1/sessions/${left}/rewind`, sends("POST", { turn: 1 }));
  await say(owner, again.id, `Another beginning, says ${owner.canary}.`);
  await Promise.all([end(owner, left), end(owner, again.id)]);
  return of(owner, { id: left, other: again.id, left, right: again.id });
}

async function memory(owner: Somebody): Promise<Belonging> {
  await talk(owner, true);
  const { items } = await ask<{ items: View[] }>(owner.visitor, "/api/v1/memories");
  return of(owner, { id: items[0]?.id ?? "no memory was kept" });
}

async function shared(owner: Somebody): Promise<Belonging> {
  const { ids } = await judged(owner);
  const { token } = await ask<{ token: string }>(owner.visitor, `/api/v1/sessions/${ids.id}/share`, sends("POST", {}));
  return of(owner, { ...ids, token });
}

/** What belongs to a company is made by its administrator and named after the owner. */
function administrated(companies: Companies, owner: Somebody) {
  const { visitor } = companies.people[owner.company].admin;
  return <T>(path: string, body: unknown) => ask<T>(visitor, path, sends("POST", body));
}

async function person(companies: Companies, owner: Somebody): Promise<Belonging> {
  const email = `${owner.canary}-${crypto.randomUUID().slice(0, 8)}@${owner.company}.example`;
  const make = administrated(companies, owner);
  const made = await make<View & { updatedAt: string }>("/api/v1/users", {
    email,
    name: owner.canary,
    role: "trainee",
  });
  return of(owner, { id: made.id, userId: made.id, updatedAt: made.updatedAt, email });
}

async function team(companies: Companies, owner: Somebody): Promise<Belonging> {
  const make = administrated(companies, owner);
  const name = `${owner.canary} ${crypto.randomUUID().slice(0, 8)}`;
  const made = await make<View>("/api/v1/teams", { name });
  const { ids } = await person(companies, owner);
  const userId = ids.id ?? "";
  // A manager's own team is the one they lead.
  const userIds = owner.role === "manager" ? [userId, owner.id] : [userId];
  await make(`/api/v1/teams/${made.id}/members`, { userIds });
  if (owner.role === "manager") {
    const lead = sends("PATCH", { leads: true });
    await ask(companies.people[owner.company].admin.visitor, `/api/v1/teams/${made.id}/members/${owner.id}`, lead);
  }
  const { updatedAt } = await ask<{ updatedAt: string }>(
    companies.people[owner.company].admin.visitor,
    `/api/v1/teams/${made.id}`,
  );
  return of(owner, { id: made.id, teamId: made.id, updatedAt, userId });
}

async function key(companies: Companies, owner: Somebody): Promise<Belonging> {
  const { id: userId } = companies.people[owner.company].admin;
  const wanted = { name: owner.canary, userId, scopes: ["audit:read"], days: 1 };
  const made = await administrated(companies, owner)<View & { prefix: string }>("/api/v1/keys", wanted);
  return of(owner, { id: made.id, prefix: made.prefix });
}

async function grant(companies: Companies, owner: Somebody): Promise<Belonging> {
  const opened = { tenant: owner.company, operator: "matrix", reason: owner.canary, hours: 1 };
  const { message, rows } = await companies.operate({ op: "grant.open", ...opened });
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u.exec(`${message} ${JSON.stringify(rows)}`)?.[0];
  return of(owner, { id: id ?? "no grant" });
}

async function login(companies: Companies, owner: Somebody): Promise<Belonging> {
  const other = await companies.again(owner);
  const { items } = await ask<{ items: (View & { current: boolean })[] }>(other, "/api/v1/logins");
  return of(owner, { id: items.find(({ current }) => current)?.id ?? "no sign-in" });
}

/** What an administrator enters of an identity provider that nobody answers for. */
export const aProvider = () => ({
  name: "Made by a test",
  issuer: `https://${crypto.randomUUID()}.example`,
  clientId: "matrix",
  scopes: "openid profile email",
  roleClaim: "role",
  roles: {},
  defaultRole: null,
});

async function freshConnection(companies: Companies, owner: Somebody): Promise<Belonging> {
  const add = builtActions().find(({ name }) => name === "app/(console)/console/sign-in/actions.ts addConnection");
  if (!add) throw new Error("providers cannot be added in this build");
  const { visitor } = companies.people[owner.company].admin;
  const wanted = { ...aProvider(), name: owner.canary, clientSecret: owner.canary };
  const result = actionResult(await (await callAction(visitor, add, wanted)).text());
  if (!result?.ok) throw new Error(`the provider was refused: ${JSON.stringify(result)}`);
  // sound: the action's own answer
  return of(owner, { id: (result.data as View).id });
}

const connections = new Map<string, Promise<Belonging>>();

/** One for each owner: a company may have few. */
function connection(companies: Companies, owner: Somebody): Promise<Belonging> {
  const made = connections.get(owner.id) ?? freshConnection(companies, owner);
  connections.set(owner.id, made);
  return made;
}

async function evaluation(companies: Companies, owner: Somebody): Promise<Belonging> {
  await judged(owner);
  const { visitor } = companies.people[owner.company].auditor;
  const { items } = await ask<{ items: { evaluationId: string }[] }>(visitor, "/api/v1/fidelity");
  const id = items[0]?.evaluationId ?? "no report";
  return of(owner, { id, evaluationId: id });
}

/** Everything in the product that has an owner, and how one comes by it. */
export const belongings = {
  talk: (_: Companies, owner: Somebody) => talk(owner, false),
  fresh_talk: async (_: Companies, owner: Somebody) => {
    const id = await begin(owner);
    return of(owner, { id, sessionId: id });
  },
  ended_talk: (_: Companies, owner: Somebody) => talk(owner, true),
  judged_talk: (_: Companies, owner: Somebody) => judged(owner),
  pair: (_: Companies, owner: Somebody) => pair(owner),
  memory: (_: Companies, owner: Somebody) => memory(owner),
  share: (_: Companies, owner: Somebody) => shared(owner),
  person,
  team,
  key,
  grant,
  login,
  connection,
  fresh_connection: freshConnection,
  evaluation,
} satisfies Record<string, (companies: Companies, owner: Somebody) => Promise<Belonging>>;
export type BelongingKind = keyof typeof belongings;

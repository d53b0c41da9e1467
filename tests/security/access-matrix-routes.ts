import { scimRows } from "./access-matrix-scim";
import { can, everybody, type Row } from "./access-matrix";

const scenarioId = "saas-renewal-en";
const someone = () => `${crypto.randomUUID()}@acme.example`;
const keyFor = (userId: string) => ({ name: "made by a test", userId, scopes: ["audit:read"], days: 1 });

/** Routes: method and address. */
export const routeRows: Record<string, Row> = {
  "GET /api/v1/scenarios": can("scenario:read", everybody),

  "GET /api/v1/sessions": can("session:read_own", everybody),
  "POST /api/v1/sessions": can("session:practise", everybody, { sends: () => ({ scenarioId }), ok: 201 }),
  "GET /api/v1/sessions/[id]": can("session:read_own", everybody, { about: "talk" }),
  "DELETE /api/v1/sessions/[id]": can("session:delete_own", everybody, { about: "fresh_talk", uses: true, ok: 204 }),
  "POST /api/v1/sessions/[id]/turns": can("session:practise", everybody, {
    about: "fresh_talk",
    uses: true,
    sends: () => ({ turnId: crypto.randomUUID(), text: "Good morning." }),
  }),
  "GET /api/v1/sessions/[id]/turns/[turnId]/stream": can("session:read_own", everybody, {
    about: "talk",
    // A turn can be followed for a while after its end; then nothing is being said.
    orElse: "204",
  }),
  "POST /api/v1/sessions/[id]/turns/[turnId]/stop": can("session:practise", everybody, {
    about: "talk",
    // It looks first whether the talk is the caller's.
    keyAlso: ["session:read_own"],
  }),
  "POST /api/v1/sessions/[id]/hint": can("session:practise", everybody, { about: "fresh_talk", uses: true }),
  "POST /api/v1/sessions/[id]/end": can("session:practise", everybody, {
    about: "fresh_talk",
    uses: true,
    sends: () => ({}),
  }),
  "POST /api/v1/sessions/[id]/rewind": can("session:practise", everybody, {
    about: "talk",
    uses: true,
    sends: () => ({ turn: 1 }),
    ok: 201,
  }),
  "GET /api/v1/sessions/[id]/compare/[other]": can("debrief:read_own", everybody, { about: "pair" }),
  "GET /api/v1/sessions/[id]/debrief": can("debrief:read_own", everybody, { about: "judged_talk" }),
  "POST /api/v1/sessions/[id]/debrief/retry": can("evaluation:retry_own", everybody, {
    about: "judged_talk",
    ok: 202,
    orElse: "version_conflict",
  }),
  "POST /api/v1/sessions/[id]/share": can("share:create_own", everybody, {
    about: "judged_talk",
    sends: () => ({ days: 1 }),
    ok: 201,
  }),
  "DELETE /api/v1/sessions/[id]/share": can("share:create_own", everybody, { about: "judged_talk", ok: 204 }),

  "GET /api/v1/memories": can("memory:read_own", everybody),
  "DELETE /api/v1/memories/[id]": can("memory:delete_own", everybody, { about: "memory", uses: true, ok: 204 }),

  // Reports name nobody: they are the company's.
  "GET /api/v1/fidelity": can("fidelity:read", "WAU"),
  "GET /api/v1/fidelity/[id]": can("fidelity:read", "WAU", { about: "evaluation", colleagues: "WAU" }),

  "GET /api/v1/audit": can("audit:read", "AU"),
  "GET /api/v1/audit.csv": can("audit:read", "AU"),

  "GET /api/v1/keys": can("key:read", "AU"),
  "POST /api/v1/keys": can("key:manage", "A", {
    sends: (_, caller) => keyFor(caller.id),
    ok: 201,
    // Nobody hands on what they do not hold.
    keyAlso: ["audit:read"],
  }),
  "DELETE /api/v1/keys/[id]": can("key:manage", "A", { about: "key", colleagues: "A", uses: true, ok: 204 }),

  "GET /api/v1/users": can("user:read", "AU"),
  "POST /api/v1/users": can("user:manage", "A", { sends: () => ({ email: someone(), role: "trainee" }), ok: 201 }),
  "GET /api/v1/users/[id]": can("user:read", "AU", { about: "person", colleagues: "AU" }),
  "PATCH /api/v1/users/[id]": can("user:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ updatedAt }) => ({ role: "author", updatedAt }),
  }),
  "DELETE /api/v1/users/[id]": can("user:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ updatedAt }) => ({ practice: "erase", successorId: null, updatedAt }),
    ok: 204,
  }),

  "GET /api/v1/teams": can("team:read_own", "MAU"),
  "POST /api/v1/teams": can("team:manage", "A", { sends: () => ({ name: crypto.randomUUID() }), ok: 201 }),
  "GET /api/v1/teams/[id]": can("team:read_own", "MAU", {
    about: "team",
    colleagues: "AU",
    // Without it a key that only reads is shown the teams that its person leads, as a manager is.
    keyAlso: ["user:read"],
  }),
  "PATCH /api/v1/teams/[id]": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ updatedAt }) => ({ name: crypto.randomUUID(), updatedAt }),
  }),
  "DELETE /api/v1/teams/[id]": can("team:manage", "A", { about: "team", colleagues: "A", uses: true, ok: 204 }),
  "POST /api/v1/teams/[id]/members": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: (_, caller) => ({ userIds: [caller.id] }),
  }),
  "PATCH /api/v1/teams/[id]/members/[userId]": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: () => ({ leads: false }),
    ok: 204,
  }),
  "DELETE /api/v1/teams/[id]/members/[userId]": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    ok: 204,
  }),

  "GET /api/v1/logins": can("login:read_own", everybody),
  "DELETE /api/v1/logins/[id]": can("login:revoke_own", everybody, {
    about: "login",
    // An administrator ends anybody's of the company.
    colleagues: "A",
    uses: true,
    ok: 204,
  }),

  "GET /api/v1/me/export": can("privacy:export_own", everybody),
  "GET /api/v1/me/export.html": can("privacy:export_own", everybody),
  "DELETE /api/v1/me": can("privacy:erase_own", everybody, {
    newcomer: true,
    sends: (_, caller) => ({ confirm: caller.email }),
    ok: 204,
  }),

  ...scimRows,
};

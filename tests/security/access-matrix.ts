/**
 * Who gets what: the expected verdict of every door of the application, to be read and reviewed by a person. The tests
 * beside this file find every door in the production build, hold it to its row here, and try the row on the running server.
 *
 * To add a door, add its row: `access` as the code declares it, `roles` who is let in, and, where it is about something
 * that has an owner, `about` what that is (a kind of tests/support/belongings.ts). From that follows:
 *
 * |                         | a role let in      | another role | nobody            |
 * | own                     | `ok`               | refused      | 401, or sign-in   |
 * | a colleague's           | 404, or `ok` for `colleagues` | refused | 401, or sign-in |
 * | another company's       | 404                | refused      | 401, or sign-in   |
 *
 * "Refused" is 403 for routes, `forbidden` for actions, and not there (404) for pages.
 */
import type { Permission } from "@/lib/contracts/permissions";
import type { Role } from "@/lib/contracts/vocabulary";
import type { BelongingKind } from "@/tests/support/belongings";
import type { Somebody } from "@/tests/support/companies";

/** Roles by a letter each: Trainee, Manager, Writer (author), Admin, aUditor. */
export type Letters = string;
export const letters: Record<string, Role> = { T: "trainee", M: "manager", W: "author", A: "admin", U: "auditor" };
const everybody: Letters = "TMWAU";

export interface Row {
  access: Permission;
  roles: Letters;
  /** what it is about, when that has an owner */
  about?: BelongingKind;
  /** roles that get at a colleague's as at their own; nobody unless told */
  colleagues?: Letters;
  /** changes or ends what it is about: each call needs one of its own */
  uses?: true;
  /** ends or changes the caller: each call comes from a new person */
  newcomer?: true;
  /** query of the address, body of a route, argument of an action */
  query?: string;
  sends?: (ids: Record<string, string>, caller: Somebody) => unknown;
  /** status of a route that does it; 200 unless told */
  ok?: number;
  /** may refuse as things stand, having let the caller in: an action's or a route's problem code */
  orElse?: string;
  /** further permissions that a key needs for it */
  keyAlso?: Permission[];
}

const can = (access: Permission, roles: Letters, more: Omit<Row, "access" | "roles"> = {}): Row => ({
  access,
  roles,
  ...more,
});

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
  "POST /api/v1/sessions/[id]/turns/[turnId]/stop": can("session:practise", everybody, { about: "talk" }),
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
  "GET /api/v1/teams/[id]": can("team:read_own", "MAU", { about: "team", colleagues: "AU" }),
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
};

/** Server actions: file and export. */
export const actionRows: Record<string, Row> = {
  "app/(trainee)/actions.ts startPractice": can("session:practise", everybody, { sends: () => ({ scenarioId }) }),
  "app/(trainee)/actions.ts endPractice": can("session:practise", everybody, {
    about: "fresh_talk",
    uses: true,
    sends: ({ sessionId }) => ({ sessionId }),
  }),
  "app/(trainee)/actions.ts giveHint": can("session:practise", everybody, {
    about: "fresh_talk",
    uses: true,
    sends: ({ sessionId }) => ({ sessionId }),
  }),
  "app/(trainee)/actions.ts deleteTalk": can("session:delete_own", everybody, {
    about: "fresh_talk",
    uses: true,
    sends: ({ sessionId }) => ({ sessionId }),
  }),
  "app/(trainee)/actions.ts rewindTalk": can("session:practise", everybody, {
    about: "talk",
    sends: ({ sessionId }) => ({ sessionId, turn: 1 }),
  }),
  "app/(trainee)/actions.ts forgetTalk": can("memory:delete_own", everybody, {
    about: "memory",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
  "app/(trainee)/actions.ts readAgain": can("evaluation:retry_own", everybody, {
    about: "judged_talk",
    sends: ({ sessionId }) => ({ sessionId }),
    orElse: "version_conflict",
  }),
  "app/(trainee)/actions.ts shareDebrief": can("share:create_own", everybody, {
    about: "judged_talk",
    sends: ({ sessionId }) => ({ sessionId, days: 1 }),
  }),
  "app/(trainee)/actions.ts takeBackShare": can("share:create_own", everybody, {
    about: "judged_talk",
    sends: ({ sessionId }) => ({ sessionId }),
  }),
  "app/(trainee)/actions.ts chooseLocale": can("profile:update_own", everybody, { sends: () => "en" }),
  "app/(trainee)/actions.ts chooseTheme": can("profile:update_own", everybody, { sends: () => "light" }),
  "app/(console)/console/audit/actions.ts checkLog": can("audit:read", "AU", { sends: () => ({}) }),
  "app/(console)/console/keys/actions.ts findHolders": can("key:manage", "A", { sends: () => ({ q: "" }) }),
  "app/(console)/console/keys/actions.ts makeKey": can("key:manage", "A", { sends: (_, caller) => keyFor(caller.id) }),
  "app/(console)/console/keys/actions.ts endKey": can("key:manage", "A", {
    about: "key",
    colleagues: "A",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
  "app/(console)/console/access/actions.ts endAccess": can("grant:end", "A", {
    about: "grant",
    colleagues: "A",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
};

/** Pages by their address. */
export const pageRows: Record<string, Row> = {
  "/": can("session:read_own", everybody),
  "/practice": can("scenario:read", everybody),
  "/practice/[scenarioId]": can("scenario:read", everybody),
  "/history": can("session:read_own", everybody),
  "/settings": can("profile:update_own", everybody),
  "/room/[sessionId]": can("session:read_own", everybody, { about: "talk" }),
  "/debrief/[sessionId]": can("debrief:read_own", everybody, { about: "judged_talk" }),
  "/compare/[left]/[right]": can("debrief:read_own", everybody, { about: "pair" }),
  // A link opens for every colleague: that is what it is for.
  "/share/[token]": can("share:open", everybody, { about: "share", colleagues: everybody }),
  "/console": can("console:open", "MWAU"),
  "/console/audit": can("audit:read", "AU"),
  "/console/fidelity": can("fidelity:read", "WAU"),
  "/console/fidelity/[evaluationId]": can("fidelity:read", "WAU", { about: "evaluation", colleagues: "WAU" }),
  "/console/keys": can("key:read", "AU"),
  "/console/access": can("grant:read", "AU"),
};

/** Doors for whom nobody has to sign in, and why. They give nothing of anybody. */
export const publicDoors: Record<string, string> = {
  "/api/auth/[...nextauth]": "Auth.js itself: the way in",
  "POST /api/auth/sign-out": "ends the caller's own sign-in; origin checked",
  "/api/health/live": "must answer when everything else is broken; says that the process runs",
  "/api/health/ready": "must answer without anybody signed in; says which parts answer",
  "POST /api/internal/operate": "the command line's door: loopback address and a token in the data folder",
  "GET /api/internal/drain": "the cron's door: CRON_SECRET, and not there without one",
  "GET /api/v1/openapi.json": "the description of the API, the same for everybody",
  "/icon.svg": "the picture in the browser's tab, a file of the build",
  "/sign-in": "where nobody is signed in yet",
  "/sign-in/refused": "says why a sign-in was refused",
  "app/(auth)/sign-in/actions.ts beginSignIn": "leads to the identity provider; nobody is signed in yet",
};

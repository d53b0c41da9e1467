import { aProvider } from "@/tests/support/belongings";
import { can, everybody, type Row } from "./access-matrix";

const scenarioId = "saas-renewal-en";
const someone = () => `${crypto.randomUUID()}@acme.example`;

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
  "app/(console)/console/keys/actions.ts makeKey": can("key:manage", "A", {
    sends: (_, caller) => ({ name: "made by a test", userId: caller.id, scopes: ["audit:read"], days: 1 }),
  }),
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

  "app/(trainee)/settings/logins/actions.ts endOwnSignIn": can("login:revoke_own", everybody, {
    about: "login",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
  "app/(trainee)/settings/logins/actions.ts endOtherSignIns": can("login:revoke_own", everybody, {
    newcomer: true,
    sends: () => ({}),
  }),
  "app/(console)/console/logins/actions.ts endSignIn": can("login:manage", "A", {
    about: "login",
    colleagues: "A",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
  "app/(console)/console/logins/actions.ts endAllSignIns": can("login:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ userId }) => ({ userId }),
  }),

  "app/(console)/console/people/actions.ts invitePerson": can("user:manage", "A", {
    sends: () => ({ email: someone(), role: "trainee" }),
  }),
  "app/(console)/console/people/actions.ts invitePeople": can("user:manage", "A", {
    sends: () => ({ addresses: someone(), role: "trainee" }),
  }),
  "app/(console)/console/people/actions.ts changePerson": can("user:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ id, updatedAt }) => ({ id, updatedAt, role: "author" }),
  }),
  "app/(console)/console/people/actions.ts setDisabled": can("user:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ id, updatedAt }) => ({ id, updatedAt, disabled: true }),
  }),
  "app/(console)/console/people/actions.ts removePerson": can("user:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ id, updatedAt }) => ({ id, updatedAt, practice: "erase", successorId: null }),
  }),

  "app/(console)/console/teams/actions.ts createTeam": can("team:manage", "A", {
    sends: () => ({ name: crypto.randomUUID() }),
  }),
  "app/(console)/console/teams/actions.ts renameTeam": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ id, updatedAt }) => ({ id, updatedAt, name: crypto.randomUUID() }),
  }),
  "app/(console)/console/teams/actions.ts removeTeam": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
  "app/(console)/console/teams/actions.ts addMember": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ id }, caller) => ({ id, userId: caller.id, leads: false }),
  }),
  "app/(console)/console/teams/actions.ts removeMember": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ id, userId }) => ({ id, userId }),
  }),
  "app/(console)/console/teams/actions.ts setLead": can("team:manage", "A", {
    about: "team",
    colleagues: "A",
    uses: true,
    sends: ({ id, userId }) => ({ id, userId, leads: false }),
  }),
  "app/(console)/console/teams/actions.ts findPeople": can("user:read", "AU", { sends: () => ({ q: "quokka" }) }),

  "app/(console)/console/privacy/actions.ts lookAhead": can("privacy:manage", "A", { sends: () => ({ days: 400 }) }),
  "app/(console)/console/privacy/actions.ts keepPractice": can("privacy:manage", "A", {
    sends: () => ({ days: null }),
  }),
  "app/(console)/console/privacy/actions.ts findPerson": can("privacy:manage", "A", {
    about: "person",
    colleagues: "A",
    sends: ({ email }) => ({ email }),
  }),
  "app/(console)/console/privacy/actions.ts eraseSomebody": can("privacy:manage", "A", {
    about: "person",
    colleagues: "A",
    uses: true,
    sends: ({ userId, email }) => ({ userId, confirm: email }),
  }),

  "app/(console)/console/sign-in/actions.ts savePolicy": can("sign_in:manage", "A", {
    sends: () => ({ allowedDomains: [], domainRoles: {} }),
  }),
  "app/(console)/console/sign-in/actions.ts addConnection": can("sign_in:manage", "A", {
    sends: () => ({ ...aProvider(), clientSecret: "x" }),
  }),
  "app/(console)/console/sign-in/actions.ts changeConnection": can("sign_in:manage", "A", {
    about: "connection",
    colleagues: "A",
    sends: ({ id }) => ({ ...aProvider(), id }),
  }),
  "app/(console)/console/sign-in/actions.ts enableConnection": can("sign_in:manage", "A", {
    about: "connection",
    colleagues: "A",
    sends: ({ id }) => ({ id }),
    // On only when a try of it succeeds.
    orElse: "connection_unusable",
  }),
  "app/(console)/console/sign-in/actions.ts disableConnection": can("sign_in:manage", "A", {
    about: "connection",
    colleagues: "A",
    sends: ({ id }) => ({ id }),
  }),
  "app/(console)/console/sign-in/actions.ts testConnection": can("sign_in:manage", "A", {
    about: "connection",
    colleagues: "A",
    sends: ({ id }) => ({ id }),
  }),
  "app/(console)/console/sign-in/actions.ts removeConnection": can("sign_in:manage", "A", {
    about: "fresh_connection",
    colleagues: "A",
    uses: true,
    sends: ({ id }) => ({ id }),
  }),
};

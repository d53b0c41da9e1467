import { can, everybody, type Row } from "./access-matrix";

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
  "/console/people": can("user:read", "AU"),
  "/console/people/[id]": can("user:read", "AU", { about: "person", colleagues: "AU" }),
  "/console/teams": can("team:read_own", "MAU"),
  "/console/teams/[id]": can("team:read_own", "MAU", { about: "team", colleagues: "AU" }),
  "/console/logins": can("login:manage", "A"),
  "/console/sign-in": can("sign_in:manage", "A"),
  "/console/privacy": can("privacy:manage", "A"),
  "/settings/logins": can("login:read_own", everybody),
};

import type { Permission } from "@/lib/contracts/permissions";

/** The console's pages in the order of its navigation, and what each asks of its visitor. */
export const consolePages = [
  { href: "/console", key: "overview", access: "console:open" },
  { href: "/console/people", key: "people", access: "user:read" },
  { href: "/console/teams", key: "teams", access: "team:read_own" },
  { href: "/console/logins", key: "logins", access: "login:manage" },
  { href: "/console/sign-in", key: "signIn", access: "sign_in:manage" },
  { href: "/console/keys", key: "keys", access: "key:read" },
  { href: "/console/access", key: "access", access: "grant:read" },
  { href: "/console/privacy", key: "privacy", access: "privacy:manage" },
  { href: "/console/fidelity", key: "fidelity", access: "fidelity:read" },
  { href: "/console/audit", key: "audit", access: "audit:read" },
] as const satisfies { href: string; key: string; access: Permission }[];

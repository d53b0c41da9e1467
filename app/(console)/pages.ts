import type { Permission } from "@/lib/contracts/permissions";

/** The console's pages in the order of its navigation, and what each asks of its visitor. */
export const consolePages = [
  { href: "/console", key: "overview", access: "console:open" },
  { href: "/console/access", key: "access", access: "grant:read" },
  { href: "/console/fidelity", key: "fidelity", access: "fidelity:read" },
  { href: "/console/audit", key: "audit", access: "audit:read" },
] as const satisfies { href: string; key: string; access: Permission }[];

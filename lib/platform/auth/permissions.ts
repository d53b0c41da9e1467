import type { Role } from "@/lib/contracts/vocabulary";

/** Who may do what, `resource:action`. The one table; what is not in it is denied. */
const table = {
  "scenario:read": ["trainee", "manager", "author", "admin", "auditor"],
  "session:practise": ["trainee", "manager", "author", "admin", "auditor"],
  "session:read_own": ["trainee", "manager", "author", "admin", "auditor"],
  "session:delete_own": ["trainee", "manager", "author", "admin", "auditor"],
  "debrief:read_own": ["trainee", "manager", "author", "admin", "auditor"],
  "evaluation:retry_own": ["trainee", "manager", "author", "admin", "auditor"],
  "share:create_own": ["trainee", "manager", "author", "admin", "auditor"],
  "share:open": ["trainee", "manager", "author", "admin", "auditor"],
  "memory:read_own": ["trainee", "manager", "author", "admin", "auditor"],
  "memory:delete_own": ["trainee", "manager", "author", "admin", "auditor"],
  "profile:update_own": ["trainee", "manager", "author", "admin", "auditor"],
  "scenario:preflight": ["author", "admin"],
  // What buyers did, in their words alone: never whose talk it was.
  "fidelity:read": ["author", "admin", "auditor"],
  "audit:read": ["admin", "auditor"],
  "tool:call_remote": ["trainee", "manager", "author", "admin", "auditor"],
  "tool_server:manage": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

/** Whether a role holds a permission. Unknown roles and permissions hold nothing. */
export function isAllowed(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] | undefined = table[permission];
  return allowed?.includes(role) ?? false;
}

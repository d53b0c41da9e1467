import type { Role } from "./vocabulary";

/** A tenant's roles, and the platform's operator, who acts in a tenant by a time-boxed grant alone. */
export type ActingRole = Role | "operator";

const everybody = ["trainee", "manager", "author", "admin", "auditor"] as const;

/** Who may do what, `resource:action`. The one table; what is not in it is denied. */
const table = {
  "scenario:read": everybody,
  "scenario:preflight": ["author", "admin"],
  "session:practise": everybody,
  "session:read_own": everybody,
  "session:delete_own": everybody,
  "session:read_granted": ["operator"],
  "debrief:read_own": everybody,
  "evaluation:retry_own": everybody,
  "share:create_own": everybody,
  "share:open": everybody,
  "memory:read_own": everybody,
  "memory:delete_own": everybody,
  "profile:update_own": everybody,
  "privacy:export_own": everybody,
  "privacy:erase_own": everybody,
  "privacy:manage": ["admin"],
  "login:read_own": everybody,
  "login:revoke_own": everybody,
  "login:manage": ["admin"],
  "user:read": ["admin", "auditor"],
  "user:manage": ["admin"],
  "team:read_own": ["manager", "admin", "auditor"],
  "team:manage": ["admin"],
  "key:read": ["admin", "auditor"],
  "key:manage": ["admin"],
  "sign_in:manage": ["admin"],
  "scim:provision": ["admin"],
  "grant:read": ["admin", "auditor"],
  "grant:end": ["admin"],
  // What buyers did, in their words alone: never whose talk it was.
  "fidelity:read": ["author", "admin", "auditor"],
  "audit:read": ["admin", "auditor"],
  "tool:call_remote": everybody,
  "tool_server:manage": ["admin"],
  "console:open": ["manager", "author", "admin", "auditor"],
} as const satisfies Record<string, readonly ActingRole[]>;

export type Permission = keyof typeof table;

// Sound: the keys of the object above, of which there is at least one.
export const permissions = Object.keys(table) as [Permission, ...Permission[]];

/** Whether a role holds a permission. Unknown roles and permissions hold nothing. */
export function isAllowed(role: ActingRole, permission: Permission): boolean {
  const allowed: readonly ActingRole[] | undefined = Object.hasOwn(table, permission) ? table[permission] : undefined;
  return allowed?.includes(role) ?? false;
}

/** What a role may do. */
export function permissionsOf(role: ActingRole): Permission[] {
  return permissions.filter((permission) => isAllowed(role, permission));
}

import type { ActingRole, Permission } from "./permissions";
import type { Locale } from "./vocabulary";

/** By what the actor came in: a browser's sign-in, an API key with its scopes, a job, or an operator's grant. */
export type Via =
  | { kind: "login"; id: string }
  | { kind: "key"; id: string; scopes: readonly Permission[] }
  | { kind: "job"; name: string }
  | { kind: "grant"; id: string };

/** Who acts, for which tenant, in which request. Every verb takes it first, so tenancy cannot be forgotten. */
export interface Ctx {
  tenantId: string;
  actor: { userId: string; role: ActingRole; name: string; email: string };
  requestId: string;
  locale: Locale;
  via?: Via;
}

import type { Locale, Role } from "./vocabulary";

/** Who acts, for which tenant, in which request. Every verb takes it first, so tenancy cannot be forgotten. */
export interface Ctx {
  tenantId: string;
  actor: { userId: string; role: Role; name: string; email: string };
  requestId: string;
  locale: Locale;
}

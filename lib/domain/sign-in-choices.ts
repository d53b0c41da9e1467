import { listSignInChoices as ofTenant } from "@/db/connections";

const slugShape = /^[a-z0-9][a-z0-9-]{0,62}$/u;

/** The connections a tenant's people may sign in by, for its sign-in page: nobody is known yet. None for an unknown tenant. */
export async function listSignInChoices(tenantSlug: string): Promise<{ id: string; name: string }[]> {
  return slugShape.test(tenantSlug) ? ofTenant(tenantSlug) : [];
}

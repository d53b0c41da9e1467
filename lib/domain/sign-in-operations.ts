import { eq } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { tenants } from "@/db/schema";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import type { SignInPolicy } from "@/lib/contracts/sign-in";
import { auditOperator, findTenant } from "./operator";

const open: SignInPolicy = { allowedDomains: [], domainRoles: {} };

/** Takes a tenant's policy of who may sign in away, for administrators who shut themselves out. Throws `not_found`. */
export async function resetSignIn({
  tenant: slug,
}: Extract<Operation, { op: "tenant.sign_in_reset" }>): Promise<OperationResult> {
  return withDirectory(async (tx) => {
    const { id, signInPolicy: before } = await findTenant(tx, slug);
    await tx.update(tenants).set({ signInPolicy: open }).where(eq(tenants.id, id));
    const change = { before, after: open };
    await auditOperator(tx, id, { action: "tenant.sign_in_reset", subject: `tenant:${id}`, change });
    return { message: `Every domain may sign in to ${slug} again, and none brings a role.`, rows: [] };
  });
}

import { eq } from "drizzle-orm";
import { auditEvents, tenants } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { AppError } from "@/lib/platform/errors";

/** Writes what an operator did into the audit log of the tenant it touched. */
export async function auditOperator(tx: Tx, tenantId: string, action: string, subject: string): Promise<void> {
  await tx.insert(auditEvents).values({ tenantId, actorRole: "operator", action, subject, requestId: "command-line" });
}

/** Throws `not_found`. */
export async function findTenant(tx: Tx, slug: string) {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.slug, slug));
  if (!tenant) throw new AppError("not_found", { detail: `There is no tenant ${slug}.` });
  return tenant;
}

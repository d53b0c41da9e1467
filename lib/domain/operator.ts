import { eq } from "drizzle-orm";
import { auditEvents, tenants } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { AppError } from "@/lib/platform/errors";
import { changeOf, redact } from "./redaction";

interface OperatorEntry {
  action: string;
  subject: string;
  detail?: object;
  change?: { before: object; after: object };
}

/** Writes what an operator did into the audit log of the tenant it touched. Call last: see `db/migrations/*audit-chain*`. */
export async function auditOperator(tx: Tx, tenantId: string, entry: OperatorEntry): Promise<void> {
  const { action, subject, detail, change } = entry;
  await tx.insert(auditEvents).values({
    tenantId,
    actorRole: "operator",
    action,
    subject,
    requestId: "command-line",
    detail: { ...redact(detail ?? {}), ...(change && changeOf(change.before, change.after)) },
  });
}

/** Throws `not_found`. */
export async function findTenant(tx: Tx, slug: string) {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.slug, slug));
  if (!tenant) throw new AppError("not_found", { detail: `There is no tenant ${slug}.` });
  return tenant;
}

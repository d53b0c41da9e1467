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

async function insert(
  tx: Tx,
  tenantId: string,
  by: { actorRole: string; requestId: string },
  entry: OperatorEntry,
): Promise<void> {
  const { action, subject, detail, change } = entry;
  await tx.insert(auditEvents).values({
    tenantId,
    ...by,
    action,
    subject,
    detail: { ...redact(detail ?? {}), ...(change && changeOf(change.before, change.after)) },
  });
}

/** Writes what a job did in the tenant it was queued for. Call last, like `auditOperator`. */
export async function auditJob(tx: Tx, tenantId: string, job: string, entry: OperatorEntry): Promise<void> {
  await insert(tx, tenantId, { actorRole: "system", requestId: `job:${job}` }, entry);
}

/** Writes what an operator did into the audit log of the tenant it touched. Call last: see `db/migrations/*audit-chain*`. */
export async function auditOperator(tx: Tx, tenantId: string, entry: OperatorEntry): Promise<void> {
  await insert(tx, tenantId, { actorRole: "operator", requestId: "command-line" }, entry);
}

/** Throws `not_found`. */
export async function findTenant(tx: Tx, slug: string) {
  const [tenant] = await tx.select().from(tenants).where(eq(tenants.slug, slug));
  if (!tenant) throw new AppError("not_found", { detail: `There is no tenant ${slug}.` });
  return tenant;
}

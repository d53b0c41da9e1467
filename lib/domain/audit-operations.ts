import { eq, isNotNull, sql } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { tenants } from "@/db/schema";
import { rowsOf, withTenant } from "@/db/tenant";
import type { ChainFault } from "@/lib/contracts/audit";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { enqueueDaily, type JobHandler } from "@/lib/platform/jobs";
import { verifyAuditOf } from "./audit-reading";
import { auditOperator, findTenant } from "./operator";

type Of<Op extends Operation["op"]> = Extract<Operation, { op: Op }>;

const described: Record<ChainFault["kind"], string> = {
  changed: "was changed after it was written",
  missing: "is missing",
  added: "was put there behind the application's back",
  unlinked: "does not follow from the row before it",
  rewritten: "is not the row that was noted: the log was written anew",
};

/** Computes a tenant's whole log anew. `bad` when a row is not what it was. */
export async function verifyLog({ tenant: slug, anchor }: Of<"audit.verify">): Promise<OperationResult> {
  const tenant = await withDirectory((tx) => findTenant(tx, slug));
  const { rows, from, to, hash, fault } = await verifyAuditOf(tenant.id, anchor);
  if (fault) {
    const row = fault.id ? `row ${fault.seq} (${fault.id})` : `row ${fault.seq}`;
    return { message: `The audit log of ${slug} is broken: ${row} ${described[fault.kind]}.`, rows: [], bad: true };
  }
  const extent = rows === 0 ? "no rows" : `${rows} row(s), ${from} to ${to}`;
  const note = hash ? `\nTo compare later: --anchor ${to}:${hash}` : "";
  return { message: `The audit log of ${slug} is whole: ${extent}.${note}`, rows: [] };
}

/** Sets after how many days rows are cut off, or that none are. */
export async function setRetention({ tenant: slug, days }: Of<"audit.retention">): Promise<OperationResult> {
  await withDirectory(async (tx) => {
    const before = await findTenant(tx, slug);
    await tx.update(tenants).set({ auditRetentionDays: days }).where(eq(tenants.id, before.id));
    await auditOperator(tx, before.id, {
      action: "audit.retention",
      subject: `tenant:${before.id}`,
      change: { before: { days: before.auditRetentionDays }, after: { days } },
    });
  });
  const told = days === null ? "is kept whole" : `is cut once a day: rows of ${days} days and more go`;
  return { message: `The audit log of ${slug} ${told}.`, rows: [] };
}

/** Cuts off what a tenant's setting says. Returns how many rows went. */
export async function cutLog(tenantId: string): Promise<number> {
  let all = 0;
  for (;;) {
    const [cut] = await withTenant({ tenantId }, async (tx) =>
      rowsOf<{ rows: string }>(await tx.execute(sql`select cut_audit()::text as rows`)),
    );
    const rows = Number(cut?.rows ?? 0);
    if (rows === 0) return all;
    all += rows;
  }
}

/** The daily job of one tenant. When all its tries fail, the next day's does the work of both. */
export const cutAuditJob: JobHandler<"cut_audit"> = {
  run: async ({ tenantId }) => {
    await cutLog(tenantId);
  },
  dead: async () => {},
};

/** Queues today's cut for each tenant that wants one; asked often, it queues once a day. */
export async function queueAuditCuts(): Promise<void> {
  const wanting = await withDirectory((tx) =>
    tx.select({ id: tenants.id }).from(tenants).where(isNotNull(tenants.auditRetentionDays)),
  );
  for (const { id } of wanting) await enqueueDaily("cut_audit", { tenantId: id }, id);
}

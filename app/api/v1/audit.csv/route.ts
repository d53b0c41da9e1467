import { auditFilterSchema } from "@/lib/contracts/audit";
import { auditCsv } from "@/lib/domain/audit-csv";
import { exportAudit } from "@/lib/domain/audit-log";
import { defineRoute } from "@/lib/platform/http/route";

/** The same as a file, oldest first and whole; that it was asked for is in the log. */
export const GET = defineRoute({
  access: "audit:read",
  limit: "export",
  query: auditFilterSchema,
  handler: async ({ ctx, query }) => {
    const day = new Date().toISOString().slice(0, 10);
    return new Response(auditCsv(await exportAudit(ctx, query)), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="audit-${day}.csv"`,
        "cache-control": "no-store",
      },
    });
  },
});

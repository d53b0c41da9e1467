import { auditQuerySchema } from "@/lib/contracts/audit";
import { listAudit } from "@/lib/domain/audit-log";
import { defineRoute } from "@/lib/platform/http/route";

/** The company's audit log, newest first. */
export const GET = defineRoute({
  access: "audit:read",
  query: auditQuerySchema,
  handler: ({ ctx, query }) => listAudit(ctx, query),
});

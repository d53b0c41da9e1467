"use server";

import { z } from "zod";
import { verifyAudit } from "@/lib/domain/audit-reading";
import { defineAction } from "@/lib/platform/http/action";

export const checkLog = defineAction({
  access: "audit:read",
  input: z.strictObject({}),
  handler: ({ ctx }) => verifyAudit(ctx),
});

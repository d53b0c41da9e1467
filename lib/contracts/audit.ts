import { z } from "zod";

/**
 * What can be wrong with a row: its words were changed, it is gone, it was put there behind the application's back, it
 * does not follow from the one before it, or the whole log was written anew and no longer goes through a known place.
 */
export const chainFaults = ["changed", "missing", "added", "unlinked", "rewritten"] as const;

export const chainFaultSchema = z.object({
  /** place of the first row that is wrong */
  seq: z.number().int(),
  /** null when there is no such row any more */
  id: z.string().nullable(),
  kind: z.enum(chainFaults),
});
export type ChainFault = z.infer<typeof chainFaultSchema>;

/** What reading a whole log came to. */
export const chainReportSchema = z.object({
  rows: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
  /** of the last row: written down elsewhere, it shows later whether the log was rewritten as a whole */
  hash: z.string().nullable(),
  fault: chainFaultSchema.nullable(),
});
export type ChainReport = z.infer<typeof chainReportSchema>;

export const auditEventSchema = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  /** null when an operator or the program itself acted */
  actor: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
  role: z.string(),
  action: z.string(),
  /** what was acted on, as `kind:id` */
  target: z.string().nullable(),
  /** name and address, where it is a person */
  targetName: z.string().nullable(),
  requestId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z
  .object({ items: z.array(auditEventSchema), nextCursor: z.string().nullable() })
  .meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPageSchema>;

const words = z.string().trim().min(1).max(200);

export const auditFilterSchema = z.object({
  action: z
    .string()
    .regex(/^[a-z_.]+$/u)
    .max(80)
    .optional()
    .describe("one action, such as `session.start`"),
  person: words.optional().describe("part of the name or address of who acted"),
  target: words.optional().describe("part of what was acted on, such as `user:` or an id"),
  q: words.optional().describe("words anywhere in a row"),
  from: z.iso.date().optional().describe("first day, UTC"),
  to: z.iso.date().optional().describe("last day, UTC"),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditQuerySchema = auditFilterSchema.extend({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/u)
    .optional()
    .describe("`nextCursor` of the page before"),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** Every action that the program writes; each has words for it in `messages/`. */
export const auditActions = [
  "audit.cut",
  "audit.export",
  "audit.retention",
  "connection.add",
  "connection.remove",
  "connection.update",
  "evaluation.judge",
  "evaluation.retry",
  "fidelity.read",
  "grant.end",
  "grant.open",
  "grant.use",
  "hint.give",
  "identity.sign_in",
  "key.create",
  "key.revoke",
  "login.end",
  "login.end_all",
  "login.end_others",
  "memory.forget",
  "privacy.erase",
  "privacy.expire",
  "privacy.export",
  "privacy.retention",
  "profile.update",
  "scenario.preflight",
  "scenario.publish",
  "scim.group_create",
  "scim.group_remove",
  "scim.group_update",
  "scim.user_create",
  "scim.user_remove",
  "scim.user_update",
  "session.branch",
  "session.delete",
  "session.end",
  "session.start",
  "share.create",
  "share.open",
  "share.revoke",
  "sign_in.policy",
  "team.create",
  "team.delete",
  "team.lead",
  "team.member_add",
  "team.member_remove",
  "team.update",
  "tenant.add",
  "tenant.budget",
  "tenant.sign_in_reset",
  "tool_server.add",
  "tool_server.approve",
  "tool_server.disable",
  "tool_server.enable",
  "tool_server.remove",
  "turn.settle",
  "turn.unsettle",
  "user.add",
  "user.disable",
  "user.enable",
  "user.invite",
  "user.remove",
  "user.update",
] as const;

import { z } from "zod";
import { longestGrant } from "./grants";
import { uuid } from "./session";
import { retentionDays } from "./privacy";
import { addToolServerSchema, approveToolsSchema, toolServerRefSchema } from "./tools";
import { longestKeyDays } from "./keys";
import { permissions } from "./permissions";
import { difficulties, roles } from "./vocabulary";

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "lower-case letters, digits and dashes");
const name = z.string().trim().min(1).max(200);
const dollars = z.number().min(0).max(1_000_000);
/** a scenario bundle as `lib/platform/packing` packs it: too large for a request otherwise */
const packed = z.string().max(4_000_000);
const runs = z.number().int().min(1).max(500).optional();
const email = z.email().max(320);

/** What an operator can do from the command line, across tenants. Never reachable by a person's session. */
export const operationSchema = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("tenant.add"),
    slug,
    name,
    issuer: z.url({ protocol: /^https?$/ }).optional(),
    claim: z.string().min(1).max(100).optional(),
    value: z.string().min(1).max(300).optional(),
    /** claim value → role, where the issuer's words differ from ours */
    roles: z.record(z.string(), z.enum(roles)).optional(),
  }),
  z.strictObject({ op: z.literal("tenant.list") }),
  z.strictObject({
    op: z.literal("tenant.budget"),
    tenant: slug,
    /** US dollars for models, a calendar month and one practice session; null lifts the cap */
    month: dollars.nullable().optional(),
    session: dollars.nullable().optional(),
    over: z.enum(["offline", "refuse"]).optional(),
  }),
  /** days after its end when practice is erased; null keeps it until its owner erases it */
  z.strictObject({ op: z.literal("tenant.retention"), tenant: slug, practice: retentionDays }),
  /** takes the policy of who may sign in away */
  z.strictObject({ op: z.literal("tenant.sign_in_reset"), tenant: slug }),
  z.strictObject({ op: z.literal("user.add"), tenant: slug, email, name: name.optional(), role: z.enum(roles) }),
  z.strictObject({ op: z.literal("user.disable"), tenant: slug, email }),
  z.strictObject({ op: z.literal("user.enable"), tenant: slug, email }),
  z.strictObject({ op: z.literal("user.list"), tenant: slug }),
  z.strictObject({
    op: z.literal("key.add"),
    tenant: slug,
    user: email,
    /** default: all that the person's role holds but what lets its holder manage people and keys */
    scopes: z.array(z.enum(permissions)).min(1).optional(),
    days: z.number().int().min(1).max(longestKeyDays),
    name: z.string().trim().min(1).max(100),
  }),
  z.strictObject({ op: z.literal("key.list"), tenant: slug }),
  /** by its first characters or id */
  z.strictObject({ op: z.literal("key.revoke"), tenant: slug, key: z.string().min(1).max(40) }),
  z.strictObject({ op: z.literal("tools.list"), tenant: slug }),
  addToolServerSchema.extend({ op: z.literal("tools.add"), tenant: slug }),
  approveToolsSchema.extend({ op: z.literal("tools.approve"), tenant: slug }),
  toolServerRefSchema.extend({ op: z.enum(["tools.disable", "tools.enable", "tools.remove"]), tenant: slug }),
  /** publishes a scenario unless its preflight is blocked */
  z.strictObject({ op: z.literal("scenario.publish"), tenant: slug, packed, runs }),
  /** the preflight alone, of a published scenario or of a bundle */
  z.strictObject({
    op: z.literal("scenario.check"),
    tenant: slug,
    scenario: z.string().min(1).max(64).optional(),
    packed: packed.optional(),
    runs,
    difficulty: z.enum(difficulties).optional(),
  }),
  z.strictObject({ op: z.literal("scenario.list"), tenant: slug }),
  /** lets an operator read a tenant's talks for a while */
  z.strictObject({
    op: z.literal("grant.open"),
    tenant: slug,
    operator: z.string().trim().min(3).max(200),
    reason: z.string().trim().min(10, "say in at least 10 characters why").max(500),
    hours: z.number().min(0.25).max(longestGrant),
  }),
  z.strictObject({ op: z.literal("grant.list"), tenant: slug }),
  z.strictObject({ op: z.literal("grant.end"), tenant: slug, grant: uuid }),
  z.strictObject({ op: z.literal("talk.list"), tenant: slug, grant: uuid }),
  z.strictObject({ op: z.literal("talk.show"), tenant: slug, grant: uuid, talk: uuid }),
  z.strictObject({
    op: z.literal("audit.verify"),
    tenant: slug,
    /** a place in the log and the hash that was noted of it */
    anchor: z.strictObject({ seq: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/u) }).optional(),
  }),
  /** null keeps every row */
  z.strictObject({
    op: z.literal("audit.retention"),
    tenant: slug,
    days: z.number().int().min(30).max(36_500).nullable(),
  }),
]);
export type Operation = z.infer<typeof operationSchema>;

/** Rows to print, all of one shape. */
export const operationResultSchema = z.object({
  message: z.string(),
  rows: z.array(z.record(z.string(), z.string())),
  /** it was done, and what came of it is bad: the command line exits with 1 */
  bad: z.boolean().optional(),
});
export type OperationResult = z.infer<typeof operationResultSchema>;

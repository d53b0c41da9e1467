import { z } from "zod";
import { permissions, permissionsOf, type ActingRole, type Permission } from "./permissions";
import { uuid } from "./session";
import { roles } from "./vocabulary";

/** `sb_`, eight characters to tell keys apart, then the secret: a form that scanners of leaked secrets can know. */
export const keyShape = /^sb_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/u;

/** The longest a key may live, in days. */
export const longestKeyDays = 365;

/**
 * What is private to a person: their talks, debriefs, memories, sign-ins. Nobody else may put it into a key, or an
 * administrator could read through a key what nobody shows them.
 */
export const isPrivateScope = (scope: Permission): boolean =>
  scope === "session:practise" || (scope.endsWith("_own") && scope !== "team:read_own");

/** Scopes that let their holder change who may do what: a key with one is as good as an administrator. */
export const isPowerful = (scope: Permission): boolean =>
  ["user:manage", "scim:provision", "key:manage"].includes(scope);

/**
 * What no API route asks for: it is done on pages, which take no keys, or by an operator with a grant. A key has no use for
 * it. A test holds this list to the routes there are.
 */
export const uselessScopes = [
  "scenario:preflight",
  "session:read_granted",
  "share:open",
  "profile:update_own",
  "privacy:manage",
  "sign_in:manage",
  "grant:read",
  "grant:end",
  "tool_server:manage",
  "console:open",
] as const satisfies readonly Permission[];

/** What a key can be given. */
export type KeyScope = Exclude<Permission, (typeof uselessScopes)[number]>;

const isUseless = (scope: Permission) => uselessScopes.some((one) => one === scope);

/**
 * What a key that acts as somebody of this role may be given, by themselves or by somebody else: nobody takes what is private
 * to another, nor acts in another's name where it is about who may do what.
 */
export function scopesFor(role: ActingRole, maker: "self" | "other"): Permission[] {
  return permissionsOf(role).filter(
    (scope) => !isUseless(scope) && (maker === "self" || !(isPrivateScope(scope) || isPowerful(scope))),
  );
}

/** Scopes as they are shown: in groups, in the order of the permission table. */
export const scopeGroups = {
  practice: ["scenario", "session", "debrief", "evaluation", "share", "memory", "tool"],
  self: ["privacy", "login"],
  company: ["fidelity", "audit", "team"],
  people: ["user", "scim", "key"],
} as const;
export type ScopeGroup = keyof typeof scopeGroups;

export const keyStates = ["active", "expired", "revoked"] as const;

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe("its first characters, to tell keys apart"),
    actsAs: z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles).nullable() }),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe("to the minute"),
    revokedAt: z.iso.datetime().nullable(),
    state: z.enum(keyStates),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyPageSchema = z
  .object({ items: z.array(apiKeySchema), nextCursor: z.string().nullable() })
  .meta({ id: "ApiKeyPage" });
export type ApiKeyPage = z.infer<typeof apiKeyPageSchema>;

export const createKeySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    userId: uuid.describe("the person it acts as"),
    scopes: z
      .array(z.enum(permissions))
      .min(1)
      .max(permissions.length)
      .describe("what it may do, of what that person's role may"),
    days: z.number().int().min(1).max(longestKeyDays).describe("days until it expires"),
    submission: uuid.optional().describe("sent again with the same value it makes no second key"),
  })
  .meta({ id: "CreateApiKey" });
export type CreateKey = z.infer<typeof createKeySchema>;

export const createdKeySchema = apiKeySchema
  .extend({ secret: z.string().describe("the key itself: shown now and never again") })
  .meta({ id: "CreatedApiKey" });
export type CreatedKey = z.infer<typeof createdKeySchema>;

export const keyParamsSchema = z.strictObject({ id: uuid });

export const listKeysQuerySchema = z.object({
  cursor: z.string().max(100).optional().describe("`nextCursor` of the page before"),
});

export const findHoldersSchema = z.strictObject({ q: z.string().trim().max(200) });

/** Somebody a key can act as. */
export interface KeyHolder {
  id: string;
  name: string;
  email: string;
  role: ActingRole;
  self: boolean;
}

import { z } from "zod";
import { roles, type Role } from "./vocabulary";

/** A mail domain in lower case, without the at sign. */
export const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u, "a domain such as example.com");

/** Who may sign in to a tenant, over what the issuer says of them. */
export const signInPolicySchema = z.strictObject({
  /** when not empty, only addresses of these domains may sign in, and only verified ones */
  allowedDomains: z.array(domainSchema).max(50),
  /** the role of somebody new whose verified address lies in the domain and whose claims name none */
  domainRoles: z.record(domainSchema, z.enum(roles)),
});
export type SignInPolicy = z.infer<typeof signInPolicySchema>;

const roleSchema = z.enum(roles);

/** What an administrator sets of an identity provider of their own. */
export const connectionInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  issuer: z.url({ protocol: /^https?$/u }).max(500),
  clientId: z.string().trim().min(1).max(300),
  /** never shown again; left out when a change keeps it */
  clientSecret: z.string().min(1).max(2000).optional(),
  scopes: z
    .string()
    .trim()
    .max(300)
    .regex(/^(?=.*(?:^| )openid(?: |$))[!#-[\]-~]+(?: [!#-[\]-~]+)*$/u, "words between spaces, one of them openid"),
  roleClaim: z.string().trim().min(1).max(200),
  /** claim value → role */
  roles: z
    .record(z.string().min(1).max(200), roleSchema)
    .refine((all) => Object.keys(all).length <= 50, "at most 50 values"),
  /** for somebody new whose claims name no role; null refuses them */
  defaultRole: roleSchema.nullable(),
});
export type ConnectionInput = z.infer<typeof connectionInputSchema>;

export const connectionChangeSchema = connectionInputSchema.extend({ id: z.uuid() });
export const connectionRefSchema = z.strictObject({ id: z.uuid() });

/** An identity provider of the tenant's own, as its administrators see it. */
export interface Connection extends Omit<ConnectionInput, "clientSecret"> {
  id: string;
  enabled: boolean;
  /** what the provider has to be told to send people back to */
  callback: string;
  /** false when its secret was sealed with a secret of the application that is gone: it has to be entered again */
  opens: boolean;
}

/** A way in that the operator of the deployment set up: shown, not changed here. */
export interface IssuerMapping {
  issuer: string;
  claim: string;
  value: string;
  roles: Record<string, Role>;
}

export interface SignInSettings {
  policy: SignInPolicy;
  mappings: IssuerMapping[];
  connections: Connection[];
  /** address of the tenant's own page for signing in */
  page: string;
}

/** What is looked at when an identity provider is tried, in this order. */
export const probeSteps = ["address", "discovery", "issuer", "endpoints", "flow", "keys", "client"] as const;
export type ProbeStep = (typeof probeSteps)[number];

/** Why a step came out as it did. */
export const probeReasons = [
  "fine",
  "not_https",
  "credentials",
  "query",
  "unreachable",
  "blocked",
  "no_document",
  "other_issuer",
  "endpoint_missing",
  "endpoint_insecure",
  "no_code_flow",
  "no_pkce",
  "pkce_unsaid",
  "no_keys",
  "keys_alike",
  "weak_signature",
  "client_refused",
  "client_unsure",
  "secret_lost",
] as const;
export type ProbeReason = (typeof probeReasons)[number];

export interface ProbeResult {
  step: ProbeStep;
  /** `unsure`: the provider leaves it unsaid; `skipped`: a step before it failed */
  state: "ok" | "failed" | "unsure" | "skipped";
  reason: ProbeReason | null;
  /** what the provider said, where that helps */
  said?: string;
}
export interface Probe {
  usable: boolean;
  steps: ProbeResult[];
}

type Claims = Readonly<Record<string, unknown>>;

/** Whether the issuer says that the address is theirs; some send the flag as a word. */
export const isVerified = (claims: Claims): boolean =>
  claims.email_verified === true || claims.email_verified === "true";

/**
 * Whether an address may stand for a person: verified, or left unsaid by the deployment's own issuer, which its operator
 * chose. What a tenant's own provider leaves unsaid is not believed.
 */
export const mayBeBelieved = (claims: Claims, from: "deployment" | "connection"): boolean =>
  isVerified(claims) || (from === "deployment" && claims.email_verified === undefined);

/** The domain of the address an issuer calls verified, in lower case; null for any other. */
export function verifiedDomain(claims: Claims): string | null {
  if (!isVerified(claims)) return null;
  if (typeof claims.email !== "string") return null;
  const domain = domainSchema.safeParse(claims.email.slice(claims.email.lastIndexOf("@") + 1));
  return claims.email.includes("@") && domain.success ? domain.data : null;
}

/** Whether the tenant lets this address in: with domains named, only verified addresses of exactly those. */
export function mayArrive(policy: SignInPolicy, claims: Claims): boolean {
  if (policy.allowedDomains.length === 0) return true;
  const domain = verifiedDomain(claims);
  return domain !== null && policy.allowedDomains.includes(domain);
}

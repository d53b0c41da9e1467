import { z } from "zod";
import { roles } from "./vocabulary";

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

type Claims = Readonly<Record<string, unknown>>;

/** The domain of the address an issuer calls verified, in lower case; null for any other. */
export function verifiedDomain(claims: Claims): string | null {
  // some providers send the flag as a word
  if (claims.email_verified !== true && claims.email_verified !== "true") return null;
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

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

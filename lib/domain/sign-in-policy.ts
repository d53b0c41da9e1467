import { asc, eq } from "drizzle-orm";
import { issuers, tenants } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { SignInPolicy, SignInSettings } from "@/lib/contracts/sign-in";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { connectionsOf } from "./connections";
import { defineVerb } from "./verb";

async function tenantRow(tx: Tx, id: string) {
  const [row] = await tx
    .select({ slug: tenants.slug, policy: tenants.signInPolicy })
    .from(tenants)
    .where(eq(tenants.id, id));
  if (!row) throw new AppError("not_found");
  return row;
}

/** By what ways people of the tenant sign in, and who of them may. */
export const getSignInSettings = defineVerb<void, SignInSettings>({
  name: "sign_in.settings",
  permission: "sign_in:manage",
  audit: "none",
  run: async (tx, ctx) => {
    const { slug, policy } = await tenantRow(tx, ctx.tenantId);
    const mappings = await tx
      .select({ issuer: issuers.issuer, claim: issuers.claim, value: issuers.value, roles: issuers.roles })
      .from(issuers)
      .orderBy(asc(issuers.issuer), asc(issuers.claim), asc(issuers.value));
    return { policy, mappings, connections: await connectionsOf(tx), page: `${env().authUrl}/sign-in/${slug}` };
  },
});

const savePolicy = defineVerb<SignInPolicy, { before: SignInPolicy; after: SignInPolicy }>({
  name: "sign_in.set_policy",
  permission: "sign_in:manage",
  audit: {
    action: "sign_in.policy",
    subject: () => "tenant:self",
    change: (_, { before, after }) => ({ before, after }),
  },
  run: async (tx, ctx, policy) => {
    const own = ctx.actor.email.slice(ctx.actor.email.lastIndexOf("@") + 1).toLowerCase();
    if (policy.allowedDomains.length > 0 && !policy.allowedDomains.includes(own))
      throw new AppError("unprocessable", { fields: { allowedDomains: "your own address would be shut out" } });
    const { policy: before } = await tenantRow(tx, ctx.tenantId);
    const after = { ...policy, allowedDomains: [...new Set(policy.allowedDomains)].toSorted() };
    await tx.update(tenants).set({ signInPolicy: after }).where(eq(tenants.id, ctx.tenantId));
    return { before, after };
  },
});

/**
 * Sets which verified domains may sign in and what role they bring. From the next sign-in on: who is in stays in. Throws
 * `unprocessable` when it would shut out the domain of whoever sets it.
 */
export async function setSignInPolicy(...given: Parameters<typeof savePolicy>): Promise<SignInPolicy> {
  return (await savePolicy(...given)).after;
}

import { and, asc, eq, sql } from "drizzle-orm";
import { bundles } from "@/db/content";
import { withDirectory } from "@/db/identity";
import { priceTableVersion } from "@/agents/models/prices";
import { issuers, tenants, tenantSpend } from "@/db/schema";
import { publishContent } from "@/db/seed";
import { withTenant, type Tx } from "@/db/tenant";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { setRetention, verifyLog } from "./audit-operations";
import { operateKeys } from "./key-operations";
import { operateTools } from "./tool-operations";
import { operateGrants } from "./grant-operations";
import { auditOperator, findTenant } from "./operator";
import { setRetentionOf } from "./privacy-retention";
import { checkScenario, listScenarioVersions, publishScenario } from "./publishing";
import { resetSignIn } from "./sign-in-operations";
import { operateUsers } from "./user-operations";

type Of<Op extends Operation["op"]> = Extract<Operation, { op: Op }>;

/** Which claim value of which issuer leads to the tenant. A mapping taken by another tenant is refused, never moved. */
async function mapIssuer(tx: Tx, tenantId: string, input: Of<"tenant.add">): Promise<void> {
  if (!input.issuer) return;
  const mapping = {
    issuer: input.issuer.replace(/\/$/, ""),
    claim: input.claim ?? env().oidc.tenantClaim,
    value: input.value ?? input.slug,
  };
  const [taken] = await tx
    .select({ tenantId: issuers.tenantId })
    .from(issuers)
    .where(and(eq(issuers.issuer, mapping.issuer), eq(issuers.claim, mapping.claim), eq(issuers.value, mapping.value)));
  if (taken && taken.tenantId !== tenantId) {
    throw new AppError("already_exists", { detail: "That issuer, claim and value lead to another tenant." });
  }
  await tx
    .insert(issuers)
    .values({ tenantId, ...mapping, roles: input.roles ?? {} })
    .onConflictDoUpdate({
      target: [issuers.issuer, issuers.claim, issuers.value],
      set: input.roles ? { roles: input.roles } : { value: mapping.value },
    });
}

async function addTenant(input: Of<"tenant.add">): Promise<OperationResult> {
  const tenant = await withDirectory(async (tx) => {
    await tx
      .insert(tenants)
      .values({ slug: input.slug, name: input.name })
      .onConflictDoUpdate({ target: tenants.slug, set: { name: input.name } });
    const found = await findTenant(tx, input.slug);
    await mapIssuer(tx, found.id, input);
    const { issuer, claim, value, roles, name } = input;
    const detail = { name, issuer, claim, value, roles };
    await auditOperator(tx, found.id, { action: "tenant.add", subject: `tenant:${found.id}`, detail });
    return found;
  });
  const published = await publishContent(tenant.id, bundles);
  return {
    message: `Tenant ${tenant.slug} is set up; ${published} pieces of content were published for it.`,
    rows: [],
  };
}

async function listTenants(): Promise<OperationResult> {
  const rows = await withDirectory((tx) =>
    tx
      .select({
        tenant: tenants.slug,
        name: tenants.name,
        issuer: sql<string>`coalesce(${issuers.issuer}, '')`,
        claim: sql<string>`coalesce(${issuers.claim} || '=' || ${issuers.value}, '')`,
      })
      .from(tenants)
      .leftJoin(issuers, eq(issuers.tenantId, tenants.id))
      .orderBy(asc(tenants.slug), asc(issuers.issuer)),
  );
  return { message: `${new Set(rows.map((row) => row.tenant)).size} tenant(s)`, rows };
}

const micros = (dollars: number | null | undefined) =>
  typeof dollars === "number" ? Math.round(dollars * 1_000_000) : dollars;
const inDollars = (amount: number | null) => (amount === null ? "none" : `$${(amount / 1_000_000).toFixed(2)}`);

/** Sets what a tenant may spend on models, where told, and says how things stand. */
async function setBudget(input: Of<"tenant.budget">): Promise<OperationResult> {
  const tenant = await withDirectory(async (tx) => {
    const found = await findTenant(tx, input.tenant);
    const change = {
      overBudget: input.over,
      monthBudgetMicros: micros(input.month),
      sessionBudgetMicros: micros(input.session),
    };
    if (Object.values(change).every((value) => value === undefined)) return found;
    await tx.update(tenants).set(change).where(eq(tenants.id, found.id));
    const set = await findTenant(tx, input.tenant);
    const what = { action: "tenant.budget", subject: `tenant:${found.id}`, change: { before: found, after: set } };
    await auditOperator(tx, found.id, what);
    return set;
  });
  const [spent] = await withTenant({ tenantId: tenant.id }, (tx) =>
    tx
      .select()
      .from(tenantSpend)
      .where(eq(tenantSpend.month, sql`date_trunc('month', now() at time zone 'utc')::date`)),
  );
  return {
    message: `Models of ${tenant.slug}, at list prices of ${priceTableVersion} and this deployment's own.`,
    rows: [
      {
        month: inDollars(tenant.monthBudgetMicros),
        spent: inDollars(spent?.costMicros ?? 0),
        session: inDollars(tenant.sessionBudgetMicros),
        over: tenant.overBudget === "refuse" ? "refuse" : "go on offline",
      },
    ],
  };
}

/**
 * Performs one operator command. Not a verb: no tenant's actor can call it, only the command line, and each change is
 * in the audit log of the tenant it touches. Throws `not_found`, `already_exists`,
 * `invalid_request`, `preflight_blocked`, `last_admin`.
 */
export async function operate(operation: Operation): Promise<OperationResult> {
  switch (operation.op) {
    case "tenant.add":
      return addTenant(operation);
    case "tenant.list":
      return listTenants();
    case "tenant.budget":
      return setBudget(operation);
    case "tenant.retention":
      return setRetentionOf(operation);
    case "tenant.sign_in_reset":
      return resetSignIn(operation);
    case "user.add":
    case "user.disable":
    case "user.enable":
    case "user.list":
      return operateUsers(operation);
    case "key.add":
    case "key.list":
    case "key.revoke":
      return operateKeys(operation);
    case "tools.list":
    case "tools.add":
    case "tools.approve":
    case "tools.disable":
    case "tools.enable":
    case "tools.remove": {
      const tenant = await withDirectory((tx) => findTenant(tx, operation.tenant));
      return operateTools(operation, tenant.id);
    }
    case "grant.open":
    case "grant.list":
    case "grant.end":
    case "talk.list":
    case "talk.show":
      return operateGrants(operation);
    case "scenario.publish":
      return publishScenario(operation);
    case "scenario.check":
      return checkScenario(operation);
    case "scenario.list":
      return listScenarioVersions(operation);
    case "audit.verify":
      return verifyLog(operation);
    case "audit.retention":
      return setRetention(operation);
  }
}

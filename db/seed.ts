import { createHash } from "node:crypto";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Role } from "@/lib/contracts/vocabulary";
import { env } from "@/lib/platform/env";
import { withDirectory } from "./identity";
import { issuers, personas, policies, rubrics, scenarios, tenants, users } from "./schema";
import { withTenant, type Tx } from "./tenant";

type Versioned = typeof personas | typeof scenarios | typeof rubrics | typeof policies;
type Content = { id: string; version: number; locale: "en" | "zh-CN" };

const hashOf = (content: Content) =>
  createHash("sha256")
    .update(JSON.stringify({ ...content, version: 0 }))
    .digest("hex");

/** Publishes a new version when the content differs from the published one; the older stays for sessions frozen to it. */
async function publish(tx: Tx, tenantId: string, table: Versioned, content: Content): Promise<boolean> {
  const hash = hashOf(content);
  const [latest] = await tx
    .select({ id: table.id, version: table.version, hash: table.hash, status: table.status })
    .from(table)
    .where(eq(table.slug, content.id))
    .orderBy(desc(table.version))
    .limit(1);
  if (latest?.hash === hash && latest.status === "published") return false;
  const version = Math.max(content.version, (latest?.version ?? 0) + 1);
  await tx
    .update(table)
    .set({ status: "archived" })
    .where(and(eq(table.slug, content.id), eq(table.status, "published")));
  const row = {
    tenantId,
    slug: content.id,
    version,
    status: "published" as const,
    locale: content.locale,
    hash,
    publishedAt: new Date(),
  };
  // Sound: each table takes the content type whose list it is called with below.
  await tx.insert(table).values({ ...row, content: { ...content, version } as never });
  return true;
}

/**
 * Publishes shipped content for one tenant. Idempotent. Returns how many versions were new. `last` runs at the end of
 * the same transaction.
 */
export async function publishContent(
  tenantId: string,
  bundles: ScenarioBundle[],
  last?: (tx: Tx, changed: number) => Promise<void>,
): Promise<number> {
  return withTenant({ tenantId }, async (tx) => {
    // One publisher per tenant at a time; the lock ends with the transaction.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`publish ${tenantId}`}))`);
    let changed = 0;
    const once = new Set<string>();
    const put = async (table: Versioned, kind: string, content: Content) => {
      if (once.has(`${kind} ${content.id}`)) return;
      once.add(`${kind} ${content.id}`);
      if (await publish(tx, tenantId, table, content)) changed += 1;
    };
    for (const bundle of bundles) {
      await put(rubrics, "rubric", bundle.rubric);
      await put(policies, "policy", bundle.policy);
      for (const persona of bundle.personas) await put(personas, "persona", persona);
      await put(scenarios, "scenario", bundle.scenario);
    }
    await last?.(tx, changed);
    return changed;
  });
}

const people: Record<string, [account: string, role: Role, name: string][]> = {
  acme: [
    ["trainee", "trainee", "Nora Lindqvist"],
    ["trainee2", "trainee", "Samuel Okafor"],
    ["manager", "manager", "Helen Marsh"],
    ["author", "author", "Diego Ruiz"],
    ["admin", "admin", "Priya Nair"],
    ["auditor", "auditor", "Tomas Becker"],
  ],
  globex: [
    ["trainee", "trainee", "林晓雨"],
    ["trainee2", "trainee", "陈子航"],
    ["manager", "manager", "王雅琴"],
    ["author", "author", "赵文博"],
    ["admin", "admin", "周敏"],
    ["auditor", "auditor", "刘建国"],
  ],
};

/** A tenant of the local profiles, mapped to the local OpenID provider, with its people invited. */
async function seedTenant(slug: string, name: string): Promise<string> {
  const { oidc } = env();
  return withDirectory(async (tx) => {
    await tx.insert(tenants).values({ slug, name }).onConflictDoNothing();
    const [tenant] = await tx.select().from(tenants).where(eq(tenants.slug, slug));
    if (!tenant) throw new Error(`the tenant ${slug} could not be seeded`);
    const mapping = { tenantId: tenant.id, issuer: oidc.issuer, claim: oidc.tenantClaim, value: slug };
    await tx.insert(issuers).values(mapping).onConflictDoNothing();
    const known = await tx.select({ email: users.email }).from(users).where(eq(users.tenantId, tenant.id));
    const missing = (people[slug] ?? [])
      .map(([account, role, person]) => ({
        tenantId: tenant.id,
        email: `${account}@${slug}.example`,
        role,
        name: person,
      }))
      .filter((person) => !known.some((row) => row.email === person.email));
    if (missing.length > 0) await tx.insert(users).values(missing);
    // The local provider's address holds its port: people stay the same when the port changes.
    await tx
      .update(users)
      .set({ issuer: oidc.issuer })
      .where(
        and(
          eq(users.tenantId, tenant.id),
          isNotNull(users.subject),
          sql`${users.email} like ${`%@${slug}.example`}`,
          sql`${users.issuer} ~ '^http://(localhost|127\\.0\\.0\\.1):'`,
        ),
      );
    return tenant.id;
  });
}

/** Two tenants, their people and all shipped content, for the profiles that run on embedded parts. Idempotent. */
export async function seed(bundles: ScenarioBundle[]): Promise<void> {
  for (const [slug, name] of [
    ["acme", "Acme"],
    ["globex", "Globex"],
  ] as const) {
    await publishContent(await seedTenant(slug, name), bundles);
  }
}

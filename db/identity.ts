import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/contracts/context";
import { roles, type Locale, type Role } from "@/lib/contracts/vocabulary";
import { env } from "@/lib/platform/env";
import { door } from "./client";
import { auditEvents, issuers, tenants, users } from "./schema";
import type { Tx } from "./scope";

export interface SignedIn {
  id: string;
  tenantId: string;
  tenantSlug: string;
  tenantName: string;
  role: Role;
  name: string;
  email: string;
  locale: Locale | null;
  theme: "light" | "dark" | "system";
}
export type SignIn =
  | { kind: "ok"; user: SignedIn }
  | { kind: "refused"; reason: "unknown_tenant" | "user_disabled" | "no_role" };

/** The directory of tenants, issuers and people across tenants: for sign-in and for the operator, never for a request. */
export async function withDirectory<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return (await door()).transaction({ role: "app_identity" }, work);
}

const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === "string");

/** From most to least able: a person with several roles acts with the first. */
const ranked: readonly Role[] = ["admin", "manager", "author", "auditor", "trainee"];

function roleOf(claimed: string[], mapping: Record<string, Role>): Role | null {
  const held = claimed.flatMap((value) => mapping[value] ?? roles.find((role) => role === value) ?? []);
  return ranked.find((role) => held.includes(role)) ?? null;
}

type Claims = Record<string, unknown>;
type UserRow = typeof users.$inferSelect;

async function findTenant(tx: Tx, issuer: string, claims: Claims) {
  const mappings = await tx
    .select({ claim: issuers.claim, value: issuers.value, roles: issuers.roles, tenant: tenants })
    .from(issuers)
    .innerJoin(tenants, eq(tenants.id, issuers.tenantId))
    .where(eq(issuers.issuer, issuer));
  return mappings.find((row) => textsOf(claims[row.claim]).includes(row.value));
}

/** By subject, else an invitation to the same address; an address the issuer calls unverified claims no invitation. */
async function findUser(tx: Tx, tenantId: string, issuer: string, subject: string, claims: Claims) {
  const email = textsOf(claims.email)[0] ?? "";
  const invited =
    email && claims.email_verified !== false
      ? and(isNull(users.subject), sql`lower(${users.email}) = lower(${email})`)
      : undefined;
  const found = await tx
    .select()
    .from(users)
    .where(and(eq(users.tenantId, tenantId), or(and(eq(users.issuer, issuer), eq(users.subject, subject)), invited)));
  return found.find((row) => row.subject === subject) ?? found[0];
}

async function saveUser(tx: Tx, known: UserRow | undefined, values: typeof users.$inferInsert): Promise<UserRow> {
  const [row] = known
    ? await tx.update(users).set(values).where(eq(users.id, known.id)).returning()
    : await tx
        .insert(users)
        .values(values)
        .onConflictDoUpdate({ target: [users.tenantId, users.issuer, users.subject], set: { lastSeenAt: new Date() } })
        .returning();
  if (!row) throw new Error("the user could not be saved");
  return row;
}

/**
 * Who signed in, by the issuer and its claims: tenant by the mapping table, role by claim or as set for the person.
 * Creates the person at the first sign-in. Writes the sign-in to the tenant's audit log.
 */
export async function resolveSignIn(from: { issuer: string; claims: Claims }): Promise<SignIn> {
  const { claims } = from;
  const issuer = from.issuer.replace(/\/$/, "");
  const subject = textsOf(claims.sub)[0];
  if (!subject) return { kind: "refused", reason: "unknown_tenant" };
  return withDirectory(async (tx) => {
    const mapping = await findTenant(tx, issuer, claims);
    if (!mapping) return { kind: "refused", reason: "unknown_tenant" };
    const { tenant } = mapping;
    const known = await findUser(tx, tenant.id, issuer, subject, claims);
    if (known?.disabledAt) return { kind: "refused", reason: "user_disabled" };
    const role = roleOf(textsOf(claims[env().oidc.roleClaim]), mapping.roles) ?? known?.role;
    if (!role) return { kind: "refused", reason: "no_role" };
    const email = textsOf(claims.email)[0] ?? known?.email ?? subject;
    const name = textsOf(claims.name)[0] ?? known?.name ?? email;
    const lastSeenAt = new Date();
    const values = { tenantId: tenant.id, issuer, subject, email, name, role, lastSeenAt };
    const user = await saveUser(tx, known, values);
    await tx.insert(auditEvents).values({
      tenantId: tenant.id,
      actorId: user.id,
      actorRole: role,
      action: "identity.sign_in",
      subject: `user:${user.id}`,
      requestId: "sign-in",
    });
    return {
      kind: "ok",
      user: {
        id: user.id,
        tenantId: tenant.id,
        tenantSlug: tenant.slug,
        tenantName: tenant.name,
        role,
        name,
        email,
        locale: user.locale,
        theme: user.theme,
      },
    };
  });
}

/** The person behind a session cookie as they are now, or null when unknown, disabled or without a role. */
export async function findActor(
  userId: string,
  tenantId: string,
): Promise<(Ctx["actor"] & { locale: Locale | null; theme: SignedIn["theme"]; tenantName: string }) | null> {
  return withDirectory(async (tx) => {
    const [row] = await tx
      .select({ user: users, tenantName: tenants.name })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.id, userId), eq(users.tenantId, tenantId), isNull(users.disabledAt)));
    if (!row?.user.role) return null;
    const { id, role, name, email, locale, theme } = row.user;
    return { userId: id, role, name, email, locale, theme, tenantName: row.tenantName };
  });
}

import { and, eq, isNull, sql } from "drizzle-orm";
import { mayArrive, verifiedDomain } from "@/lib/contracts/sign-in";
import { roles, type Locale, type Role } from "@/lib/contracts/vocabulary";
import { env } from "@/lib/platform/env";
import { addressFor, findUser, isBarred, liftBar, textsOf, type Claims, type Speaker, type UserRow } from "./arrivals";
import { door } from "./client";
import { lockPeople, otherAdminRemains } from "./last-admin";
import { auditEvents, connections, issuers, logins, tenants, users } from "./schema";
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
  /** the row of this sign-in, which the session cookie names */
  loginId: string;
}
export type SignIn =
  | { kind: "ok"; user: SignedIn }
  | { kind: "refused"; reason: "unknown_tenant" | "user_disabled" | "no_role" | "domain_not_allowed" };

type TenantRow = typeof tenants.$inferSelect;

/** Somebody whose identity provider has spoken for them. */
export interface Arrival {
  issuer: string;
  /** of an ID token that was verified */
  claims: Claims;
  /** the tenant's own connection they came by; without one the deployment's issuer speaks */
  connectionId?: string;
  userAgent?: string | null;
  /** as seen by a trusted proxy */
  address?: string | null;
  /** the sign-in of the same browser that this one takes the place of */
  replaces?: string;
  requestId?: string;
}

/** The directory of tenants, issuers and people across tenants: for sign-in and for the operator, never for a request. */
export async function withDirectory<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return (await door()).transaction({ role: "app_identity" }, work);
}

/** From most to least able: a person with several roles acts with the first. */
const ranked: readonly Role[] = ["admin", "manager", "author", "auditor", "trainee"];

/** A mapping that says something is the whole of it: our own words count only where nothing is mapped. */
function roleOf(claimed: string[], mapping: Record<string, Role>): Role | null {
  const mapped = Object.keys(mapping).length > 0;
  const meant = (value: string) => (Object.hasOwn(mapping, value) ? mapping[value] : undefined);
  const held = claimed.flatMap((value) => (mapped ? meant(value) : roles.find((role) => role === value)) ?? []);
  return ranked.find((role) => held.includes(role)) ?? null;
}

/** Which tenant speaks through this issuer, and how it words roles. */
interface Origin {
  tenant: TenantRow;
  roleClaim: string;
  roles: Record<string, Role>;
  defaultRole: Role | null;
}

/** By the operator's table of issuers: one claim's value says which tenant it is. */
async function findMapping(tx: Tx, issuer: string, claims: Claims): Promise<Origin | null> {
  const mappings = await tx
    .select({ claim: issuers.claim, value: issuers.value, roles: issuers.roles, tenant: tenants })
    .from(issuers)
    .innerJoin(tenants, eq(tenants.id, issuers.tenantId))
    .where(eq(issuers.issuer, issuer));
  const found = mappings.find((row) => textsOf(claims[row.claim]).includes(row.value));
  return found ? { ...found, roleClaim: env().oidc.roleClaim, defaultRole: null } : null;
}

/** People of a tenant's own connection belong to that tenant, whatever their claims say. */
async function findConnected(tx: Tx, id: string): Promise<Origin | null> {
  const [found] = await tx
    .select({ connection: connections, tenant: tenants })
    .from(connections)
    .innerJoin(tenants, eq(tenants.id, connections.tenantId))
    .where(and(eq(connections.id, id), eq(connections.enabled, true)));
  if (!found) return null;
  const { roleClaim, roles: named, defaultRole } = found.connection;
  return { tenant: found.tenant, roleClaim, roles: named, defaultRole };
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

/** Notes the sign-in itself. The one it takes the place of ends, whoever's it was: the browser has one session. */
async function openLogin(tx: Tx, user: UserRow, issuer: string, from: Arrival): Promise<string> {
  if (from.replaces)
    await tx
      .update(logins)
      .set({ endedAt: sql`now()` })
      .where(and(eq(logins.id, from.replaces), isNull(logins.endedAt)));
  const { tenantId, id: userId } = user;
  const userAgent = from.userAgent?.slice(0, 300) ?? null;
  const values = { tenantId, userId, issuer, userAgent, address: from.address ?? null };
  const [login] = await tx.insert(logins).values(values).returning({ id: logins.id });
  if (!login) throw new Error("the sign-in could not be noted");
  return login.id;
}

/** Claims first, then what is set for the person, then what the tenant gives to somebody new. */
function roleFor(origin: Origin, known: UserRow | undefined, claims: Claims): Role | null {
  const named = roleOf(textsOf(claims[origin.roleClaim]), origin.roles) ?? known?.role;
  if (named) return named;
  const domain = verifiedDomain(claims);
  return (domain && origin.tenant.signInPolicy.domainRoles[domain]) || origin.defaultRole;
}

/** The role to act with: whoever administers a tenant alone goes on doing so, whatever their claims say now. */
async function keepingAnAdmin(tx: Tx, tenantId: string, known: UserRow | undefined, role: Role | null) {
  if (known?.role !== "admin" || role === "admin") return role;
  return (await otherAdminRemains(tx, tenantId, known)) ? role : "admin";
}

/**
 * Who signed in, by the issuer and its claims: tenant by the connection or the operator's mapping, role by claim, as set
 * for the person, or by the tenant's policy. Creates the person at the first sign-in. Notes the sign-in, and writes it to
 * the tenant's audit log.
 */
export async function resolveSignIn(from: Arrival): Promise<SignIn> {
  const { claims } = from;
  const issuer = from.issuer.replace(/\/$/, "");
  const subject = textsOf(claims.sub)[0];
  if (!subject) return { kind: "refused", reason: "unknown_tenant" };
  return withDirectory(async (tx) => {
    const { connectionId } = from;
    const origin = await (connectionId ? findConnected(tx, connectionId) : findMapping(tx, issuer, claims));
    if (!origin) return { kind: "refused", reason: "unknown_tenant" };
    const { tenant } = origin;
    // What is read of the person stays true until it is written: no change of people comes in between.
    await lockPeople(tx, tenant.id);
    const speaker: Speaker = { tenantId: tenant.id, issuer, subject, claims, own: connectionId !== undefined };
    const known = await findUser(tx, speaker);
    if (known?.disabledAt || known?.removedAt) return { kind: "refused", reason: "user_disabled" };
    if (!known && (await isBarred(tx, speaker))) return { kind: "refused", reason: "user_disabled" };
    const role = await keepingAnAdmin(tx, tenant.id, known, roleFor(origin, known, claims));
    // Whoever administers the tenant can always undo a policy.
    const administers = known?.subject === subject && known.role === "admin" && role === "admin";
    if (!administers && !mayArrive(tenant.signInPolicy, claims))
      return { kind: "refused", reason: "domain_not_allowed" };
    if (!role) return { kind: "refused", reason: "no_role" };
    if (known?.subject === null) await liftBar(tx, speaker);
    const email = await addressFor(tx, speaker, known);
    const name = textsOf(claims.name)[0] ?? known?.name ?? email;
    const values = { tenantId: tenant.id, issuer, subject, email, name, role, lastSeenAt: new Date() };
    const user = await saveUser(tx, known, values);
    const loginId = await openLogin(tx, user, issuer, from);
    await tx.insert(auditEvents).values({
      tenantId: tenant.id,
      actorId: user.id,
      actorRole: role,
      action: "identity.sign_in",
      subject: `user:${user.id}`,
      requestId: from.requestId ?? "sign-in",
      detail: { login: loginId, ...(connectionId && { connection: connectionId }) },
    });
    const { id, tenantId, locale, theme } = user;
    const of = { tenantSlug: tenant.slug, tenantName: tenant.name };
    return { kind: "ok", user: { id, tenantId, ...of, role, name, email, locale, theme, loginId } };
  });
}

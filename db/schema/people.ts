import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Permission } from "@/lib/contracts/permissions";
import type { Role } from "@/lib/contracts/vocabulary";
import { at, createdAt, id, tenantId } from "./columns";
import { tenants, users } from "./tenants";

const ofTenant = () => tenantId().references(() => tenants.id, { onDelete: "cascade" });

export const teams = pgTable(
  "teams",
  {
    id: id(),
    tenantId: ofTenant(),
    name: text("name").notNull(),
    /** the provisioning client's own id (SCIM) */
    externalId: text("external_id"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    unique("teams_tenant_id").on(t.tenantId, t.id),
    uniqueIndex("teams_name").on(t.tenantId, sql`lower(${t.name})`),
    uniqueIndex("teams_external")
      .on(t.tenantId, t.externalId)
      .where(sql`${t.externalId} is not null`),
  ],
);

export const teamMembers = pgTable(
  "team_members",
  {
    tenantId: ofTenant(),
    teamId: uuid("team_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** leads the team: a manager sees the teams they lead */
    leads: boolean("leads").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "team_members_key", columns: [t.teamId, t.userId] }),
    index("team_members_user").on(t.tenantId, t.userId),
    foreignKey({
      name: "team_members_team",
      columns: [t.tenantId, t.teamId],
      foreignColumns: [teams.tenantId, teams.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "team_members_person",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** One sign-in of a browser. The session cookie names it, so ending the row ends the session. */
export const logins = pgTable(
  "logins",
  {
    id: id(),
    tenantId: ofTenant(),
    userId: uuid("user_id").notNull(),
    issuer: text("issuer").notNull(),
    /** what the browser said it is, cut to 300 characters */
    userAgent: text("user_agent"),
    /** as seen by the trusted proxy; null without one */
    address: text("address"),
    createdAt: createdAt(),
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (t) => [
    index("logins_user").on(t.tenantId, t.userId, t.createdAt),
    foreignKey({
      name: "logins_person",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** A key for machines. It acts as its person, within its scopes; only its SHA-256 is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    tenantId: ofTenant(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    /** its first characters, to tell keys apart */
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull().unique(),
    scopes: jsonb("scopes").$type<Permission[]>().notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    lastUsedAt: at("last_used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    index("api_keys_person").on(t.tenantId, t.userId),
    foreignKey({
      name: "api_keys_acts_as",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** A tenant's own OpenID Connect issuer, beside the deployment's. People of it belong to this tenant and no other. */
export const connections = pgTable(
  "connections",
  {
    id: id(),
    tenantId: ofTenant(),
    name: text("name").notNull(),
    issuer: text("issuer").notNull(),
    clientId: text("client_id").notNull(),
    /** sealed with the application's secret; never shown again */
    clientSecret: text("client_secret").notNull(),
    scopes: text("scopes").notNull().default("openid profile email"),
    roleClaim: text("role_claim").notNull().default("role"),
    /** claim value → role */
    roles: jsonb("roles").$type<Record<string, Role>>().notNull().default({}),
    /** for somebody whose claims name no role; null refuses them */
    defaultRole: text("default_role").$type<Role>(),
    enabled: boolean("enabled").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [unique("connections_issuer").on(t.tenantId, t.issuer, t.clientId)],
);

/** An operator's way into a tenant's data: for a reason, for a time, seen and ended by the tenant's administrators. */
export const operatorGrants = pgTable(
  "operator_grants",
  {
    id: id(),
    tenantId: ofTenant(),
    /** who, as the operator's own system knows them */
    operator: text("operator").notNull(),
    reason: text("reason").notNull(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by"),
    lastUsedAt: at("last_used_at"),
  },
  (t) => [index("operator_grants_tenant").on(t.tenantId, t.createdAt)],
);

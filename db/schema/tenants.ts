import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SignInPolicy } from "@/lib/contracts/sign-in";
import type { ApprovedTool } from "@/lib/contracts/tools";
import type { Locale, Role } from "@/lib/contracts/vocabulary";
import { at, createdAt, id, tenantId } from "./columns";

export const tenants = pgTable("tenants", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** what happens to a call the budget does not cover: served by the chain's offline members, or refused */
  overBudget: text("over_budget").$type<"offline" | "refuse">().notNull().default("offline"),
  /** money for models, millionths of a US dollar; null is no cap */
  sessionBudgetMicros: bigint("session_budget_micros", { mode: "number" }),
  monthBudgetMicros: bigint("month_budget_micros", { mode: "number" }),
  /** days after which rows of the audit log are cut off; null keeps them all */
  auditRetentionDays: integer("audit_retention_days"),
  /** days after its end when a practice and all that hangs on it is erased; null keeps it until its owner erases it */
  practiceRetentionDays: integer("practice_retention_days"),
  /** who may sign in and as what, over what the issuer says */
  signInPolicy: jsonb("sign_in_policy")
    .$type<SignInPolicy>()
    .notNull()
    .default({ allowedDomains: [], domainRoles: {} }),
  createdAt: createdAt(),
});

/** Which tenant a sign-in belongs to: issuer + claim value → tenant. `roles` maps claim values to our roles. */
export const issuers = pgTable(
  "issuers",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    claim: text("claim").notNull(),
    value: text("value").notNull(),
    roles: jsonb("roles").$type<Record<string, Role>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [unique("issuers_mapping").on(t.issuer, t.claim, t.value), index("issuers_tenant").on(t.tenantId)],
);

/** A person in a tenant. Without a subject: invited, bound at the first sign-in with that address. */
export const users = pgTable(
  "users",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    issuer: text("issuer"),
    subject: text("subject"),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").$type<Role>(),
    locale: text("locale").$type<Locale>(),
    theme: text("theme").$type<"light" | "dark" | "system">().notNull().default("system"),
    /** the provisioning client's own id (SCIM) */
    externalId: text("external_id"),
    /** sign-ins from before this are over: after a change of role, or when all were ended */
    loginsFrom: at("logins_from"),
    disabledAt: at("disabled_at"),
    /** what was left of somebody removed or erased: name and address are gone, rows of the audit log still point here */
    removedAt: at("removed_at"),
    /** whom a removal keeps out, see `db/arrivals.ts`: a hash of what the issuer called them */
    barredSubject: text("barred_subject"),
    lastSeenAt: at("last_seen_at"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    unique("users_tenant_id").on(t.tenantId, t.id),
    unique("users_subject").on(t.tenantId, t.issuer, t.subject),
    uniqueIndex("users_invited")
      .on(t.tenantId, sql`lower(${t.email})`)
      .where(sql`${t.subject} is null`),
    index("users_email").on(t.tenantId, sql`lower(${t.email})`),
    index("users_barred")
      .on(t.tenantId, t.barredSubject)
      .where(sql`${t.barredSubject} is not null`),
    uniqueIndex("users_external")
      .on(t.tenantId, t.externalId)
      .where(sql`${t.externalId} is not null`),
  ],
);

/**
 * Append-only for the application: it may insert and read, never change. Rows of a tenant form a chain: a trigger sets
 * `at`, `seq`, `prevHash` and `hash` whatever the writer sends, see `lib/domain/audit-chain.ts`.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    at: at("at").notNull().defaultNow(),
    /** null when an operator acted from the command line */
    actorId: uuid("actor_id"),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    subject: text("subject"),
    requestId: text("request_id").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    /** place in the tenant's chain, from 1 without gaps */
    seq: bigint("seq", { mode: "number" }).notNull().default(0),
    /** SHA-256 over this row and `prevHash`, in hex */
    hash: text("hash").notNull().default(""),
    /** null in the very first row */
    prevHash: text("prev_hash"),
  },
  (t) => [
    unique("audit_events_seq").on(t.tenantId, t.seq),
    index("audit_events_time").on(t.tenantId, t.at),
    foreignKey({
      name: "audit_events_actor",
      columns: [t.tenantId, t.actorId],
      foreignColumns: [users.tenantId, users.id],
    }),
  ],
);

/** The last row of each tenant's audit log: writers queue here, and a log cut at its end no longer meets it. */
export const auditHeads = pgTable("audit_heads", {
  tenantId: tenantId()
    .primaryKey()
    .references(() => tenants.id, { onDelete: "cascade" }),
  seq: bigint("seq", { mode: "number" }).notNull().default(0),
  hash: text("hash"),
});

/** What a tenant has spent on models in a calendar month, UTC: read before a call, so kept as a sum. */
export const tenantSpend = pgTable(
  "tenant_spend",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    month: date("month").notNull(),
    costMicros: bigint("cost_micros", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ name: "tenant_spend_key", columns: [t.tenantId, t.month] })],
);

/** A server of tools that a tenant lets its scenarios use (Model Context Protocol over Streamable HTTP). */
export const toolServers = pgTable(
  "tool_servers",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    url: text("url").notNull(),
    /** tools of it that may be called, each with the fingerprint of its schema as approved */
    tools: jsonb("tools").$type<ApprovedTool[]>().notNull().default([]),
    enabled: boolean("enabled").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [unique("tool_servers_slug").on(t.tenantId, t.slug)],
);

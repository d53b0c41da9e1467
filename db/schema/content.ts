import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { Persona, Policy, Rubric, Scenario } from "@/lib/contracts/content";
import type { Locale } from "@/lib/contracts/vocabulary";
import { at, createdAt, id, tenantId } from "./columns";
import { tenants } from "./tenants";

export type VersionStatus = "draft" | "published" | "archived";

/** One immutable version of a piece of content: rows are never changed but for their status. */
function versioned<Content>(name: string) {
  return pgTable(
    name,
    {
      id: id(),
      tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
      slug: text("slug").notNull(),
      version: integer("version").notNull(),
      status: text("status").$type<VersionStatus>().notNull(),
      locale: text("locale").$type<Locale>().notNull(),
      content: jsonb("content").$type<Content>().notNull(),
      /** SHA-256 of the content, so that seeding sees a change */
      hash: text("hash").notNull(),
      createdAt: createdAt(),
      publishedAt: at("published_at"),
    },
    (t) => [
      unique(`${name}_version`).on(t.tenantId, t.slug, t.version),
      unique(`${name}_tenant_id`).on(t.tenantId, t.id),
      uniqueIndex(`${name}_published`)
        .on(t.tenantId, t.slug)
        .where(sql`${t.status} = 'published'`),
    ],
  );
}

export const personas = versioned<Persona>("personas");
export const scenarios = versioned<Scenario>("scenarios");
export const rubrics = versioned<Rubric>("rubrics");
export const policies = versioned<Policy>("policies");

/** How a scenario version fared with the shipped sellers. A bundle whose latest run is blocked is not published. */
export const preflights = pgTable(
  "preflights",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    /** SHA-256 of the whole bundle that was played */
    bundleHash: text("bundle_hash").notNull(),
    verdict: text("verdict").$type<"passed" | "warned" | "blocked">().notNull(),
    report: jsonb("report").$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("preflights_of_scenario").on(t.tenantId, t.slug, t.createdAt)],
);

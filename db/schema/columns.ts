import { timestamp, uuid } from "drizzle-orm/pg-core";

/** Points in time are `timestamptz`, read as `Date`. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const id = () => uuid("id").primaryKey().defaultRandom();
export const tenantId = () => uuid("tenant_id").notNull();
export const createdAt = () => at("created_at").notNull().defaultNow();

import { eq } from "drizzle-orm";
import { tenants, users } from "@/db/schema";
import type { ActingRole } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { defineVerb } from "./verb";

export interface Me {
  id: string;
  name: string;
  email: string;
  role: ActingRole;
  locale: Locale | null;
  theme: "light" | "dark" | "system";
  tenant: { slug: string; name: string };
}

/** The actor as the directory knows them. */
export const getMe = defineVerb<void, Me>({
  name: "people.me",
  permission: "profile:update_own",
  audit: "none",
  run: async (tx, ctx) => {
    const [row] = await tx
      .select({ user: users, slug: tenants.slug, tenantName: tenants.name })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(eq(users.id, ctx.actor.userId));
    if (!row) throw new AppError("not_found");
    const { id, name, email, locale, theme, role } = row.user;
    const tenant = { slug: row.slug, name: row.tenantName };
    return { id, name, email, role: role ?? ctx.actor.role, locale, theme, tenant };
  },
});

/** Keeps the actor's language and theme. */
export const setPreferences = defineVerb<{ locale?: Locale; theme?: Me["theme"] }, void>({
  name: "people.set_preferences",
  permission: "profile:update_own",
  audit: { action: "profile.update", subject: () => "user:self", detail: (input) => ({ ...input }) },
  run: async (tx, ctx, { locale, theme }) => {
    if (!locale && !theme) return;
    await tx.update(users).set({ locale, theme }).where(eq(users.id, ctx.actor.userId));
  },
});

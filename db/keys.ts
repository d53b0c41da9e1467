import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/contracts/context";
import type { Permission } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/contracts/vocabulary";
import { withDirectory } from "./identity";
import { apiKeys, users } from "./schema";

interface FoundKey {
  id: string;
  tenantId: string;
  scopes: Permission[];
  lastUsedAt: Date | null;
  person: Ctx["actor"] & { locale: Locale | null };
}

/** The living key of this hash with the person it acts as; null when it ended, or they are gone, disabled or have no role. */
export async function findKey(hash: string): Promise<FoundKey | null> {
  return withDirectory(async (tx) => {
    const [row] = await tx
      .select({ key: apiKeys, user: users })
      .from(apiKeys)
      .innerJoin(users, and(eq(users.id, apiKeys.userId), eq(users.tenantId, apiKeys.tenantId)))
      .where(
        and(
          eq(apiKeys.hash, hash),
          isNull(apiKeys.revokedAt),
          gt(apiKeys.expiresAt, sql`now()`),
          isNull(users.disabledAt),
          isNull(users.removedAt),
        ),
      );
    if (!row?.user.role) return null;
    const { id: userId, role, name, email, locale } = row.user;
    const { id, tenantId, scopes, lastUsedAt } = row.key;
    return { id, tenantId, scopes, lastUsedAt, person: { userId, role, name, email, locale } };
  });
}

/** Notes that a key was used, once a minute however many calls it makes. */
export async function touchKey(id: string): Promise<void> {
  const longAgo = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`));
  await withDirectory((tx) =>
    tx
      .update(apiKeys)
      .set({ lastUsedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), longAgo)),
  );
}

import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { users } from "./schema";
import type { Tx } from "./scope";

/**
 * One change of a tenant's people at a time, until the transaction ends: what was counted after this stays true. Take it
 * before the first row of the audit log is written, never after.
 */
export async function lockPeople(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`people ${tenantId}`}))`);
}

/**
 * Whether the tenant keeps an administrator without this person. One who never signed in stands in for nobody who has:
 * an invitation to a wrong address must not be all that is left. Call it with the lock of `lockPeople`.
 */
export async function otherAdminRemains(
  tx: Tx,
  tenantId: string,
  without: { id: string; subject: string | null },
): Promise<boolean> {
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.tenantId, tenantId),
        eq(users.role, "admin"),
        isNull(users.disabledAt),
        ne(users.id, without.id),
        without.subject === null ? undefined : isNotNull(users.subject),
      ),
    )
    .limit(1);
  return other !== undefined;
}

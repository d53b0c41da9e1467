import { and, eq, isNull, sql } from "drizzle-orm";
import { logins, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";

/**
 * Ends every sign-in of a person in the caller's transaction: for a change of role, a disabling, a removal. What was
 * open stops within a minute, streams too; who may still sign in does so anew.
 */
export async function endLoginsOf(tx: Tx, userId: string): Promise<void> {
  // The clock, not the start of the transaction: a sign-in made while this one waited is over too.
  const now = sql`clock_timestamp()`;
  await tx.update(users).set({ loginsFrom: now }).where(eq(users.id, userId));
  await tx
    .update(logins)
    .set({ endedAt: now })
    .where(and(eq(logins.userId, userId), isNull(logins.endedAt)));
}

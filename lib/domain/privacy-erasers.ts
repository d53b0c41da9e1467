import { eq } from "drizzle-orm";
import { apiKeys, logins, memories, practiceSessions, shares, teamMembers, usageEvents, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { turnStreams } from "@/lib/platform/streams";
import type { KeyKind } from "@/lib/platform/tenant-key";

export interface Whose {
  tenantId: string;
  userId: string;
}

/**
 * What becomes of a reference to somebody when they are erased. `erased`: the rows go. `unlinked`: the rows stay and no
 * longer say whose. `pseudonym`: the id stays, and the row it leads to says nothing of anybody any more.
 */
type Fate = "erased" | "unlinked" | "pseudonym";

/**
 * Every column that says whose something is. A test holds this against the database's catalogue: a new table with a
 * person in it fails there until it stands here, and an eraser below does what is said of it.
 */
export const references: Record<string, Fate> = {
  "users.id": "pseudonym",
  "practice_sessions.user_id": "erased",
  "memories.user_id": "erased",
  "shares.created_by": "erased",
  "team_members.user_id": "erased",
  "logins.user_id": "erased",
  "api_keys.user_id": "erased",
  "usage_events.user_id": "unlinked",
  "audit_events.actor_id": "pseudonym",
  "api_keys.created_by": "pseudonym",
  "operator_grants.ended_by": "pseudonym",
};

/** How each table is emptied of one person. What hangs on a talk goes with it, by the database's own rules. */
const tables: Record<string, (tx: Tx, whose: Whose) => Promise<{ id: string }[]>> = {
  talks: (tx, { userId }) =>
    tx.delete(practiceSessions).where(eq(practiceSessions.userId, userId)).returning({ id: practiceSessions.id }),
  memories: (tx, { userId }) => tx.delete(memories).where(eq(memories.userId, userId)).returning({ id: memories.id }),
  shares: (tx, { userId }) => tx.delete(shares).where(eq(shares.createdBy, userId)).returning({ id: shares.id }),
  teams: (tx, { userId }) =>
    tx.delete(teamMembers).where(eq(teamMembers.userId, userId)).returning({ id: teamMembers.teamId }),
  logins: (tx, { userId }) => tx.delete(logins).where(eq(logins.userId, userId)).returning({ id: logins.id }),
  keys: (tx, { userId }) => tx.delete(apiKeys).where(eq(apiKeys.userId, userId)).returning({ id: apiKeys.id }),
  usage: (tx, { userId }) =>
    tx
      .update(usageEvents)
      .set({ userId: null, sessionId: null, turnId: null })
      .where(eq(usageEvents.userId, userId))
      .returning({ id: usageEvents.id }),
  profile: (tx, { userId }) =>
    tx
      .update(users)
      .set({ locale: null, theme: "system", lastSeenAt: null, barredSubject: null })
      .where(eq(users.id, userId))
      .returning({ id: users.id }),
};

/** Empties every table of one person, in the caller's transaction. Returns how many rows of each kind it was. */
export async function eraseRows(tx: Tx, whose: Whose): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [kind, erase] of Object.entries(tables)) counts[kind] = (await erase(tx, whose)).length;
  return counts;
}

/**
 * The same outside the database, once the rows are gone: by kind of key, so that a new kind of store does not compile
 * without its eraser. What is left to run out holds no words and no name, and is gone within the time said.
 */
const stores: Record<KeyKind, (whose: Whose) => Promise<void>> = {
  stream: (whose) => turnStreams().forget(whose),
  /** counters under the person's id: run out with their window, an hour at most */
  limit: async () => {},
  /** nothing of a person is cached outside the process; who acts is remembered for 15 seconds at most */
  cache: async () => {},
  /** no files of people are kept yet */
  file: async () => {},
};

/** Empties what is kept outside the database of one person. Call after the commit. */
export async function eraseStores(whose: Whose): Promise<void> {
  for (const erase of Object.values(stores)) await erase(whose);
}

import { and, eq, gte, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { Ctx } from "@/lib/contracts/context";
import type { Locale } from "@/lib/contracts/vocabulary";
import { withDirectory } from "./identity";
import { logins, users } from "./schema";

/** What a session cookie names: the sign-in, and whose it is said to be. */
export interface LoginRef {
  loginId: string;
  userId: string;
  tenantId: string;
}

export interface ActorNow extends Pick<Ctx["actor"], "userId" | "name" | "email"> {
  role: NonNullable<typeof users.$inferSelect.role>;
  locale: Locale | null;
}

/** A sign-in is noted as used at most this often: reading must not write each time. */
const touchEveryMinutes = 5;

/** Of rows of `logins` joined with `users`: not ended, and made since all of the person's were last ended. */
export function isLoginOpen(): SQL | undefined {
  return and(
    isNull(logins.endedAt),
    or(isNull(users.loginsFrom), gte(logins.createdAt, users.loginsFrom)),
    isNull(users.disabledAt),
    isNull(users.removedAt),
  );
}

/**
 * The person behind a session cookie as they are now. Null when the sign-in has ended, is another's or of another tenant,
 * and when the person is unknown, disabled, removed or without a role.
 */
export async function findActor({ loginId, userId, tenantId }: LoginRef): Promise<ActorNow | null> {
  return withDirectory(async (tx) => {
    const [row] = await tx
      .select({ user: users, seen: logins.lastSeenAt })
      .from(logins)
      .innerJoin(users, and(eq(users.id, logins.userId), eq(users.tenantId, logins.tenantId)))
      .where(and(eq(logins.id, loginId), eq(users.id, userId), eq(users.tenantId, tenantId), isLoginOpen()));
    if (!row?.user.role) return null;
    if (row.seen.getTime() < Date.now() - touchEveryMinutes * 60_000) {
      const stale = lt(logins.lastSeenAt, sql`now() - make_interval(mins => ${touchEveryMinutes})`);
      await tx
        .update(logins)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(logins.id, loginId), stale));
    }
    const { id, role, name, email, locale } = row.user;
    return { userId: id, role, name, email, locale };
  });
}

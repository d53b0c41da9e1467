import { createHash, createHmac } from "node:crypto";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { practiceSessions, shares } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { AppError } from "@/lib/platform/errors";
import { authSecrets } from "@/lib/platform/secrets/current";
import { ownSession, type SessionRow } from "./endings";
import { defineVerb } from "./verb";

const defaultDays = 7;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** The token is derived, not stored: its owner can be shown the link again, and a leaked table opens nothing. */
function tokenOf(shareId: string, [secret]: readonly [string, ...string[]] = authSecrets()): string {
  const seal = createHmac("sha256", secret).update(`share ${shareId}`).digest();
  return Buffer.concat([Buffer.from(shareId.replaceAll("-", ""), "hex"), seal]).toString("base64url");
}

export interface Share {
  token: string;
  /** path of the shared debrief on this site */
  url: string;
  expiresAt: string;
}

const shareOf = (id: string, token: string, expiresAt: Date): Share => {
  return { token, url: `/share/${token}`, expiresAt: expiresAt.toISOString() };
};

/** The session's open link, if any. For verbs that show a debrief to its owner. */
export async function readShare(tx: Tx, sessionId: string, now = new Date()): Promise<Share | null> {
  const [open] = await tx
    .select({ id: shares.id, expiresAt: shares.expiresAt, tokenHash: shares.tokenHash })
    .from(shares)
    .where(and(eq(shares.sessionId, sessionId), isNull(shares.revokedAt), gt(shares.expiresAt, now)))
    .orderBy(desc(shares.createdAt))
    .limit(1);
  if (!open) return null;
  // Made with whichever secret was the first then; a link of one that was retired goes on opening, but cannot be shown again.
  const token = authSecrets()
    .map((secret) => tokenOf(open.id, [secret]))
    .find((one) => hashOf(one) === open.tokenHash);
  return token === undefined ? null : shareOf(open.id, token, open.expiresAt);
}

/**
 * Makes a link to the debrief of the actor's own ended talk, for people of the same tenant, good for 1 to 30 days.
 * An earlier link of the talk is revoked. Throws `not_found`, `session_not_ended`, `invalid_request`.
 */
export const createShare = defineVerb<{ sessionId: string; days?: number }, Share>({
  name: "shares.create",
  permission: "share:create_own",
  audit: {
    action: "share.create",
    subject: ({ sessionId }) => `session:${sessionId}`,
    detail: (_, { expiresAt }) => ({ expiresAt }),
  },
  run: async (tx, ctx, { sessionId, days = defaultDays }) => {
    if (!Number.isInteger(days) || days < 1 || days > 30) {
      throw new AppError("invalid_request", { fields: { days: "1 to 30" } });
    }
    const session = await ownSession(tx, ctx, sessionId);
    if (!session.outcome) throw new AppError("session_not_ended");
    const now = new Date();
    const id = crypto.randomUUID();
    const token = tokenOf(id);
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    await tx
      .update(shares)
      .set({ revokedAt: now })
      .where(and(eq(shares.sessionId, sessionId), isNull(shares.revokedAt)));
    await tx.insert(shares).values({
      id,
      tenantId: ctx.tenantId,
      sessionId,
      createdBy: ctx.actor.userId,
      tokenHash: hashOf(token),
      expiresAt,
    });
    return shareOf(id, token, expiresAt);
  },
});

/** Takes back every link to a talk of the actor's own. Throws `not_found`. */
export const revokeShare = defineVerb<{ sessionId: string }, void>({
  name: "shares.revoke",
  permission: "share:create_own",
  audit: { action: "share.revoke", subject: ({ sessionId }) => `session:${sessionId}` },
  run: async (tx, ctx, { sessionId }) => {
    await ownSession(tx, ctx, sessionId);
    await tx
      .update(shares)
      .set({ revokedAt: new Date() })
      .where(and(eq(shares.sessionId, sessionId), isNull(shares.revokedAt)));
  },
});

/**
 * The talk behind a link, for anybody of the tenant who holds it. Throws `not_found` for an unknown link or one of
 * another tenant, `share_expired` for one that ran out or was taken back.
 */
export async function sessionOfShare(tx: Tx, token: string): Promise<SessionRow> {
  const [found] = await tx
    .select({ expiresAt: shares.expiresAt, revokedAt: shares.revokedAt, session: practiceSessions })
    .from(shares)
    .innerJoin(practiceSessions, eq(practiceSessions.id, shares.sessionId))
    .where(eq(shares.tokenHash, hashOf(token)));
  if (!found) throw new AppError("not_found");
  if (found.revokedAt || found.expiresAt <= new Date()) throw new AppError("share_expired");
  return found.session;
}

/** Which talk a link opens; see `sessionOfShare` for what it throws. */
export const openShare = defineVerb<{ token: string }, { sessionId: string }>({
  name: "shares.open",
  permission: "share:open",
  reach: "tenant",
  audit: { action: "share.open", subject: (_, { sessionId }) => `session:${sessionId}` },
  run: async (tx, _ctx, { token }) => ({ sessionId: (await sessionOfShare(tx, token)).id }),
});

import { randomInt } from "node:crypto";
import { and, eq, lt, max, or } from "drizzle-orm";
import { initialState } from "@/agents/buyer/initial";
import { practiceSessions } from "@/db/schema";
import type { Ctx } from "@/lib/contracts/context";
import type { SessionSummary, SessionView, StartSession } from "@/lib/contracts/session";
import { AppError } from "@/lib/platform/errors";
import { loadPublished } from "./bundles";
import { endFromOutside, expireIfDue, expireOverdue, ownSession } from "./endings";
import { readRemembered } from "./memories";
import { readSummaries, readSummary, readView } from "./session-views";
import { idOfSubmission } from "./submissions";
import { defineVerb } from "./verb";

export { askHint } from "./hints";

const begin = defineVerb<StartSession, SessionView>({
  name: "sessions.start",
  permission: "session:practise",
  audit: { action: "session.start", subject: (_, view) => `session:${view.id}` },
  run: async (tx, ctx, input) => {
    const { ids, bundle } = await loadPublished(tx, ctx.tenantId, input.scenarioId);
    const { userId } = ctx.actor;
    const [tried] = await tx
      .select({ last: max(practiceSessions.attempt) })
      .from(practiceSessions)
      .where(and(eq(practiceSessions.userId, userId), eq(practiceSessions.scenarioSlug, input.scenarioId)));
    const attempt = (tried?.last ?? 0) + 1;
    const difficulty = input.difficulty ?? bundle.scenario.difficulty;
    // 31 bits: a seed that any integer arithmetic of the pure core can hold.
    const now = new Date();
    const remembered = await readRemembered(tx, ctx, bundle, now);
    const expiresAt = new Date(now.getTime() + bundle.scenario.minutes * 60_000);
    const endsAt = expiresAt.toISOString();
    const state = initialState(bundle, { seed: randomInt(2 ** 31), attempt, difficulty, remembered, endsAt });
    const [row] = await tx
      .insert(practiceSessions)
      .values({
        ...ids,
        ...(input.submission && { id: idOfSubmission(ctx, "talk", input.submission) }),
        tenantId: ctx.tenantId,
        userId,
        scenarioSlug: input.scenarioId,
        locale: bundle.scenario.locale,
        difficulty,
        attempt,
        state,
        stage: state.stage,
        maxTurns: bundle.scenario.maxTurns,
        startedAt: now,
        expiresAt,
      })
      .onConflictDoNothing({ target: practiceSessions.id })
      .returning();
    if (!row) throw new AppError("already_exists");
    return readView(tx, ctx, row, now);
  },
});

/** The talk that a submission started before. Throws `already_exists` when it asked for another one. */
const begun = defineVerb<StartSession & { submission: string }, SessionView>({
  name: "sessions.begun",
  permission: "session:practise",
  audit: "none",
  run: async (tx, ctx, { submission, scenarioId, difficulty }) => {
    const row = await ownSession(tx, ctx, idOfSubmission(ctx, "talk", submission));
    if (row.scenarioSlug !== scenarioId || (difficulty && row.difficulty !== difficulty)) {
      throw new AppError("already_exists", { detail: "This submission started another practice." });
    }
    return readView(tx, ctx, row, new Date());
  },
});

/**
 * Starts a practice talk with the published versions, frozen from here on; once for a submission however often it comes.
 * Throws `not_found`, `already_exists`.
 */
export async function startSession(ctx: Ctx, input: StartSession): Promise<SessionView> {
  try {
    return await begin(ctx, input);
  } catch (error) {
    const { submission } = input;
    if (!submission || !(error instanceof AppError) || error.code !== "already_exists") throw error;
    return begun(ctx, { ...input, submission });
  }
}

/** `<ISO time>_<id>` of the last item: the next page starts after it. */
function parseCursor(cursor: string): { startedAt: Date; id: string } {
  const [time = "", id = ""] = cursor.split("_");
  const startedAt = new Date(time);
  if (Number.isNaN(startedAt.getTime()) || !/^[0-9a-f-]{36}$/i.test(id)) {
    throw new AppError("invalid_request", { fields: { cursor: "not a cursor of this list" } });
  }
  return { startedAt, id };
}

/** The actor's own talks, latest first, at most 100 a page. Ends those whose time is over. */
export const listSessions = defineVerb<
  { cursor?: string; limit?: number },
  { items: SessionSummary[]; nextCursor: string | null }
>({
  name: "sessions.list",
  permission: "session:read_own",
  audit: "none",
  enqueues: true,
  run: async (tx, ctx, { cursor, limit = 20 }) => {
    const size = Math.min(Math.max(limit, 1), 100);
    const after = cursor ? parseCursor(cursor) : null;
    await expireOverdue(tx, ctx, new Date());
    const older = after
      ? or(
          lt(practiceSessions.startedAt, after.startedAt),
          and(eq(practiceSessions.startedAt, after.startedAt), lt(practiceSessions.id, after.id)),
        )
      : undefined;
    const found = await readSummaries(tx, and(eq(practiceSessions.userId, ctx.actor.userId), older), size + 1);
    const items = found.slice(0, size);
    const last = items.at(-1);
    return { items, nextCursor: found.length > size && last ? `${last.startedAt}_${last.id}` : null };
  },
});

/**
 * One talk of the actor's own for the room. `messages` holds settled turns only: the words of an open turn are in
 * `pending`. Ends the talk as expired when its time is over. Throws `not_found`.
 */
export const getSession = defineVerb<{ sessionId: string }, SessionView>({
  name: "sessions.get",
  permission: "session:read_own",
  audit: "none",
  enqueues: true,
  run: async (tx, ctx, { sessionId }) => {
    const now = new Date();
    const row = await ownSession(tx, ctx, sessionId);
    const open = await expireIfDue(tx, ctx, row, now);
    return readView(tx, ctx, open === !row.outcome ? row : await ownSession(tx, ctx, sessionId), now);
  },
});

/** Ends a talk early; its judgement is queued in the same transaction. One that has ended stays as it ended. */
export const endSession = defineVerb<{ sessionId: string }, SessionSummary>({
  name: "sessions.end",
  permission: "session:practise",
  // Written by the ending itself, which also happens by the clock.
  audit: "none",
  enqueues: true,
  run: async (tx, ctx, { sessionId }) => {
    const now = new Date();
    const row = await ownSession(tx, ctx, sessionId);
    const open = await expireIfDue(tx, ctx, row, now);
    if (open) await endFromOutside(tx, ctx, row, { outcome: "abandoned", reason: "trainee", at: now });
    return readSummary(tx, sessionId);
  },
});

/** Erases a talk of the actor's own with everything said, judged and shared in it. Throws `not_found`. */
export const deleteSession = defineVerb<{ sessionId: string }, void>({
  name: "sessions.delete",
  permission: "session:delete_own",
  audit: { action: "session.delete", subject: ({ sessionId }) => `session:${sessionId}` },
  run: async (tx, ctx, { sessionId }) => {
    await ownSession(tx, ctx, sessionId);
    await tx.delete(practiceSessions).where(eq(practiceSessions.id, sessionId));
  },
});

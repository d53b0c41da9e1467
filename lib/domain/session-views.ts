import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { moods } from "@/agents/buyer/mood";
import { evaluations, hints, messages, practiceSessions, scenarios, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Message, SessionSummary, SessionView } from "@/lib/contracts/session";
import { briefOf } from "./brief";
import { isSpent } from "./budgets";
import { loadBundle } from "./bundles";
import type { SessionRow } from "./endings";
import { memoryOf } from "./memories";
import { readTries } from "./scenarios";

/** Columns of a session's summary, with its title as frozen and its judgement. */
const summaryColumns = {
  id: practiceSessions.id,
  scenarioId: practiceSessions.scenarioSlug,
  scenarioTitle: sql<string>`${scenarios.content}->>'title'`,
  locale: practiceSessions.locale,
  difficulty: practiceSessions.difficulty,
  stage: practiceSessions.stage,
  turn: practiceSessions.turn,
  maxTurns: practiceSessions.maxTurns,
  outcome: practiceSessions.outcome,
  endReason: practiceSessions.endReason,
  assisted: practiceSessions.assisted,
  evaluation: evaluations.status,
  score: evaluations.score,
  unscorable: evaluations.unscorable,
  startedAt: practiceSessions.startedAt,
  endedAt: practiceSessions.endedAt,
  parentId: practiceSessions.parentId,
  fromTurn: practiceSessions.branchTurn,
  fromMessage: sql<number | null>`case when ${practiceSessions.branchTurn} is not null then (select count(*)::int + 1
    from ${messages} m where m.session_id = ${practiceSessions.id} and m.turn < ${practiceSessions.branchTurn}) end`,
};

/** Summaries matching a condition, latest first. */
export async function readSummaries(tx: Tx, where: ReturnType<typeof and>, limit: number): Promise<SessionSummary[]> {
  const rows = await tx
    .select(summaryColumns)
    .from(practiceSessions)
    .innerJoin(scenarios, eq(scenarios.id, practiceSessions.scenarioVersionId))
    .leftJoin(evaluations, eq(evaluations.sessionId, practiceSessions.id))
    .where(where)
    .orderBy(desc(practiceSessions.startedAt), desc(practiceSessions.id))
    .limit(limit);
  return rows.map(({ parentId, fromTurn, fromMessage, ...row }) => ({
    ...row,
    branch: fromTurn === null || fromMessage === null ? null : { parentId, fromTurn, fromMessage },
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

/** The summary of one session. */
export async function readSummary(tx: Tx, sessionId: string): Promise<SessionSummary> {
  const [summary] = await readSummaries(tx, eq(practiceSessions.id, sessionId), 1);
  if (!summary) throw new Error("the session has no summary");
  return summary;
}

export function messageOf(row: typeof messages.$inferSelect): Message {
  const { id, number, turn, turnId, speaker, text, status, reworded, degraded, flags, createdAt } = row;
  return {
    id,
    number,
    turn,
    turnId,
    speaker,
    text,
    status,
    reworded,
    degraded,
    flags,
    createdAt: createdAt.toISOString(),
  };
}

/** The transcript: settled messages in order. */
export async function readMessages(tx: Tx, sessionId: string): Promise<Message[]> {
  const rows = await tx.select().from(messages).where(eq(messages.sessionId, sessionId)).orderBy(asc(messages.number));
  return rows.map(messageOf);
}

async function readPending(tx: Tx, row: SessionRow, now: Date): Promise<SessionView["pending"]> {
  if (row.outcome) return null;
  const [open] = await tx
    .select()
    .from(turns)
    .where(
      and(
        eq(turns.sessionId, row.id),
        ne(turns.status, "settled"),
        inArray(turns.status, ["speaking", "interrupted", "stopped", "failed"]),
      ),
    )
    .orderBy(desc(turns.startedAt))
    .limit(1);
  if (!open || open.status === "settled" || open.status === "replaced") return null;
  // Whoever spoke is gone when the lease ran out: the turn can be retried, so it is shown as interrupted.
  const lost = open.status === "speaking" && open.leaseUntil <= now;
  const partial = open.partial?.filter((part) => part.text !== "");
  return {
    turnId: open.turnId,
    text: open.text,
    status: lost ? "interrupted" : open.status,
    code: open.code,
    ...(partial?.length && { partial }),
  };
}

/** Everything the room shows. The buyers' sealed side never enters: brief, messages and mood words only. */
export async function readView(tx: Tx, ctx: Ctx, row: SessionRow, now: Date): Promise<SessionView> {
  const bundle = await loadBundle(tx, ctx.tenantId, row);
  const summary = await readSummary(tx, row.id);
  const transcript = await readMessages(tx, row.id);
  const given = await tx.select().from(hints).where(eq(hints.sessionId, row.id)).orderBy(asc(hints.n));
  const tries = await readTries(tx, ctx, [row.scenarioSlug]);
  const { remembered } = row.state;
  const lastTalk = remembered && { first: null, memories: remembered.map(memoryOf) };
  const degraded = transcript.some((message) => message.degraded);
  return {
    ...summary,
    brief: { ...briefOf(bundle, tries.get(row.scenarioSlug) ?? []), ...(lastTalk && { lastTalk }) },
    messages: transcript,
    moods: moods(row.state, transcript),
    expiresAt: row.expiresAt.toISOString(),
    hints: {
      budget: bundle.scenario.hints.budget,
      used: given.length,
      given: given.map(({ turn, text }) => ({ turn, text })),
    },
    pending: await readPending(tx, row, now),
    degraded,
    overBudget: degraded && (await isSpent(tx, row)),
  };
}

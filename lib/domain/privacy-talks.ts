import { asc, eq } from "drizzle-orm";
import type { Assessment } from "@/agents/judge/assess";
import { evaluations, hints, shares, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ExportedTalk, ExportedTurn } from "@/lib/contracts/privacy";
import type { SessionRow } from "./endings";
import { readMessages, readSummary } from "./session-views";

type TurnRow = typeof turns.$inferSelect;
type EvaluationRow = typeof evaluations.$inferSelect;

/**
 * A move as its maker may see it. While the talk is not judged, what it touched and how well it was made would tell what
 * the buyer keeps back; what it names inside the scenario is never shown.
 */
function moveOf(move: PlayedMove, text: string, judged: boolean): ExportedTurn["moves"][number] {
  const { type, span, confidence, amount, percent, date, topic, quality, verdict } = move;
  return {
    type,
    said: text.slice(span.start, span.end),
    confidence,
    amount: amount ?? null,
    percent: percent ?? null,
    date: date ?? null,
    topic: judged ? (topic ?? null) : null,
    quality: judged ? (quality ?? null) : null,
    verdict: judged ? (verdict ?? null) : null,
  };
}

function turnOf(row: TurnRow, judged: boolean): ExportedTurn {
  const { turnId, n, status, text, perception, moves, startedAt, finishedAt } = row;
  return {
    turnId,
    turn: n,
    status,
    text,
    language: perception?.language ?? null,
    moves: (moves ?? []).map((move) => moveOf(move, text, judged)),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** The judgement as its debrief shows it: while there is none, of what was found nothing. */
function debriefOf({ status, unscorable, versions, result }: EvaluationRow): ExportedTalk["debrief"] {
  // Sound: only `evaluations` writes this column, with an Assessment.
  const found = result as Assessment | null;
  return {
    status,
    unscorable,
    versions,
    headline: found?.headline ?? null,
    score: found?.score ?? null,
    cap: found?.cap ?? null,
    evidenceCompleteness: found?.evidenceCompleteness ?? null,
    skills: found?.skills ?? [],
    checks: found?.checks ?? [],
    focus: found?.focus ?? null,
    good: found?.good ?? null,
    notes: found?.notes ?? [],
    hidden: found?.hidden ?? [],
  };
}

/** One talk with all that hangs on it, as its owner may see it. */
export async function readTalk(tx: Tx, session: SessionRow): Promise<ExportedTalk> {
  const { id } = session;
  const [evaluation] = await tx.select().from(evaluations).where(eq(evaluations.sessionId, id));
  const played = await tx
    .select()
    .from(turns)
    .where(eq(turns.sessionId, id))
    .orderBy(asc(turns.n), asc(turns.startedAt));
  const given = await tx.select().from(hints).where(eq(hints.sessionId, id)).orderBy(asc(hints.n));
  const links = await tx.select().from(shares).where(eq(shares.sessionId, id)).orderBy(asc(shares.createdAt));
  const ended = session.outcome !== null;
  const judged = ended && evaluation?.result !== null && evaluation !== undefined;
  return {
    summary: await readSummary(tx, id),
    messages: await readMessages(tx, id),
    turns: played.map((row) => turnOf(row, judged)),
    hints: given.map(({ turn, text, createdAt }) => ({ turn, text, createdAt: createdAt.toISOString() })),
    shares: links.map(({ createdAt, expiresAt, revokedAt }) => ({
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
    debrief: ended && evaluation ? debriefOf(evaluation) : null,
  };
}

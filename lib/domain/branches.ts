import { randomUUID } from "node:crypto";
import { and, asc, count, eq, lt, lte, ne, sql } from "drizzle-orm";
import { hints, messages, practiceSessions, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { maxBranches, type RelatedTry } from "@/lib/contracts/branches";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { SessionView } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import { AppError } from "@/lib/platform/errors";
import { costOfAll } from "./budgets";
import { loadBundle } from "./bundles";
import type { SessionRow } from "./endings";
import { readSummaries, readView } from "./session-views";
import { beginningOf, isBeginningOf } from "./state-path";
import { defineVerb } from "./verb";

type TurnRow = typeof turns.$inferSelect;

/** The actor's own talk, locked: rewinds of it come one after the other, and it is not deleted meanwhile. */
async function lockOwn(tx: Tx, ctx: Ctx, sessionId: string): Promise<SessionRow> {
  const [row] = await tx
    .select()
    .from(practiceSessions)
    .where(and(eq(practiceSessions.id, sessionId), eq(practiceSessions.userId, ctx.actor.userId)))
    .for("update");
  if (!row) throw new AppError("not_found");
  return row;
}

/** The state before a turn exactly as it was. Throws `rewind_unavailable` when it was not kept. */
function stateBefore(bundle: ScenarioBundle, row: SessionRow, settled: TurnRow[], turn: number): ConversationState {
  if (turn > 1) {
    const kept = settled[turn - 2]?.stateAfter;
    if (!kept) throw new AppError("rewind_unavailable");
    return kept;
  }
  const beginning = beginningOf(bundle, row.state);
  const first = settled[0]?.stateAfter;
  if (!first || !isBeginningOf(beginning, first)) throw new AppError("rewind_unavailable");
  return beginning;
}

/** Copies what was said and hinted before a turn, word for word and under the same ids. */
async function copyPast(
  tx: Tx,
  { from, to, before, kept }: { from: string; to: string; before: number; kept: TurnRow[] },
): Promise<void> {
  if (kept.length > 0) await tx.insert(turns).values(kept.map((turn) => ({ ...turn, sessionId: to })));
  const said = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.sessionId, from), lt(messages.turn, before)));
  if (said.length > 0) await tx.insert(messages).values(said.map((message) => ({ ...message, sessionId: to })));
}

/** Hints given before the turn was sent. A hint's `turn` counts the turns then settled. */
async function copyHints(tx: Tx, from: string, to: string, before: number): Promise<number> {
  const given = await tx
    .select()
    .from(hints)
    .where(and(eq(hints.sessionId, from), lt(hints.turn, before)))
    .orderBy(asc(hints.n));
  if (given.length > 0) await tx.insert(hints).values(given.map((hint) => ({ ...hint, sessionId: to })));
  return given.length;
}

async function checkLimit(tx: Tx, parentId: string): Promise<void> {
  const [found] = await tx
    .select({ branches: count() })
    .from(practiceSessions)
    .where(eq(practiceSessions.parentId, parentId));
  if ((found?.branches ?? 0) >= maxBranches) throw new AppError("branch_limit_reached");
}

/** The new talk's row: everything frozen stays, the clock starts anew, and what the kept turns used is used. */
function branchOf(
  parent: SessionRow,
  { id, turn, state, kept, now, minutes }: BranchPlan,
): typeof practiceSessions.$inferInsert {
  const calls = kept.flatMap(({ usage }) => usage ?? []);
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  return {
    ...parent,
    id,
    state: { ...state, endsAt: expiresAt.toISOString() },
    seq: 0,
    stage: state.stage,
    turn: turn - 1,
    outcome: null,
    endReason: null,
    endedAt: null,
    // Whoever was given a hint in the first path knows it in the second.
    assisted: parent.assisted,
    tokensUsed: calls.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    costMicros: costOfAll(calls),
    parentId: parent.id,
    branchTurn: turn,
    startedAt: now,
    expiresAt,
  };
}

interface BranchPlan {
  id: string;
  turn: number;
  state: ConversationState;
  kept: TurnRow[];
  now: Date;
  minutes: number;
}

/**
 * Opens a new talk that stands where the given one stood before its turn `turn`; the given one, open or ended, stays as
 * it is. Settled turns count alone. Throws `not_found`, `invalid_request` for a turn it does not have,
 * `rewind_unavailable`, `branch_limit_reached`.
 */
export const rewindSession = defineVerb<{ sessionId: string; turn: number }, SessionView>({
  name: "sessions.rewind",
  permission: "session:practise",
  audit: {
    action: "session.branch",
    subject: (_, view) => `session:${view.id}`,
    detail: ({ sessionId, turn }) => ({ from: sessionId, turn }),
  },
  run: async (tx, ctx, { sessionId, turn }) => {
    const now = new Date();
    const parent = await lockOwn(tx, ctx, sessionId);
    const settled = await tx
      .select()
      .from(turns)
      .where(and(eq(turns.sessionId, sessionId), eq(turns.status, "settled"), lte(turns.n, turn)))
      .orderBy(asc(turns.n));
    if (settled.length < turn) throw new AppError("invalid_request", { fields: { turn: "no such turn in this talk" } });
    await checkLimit(tx, sessionId);
    const bundle = await loadBundle(tx, ctx.tenantId, parent);
    const state = stateBefore(bundle, parent, settled, turn);
    const kept = settled.slice(0, turn - 1);
    const plan = { id: randomUUID(), turn, state, kept, now, minutes: bundle.scenario.minutes };
    const [row] = await tx.insert(practiceSessions).values(branchOf(parent, plan)).returning();
    if (!row) throw new Error("the branch was not stored");
    await copyPast(tx, { from: sessionId, to: row.id, before: turn, kept });
    const hintsUsed = await copyHints(tx, sessionId, row.id, turn);
    if (hintsUsed !== state.hintsUsed) {
      // A hint asked for while turn `turn` was being thought of came after the state that was kept.
      row.state = { ...row.state, hintsUsed };
      await tx.update(practiceSessions).set({ state: row.state }).where(eq(practiceSessions.id, row.id));
    }
    return readView(tx, ctx, row, now);
  },
});

/** Talks with the same beginning have it from one seed, which no other talk of this person and scenario has. */
export const sameBeginning = (row: SessionRow) =>
  and(
    eq(practiceSessions.userId, row.userId),
    eq(practiceSessions.scenarioVersionId, row.scenarioVersionId),
    eq(practiceSessions.attempt, row.attempt),
    sql`${practiceSessions.state}->>'seed' = ${String(row.state.seed)}`,
  );

/** The owner's other tries with the same beginning, latest first. */
export async function readRelated(tx: Tx, row: SessionRow): Promise<RelatedTry[]> {
  const found = await readSummaries(tx, and(sameBeginning(row), ne(practiceSessions.id, row.id)), 100);
  return found.map(({ id, branch, score, outcome, startedAt }) => ({
    sessionId: id,
    relation: id === row.parentId ? "parent" : branch?.parentId === row.id ? "branch" : "other",
    fromMessage: branch?.fromMessage ?? null,
    score,
    ended: outcome !== null,
    startedAt,
  }));
}

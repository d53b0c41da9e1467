import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { moods } from "@/agents/buyer/mood";
import type { ClaimedTurn } from "@/agents/turn/ports";
import { practiceSessions, turns, type TurnStatus } from "@/db/schema";
import { withTenant, type Tx } from "@/db/tenant";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { Message, Mood } from "@/lib/contracts/session";
import type { EndReason, Outcome, Stage } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { allowanceOf, readBudget } from "./budgets";
import { cachedBundle, loadBundle } from "./bundles";
import { expireIfDue, type SessionRow } from "./endings";
import { readMessages } from "./session-views";
import { claimQuickly, type QuickClaim } from "./turn-functions";
import { readTurnText } from "./turn-text";
import { defineVerb, Refusal, requirePermission, sqlState } from "./verb";

/**
 * How long a turn may speak without a sign of life before another process may take it over: what a trainee waits at most
 * after a crash. Too short costs a reply, never the record, since whoever lost the claim can write nothing.
 */
export const leaseMs = 15_000;

/** A turn that was settled before: what it said, and where the talk stands now. */
export interface ReplayedTurn {
  turnId: string;
  turn: number;
  messages: Message[];
  stage: Stage;
  moods: Mood[];
  turnsLeft: number;
  outcome: Outcome | null;
  endReason: EndReason | null;
}

export type Claim =
  | { kind: "claimed"; claimed: ClaimedTurn }
  | ({ kind: "replay" } & ReplayedTurn)
  /** this very turn is being spoken right now: follow its stream */
  | { kind: "running"; turnId: string };

interface KnownTurn {
  status: TurnStatus;
  text: string;
  live: boolean;
  messageId: string;
}
type Line = QuickClaim["lines"][number];
interface Snapshot {
  session: SessionRow;
  /** the turn of this id, if it was sent before */
  same: KnownTurn | null;
  /** another turn not settled yet */
  other: { live: boolean } | null;
  lines: Line[];
}

/** Session, both turns that matter and the transcript in one query: this stands before the first word of a reply. */
async function readSnapshot(tx: Tx, ctx: Ctx, sessionId: string, turnId: string): Promise<Snapshot> {
  const live = sql`t.status = 'speaking' and t.lease_until > now()`;
  const [found] = await tx
    .select({
      session: practiceSessions,
      same: sql<KnownTurn | null>`(select jsonb_build_object('status', t.status, 'text', t.text, 'live', ${live},
        'messageId', t.message_id) from turns t where t.session_id = ${sessionId} and t.turn_id = ${turnId})`,
      other: sql<{ live: boolean } | null>`(select jsonb_build_object('live', bool_or(${live})) from turns t
        where t.session_id = ${sessionId} and t.turn_id <> ${turnId}
        and t.status in ('speaking', 'interrupted', 'stopped', 'failed') having count(*) > 0)`,
      lines: sql<Line[]>`(select coalesce(jsonb_agg(jsonb_build_object('messageId', m.id, 'number', m.number,
        'speaker', m.speaker, 'text', m.text, 'turn', m.turn) order by m.number), '[]'::jsonb)
        from messages m where m.session_id = ${sessionId})`,
    })
    .from(practiceSessions)
    .where(and(eq(practiceSessions.id, sessionId), eq(practiceSessions.userId, ctx.actor.userId)));
  if (!found) throw new AppError("not_found");
  return found;
}

async function replay(tx: Tx, session: SessionRow, turnId: string): Promise<Claim> {
  const all = await readMessages(tx, session.id);
  const messages = all.filter((message) => message.turnId === turnId);
  return {
    kind: "replay",
    turnId,
    turn: messages[0]?.turn ?? session.turn,
    messages,
    stage: session.stage,
    moods: moods(session.state, all),
    turnsLeft: Math.max(0, session.maxTurns - session.turn),
    outcome: session.outcome,
    endReason: session.endReason,
  };
}

interface Taken {
  sessionId: string;
  turnId: string;
  text: string;
  messageId: string;
  now: Date;
}

function claimedTurn(
  bundle: ScenarioBundle,
  session: Pick<QuickClaim, "seq" | "turn" | "budget" | "state" | "lines">,
  { sessionId, turnId, text, messageId, now }: Taken,
): ClaimedTurn {
  const turn = session.turn + 1;
  const at = now.toISOString();
  return {
    sessionId,
    turnId,
    turn,
    text,
    now: at,
    traineeMessage: {
      id: messageId,
      number: (session.lines.at(-1)?.number ?? 0) + 1,
      turn,
      turnId,
      speaker: "trainee",
      text,
      status: "complete",
      reworded: false,
      degraded: false,
      flags: [],
      createdAt: at,
    },
    bundle,
    state: session.state,
    transcript: session.lines.map((line) => ({
      messageId: line.messageId,
      speaker: line.speaker,
      text: line.text,
      turn: line.turn,
    })),
    allowance: allowanceOf(session.budget),
    seq: session.seq,
  };
}

/** Takes the turn: the session's `seq` moves on, so whoever held an older claim can write nothing any more. */
async function take(
  tx: Tx,
  ctx: Ctx,
  { session, same, other, lines }: Snapshot,
  { turnId, text, now }: { turnId: string; text: string; now: Date },
): Promise<ClaimedTurn | null> {
  if (other) {
    const open: TurnStatus[] = ["speaking", "interrupted", "stopped", "failed"];
    await tx
      .update(turns)
      .set({ status: "replaced", finishedAt: now })
      .where(and(eq(turns.sessionId, session.id), ne(turns.turnId, turnId), inArray(turns.status, open)));
  }
  const [moved] = await tx
    .update(practiceSessions)
    .set({ seq: session.seq + 1 })
    .where(
      and(eq(practiceSessions.id, session.id), eq(practiceSessions.seq, session.seq), isNull(practiceSessions.outcome)),
    )
    .returning({ seq: practiceSessions.seq });
  if (!moved) return null;
  const n = session.turn + 1;
  const messageId = same?.messageId ?? randomUUID();
  const values = {
    n,
    text,
    messageId,
    status: "speaking" as const,
    code: null,
    claimSeq: moved.seq,
    leaseUntil: new Date(now.getTime() + leaseMs),
    checkpointAt: null,
    checkpoint: null,
    partial: null,
    startedAt: now,
    finishedAt: null,
  };
  await tx
    .insert(turns)
    .values({ tenantId: ctx.tenantId, sessionId: session.id, turnId, ...values })
    .onConflictDoUpdate({ target: [turns.tenantId, turns.sessionId, turns.turnId], set: values });
  return claimedTurn(
    await loadBundle(tx, ctx.tenantId, session),
    { ...session, seq: moved.seq, lines, budget: await readBudget(tx, session) },
    {
      sessionId: session.id,
      turnId,
      text,
      messageId,
      now,
    },
  );
}

async function claim(
  tx: Tx,
  ctx: Ctx,
  { sessionId, turnId, text }: { sessionId: string; turnId: string; text: string },
): Promise<Claim | Refusal> {
  const now = new Date();
  const snapshot = await readSnapshot(tx, ctx, sessionId, turnId);
  const { session, same, other } = snapshot;
  if (same && (same.text !== text || same.status === "replaced")) throw new AppError("turn_conflict");
  if (same?.status === "settled") return replay(tx, session, turnId);
  if (same?.live) return { kind: "running", turnId };
  if (other?.live) throw new AppError("turn_in_progress");
  if (!(await expireIfDue(tx, ctx, session, now))) return new Refusal(new AppError("session_ended"));
  const claimed = await take(tx, ctx, snapshot, { turnId, text, now });
  // Somebody else claimed between our reading and our writing.
  if (!claimed) throw new AppError("turn_in_progress");
  return { kind: "claimed", claimed };
}

const claimOnce = defineVerb<{ sessionId: string; turnId: string; text: string }, Claim>({
  name: "turns.claim",
  permission: "session:practise",
  // The turn is audited when it settles.
  audit: "none",
  enqueues: true,
  run: claim,
});

/** The plain case in one round trip: a fresh turn, nothing pending. Null leaves it to the whole verb. */
async function claimFresh(ctx: Ctx, sent: { sessionId: string; turnId: string; text: string }): Promise<Claim | null> {
  requirePermission(ctx, "session:practise");
  const now = new Date();
  const taken = { ...sent, messageId: randomUUID(), now };
  const leaseUntil = new Date(now.getTime() + leaseMs);
  const quick = await claimQuickly(ctx, { ...taken, leaseUntil });
  if (!quick) return null;
  const bundle =
    cachedBundle(ctx.tenantId, quick) ?? (await withTenant(ctx, (tx) => loadBundle(tx, ctx.tenantId, quick)));
  return { kind: "claimed", claimed: claimedTurn(bundle, quick, taken) };
}

/**
 * Claims a turn for speaking, idempotent on `turnId`: a settled one is replayed, one being spoken is `running`, an
 * interrupted, stopped, failed or abandoned one is claimed anew. Throws `not_found`, `turn_conflict` (same id, other
 * words), `turn_in_progress`, `session_ended` and the codes of `readTurnText`.
 */
export async function claimTurn(ctx: Ctx, input: { sessionId: string; turnId: string; text: string }): Promise<Claim> {
  const text = readTurnText(input.text);
  try {
    return (await claimFresh(ctx, { ...input, text })) ?? (await claimOnce(ctx, { ...input, text }));
  } catch (error) {
    // The unique index on speaking turns decided a race; the same turn sent twice at once is told apart by looking again.
    const lostRace = sqlState(error) === "23505" || (error instanceof AppError && error.code === "turn_in_progress");
    if (!lostRace) throw error;
    return await claimOnce(ctx, { ...input, text });
  }
}

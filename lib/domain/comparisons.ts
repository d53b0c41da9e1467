import { and, asc, eq } from "drizzle-orm";
import type { Assessment } from "@/agents/judge/assess";
import { evaluations, practiceSessions, turns } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Comparison, Path } from "@/lib/contracts/branches";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { AppError } from "@/lib/platform/errors";
import { sameBeginning } from "./branches";
import { loadBundle } from "./bundles";
import { ownSession, type SessionRow } from "./endings";
import { readMessages, readSummary } from "./session-views";
import { beginningOf, compareChecks, forkOf, pathOf } from "./state-path";
import { defineVerb } from "./verb";

async function isRelated(tx: Tx, left: SessionRow, right: SessionRow): Promise<boolean> {
  if (left.id === right.id) return false;
  const found = await tx
    .select({ id: practiceSessions.id })
    .from(practiceSessions)
    .where(and(sameBeginning(left), eq(practiceSessions.id, right.id)));
  return found.length > 0;
}

const readTurns = (tx: Tx, sessionId: string) =>
  tx
    .select({ turnId: turns.turnId, state: turns.stateAfter })
    .from(turns)
    .where(and(eq(turns.sessionId, sessionId), eq(turns.status, "settled")))
    .orderBy(asc(turns.n));
type Played = Awaited<ReturnType<typeof readTurns>>;

async function readChecks(tx: Tx, sessionId: string): Promise<Assessment["checks"]> {
  const [found] = await tx
    .select({ result: evaluations.result })
    .from(evaluations)
    .where(eq(evaluations.sessionId, sessionId));
  // Sound: only `evaluations` writes this column, with an Assessment.
  return (found?.result as Assessment | null | undefined)?.checks ?? [];
}

async function readPath(
  tx: Tx,
  bundle: ScenarioBundle,
  { row, played, forkTurn }: { row: SessionRow; played: Played; forkTurn: number },
): Promise<Path> {
  const states = played.map(({ state }) => state);
  return {
    session: await readSummary(tx, row.id),
    points: pathOf(bundle, beginningOf(bundle, row.state), states),
    messages: (await readMessages(tx, row.id)).filter(({ turn }) => turn >= forkTurn),
  };
}

/**
 * Two ended talks of the actor's own with a common beginning, side by side. Throws `not_found` when either is not the
 * actor's, `session_not_ended`, `not_comparable`. While a side is being judged its checks are missing.
 */
export const compareTalks = defineVerb<{ left: string; right: string }, Comparison>({
  name: "comparisons.get",
  permission: "debrief:read_own",
  audit: "none",
  run: async (tx, ctx, input) => {
    const left = await ownSession(tx, ctx, input.left);
    const right = await ownSession(tx, ctx, input.right);
    if (!(await isRelated(tx, left, right))) throw new AppError("not_comparable");
    if (!left.outcome || !right.outcome) throw new AppError("session_not_ended");
    const bundle = await loadBundle(tx, ctx.tenantId, left);
    const played = { left: await readTurns(tx, left.id), right: await readTurns(tx, right.id) };
    const ids = (side: Played) => side.map(({ turnId }) => turnId);
    const forkTurn = forkOf(ids(played.left), ids(played.right));
    const paths = {
      left: await readPath(tx, bundle, { row: left, played: played.left, forkTurn }),
      right: await readPath(tx, bundle, { row: right, played: played.right, forkTurn }),
    };
    const shared = await readMessages(tx, left.id);
    return {
      forkTurn,
      forkMessage: shared.filter(({ turn }) => turn < forkTurn).length + 1,
      ...paths,
      checks: compareChecks(bundle, await readChecks(tx, left.id), await readChecks(tx, right.id)),
      bar: bundle.rubric.bar,
      buyers: bundle.personas.map(({ id, name }, tint) => ({ id, name, tint })),
    };
  },
});

import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Assessment } from "@/agents/judge/assess";
import { skillScores } from "@/agents/judge/score";
import { evaluations, practiceSessions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Debrief, SkillScore } from "@/lib/contracts/debrief";
import { AppError } from "@/lib/platform/errors";
import { readRelated } from "./branches";
import { loadBundle } from "./bundles";
import { ownSession, type SessionRow } from "./endings";
import { suggestNext } from "./next-practice";
import { readMessages, readSummary } from "./session-views";
import { readShare, sessionOfShare } from "./shares";
import { defineVerb } from "./verb";

/**
 * What a try is held against: a second try against the talk it was branched from, a first path against the first path
 * before it, for one that began in the middle says little about one that did not. Null when there is none with a score.
 */
async function readLastTry(tx: Tx, row: SessionRow) {
  if (row.branchTurn !== null && row.parentId === null) return null;
  const before = row.parentId
    ? eq(practiceSessions.id, row.parentId)
    : and(
        eq(practiceSessions.scenarioSlug, row.scenarioSlug),
        lt(practiceSessions.startedAt, row.startedAt),
        isNull(practiceSessions.branchTurn),
      );
  const [last] = await tx
    .select({
      sessionId: practiceSessions.id,
      endedAt: practiceSessions.endedAt,
      score: evaluations.score,
      result: evaluations.result,
    })
    .from(practiceSessions)
    .innerJoin(evaluations, eq(evaluations.sessionId, practiceSessions.id))
    .where(
      and(
        eq(practiceSessions.userId, row.userId),
        before,
        isNotNull(evaluations.score),
        isNotNull(practiceSessions.endedAt),
      ),
    )
    .orderBy(desc(practiceSessions.startedAt))
    .limit(1);
  if (!last || last.score === null || !last.endedAt) return null;
  // Sound: only `evaluations` writes this column, with an Assessment.
  const result = last.result as Assessment | null;
  return { sessionId: last.sessionId, score: last.score, endedAt: last.endedAt.toISOString(), result };
}

function compare(
  now: Assessment,
  before: Assessment | null | undefined,
): { skills: SkillScore[]; changes: Debrief["changes"] } {
  const last = Object.fromEntries((before?.skills ?? []).map(({ skill, score }) => [skill, score]));
  const changes = now.checks.flatMap((check) => {
    const from = before?.checks.find((other) => other.checkId === check.checkId)?.status;
    return from && from !== check.status ? { checkId: check.checkId, title: check.title, from, to: check.status } : [];
  });
  return { skills: skillScores(now.checks, last), changes };
}

const nothingYet: Assessment = {
  unscorable: null,
  score: null,
  cap: null,
  evidenceCompleteness: null,
  skills: [],
  checks: [],
  headline: null,
  focus: null,
  good: null,
  notes: [],
  hidden: [],
  judge: "",
  promptHash: "",
};

async function readShareLink(tx: Tx, sessionId: string): Promise<Debrief["share"]> {
  const share = await readShare(tx, sessionId);
  return share && { url: share.url, expiresAt: share.expiresAt };
}

async function readDebrief(tx: Tx, ctx: Ctx, row: SessionRow): Promise<Debrief> {
  if (!row.outcome) throw new AppError("session_not_ended");
  const [evaluation] = await tx.select().from(evaluations).where(eq(evaluations.sessionId, row.id));
  if (!evaluation) throw new Error("an ended session has no evaluation");
  const bundle = await loadBundle(tx, ctx.tenantId, row);
  // Sound: only `evaluations` writes this column, with an Assessment.
  const { judge: _judge, promptHash: _hash, ...result } = (evaluation.result as Assessment | null) ?? nothingYet;
  const owner = row.userId === ctx.actor.userId;
  const summary = await readSummary(tx, row.id);
  const lastTry = owner ? await readLastTry(tx, row) : null;
  const done = evaluation.status === "scored" || evaluation.status === "unscorable";
  return {
    ...result,
    ...compare({ ...nothingYet, ...result }, lastTry?.result),
    session: owner ? summary : { ...summary, branch: summary.branch && { ...summary.branch, parentId: null } },
    status: evaluation.status,
    progress: evaluation.progress,
    unscorable: evaluation.unscorable,
    bar: bundle.rubric.bar,
    messages: await readMessages(tx, row.id),
    buyers: bundle.personas.map(({ id, name }, tint) => ({ id, name, tint })),
    related: owner ? await readRelated(tx, row) : [],
    lastTry: lastTry && { sessionId: lastTry.sessionId, score: lastTry.score, endedAt: lastTry.endedAt },
    next: done && owner ? await suggestNext(tx, ctx, { row, bundle, score: result.score }) : null,
    versions: evaluation.versions,
    share: owner ? await readShareLink(tx, row.id) : null,
    owner,
  };
}

/** The debrief of a talk of the actor's own. Throws `not_found`, `session_not_ended`. */
export const getDebrief = defineVerb<{ sessionId: string }, Debrief>({
  name: "debriefs.get",
  permission: "debrief:read_own",
  audit: "none",
  run: async (tx, ctx, { sessionId }) => readDebrief(tx, ctx, await ownSession(tx, ctx, sessionId)),
});

/** The debrief behind a link, for people of the same tenant. Throws `not_found`, `share_expired`. */
export const getSharedDebrief = defineVerb<{ token: string }, Debrief>({
  name: "debriefs.shared",
  permission: "share:open",
  reach: "tenant",
  audit: "none",
  run: async (tx, ctx, { token }) => readDebrief(tx, ctx, await sessionOfShare(tx, token)),
});

import { and, asc, eq, sql } from "drizzle-orm";
import type { JudgeInput } from "@/agents/judge/input";
import { assess, type Assessment, type JudgeOptions } from "@/agents/judge/assess";
import { ballots } from "@/agents/judge/model";
import type { Account, Allowance } from "@/agents/models/account";
import { models } from "@/agents/models/process";
import { parseChain } from "@/agents/models/registry";
import { fidelityReport, type RecordedReply } from "@/agents/review/fidelity";
import { checkResults, evaluations, practiceSessions, turns } from "@/db/schema";
import { type Tx, withTenant } from "@/db/tenant";
import type { FidelityReport } from "@/lib/contracts/fidelity";
import type { UnscorableReason } from "@/lib/contracts/vocabulary";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { JobHandler } from "@/lib/platform/jobs";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { report } from "@/lib/platform/observe/signals";
import { allowanceOf, readBudget, recordCalls } from "./budgets";
import { loadBundle } from "./bundles";
import { recordedReplies } from "./fidelity";
import { ownSession } from "./endings";
import { readMessages } from "./session-views";
import { auditJob } from "./operator";
import { defineVerb } from "./verb";

interface Job {
  tenantId: string;
  sessionId: string;
}

/** Most tokens one judgement may use: three ballots over the longest transcript, with room. */
const judgeTokenCap = 120_000;

const ofSession = (sessionId: string) => eq(evaluations.sessionId, sessionId);

interface Opened {
  input: JudgeInput;
  replies: RecordedReply[];
  languageUnsupported: boolean;
  userId: string;
  allowance: Allowance;
}

/** What the judge reads, in one transaction. Marks the evaluation as being judged. Null when there is nothing to do. */
async function open(tx: Tx, { tenantId, sessionId }: Job): Promise<Opened | null> {
  const [claimed] = await tx
    .update(evaluations)
    .set({ status: "judging", startedAt: new Date(), attempts: sql`${evaluations.attempts} + 1`, progress: null })
    .where(and(ofSession(sessionId), sql`${evaluations.status} in ('queued', 'judging')`))
    .returning({ id: evaluations.id });
  const [row] = await tx.select().from(practiceSessions).where(eq(practiceSessions.id, sessionId));
  if (!claimed || !row) return null;
  const played = await tx
    .select({
      n: turns.n,
      failed: turns.buyerFailed,
      perception: turns.perception,
      intents: turns.intents,
      replies: turns.replies,
      withheld: turns.withheld,
    })
    .from(turns)
    .where(and(eq(turns.sessionId, sessionId), eq(turns.status, "settled")))
    .orderBy(asc(turns.n));
  const foreign = played.filter(({ perception }) => perception?.language === "other").length;
  const messages = await readMessages(tx, sessionId);
  return {
    input: {
      bundle: await loadBundle(tx, tenantId, row),
      state: row.state,
      messages,
      intents: played.flatMap(({ n: turn, intents }) => (intents ?? []).map((entry) => ({ turn, ...entry }))),
      buyerFailed: played.some(({ failed }) => failed),
    },
    replies: recordedReplies(played, messages),
    languageUnsupported: played.length > 0 && foreign * 2 > played.length,
    userId: row.userId,
    allowance: { ...allowanceOf(await readBudget(tx, row)), tokensLeft: judgeTokenCap },
  };
}

interface Judged {
  input: JudgeInput;
  result: Assessment;
  fidelity: FidelityReport;
}

/** Gives the evaluation's id, or null when somebody else has finished it. */
async function save(tx: Tx, { tenantId, sessionId }: Job, judged: Judged): Promise<string | null> {
  const { input, result, fidelity } = judged;
  const { rubric, scenario } = input.bundle;
  const [row] = await tx
    .update(evaluations)
    .set({
      status: result.unscorable ? "unscorable" : "scored",
      result,
      unscorable: result.unscorable,
      score: result.score,
      judge: result.judge,
      fidelity,
      versions: {
        rubric: `${rubric.id}@${rubric.version}`,
        scenario: `${scenario.id}@${scenario.version}`,
        personas: input.bundle.personas.map((persona) => `${persona.id}@${persona.version}`),
        judge: result.judge,
        promptHash: result.promptHash,
      },
      error: null,
      finishedAt: new Date(),
    })
    .where(and(ofSession(sessionId), eq(evaluations.status, "judging")))
    .returning({ id: evaluations.id });
  if (!row) return null;
  await tx.delete(checkResults).where(eq(checkResults.evaluationId, row.id));
  await tx.insert(checkResults).values(
    result.checks.map((check, position) => ({
      tenantId,
      evaluationId: row.id,
      checkId: check.checkId,
      position,
      skill: check.skill,
      status: check.status,
      weight: check.weight,
      blocker: check.blocker,
      result: check,
    })),
  );
  return row.id;
}

const rulesMayJudge = () => parseChain(env().aiChain).judge.includes("offline");

function judgeOptions(account: Account): Pick<JudgeOptions, "model" | "rulesMayJudge"> {
  const { model, configured } = models().forRole("judge");
  return {
    model: model ? { id: configured.join(","), model: model.paidBy(account) } : null,
    rulesMayJudge: rulesMayJudge(),
  };
}

/** Whether the buyers stayed themselves, from the record alone. */
function readFidelity({ input: { bundle, state, messages }, replies }: Opened): FidelityReport {
  const transcript = messages.map(({ id: messageId, speaker, text, turn }) => ({ messageId, speaker, text, turn }));
  return fidelityReport({ bundle, state, transcript, replies });
}

/** Judges one ended talk. No transaction is open while a model reads. Throws to be tried again. */
export async function runEvaluation(job: Job): Promise<void> {
  const opened = await withTenant(job, (tx) => open(tx, job), "evaluations.open");
  if (!opened) return;
  const account = models().account(opened.allowance);
  const fidelity = readFidelity(opened);
  // A score must not rest on a buyer that was not the one it was written as.
  const buyerFailed = opened.input.buyerFailed || fidelity.verdict === "failed";
  const input = { ...opened.input, buyerFailed };
  const result = await assess(input, {
    ...judgeOptions(account),
    languageUnsupported: opened.languageUnsupported,
    onProgress: (done) =>
      withTenant(job, async (tx) => {
        await tx
          .update(evaluations)
          .set({ progress: { done, total: ballots } })
          .where(ofSession(job.sessionId));
      }),
  });
  await withTenant(
    job,
    async (tx) => {
      const saved = await save(tx, job, { input, result, fidelity });
      await recordCalls(tx, { ...job, userId: opened.userId, calls: account.calls });
      const detail = { judge: result.judge };
      if (saved)
        await auditJob(tx, job.tenantId, "evaluate", {
          action: "evaluation.judge",
          subject: `evaluation:${saved}`,
          detail,
        });
    },
    "evaluations.save",
  );
  const { unscorable: reason } = result;
  report({ kind: "evaluation", status: reason ? "unscorable" : "scored", reason });
}

/** All tries were used up: the end is recorded where the trainee sees it. */
async function bury(job: Job): Promise<void> {
  const unscorable: UnscorableReason | null = rulesMayJudge() ? null : "judge_unavailable";
  log.error({ sessionId: job.sessionId, tenantId: job.tenantId, unscorable }, "an evaluation used up its tries");
  await withTenant(job, async (tx) => {
    await tx
      .update(evaluations)
      .set({ status: unscorable ? "unscorable" : "failed", unscorable, error: "tries_used_up", finishedAt: new Date() })
      .where(and(ofSession(job.sessionId), sql`${evaluations.status} in ('queued', 'judging')`));
  });
  report({ kind: "evaluation", status: unscorable ? "unscorable" : "failed", reason: unscorable });
}

export const evaluateJob: JobHandler<"evaluate"> = { run: runEvaluation, dead: bury };

/** Queues a failed evaluation again. Throws `not_found`, or `version_conflict` when there is nothing to retry. */
export const retryEvaluation = defineVerb<{ sessionId: string }, void>({
  name: "evaluations.retry",
  permission: "evaluation:retry_own",
  audit: { action: "evaluation.retry", subject: ({ sessionId }) => `session:${sessionId}` },
  enqueues: true,
  run: async (tx, ctx, { sessionId }) => {
    await ownSession(tx, ctx, sessionId);
    const [row] = await tx
      .update(evaluations)
      .set({ status: "queued", unscorable: null, error: null, progress: null, finishedAt: null, queuedAt: new Date() })
      .where(
        and(
          ofSession(sessionId),
          sql`(${evaluations.status} = 'failed' or ${evaluations.unscorable} = 'judge_unavailable')`,
        ),
      )
      .returning({ id: evaluations.id });
    if (!row) throw new AppError("version_conflict", { detail: "nothing to retry" });
    await enqueue(tx, "evaluate", { tenantId: ctx.tenantId, sessionId });
  },
});

import { beforeAll, describe, expect, it } from "vitest";
import { isProved } from "@/agents/judge/evidence";
import type { Ctx } from "@/lib/contracts/context";
import { endReasons, outcomes } from "@/lib/contracts/vocabulary";
import { cutAuditJob } from "@/lib/domain/audit-operations";
import { getDebrief, getSharedDebrief } from "@/lib/domain/debriefs";
import { evaluateJob, retryEvaluation } from "@/lib/domain/evaluations";
import { expireJob } from "@/lib/domain/privacy-retention";
import { endSession } from "@/lib/domain/sessions";
import { createShare } from "@/lib/domain/shares";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { converse, opening } from "./conversation";
import { aTalk, codeOf } from "./talk";

async function anEndedTalk(ctx: Ctx, turns = opening.length): Promise<string> {
  const sessionId = await aTalk(ctx);
  for (const text of opening.slice(0, turns)) if (!(await converse(ctx, sessionId, text))) break;
  await endSession(ctx, { sessionId });
  return sessionId;
}

const judge = () => drainJobs({ evaluate: evaluateJob, cut_audit: cutAuditJob, expire: expireJob }, { max: 100 });

export function describeDebriefs(): void {
  describe("debriefs", () => {
    let ctx: Ctx;
    beforeAll(async () => {
      ctx = await signIn("trainee2");
      await judge();
    });

    it("wait until judged, then show a score whose every mark stands in the transcript", async () => {
      const sessionId = await anEndedTalk(ctx);
      expect(await getDebrief(ctx, { sessionId })).toMatchObject({ status: "queued", score: null, checks: [] });
      await judge();
      const debrief = await getDebrief(ctx, { sessionId });
      expect(debrief.status).toBe("scored");
      expect(debrief.score).toBeGreaterThanOrEqual(0);
      expect(debrief.checks.length).toBeGreaterThan(0);
      for (const check of debrief.checks) {
        const decided = check.status === "met" || check.status === "not_met";
        if (decided) expect(check.evidence.length > 0 || check.scan !== null, check.checkId).toBe(true);
        for (const quote of check.evidence) expect(isProved(quote, debrief.messages), quote.quote).toBe(true);
      }
      expect(debrief.hidden.length).toBeGreaterThan(0);
      expect(debrief.versions?.rubric).toMatch(/@\d+$/);
    });

    it("are made by a job whose deed stands in the audit log, once", async () => {
      const sessionId = await anEndedTalk(ctx);
      await judge();
      await judge();
      const rows = await asOwner(`select actor_role, actor_id, request_id from audit_events a join evaluations e
        on a.subject = 'evaluation:' || e.id where e.session_id = '${sessionId}' and a.action = 'evaluation.judge'`);
      expect(rows).toEqual([{ actor_role: "system", actor_id: null, request_id: "job:evaluate" }]);
    });

    it("leave nothing in the audit log that tells how a talk went", async () => {
      const sessionId = await anEndedTalk(ctx);
      await judge();
      const rows = await asOwner(`select a.action, a.detail::text as detail from audit_events a
        where a.subject = 'session:${sessionId}' or a.subject in
          (select 'evaluation:' || id from evaluations where session_id = '${sessionId}')`);
      expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(["turn.settle", "evaluation.judge"]));
      const telling = new RegExp([...outcomes, ...endReasons].map((word) => `"${word}"`).join("|"), "u");
      for (const { detail } of rows) expect(detail).not.toMatch(telling);
    });

    it("say why instead of a number when a talk was too short", async () => {
      const sessionId = await anEndedTalk(ctx, 2);
      await judge();
      expect(await getDebrief(ctx, { sessionId })).toMatchObject({
        status: "unscorable",
        unscorable: "too_short",
        score: null,
      });
    });

    it("compare with the try before", async () => {
      const first = await anEndedTalk(ctx);
      await judge();
      const second = await anEndedTalk(ctx);
      await judge();
      expect((await getDebrief(ctx, { sessionId: second })).lastTry?.sessionId).toBe(first);
    });

    it("are the owner's alone, and open by link for the same tenant only", async () => {
      const sessionId = await anEndedTalk(ctx);
      await judge();
      const manager = await signIn("manager");
      expect(await codeOf(getDebrief(manager, { sessionId }))).toBe("not_found");
      const { token } = await createShare(ctx, { sessionId });
      expect(await getSharedDebrief(manager, { token })).toMatchObject({ owner: false, share: null, lastTry: null });
      expect(await codeOf(getSharedDebrief(await signIn("manager", "globex"), { token }))).toBe("not_found");
    });

    it("can be judged again after a failure, and not after a score", async () => {
      const sessionId = await anEndedTalk(ctx);
      await evaluateJob.dead({ tenantId: ctx.tenantId, sessionId });
      expect((await getDebrief(ctx, { sessionId })).status).toBe("failed");
      await retryEvaluation(ctx, { sessionId });
      await judge();
      expect((await getDebrief(ctx, { sessionId })).status).toBe("scored");
      expect(await codeOf(retryEvaluation(ctx, { sessionId }))).toBe("version_conflict");
    });

    it("are refused while the talk goes on", async () => {
      expect(await codeOf(getDebrief(ctx, { sessionId: await aTalk(ctx) }))).toBe("session_not_ended");
    });
  });
}

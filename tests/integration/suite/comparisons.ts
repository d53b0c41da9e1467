import { beforeAll, describe, expect, it } from "vitest";
import { comparisonSchema } from "@/lib/contracts/branches";
import { debriefSchema } from "@/lib/contracts/debrief";
import type { Ctx } from "@/lib/contracts/context";
import { cutAuditJob } from "@/lib/domain/audit-operations";
import { rewindSession } from "@/lib/domain/branches";
import { compareTalks } from "@/lib/domain/comparisons";
import { getDebrief, getSharedDebrief } from "@/lib/domain/debriefs";
import { evaluateJob } from "@/lib/domain/evaluations";
import { expireJob } from "@/lib/domain/privacy-retention";
import { getBrief } from "@/lib/domain/scenarios";
import { endSession, listSessions } from "@/lib/domain/sessions";
import { createShare } from "@/lib/domain/shares";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn, someScenario } from "@/tests/support/database";
import { aRealTalk, converse, opening, otherwise } from "./conversation";
import { codeOf } from "./talk";

const judge = () => drainJobs({ evaluate: evaluateJob, cut_audit: cutAuditJob, expire: expireJob }, { max: 100 });

export function describeComparisons(): void {
  describe("two paths", () => {
    let ctx: Ctx;
    beforeAll(async () => {
      ctx = await signIn("manager");
      await judge();
    });

    /** A whole talk and a second try of it from turn 3, both ended. */
    async function twoPaths() {
      const { id: left } = await aRealTalk(ctx, opening);
      await endSession(ctx, { sessionId: left });
      const { id: right } = await rewindSession(ctx, { sessionId: left, turn: 3 });
      for (const text of otherwise) if (!(await converse(ctx, right, text))) break;
      await endSession(ctx, { sessionId: right });
      return { left, right };
    }

    it("are compared: the fork, both state paths, checks gained and lost", async () => {
      const paths = await twoPaths();
      const early = await compareTalks(ctx, paths);
      expect(early.right.session.evaluation).toBe("queued");
      expect(new Set(early.checks.map(({ change }) => change))).toEqual(new Set(["undecided"]));
      await judge();
      const { forkTurn, forkMessage, left, right, checks } = comparisonSchema.parse(await compareTalks(ctx, paths));
      expect([forkTurn, forkMessage]).toEqual([3, 5]);
      expect(left.points.slice(0, 3)).toEqual(right.points.slice(0, 3));
      expect(left.points.map(({ turn }) => turn)).toEqual([0, 1, 2, 3, 4, 5]);
      expect(left.points.slice(3)).not.toEqual(right.points.slice(3));
      expect(left.messages[0]).toMatchObject({ number: 5, text: opening[2] });
      expect(right.messages[0]).toMatchObject({ number: 5, text: otherwise[0] });
      expect([left.session.score, right.session.score].every((score) => score !== null)).toBe(true);
      const verdicts = async (sessionId: string) => (await getDebrief(ctx, { sessionId })).checks;
      const [was, is] = [await verdicts(paths.left), await verdicts(paths.right)];
      for (const check of checks) {
        expect(check.left).toBe(was.find(({ checkId }) => checkId === check.checkId)?.status);
        expect(check.right).toBe(is.find(({ checkId }) => checkId === check.checkId)?.status);
        expect(check.change === "gained").toBe(check.left === "not_met" && check.right === "met");
      }
    });

    it("name each other in their debriefs, and a second try is held against the first path", async () => {
      const { left, right } = await twoPaths();
      await judge();
      const [first, second] = [await getDebrief(ctx, { sessionId: left }), await getDebrief(ctx, { sessionId: right })];
      debriefSchema.parse(second);
      expect(first.related).toMatchObject([{ sessionId: right, relation: "branch", fromMessage: 5, ended: true }]);
      expect(second.related).toMatchObject([{ sessionId: left, relation: "parent", fromMessage: null }]);
      expect(second.lastTry?.sessionId).toBe(left);
      const { token } = await createShare(ctx, { sessionId: right });
      const shared = await getSharedDebrief(await signIn("trainee"), { token });
      expect(shared).toMatchObject({ related: [], session: { branch: { parentId: null, fromMessage: 5 } } });
    });

    it("are never compared with a talk of another beginning, with themselves, or while one is open", async () => {
      const { left, right } = await twoPaths();
      const { id: stranger } = await aRealTalk(ctx, opening);
      await endSession(ctx, { sessionId: stranger });
      expect(await codeOf(compareTalks(ctx, { left, right: stranger }))).toBe("not_comparable");
      expect(await codeOf(compareTalks(ctx, { left, right: left }))).toBe("not_comparable");
      const open = await rewindSession(ctx, { sessionId: right, turn: 1 });
      expect(await codeOf(compareTalks(ctx, { left, right: open.id }))).toBe("session_not_ended");
      await endSession(ctx, { sessionId: open.id });
      expect(await compareTalks(ctx, { left, right: open.id })).toMatchObject({ forkTurn: 1, forkMessage: 1 });
    });

    it("mark a second try in every list, and no last score is taken from it", async () => {
      const { left, right } = await twoPaths();
      await judge();
      const { items } = await listSessions(ctx, { limit: 2 });
      expect(items.map(({ id, branch }) => [id, branch?.parentId ?? null])).toEqual([
        [right, left],
        [left, null],
      ]);
      const { tries } = await getBrief(ctx, { scenarioId: someScenario() });
      expect(tries.find(({ sessionId }) => sessionId === right)?.second).toBe(true);
      const { id: fresh } = await aRealTalk(ctx, opening);
      await endSession(ctx, { sessionId: fresh });
      await judge();
      expect((await getDebrief(ctx, { sessionId: fresh })).lastTry?.sessionId).toBe(left);
    });
  });
}

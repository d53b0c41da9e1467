import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { messages, practiceSessions, turns } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { comparisonSchema, maxBranches } from "@/lib/contracts/branches";
import { debriefSchema } from "@/lib/contracts/debrief";
import { sessionViewSchema } from "@/lib/contracts/session";
import type { Ctx } from "@/lib/contracts/context";
import { rewindSession } from "@/lib/domain/branches";
import { compareTalks } from "@/lib/domain/comparisons";
import { getDebrief, getSharedDebrief } from "@/lib/domain/debriefs";
import { evaluateJob } from "@/lib/domain/evaluations";
import { askHint } from "@/lib/domain/hints";
import { getBrief } from "@/lib/domain/scenarios";
import { deleteSession, endSession, getSession, listSessions, startSession } from "@/lib/domain/sessions";
import { createShare } from "@/lib/domain/shares";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn, someScenario } from "@/tests/support/database";
import { converse, opening } from "./conversation";
import { aTalk, codeOf, play, take } from "./talk";

const other = [
  "Before anything else: what would make this half hour worth it for you?",
  "Why is that, and what have you tried so far?",
  "What did it cost you the last time it went wrong?",
];

/** A talk of a few real turns, with the state as it stood before each of them. */
async function aRealTalk(ctx: Ctx, lines: readonly string[], scenarioId = someScenario()) {
  const { id } = await startSession(ctx, { scenarioId });
  const before = [await stateOf(ctx, id)];
  for (const text of lines) {
    if (!(await converse(ctx, id, text))) break;
    before.push(await stateOf(ctx, id));
  }
  return { id, before };
}

const rowOf = (ctx: Ctx, sessionId: string) =>
  withTenant(ctx, async (tx) => {
    const [row] = await tx.select().from(practiceSessions).where(eq(practiceSessions.id, sessionId));
    if (!row) throw new Error("no such talk");
    return row;
  });

/** The state of a talk, but for its clock: that starts anew in a branch. */
async function stateOf(ctx: Ctx, sessionId: string) {
  const { endsAt: _clock, ...state } = (await rowOf(ctx, sessionId)).state;
  return state;
}

/** All that is kept of a talk, its own row apart. */
const recordOf = (ctx: Ctx, sessionId: string) =>
  withTenant(ctx, async (tx) => {
    const said = await tx.select().from(messages).where(eq(messages.sessionId, sessionId)).orderBy(messages.number);
    const played = await tx.select().from(turns).where(eq(turns.sessionId, sessionId)).orderBy(turns.n);
    return { said, played };
  });

const judge = () => drainJobs({ evaluate: evaluateJob }, { max: 100 });

export function describeBranches(): void {
  describe("rewinding a talk", () => {
    let ctx: Ctx;
    beforeAll(async () => {
      ctx = await signIn("author");
    });

    it("restores the state before any turn exactly, the first and the last one too", async () => {
      for (const { scenario } of bundles) {
        const { id, before } = await aRealTalk(ctx, opening.slice(0, 3), scenario.id);
        const played = (await rowOf(ctx, id)).turn;
        for (let turn = 1; turn <= played; turn += 1) {
          const branch = await rewindSession(ctx, { sessionId: id, turn });
          expect(await stateOf(ctx, branch.id), `${scenario.id} turn ${turn}`).toEqual(before[turn - 1]);
        }
      }
    });

    it("comes to the very same state by the same words", async () => {
      const { id } = await aRealTalk(ctx, opening);
      const branch = await rewindSession(ctx, { sessionId: id, turn: 2 });
      for (const text of opening.slice(1)) await converse(ctx, branch.id, text);
      const [first, second] = [await recordOf(ctx, id), await recordOf(ctx, branch.id)];
      const path = ({ played }: typeof first) =>
        played.map(({ stateAfter }) => [stateAfter?.stage, stateAfter?.buyers, stateAfter?.usedLines]);
      const idless = JSON.stringify(path(second)).replaceAll(/"messageId":"[^"]*"/g, "");
      expect(idless).toEqual(JSON.stringify(path(first)).replaceAll(/"messageId":"[^"]*"/g, ""));
      expect(second.said.map(({ text }) => text)).toEqual(first.said.map(({ text }) => text));
      expect(first.played).toHaveLength(opening.length);
    });

    it("carries over what was said before the turn, and leaves the old path untouched", async () => {
      const { id } = await aRealTalk(ctx, opening);
      await endSession(ctx, { sessionId: id });
      const [row, record] = [await rowOf(ctx, id), await recordOf(ctx, id)];
      const view = sessionViewSchema.parse(await rewindSession(ctx, { sessionId: id, turn: 3 }));
      expect(view).toMatchObject({
        turn: 2,
        outcome: null,
        pending: null,
        branch: { parentId: id, fromTurn: 3, fromMessage: 5 },
      });
      expect(view.messages.map(({ id: key, text }) => [key, text])).toEqual(
        record.said.slice(0, 4).map(({ id: key, text }) => [key, text]),
      );
      const minutes = (Date.parse(view.expiresAt) - Date.parse(view.startedAt)) / 60_000;
      expect(minutes).toBe(view.brief.minutes);
      await converse(ctx, view.id, other[0] ?? "");
      expect(await rowOf(ctx, id)).toEqual(row);
      expect(await recordOf(ctx, id)).toEqual(record);
    });

    it("leaves an open talk open, and looks past a reply that is being spoken", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 2));
      await take(ctx, id, "And what else?");
      const branch = await rewindSession(ctx, { sessionId: id, turn: 2 });
      expect(branch).toMatchObject({ turn: 1, pending: null });
      expect(await codeOf(rewindSession(ctx, { sessionId: id, turn: 3 }))).toBe("invalid_request");
      expect(await getSession(ctx, { sessionId: id })).toMatchObject({
        outcome: null,
        pending: { status: "speaking" },
      });
    });

    it("makes two branches when asked twice at once", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 2));
      const made = await Promise.all([1, 2].map((turn) => rewindSession(ctx, { sessionId: id, turn })));
      expect(new Set(made.map((view) => view.id)).size).toBe(2);
      for (const view of made) expect(await getSession(ctx, { sessionId: view.id })).toMatchObject({ outcome: null });
    });

    it("keeps the hints given so far, and that the trainee has been helped", async () => {
      const { id } = await startSession(ctx, { scenarioId: someScenario() });
      await converse(ctx, id, opening[0] ?? "");
      const { budget } = await askHint(ctx, { sessionId: id });
      await converse(ctx, id, opening[1] ?? "");
      const after = await rewindSession(ctx, { sessionId: id, turn: 2 });
      expect(after).toMatchObject({ assisted: true, hints: { used: 1, budget } });
      expect((await stateOf(ctx, after.id)).hintsUsed).toBe(1);
      const before = await rewindSession(ctx, { sessionId: id, turn: 1 });
      expect(before).toMatchObject({ assisted: true, hints: { used: 0, budget } });
    });

    it("lets nobody spend anew what the kept turns have used", async () => {
      const sessionId = await aTalk(ctx);
      for (let turn = 1; turn <= 3; turn += 1) await play(ctx, sessionId);
      const branch = await rewindSession(ctx, { sessionId, turn: 3 });
      expect((await rowOf(ctx, branch.id)).tokensUsed).toBe(20);
    });

    it("stays when the talk it came from is deleted, and says so", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 2));
      const branch = await rewindSession(ctx, { sessionId: id, turn: 2 });
      await deleteSession(ctx, { sessionId: id });
      const left = await getSession(ctx, { sessionId: branch.id });
      expect(left.branch).toEqual({ parentId: null, fromTurn: 2, fromMessage: 3 });
      expect(left.messages).toHaveLength(2);
      expect(await converse(ctx, branch.id, other[0] ?? "")).toBe(true);
    });

    it("is refused with a reason when the state was not kept, rather than guessed", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 3));
      await withTenant(ctx, async (tx) => {
        await tx.execute(sql`update turns set state_after = null where session_id = ${id}`);
      });
      for (const turn of [1, 2]) {
        expect(await codeOf(rewindSession(ctx, { sessionId: id, turn }))).toBe("rewind_unavailable");
      }
    });

    it("is refused for a turn the talk does not have, and beyond the cap", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 1));
      expect(await codeOf(rewindSession(ctx, { sessionId: id, turn: 2 }))).toBe("invalid_request");
      for (let made = 0; made < maxBranches; made += 1) await rewindSession(ctx, { sessionId: id, turn: 1 });
      expect(await codeOf(rewindSession(ctx, { sessionId: id, turn: 1 }))).toBe("branch_limit_reached");
    });

    it("is for the owner alone, in both tenants", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 2));
      const branch = await rewindSession(ctx, { sessionId: id, turn: 2 });
      for (const person of [await signIn("manager"), await signIn("author", "globex")]) {
        expect(await codeOf(rewindSession(person, { sessionId: id, turn: 1 }))).toBe("not_found");
        expect(await codeOf(getSession(person, { sessionId: branch.id }))).toBe("not_found");
        expect(await codeOf(compareTalks(person, { left: id, right: branch.id }))).toBe("not_found");
      }
    });

    it("is written to the audit log with where it began", async () => {
      const { id } = await aRealTalk(ctx, opening.slice(0, 2));
      const branch = await rewindSession(ctx, { sessionId: id, turn: 2 });
      const rows = await withTenant(ctx, (tx) =>
        tx.execute(sql`select action, detail from audit_events where subject = ${`session:${branch.id}`}`),
      );
      expect(JSON.stringify(rows)).toContain("session.branch");
      expect(JSON.stringify(rows)).toContain(id);
    });
  });

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
      for (const text of other) if (!(await converse(ctx, right, text))) break;
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
      expect(right.messages[0]).toMatchObject({ number: 5, text: other[0] });
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

import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { messages, turns } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { maxBranches } from "@/lib/contracts/branches";
import { sessionViewSchema } from "@/lib/contracts/session";
import type { Ctx } from "@/lib/contracts/context";
import { rewindSession } from "@/lib/domain/branches";
import { compareTalks } from "@/lib/domain/comparisons";
import { askHint } from "@/lib/domain/hints";
import { deleteSession, endSession, getSession, startSession } from "@/lib/domain/sessions";
import { signIn, someScenario } from "@/tests/support/database";
import { aRealTalk, converse, opening, otherwise, rowOf, stateOf } from "./conversation";
import { aTalk, codeOf, play, take } from "./talk";

/** All that is kept of a talk, its own row apart. */
const recordOf = (ctx: Ctx, sessionId: string) =>
  withTenant(ctx, async (tx) => {
    const said = await tx.select().from(messages).where(eq(messages.sessionId, sessionId)).orderBy(messages.number);
    const played = await tx.select().from(turns).where(eq(turns.sessionId, sessionId)).orderBy(turns.n);
    return { said, played };
  });

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
      await converse(ctx, view.id, otherwise[0] ?? "");
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
      expect((await rowOf(ctx, after.id)).state).toMatchObject({ hintsUsed: 1, endsAt: after.expiresAt });
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
      expect(await converse(ctx, branch.id, otherwise[0] ?? "")).toBe(true);
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
}

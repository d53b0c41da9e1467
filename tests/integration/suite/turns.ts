import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { releaseTurns } from "@/db/recovery";
import { rowsOf, withTenant } from "@/db/tenant";
import type { UnsettledTurn } from "@/agents/turn/ports";
import type { Ctx } from "@/lib/contracts/context";
import { sessionViewSchema } from "@/lib/contracts/session";
import { endSession, getSession } from "@/lib/domain/sessions";
import { checkpointTurn, claimTurn, renewTurn, settleTurn, unsettleTurn } from "@/lib/domain/turns";
import { env } from "@/lib/platform/env";
import { signIn, type Driver } from "@/tests/support/database";
import { aTalk, claimedOf, codeOf, finished, play, take } from "./talk";

const text = "What does the approval process look like?";

async function expireLease(ctx: Ctx, turnId: string): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`update turns set lease_until = now() - interval '1 second' where turn_id = ${turnId}`);
  });
}

const broken: Omit<UnsettledTurn, "claimed"> = { status: "interrupted", code: "model_unavailable", partial: [] };

export function describeTurns(driver: Driver): void {
  describe("turns", () => {
    let ctx: Ctx;
    let sessionId: string;
    beforeAll(async () => {
      ctx = await signIn("trainee");
    });
    beforeEach(async () => {
      sessionId = await aTalk(ctx);
    });
    const claim = (turnId: string, said = text, who = ctx) => claimTurn(who, { sessionId, turnId, text: said });

    it("takes 1 to 4,000 characters of well-formed text, each fault with its own code", async () => {
      const turnId = randomUUID();
      expect(await codeOf(claim(turnId, "  \n "))).toBe("text_empty");
      expect(await codeOf(claim(turnId, "x".repeat(4001)))).toBe("text_too_long");
      expect(await codeOf(claim(turnId, "half a \ud83d pair"))).toBe("invalid_text");
      expect(await codeOf(claim(turnId, "nul \0 byte"))).toBe("invalid_text");
      const claimed = claimedOf(await claim(turnId, `  ${"你".repeat(3999)}好 `));
      expect(claimed.text.length).toBe(4000);
    });

    it("hands out all a turn needs", async () => {
      await play(ctx, sessionId);
      const claimed = await take(ctx, sessionId, text);
      expect(claimed).toMatchObject({ turn: 2, text, traineeMessage: { number: 3, speaker: "trainee" } });
      expect(claimed.transcript.map((line) => line.speaker)).toEqual(["trainee", claimed.bundle.personas[0]?.id]);
      expect(claimed.state.turn).toBe(1);
      expect(claimed.allowance).toEqual({ tokensLeft: env().sessionTokenCap - 10, microsLeft: null, over: "offline" });
    });

    it("is unknown to anybody but the owner", async () => {
      for (const other of [await signIn("trainee2"), await signIn("trainee", "globex"), await signIn("manager")]) {
        expect(await codeOf(claim(randomUUID(), text, other))).toBe("not_found");
      }
      expect(await codeOf(claimTurn(ctx, { sessionId: randomUUID(), turnId: randomUUID(), text }))).toBe("not_found");
    });

    it("refuses a second turn while one is speaking", async () => {
      await take(ctx, sessionId);
      expect(await codeOf(claim(randomUUID()))).toBe("turn_in_progress");
    });

    it("says of the very same turn that it is running, and refuses its id with other words", async () => {
      const turnId = randomUUID();
      await take(ctx, sessionId, text, turnId);
      expect(await claim(turnId)).toEqual({ kind: "running", turnId });
      expect(await claim(turnId, `  ${text} `)).toEqual({ kind: "running", turnId });
      expect(await codeOf(claim(turnId, "Something else"))).toBe("turn_conflict");
    });

    it("lets exactly one of many turns sent at once through", async () => {
      const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(claim(randomUUID()))));
      expect(codes.filter((code) => code === "fine")).toHaveLength(1);
      expect(codes.filter((code) => code === "turn_in_progress")).toHaveLength(5);
    });

    it("claims the same turn once when it is sent many times at once", async () => {
      const turnId = randomUUID();
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(turnId)));
      expect(claims.filter((each) => each.kind === "claimed")).toHaveLength(1);
      expect(claims.filter((each) => each.kind === "running")).toHaveLength(5);
    });

    it("replays a settled turn instead of speaking it again", async () => {
      const { claimed, messages } = await play(ctx, sessionId);
      const again = await claim(claimed.turnId, claimed.text);
      expect(again).toMatchObject({ kind: "replay", turn: 1, messages, outcome: null });
      expect(await codeOf(claim(claimed.turnId, "Something else"))).toBe("turn_conflict");
      expect((await getSession(ctx, { sessionId })).messages).toEqual(messages);
    });

    it("counts nothing of a broken turn and retries it under the same id, with one message in the end", async () => {
      const turnId = randomUUID();
      const first = await take(ctx, sessionId, text, turnId);
      await unsettleTurn(ctx, {
        ...broken,
        claimed: first,
        partial: [{ speakerId: "buyer", messageId: "m", text: "Well, the" }],
      });
      const view = sessionViewSchema.parse(await getSession(ctx, { sessionId }));
      expect(view).toMatchObject({ turn: 0, messages: [] });
      expect(view.pending).toMatchObject({ turnId, text, status: "interrupted", code: "model_unavailable" });
      expect(view.pending?.partial?.[0]?.text).toBe("Well, the");
      const second = claimedOf(await claim(turnId));
      expect(second.traineeMessage.id).toBe(first.traineeMessage.id);
      await settleTurn(ctx, finished(second));
      const after = await getSession(ctx, { sessionId });
      expect(after.messages.map((message) => message.number)).toEqual([1, 2]);
      expect(after.pending).toBeNull();
    });

    it("lets a new turn take the place of a broken one, which can then not come back", async () => {
      const first = await take(ctx, sessionId);
      await unsettleTurn(ctx, { ...broken, claimed: first, status: "stopped" });
      const second = await take(ctx, sessionId, text);
      expect(second.turn).toBe(1);
      expect(await codeOf(claim(first.turnId, first.text))).toBe("turn_conflict");
      await settleTurn(ctx, finished(second));
      expect((await getSession(ctx, { sessionId })).messages[0]?.text).toBe(text);
    });

    it("lets a turn whose process died be claimed again, and the dead one write nothing", async () => {
      const lost = await take(ctx, sessionId, text);
      await expireLease(ctx, lost.turnId);
      expect((await getSession(ctx, { sessionId })).pending?.status).toBe("interrupted");
      const taken = claimedOf(await claim(lost.turnId));
      expect(await codeOf(settleTurn(ctx, finished(lost)))).toBe("version_conflict");
      expect(await codeOf(checkpointTurn(ctx, { claimed: lost, at: "advanced", state: lost.state }))).toBe(
        "version_conflict",
      );
      await unsettleTurn(ctx, { ...broken, claimed: lost });
      expect((await getSession(ctx, { sessionId })).pending?.status).toBe("speaking");
      await settleTurn(ctx, finished(taken));
      expect((await getSession(ctx, { sessionId })).messages).toHaveLength(2);
    });

    it("lets go at a start of what a dead process left speaking, where nobody else can be speaking", async () => {
      const lost = await take(ctx, sessionId, text);
      await releaseTurns();
      // On a server another process may well be speaking: there the lease has to end.
      expect((await claim(lost.turnId)).kind).toBe(driver === "pglite" ? "claimed" : "running");
    });

    it("keeps a turn with whoever renews it, and tells one who lost it", async () => {
      const held = await take(ctx, sessionId, text);
      await expireLease(ctx, held.turnId);
      expect(await renewTurn(ctx, { claimed: held })).toBe(true);
      expect((await claim(held.turnId)).kind).toBe("running");
      await expireLease(ctx, held.turnId);
      claimedOf(await claim(held.turnId));
      expect(await renewTurn(ctx, { claimed: held })).toBe(false);
    });

    it("lets another turn take over from one whose process died", async () => {
      const lost = await take(ctx, sessionId);
      await expireLease(ctx, lost.turnId);
      const next = await take(ctx, sessionId, text);
      expect(await codeOf(settleTurn(ctx, finished(lost)))).toBe("version_conflict");
      expect(await codeOf(settleTurn(ctx, finished(next)))).toBe("fine");
    });

    it("settles once", async () => {
      const claimed = await take(ctx, sessionId);
      const codes = await Promise.all([1, 2, 3].map(() => codeOf(settleTurn(ctx, finished(claimed)))));
      expect(codes.toSorted()).toEqual(["fine", "version_conflict", "version_conflict"]);
      expect((await getSession(ctx, { sessionId })).messages).toHaveLength(2);
    });

    it.each([
      ["goes on", {}],
      ["ends", { stage: "ended", outcome: "won", endReason: "commitment" }],
    ] as const)("leaves moves, usage and an audit row when the talk %s", async (_, change) => {
      const { claimed } = await play(ctx, sessionId, change);
      const [left] = await withTenant(ctx, async (tx) =>
        rowsOf<Record<string, unknown>>(
          await tx.execute(sql`select t.status, t.intents, t.usage, t.moves, t.buyer_failed as failed,
            (select jsonb_agg(jsonb_build_array(u.kind, u.model, u.output_tokens)) from usage_events u
              where u.turn_id = t.turn_id) as used,
            (select jsonb_agg(a.detail) from audit_events a where a.action = 'turn.settle'
              and a.actor_id = ${ctx.actor.userId} and a.detail->>'turnId' = ${claimed.turnId}) as audited,
            (select p.tokens_used from practice_sessions p where p.id = t.session_id) as tokens
            from turns t where t.turn_id = ${claimed.turnId}`),
        ),
      );
      expect(left).toEqual({
        status: "settled",
        intents: [{ speakerId: claimed.bundle.personas[0]?.id, intent: "greet" }],
        usage: [expect.objectContaining({ role: "speak", model: "offline", outputTokens: 10, outcome: "ok" })],
        moves: [],
        failed: false,
        used: [["speak", "offline", 10]],
        // How it ended is in no row of the log; the quick way says that it did not end.
        audited: [{ turnId: claimed.turnId, turn: 1, ...(!("outcome" in change) && { outcome: null }) }],
        tokens: 10,
      });
    });

    it("carries any text unharmed, also what looks like SQL", async () => {
      const said = `'; drop table turns; -- \\ $$ "x" 你好 👋 \n'::text`;
      const claimed = await take(ctx, sessionId, said);
      await settleTurn(ctx, finished(claimed));
      expect((await getSession(ctx, { sessionId })).messages[0]?.text).toBe(said);
    });

    it("writes nothing of a turn whose talk was ended meanwhile", async () => {
      const claimed = await take(ctx, sessionId);
      await endSession(ctx, { sessionId });
      expect(await codeOf(settleTurn(ctx, finished(claimed)))).toBe("session_ended");
      expect(await getSession(ctx, { sessionId })).toMatchObject({ messages: [], outcome: "abandoned", pending: null });
      expect(await codeOf(claim(randomUUID()))).toBe("session_ended");
    });

    it("ends the talk when the buyer did, and queues its evaluation in the same transaction", async () => {
      await play(ctx, sessionId, { stage: "ended", outcome: "lost", endReason: "patience" });
      const view = await getSession(ctx, { sessionId });
      expect(view).toMatchObject({ outcome: "lost", endReason: "patience", evaluation: "queued" });
      expect(view.endedAt).not.toBeNull();
    });

    it("keeps a checkpoint while the buyer speaks", async () => {
      const claimed = await take(ctx, sessionId);
      await checkpointTurn(ctx, { claimed, at: "advanced", state: { ...claimed.state, turn: 1 } });
      const rows = await withTenant(ctx, async (tx) =>
        rowsOf<{ at: string; turn: number }>(
          await tx.execute(sql`select checkpoint_at as at, (checkpoint->>'turn')::int as turn from turns
            where turn_id = ${claimed.turnId}`),
        ),
      );
      expect(rows).toEqual([{ at: "advanced", turn: 1 }]);
    });

    it("tells a talk that has used up its tokens that none are left", async () => {
      const claimed = await take(ctx, sessionId);
      await settleTurn(ctx, finished(claimed, {}, env().sessionTokenCap));
      expect((await take(ctx, sessionId)).allowance.tokensLeft).toBe(0);
    });
  });
}

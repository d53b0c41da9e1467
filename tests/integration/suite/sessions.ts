import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { briefSchema, scenarioCardSchema, sessionSummarySchema, sessionViewSchema } from "@/lib/contracts/session";
import { askHint } from "@/lib/domain/hints";
import { getMe, setPreferences } from "@/lib/domain/people";
import { getBrief, listScenarios } from "@/lib/domain/scenarios";
import { deleteSession, endSession, getSession, listSessions, startSession } from "@/lib/domain/sessions";
import { signIn, someScenario } from "@/tests/support/database";
import { settleTurn } from "@/lib/domain/turns";
import { aTalk, codeOf, finished, play, take } from "./talk";

async function runOut(ctx: Ctx, sessionId: string): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await tx.execute(
      sql`update practice_sessions set expires_at = now() - interval '1 second' where id = ${sessionId}`,
    );
  });
}

async function count(ctx: Ctx, table: string, sessionId: string): Promise<number> {
  const rows = await withTenant(ctx, async (tx) =>
    rowsOf<{ n: number }>(
      await tx.execute(sql`select count(*)::int as n from ${sql.raw(table)} where session_id = ${sessionId}`),
    ),
  );
  return rows[0]?.n ?? -1;
}

export function describeSessions(): void {
  describe("practice sessions", () => {
    let ctx: Ctx;
    let colleague: Ctx;
    let stranger: Ctx;
    beforeAll(async () => {
      ctx = await signIn("trainee");
      colleague = await signIn("trainee2");
      stranger = await signIn("trainee", "globex");
    });

    it("lists every published scenario as the contract says", async () => {
      const cards = await listScenarios(ctx, {});
      expect(cards.length).toBe(bundles.length);
      for (const card of cards) expect(scenarioCardSchema.parse(card).buyers.length).toBeGreaterThan(0);
      const chinese = await listScenarios(ctx, { locale: "zh-CN" });
      expect(chinese.every((card) => card.locale === "zh-CN")).toBe(true);
    });

    it("shows nothing of a sealed side in a brief or a session", async () => {
      for (const bundle of bundles) {
        const brief = await getBrief(ctx, { scenarioId: bundle.scenario.id });
        briefSchema.parse(brief);
        const view = sessionViewSchema.parse(await startSession(ctx, { scenarioId: bundle.scenario.id }));
        const shown = JSON.stringify([brief, view]);
        for (const persona of bundle.personas) {
          const sealed = [
            ...persona.sealedFacts.flatMap((fact) => [
              fact.text,
              ...fact.spoken,
              ...fact.recalled,
              ...fact.breadcrumbs,
            ]),
            ...persona.objections.flatMap((objection) => [objection.concern, ...objection.surface]),
            ...persona.walkAway.map((limit) => limit.text),
            ...persona.concessions.map((concession) => concession.text),
          ];
          for (const text of sealed) expect(shown).not.toContain(JSON.stringify(text).slice(1, -1));
        }
        expect(shown).not.toContain('"seed"');
        expect(shown).not.toContain('"meters"');
      }
    });

    it("starts with the published versions, the next attempt and a time limit", async () => {
      const first = await startSession(colleague, { scenarioId: someScenario(), difficulty: "hard" });
      const second = await startSession(colleague, { scenarioId: someScenario() });
      expect(first).toMatchObject({ stage: "opening", turn: 0, outcome: null, difficulty: "hard", pending: null });
      const minutes = (Date.parse(first.expiresAt) - Date.parse(first.startedAt)) / 60_000;
      expect(minutes).toBe(first.brief.minutes);
      const attempts = await withTenant(colleague, async (tx) =>
        rowsOf<{ attempt: number; seed: number }>(
          await tx.execute(sql`select attempt, (state->>'seed')::int as seed from practice_sessions
            where id in (${first.id}, ${second.id}) order by attempt`),
        ),
      );
      expect((attempts[1]?.attempt ?? 0) - (attempts[0]?.attempt ?? 0)).toBe(1);
      expect(attempts[0]?.seed).not.toBe(attempts[1]?.seed);
    });

    it("refuses an unknown scenario", async () => {
      expect(await codeOf(startSession(ctx, { scenarioId: "nothing-like-it" }))).toBe("not_found");
    });

    it("hides a talk from everybody but its owner, as if it did not exist", async () => {
      const sessionId = await aTalk(ctx);
      for (const other of [colleague, stranger, await signIn("manager"), await signIn("admin")]) {
        expect(await codeOf(getSession(other, { sessionId }))).toBe("not_found");
        expect(await codeOf(endSession(other, { sessionId }))).toBe("not_found");
        expect(await codeOf(deleteSession(other, { sessionId }))).toBe("not_found");
        expect(await codeOf(askHint(other, { sessionId }))).toBe("not_found");
      }
      expect(await codeOf(getSession(ctx, { sessionId }))).toBe("fine");
    });

    it("lets every role practise", async () => {
      for (const account of ["manager", "author", "admin", "auditor"]) {
        expect(await codeOf(startSession(await signIn(account), { scenarioId: someScenario() }))).toBe("fine");
      }
    });

    it("lets nobody act whose role is not in the table of permissions", async () => {
      // Sound: a role of tomorrow's database is what the test is about.
      const nobody: Ctx = { ...ctx, actor: { ...ctx.actor, role: "visitor" as never } };
      expect(await codeOf(listScenarios(nobody, {}))).toBe("forbidden");
      expect(await codeOf(startSession(nobody, { scenarioId: someScenario() }))).toBe("forbidden");
      expect(await codeOf(take(nobody, await aTalk(ctx)))).toBe("forbidden");
    });

    it("pages through the own talks, latest first, without gap or repetition", async () => {
      const person = await signIn("author", "globex");
      const made: string[] = [];
      for (let index = 0; index < 5; index += 1) made.unshift(await aTalk(person));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listSessions(person, { limit: 2, cursor });
        for (const item of page.items) seen.push(sessionSummarySchema.parse(item).id);
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(made);
      expect(await codeOf(listSessions(person, { cursor: "nonsense" }))).toBe("invalid_request");
    });

    it("ends early as abandoned, once, and queues one evaluation", async () => {
      const sessionId = await aTalk(ctx);
      const ended = await endSession(ctx, { sessionId });
      expect(ended).toMatchObject({ outcome: "abandoned", endReason: "trainee", stage: "ended", evaluation: "queued" });
      expect(await endSession(ctx, { sessionId })).toEqual(ended);
      expect(await count(ctx, "evaluations", sessionId)).toBe(1);
    });

    it("ends as expired at the next touch once its time is over, and queues the evaluation", async () => {
      const sessionId = await aTalk(ctx);
      await runOut(ctx, sessionId);
      expect(await getSession(ctx, { sessionId })).toMatchObject({ outcome: "expired", evaluation: "queued" });
      expect(await codeOf(askHint(ctx, { sessionId }))).toBe("session_ended");
      const other = await aTalk(ctx);
      await runOut(ctx, other);
      expect(await codeOf(play(ctx, other))).toBe("session_ended");
      expect(await endSession(ctx, { sessionId: other })).toMatchObject({
        outcome: "expired",
        endReason: "time_limit",
      });
    });

    it("lets a reply that is being spoken finish although the time is over", async () => {
      const sessionId = await aTalk(ctx);
      const claimed = await take(ctx, sessionId);
      await runOut(ctx, sessionId);
      expect(await getSession(ctx, { sessionId })).toMatchObject({ outcome: null, pending: { status: "speaking" } });
      expect(await codeOf(settleTurn(ctx, finished(claimed)))).toBe("fine");
      expect(await getSession(ctx, { sessionId })).toMatchObject({ outcome: "expired", turn: 1 });
    });

    it("lists no talk as open whose time is over", async () => {
      const sessionId = await aTalk(ctx);
      await runOut(ctx, sessionId);
      const { items } = await listSessions(ctx, { limit: 1 });
      expect(items).toMatchObject([{ id: sessionId, outcome: "expired", evaluation: "queued" }]);
    });

    it("takes no turn beyond the last", async () => {
      const sessionId = await aTalk(ctx);
      await withTenant(ctx, async (tx) => {
        await tx.execute(sql`update practice_sessions set turn = max_turns where id = ${sessionId}`);
      });
      expect(await codeOf(take(ctx, sessionId))).toBe("session_ended");
      expect(await getSession(ctx, { sessionId })).toMatchObject({ outcome: "expired", endReason: "turn_limit" });
    });

    it("gives hints up to the budget and marks the talk assisted", async () => {
      const sessionId = await aTalk(ctx);
      const { hints } = await getSession(ctx, { sessionId });
      for (let used = 1; used <= hints.budget; used += 1) {
        expect(await askHint(ctx, { sessionId })).toMatchObject({ used, budget: hints.budget });
      }
      expect(await codeOf(askHint(ctx, { sessionId }))).toBe(hints.budget === 0 ? "hints_off" : "hints_exhausted");
      expect((await getSession(ctx, { sessionId })).assisted).toBe(hints.budget > 0);
    });

    it("erases a talk with all that was said in it", async () => {
      const sessionId = await aTalk(ctx);
      await play(ctx, sessionId);
      await endSession(ctx, { sessionId });
      await deleteSession(ctx, { sessionId });
      expect(await codeOf(getSession(ctx, { sessionId }))).toBe("not_found");
      const left: Record<string, number> = {};
      for (const table of ["turns", "messages", "hints", "evaluations", "shares"]) {
        left[table] = await count(ctx, table, sessionId);
      }
      expect(left).toEqual({ turns: 0, messages: 0, hints: 0, evaluations: 0, shares: 0 });
    });

    it("keeps a person's language and theme", async () => {
      await setPreferences(ctx, { locale: "zh-CN", theme: "dark" });
      expect(await getMe(ctx)).toMatchObject({ locale: "zh-CN", theme: "dark", tenant: { slug: "acme" } });
      await setPreferences(ctx, { theme: "system" });
      expect(await getMe(ctx)).toMatchObject({ locale: "zh-CN", theme: "system" });
    });

    it("writes what was done to the audit log, in the same transaction", async () => {
      const sessionId = await aTalk(ctx);
      const rows = await withTenant(ctx, async (tx) =>
        rowsOf<{ action: string; actor: string }>(
          await tx.execute(
            sql`select action, actor_id as actor from audit_events where subject = ${`session:${sessionId}`}`,
          ),
        ),
      );
      expect(rows).toEqual([{ action: "session.start", actor: ctx.actor.userId }]);
    });
  });
}

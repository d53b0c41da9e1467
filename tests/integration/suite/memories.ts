import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Scenario, ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import { forgetMemory, listMemories } from "@/lib/domain/memories";
import { getBrief } from "@/lib/domain/scenarios";
import { deleteSession, endSession, startSession } from "@/lib/domain/sessions";
import { settleTurn } from "@/lib/domain/turns";
import { signIn } from "@/tests/support/database";
import { codeOf, finished, take } from "./talk";

function find(what: string, by: (scenario: Scenario) => boolean): ScenarioBundle {
  const bundle = bundles.find(({ scenario }) => by(scenario));
  if (!bundle) throw new Error(`no ${what} is shipped`);
  return bundle;
}

const followUp = find("follow-up", ({ follows, locale }) => follows !== undefined && locale === "en");
const first = find("first talk", ({ family, locale }) => family === followUp.scenario.follows && locale === "en");
const elsewhere = find("other scenario", ({ follows, family }) => !follows && family !== first.scenario.family);
const buyerId = first.personas[0]?.id ?? "";
const later = followUp.personas[0]?.id ?? "";

const words = "The year comes to 84,360 on Plus.";

function priced(messageId: string): PlayedMove[] {
  const span = { start: 18, end: 24 };
  return [{ type: "quote_price", amount: 84_360, span, confidence: 1, turn: 1, messageId, quality: "early" }];
}

/** A talk of one turn in which a price was named, ended by that turn or afterwards by the trainee. */
async function aFirstTalk(ctx: Ctx, by: "turn" | "trainee" = "turn"): Promise<string> {
  const { id } = await startSession(ctx, { scenarioId: first.scenario.id });
  const claimed = await take(ctx, id, words);
  const buyer = claimed.state.buyers[buyerId];
  if (!buyer) throw new Error("the buyer has a state");
  const unlocked = [{ factId: "F1", turn: 1, messageId: claimed.traineeMessage.id }];
  const change: Partial<ConversationState> = {
    moves: priced(claimed.traineeMessage.id),
    buyers: { [buyerId]: { ...buyer, unlocked } },
  };
  const end: Partial<ConversationState> = { stage: "ended", outcome: "follow_up", endReason: "next_step" };
  await settleTurn(ctx, finished(claimed, by === "turn" ? { ...change, ...end } : change));
  if (by === "trainee") await endSession(ctx, { sessionId: id });
  return id;
}

async function stateOf(ctx: Ctx, scenarioId: string): Promise<ConversationState> {
  const { id } = await startSession(ctx, { scenarioId });
  const rows = await withTenant(ctx, async (tx) =>
    rowsOf<{ state: ConversationState }>(await tx.execute(sql`select state from practice_sessions where id = ${id}`)),
  );
  if (!rows[0]) throw new Error("the talk has a state");
  return rows[0].state;
}

const rememberedIn = async (ctx: Ctx, scenarioId = followUp.scenario.id) =>
  (await stateOf(ctx, scenarioId)).remembered?.map(({ sourceSessionId }) => sourceSessionId);

async function age(ctx: Ctx, sessionId: string, days: number): Promise<void> {
  const ended = new Date(Date.now() - days * 86_400_000).toISOString();
  await withTenant(ctx, async (tx) => {
    await tx.execute(
      sql`update memories set content = jsonb_set(content, '{endedAt}', to_jsonb(${ended}::text))
        where source_session_id = ${sessionId}`,
    );
  });
}

export function describeMemories(): void {
  describe("what a buyer remembers", () => {
    let ctx: Ctx;
    let colleague: Ctx;
    let stranger: Ctx;
    beforeAll(async () => {
      ctx = await signIn("manager");
      colleague = await signIn("author");
      stranger = await signIn("manager", "globex");
      // Talks of other suites are remembered too.
      for (const tenant of [ctx, stranger]) {
        await withTenant(tenant, async (tx) => {
          await tx.execute(sql`delete from memories`);
        });
      }
    });

    it("is written when a turn ends the talk: told facts, promises in the trainee's words, how it ended", async () => {
      const sessionId = await aFirstTalk(ctx);
      const [memory] = await listMemories(ctx);
      expect(memory).toMatchObject({
        sourceSessionId: sessionId,
        buyerId,
        outcome: "follow_up",
        told: [{ factId: "F1" }],
        promises: [{ kind: "price", quote: "84,360", messageNumber: 1, amount: 84_360 }],
      });
      expect(Object.keys(memory ?? {})).not.toContain("trust");
      const { remembered, buyers } = await stateOf(ctx, followUp.scenario.id);
      expect(remembered).toMatchObject([{ sourceSessionId: sessionId, buyerId: later }]);
      expect(buyers[later]?.unlocked).toEqual([{ factId: "F1", turn: 0, messageId: "" }]);
    });

    it("is written as well when the trainee ends the talk, and the later talk is the one remembered", async () => {
      const sessionId = await aFirstTalk(ctx, "trainee");
      expect(await rememberedIn(ctx)).toEqual([sessionId]);
      expect((await listMemories(ctx))[0]).toMatchObject({ sourceSessionId: sessionId, outcome: "abandoned" });
    });

    it("reaches nobody else: no colleague, no other tenant, no other scenario", async () => {
      await aFirstTalk(ctx);
      expect(await rememberedIn(colleague)).toEqual([]);
      expect(await rememberedIn(stranger)).toEqual([]);
      expect(await rememberedIn(ctx, elsewhere.scenario.id)).toBeUndefined();
      expect(await rememberedIn(ctx, first.scenario.id)).toBeUndefined();
      expect(await listMemories(colleague)).toEqual([]);
      expect(await listMemories(stranger)).toEqual([]);
      expect((await getBrief(colleague, { scenarioId: followUp.scenario.id })).lastTalk?.memories).toEqual([]);
    });

    it("stays out of the same follow-up in another language", async () => {
      const other = bundles.find(
        ({ scenario }) => scenario.family === followUp.scenario.family && scenario.id !== followUp.scenario.id,
      );
      expect(await rememberedIn(ctx, other?.scenario.id)).toEqual([]);
    });

    it("is not written for a talk that nothing follows, nor for one in which nothing was said", async () => {
      const person = await signIn("auditor");
      const { id } = await startSession(person, { scenarioId: elsewhere.scenario.id });
      await settleTurn(person, finished(await take(person, id)));
      await endSession(person, { sessionId: id });
      const silent = await startSession(person, { scenarioId: first.scenario.id });
      await endSession(person, { sessionId: silent.id });
      expect(await listMemories(person)).toEqual([]);
    });

    it("is shown in the brief with the way to the first talk", async () => {
      const sessionId = await aFirstTalk(ctx);
      const { lastTalk } = await getBrief(ctx, { scenarioId: followUp.scenario.id });
      expect(lastTalk).toMatchObject({
        first: { scenarioId: first.scenario.id },
        memories: [{ sourceSessionId: sessionId }],
      });
      expect((await getBrief(ctx, { scenarioId: first.scenario.id })).lastTalk).toBeUndefined();
    });

    it("is erased by its owner alone, and a foreign one looks like one that does not exist", async () => {
      const sessionId = await aFirstTalk(colleague);
      const [memory] = await listMemories(colleague);
      const id = memory?.id ?? "";
      expect(await codeOf(forgetMemory(ctx, { id }))).toBe("not_found");
      expect(await codeOf(forgetMemory(stranger, { id }))).toBe("not_found");
      expect(await codeOf(forgetMemory(colleague, { id: randomUUID() }))).toBe("not_found");
      expect(await rememberedIn(colleague)).toEqual([sessionId]);
      await forgetMemory(colleague, { id });
      expect(await rememberedIn(colleague)).toEqual([]);
      const audited = await withTenant(colleague, async (tx) =>
        rowsOf(await tx.execute(sql`select action from audit_events where subject = ${`memory:${id}`}`)),
      );
      expect(audited).toEqual([{ action: "memory.forget" }]);
    });

    it("goes when the talk it comes from is deleted, and the talk before it is remembered again", async () => {
      const earlier = await aFirstTalk(colleague);
      const sessionId = await aFirstTalk(colleague);
      await deleteSession(colleague, { sessionId });
      expect(await rememberedIn(colleague)).toEqual([earlier]);
    });

    it("loses figures and dates after thirty days, and is gone when it has expired", async () => {
      const person = await signIn("trainee2", "globex");
      const sessionId = await aFirstTalk(person);
      await age(person, sessionId, 31);
      const { remembered } = await stateOf(person, followUp.scenario.id);
      expect(remembered).toMatchObject([{ faded: true, promises: [{ kind: "price", quote: "84,360" }] }]);
      expect(remembered?.[0]?.promises[0]).not.toHaveProperty("amount");
      await withTenant(person, async (tx) => {
        await tx.execute(sql`update memories set expires_at = now() where source_session_id = ${sessionId}`);
      });
      expect(await rememberedIn(person)).toEqual([]);
      expect(await listMemories(person)).toEqual([]);
    });
  });
}

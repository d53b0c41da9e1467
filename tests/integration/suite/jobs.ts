import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { poolUse } from "@/db/health";
import { queue, queueDepths, recoverJobs } from "@/db/jobs";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { evaluateJob } from "@/lib/domain/evaluations";
import { endSession, getSession } from "@/lib/domain/sessions";
import { AppError } from "@/lib/platform/errors";
import { drainJobs, enqueue, stopJobs, wakeJobs, workJobs, type JobHandlers } from "@/lib/platform/jobs";
import { signIn, type Driver } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk } from "./talk";

/** Brings every waiting retry forward, so that no test waits for a clock. */
async function makeDue(): Promise<void> {
  const boss = await queue();
  await boss
    .getDb()
    .executeSql("update pgboss.job set start_after = now() - interval '1 second' where state < 'active'");
}

async function countQueued(): Promise<number> {
  const boss = await queue();
  const { rows } = await boss
    .getDb()
    .executeSql("select count(*)::int as n from pgboss.job where name = 'evaluate' and state < 'active'");
  return rows[0].n;
}

const idle = { run: async () => {}, dead: async () => {} };
const nothing: JobHandlers = { evaluate: idle, cut_audit: idle, expire: idle };

export function describeJobs(driver: Driver): void {
  describe("jobs", () => {
    let ctx: Ctx;
    beforeAll(async () => {
      ctx = await signIn("trainee");
    });
    beforeEach(async () => {
      await drainJobs(nothing, { max: 1000 });
    });

    it("exist if and only if the transaction that added them commits", async () => {
      const sessionId = await aTalk(ctx);
      const payload = { tenantId: ctx.tenantId, sessionId };
      const rolledBack = withTenant(ctx, async (tx) => {
        await enqueue(tx, "evaluate", payload);
        throw new Error("rolled back");
      });
      await expect(rolledBack).rejects.toThrow("rolled back");
      expect(await countQueued()).toBe(0);
      await withTenant(ctx, (tx) => enqueue(tx, "evaluate", payload));
      expect(await countQueued()).toBe(1);
    });

    it("are counted while they wait, with how late the oldest is", async () => {
      const sessionId = await aTalk(ctx);
      await withTenant(ctx, (tx) => enqueue(tx, "evaluate", { tenantId: ctx.tenantId, sessionId }));
      const boss = await queue();
      await boss.getDb().executeSql("update pgboss.job set start_after = now() - interval '90 seconds'");
      const [depth] = (await queueDepths()).filter((one) => one.queue === "evaluate" && one.state === "created");
      expect(depth).toMatchObject({ count: 1 });
      expect(depth?.lag).toBeGreaterThanOrEqual(90);
    });

    it("and the connections they share with requests are counted where there is a pool", async () => {
      const use = await poolUse();
      if (driver === "pglite") expect(use).toBeNull();
      else expect(use).toMatchObject({ waiting: 0, total: expect.any(Number) as unknown });
    });

    it("carry their tenant and are done once", async () => {
      const sessionId = await aTalk(ctx);
      await endSession(ctx, { sessionId });
      const seen: unknown[] = [];
      const handlers: JobHandlers = {
        ...nothing,
        evaluate: { ...nothing.evaluate, run: async (payload) => void seen.push(payload) },
      };
      expect(await drainJobs(handlers, { max: 10 })).toBe(1);
      expect(await drainJobs(handlers, { max: 10 })).toBe(0);
      expect(seen).toEqual([{ tenantId: ctx.tenantId, sessionId }]);
    });

    it("are tried again after a failure", async () => {
      await endSession(ctx, { sessionId: await aTalk(ctx) });
      let tries = 0;
      const handlers: JobHandlers = {
        ...nothing,
        evaluate: {
          ...nothing.evaluate,
          run: async () => {
            tries += 1;
            if (tries === 1) throw new Error("the first try fails");
          },
        },
      };
      await drainJobs(handlers, { max: 10 });
      expect(await countQueued()).toBe(1);
      await makeDue();
      await drainJobs(handlers, { max: 10 });
      expect(tries).toBe(2);
      expect(await countQueued()).toBe(0);
    });

    it("end visibly failed when every try fails", async () => {
      const sessionId = await aTalk(ctx);
      await endSession(ctx, { sessionId });
      let tries = 0;
      const handlers: JobHandlers = {
        ...nothing,
        evaluate: {
          run: async () => {
            tries += 1;
            throw new Error("it always fails");
          },
          dead: (payload) => evaluateJob.dead(payload),
        },
      };
      for (let round = 0; round < 8; round += 1) {
        await drainJobs(handlers, { max: 10 });
        await makeDue();
      }
      expect(tries).toBe(4);
      expect((await getSession(ctx, { sessionId })).evaluation).toBe("failed");
    });

    it("keep nothing of what made them fail but its kind, drained or worked", async () => {
      const canary = "zwiebelkuss";
      const failures = [
        Object.assign(new Error(`asked for ${canary}`, { cause: new Error(canary) }), {
          name: "AI_APICallError",
          requestBodyValues: { prompt: canary },
        }),
        new AppError("model_unavailable", { detail: canary, cause: [{ model: "m", error: new Error(canary) }] }),
      ];
      const outputs = async (code: string) => asOwner(`select 1 from pgboss.job where output->>'message' = '${code}'`);
      const kept = async () => asOwner(`select name, output from pgboss.job j where j::text like '%${canary}%'`);
      const [drained, worked] = failures;
      const failing = (failure: unknown, seen = () => {}): JobHandlers => ({
        ...nothing,
        evaluate: {
          ...nothing.evaluate,
          run: async () => {
            seen();
            throw failure;
          },
        },
      });
      await endSession(ctx, { sessionId: await aTalk(ctx) });
      await drainJobs(failing(drained), { max: 10 });
      expect(await kept()).toEqual([]);
      expect(await outputs("AI_APICallError")).not.toEqual([]);
      await makeDue();
      await drainJobs(nothing, { max: 1000 });
      const begun = Promise.withResolvers<void>();
      await workJobs(failing(worked, begun.resolve));
      await endSession(ctx, { sessionId: await aTalk(ctx) });
      await wakeJobs();
      await begun.promise;
      await stopJobs(5000);
      expect(await kept()).toEqual([]);
      expect(await outputs("model_unavailable")).not.toEqual([]);
      await makeDue();
    });

    it("that a dead process left behind are tried again", async () => {
      await endSession(ctx, { sessionId: await aTalk(ctx) });
      const boss = await queue();
      const [left] = await boss.fetch("evaluate");
      if (driver === "pglite") await recoverJobs();
      else {
        // A server cannot know that the worker died before its time for the job is over: bring that forward.
        const db = boss.getDb();
        await db.executeSql("update pgboss.job set started_on = now() - interval '1 hour' where id = $1", [left?.id]);
        await db.executeSql("update pgboss.queue set monitor_on = null, monitor_claim_on = null");
        await boss.supervise();
      }
      expect(await countQueued()).toBe(1);
    });

    it("go to another worker soon after theirs showed no sign of life", async () => {
      await endSession(ctx, { sessionId: await aTalk(ctx) });
      const boss = await queue();
      const [left] = await boss.fetch("evaluate");
      const others = await countQueued();
      const db = boss.getDb();
      await db.executeSql("update pgboss.job set heartbeat_on = now() - interval '1 minute' where id = $1", [left?.id]);
      await db.executeSql("update pgboss.queue set monitor_on = null, monitor_claim_on = null");
      await boss.supervise();
      expect(await countQueued()).toBe(others + 1);
    });

    it("are worked while the jobs of the day are still being planned", async () => {
      const planned = Promise.withResolvers<void>();
      await workJobs(nothing, () => planned.promise);
      await stopJobs(2000);
      planned.resolve();
    });

    it("are worked by a long-lived process, woken when one is added", async () => {
      const sessionId = await aTalk(ctx);
      const done = Promise.withResolvers<string>();
      await workJobs({
        ...nothing,
        evaluate: {
          ...nothing.evaluate,
          run: async (payload) => {
            if (payload.sessionId === sessionId) done.resolve(payload.sessionId);
          },
        },
      });
      await endSession(ctx, { sessionId });
      await wakeJobs();
      expect(await done.promise).toBe(sessionId);
      await stopJobs(2000);
    });
  });
}

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { SpokenReply } from "@/agents/turn/ports";
import type { Ctx } from "@/lib/contracts/context";
import { cutAuditJob } from "@/lib/domain/audit-operations";
import { getDebrief } from "@/lib/domain/debriefs";
import { evaluateJob } from "@/lib/domain/evaluations";
import { getFidelity, listFidelity } from "@/lib/domain/fidelity";
import { expireJob } from "@/lib/domain/privacy-retention";
import { endSession } from "@/lib/domain/sessions";
import { settleTurn } from "@/lib/domain/turns";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn } from "@/tests/support/database";
import { aTalk, codeOf, finished, take } from "./talk";

const judge = () => drainJobs({ evaluate: evaluateJob, cut_audit: cutAuditJob, expire: expireJob }, { max: 100 });
const mine = "My daughter Wilhelmina starts school in Utrecht next week";
const question = `Thanks for your time. ${mine}. How do you handle it today?`;

/** A talk of five turns; the replies named are changed. Ended and judged. */
async function aJudgedTalk(ctx: Ctx, changes: Record<number, Partial<SpokenReply>>): Promise<string> {
  const sessionId = await aTalk(ctx);
  for (const turn of [1, 2, 3, 4, 5]) {
    const claimed = await take(ctx, sessionId, turn === 1 ? question : `And what does that do to you, case ${turn}?`);
    const settled = finished(claimed);
    const replies = settled.replies.map((reply) => ({ ...reply, ...changes[turn], messageId: randomUUID() }));
    await settleTurn(ctx, { ...settled, replies });
  }
  await endSession(ctx, { sessionId });
  await judge();
  return sessionId;
}

export function describeFidelity(): void {
  describe("fidelity reports", () => {
    let trainee: Ctx;
    let author: Ctx;
    beforeAll(async () => {
      [trainee, author] = [await signIn("trainee2"), await signIn("author")];
      await judge();
    });

    const latest = async (ctx: Ctx) => {
      const [first] = (await listFidelity(ctx, {})).items;
      if (!first) throw new Error("no report");
      return first;
    };

    it("are made of each judged talk, and a faithful buyer leaves the score alone", async () => {
      const sessionId = await aJudgedTalk(trainee, {});
      expect(await latest(author)).toMatchObject({ verdict: "faithful", voided: false, kinds: [], unreviewed: 0 });
      expect((await getDebrief(trainee, { sessionId })).unscorable).not.toBe("buyer_failed");
    });

    it("void a talk in which the buyer stepped out of its part, and the trainee is told so without the why", async () => {
      const sessionId = await aJudgedTalk(trainee, { 3: { text: "That was an excellent open question." } });
      expect(await latest(author)).toMatchObject({
        verdict: "failed",
        voided: true,
        kinds: [{ kind: "role_inversion", stopped: 0, reached: 1 }],
      });
      const debrief = await getDebrief(trainee, { sessionId });
      expect(debrief).toMatchObject({ status: "unscorable", unscorable: "buyer_failed", score: null });
      expect(JSON.stringify(debrief)).not.toMatch(/role_inversion|fidelity|withheld/u);
    });

    it("show an author what was stopped and what stands, and of the trainee neither words nor name", async () => {
      const stopped = `Ahem, ${trainee.actor.name}: you said "${mine}". 612 licences, that is all.`;
      const sessionId = await aJudgedTalk(trainee, {
        2: {
          reworded: true,
          withheld: [{ code: "sealed_fact", text: stopped }],
          reviews: [
            { by: "rules", code: "sealed_fact" },
            { by: "rules_alone", code: null },
          ],
        },
      });
      const head = await latest(author);
      expect(head).toMatchObject({ verdict: "corrected", voided: false, unreviewed: 1 });
      const detail = await getFidelity(author, { evaluationId: head.evaluationId });
      expect(detail.replies).toBe(5);
      expect(detail.moments).toMatchObject([
        { number: 4, turn: 2, unreviewed: true, failed: false, tries: [{ kind: "leak", code: "sealed_fact" }] },
      ]);
      expect(detail.moments[0]?.tries[0]?.words).toContain("612 licences");
      const whole = JSON.stringify([head, detail]);
      for (const word of ["Wilhelmina", "Utrecht", sessionId, trainee.actor.userId, trainee.actor.email]) {
        expect(whole).not.toContain(word);
      }
      for (const name of trainee.actor.name.split(" ")) expect(detail.moments[0]?.tries[0]?.words).not.toContain(name);
    });

    it("are read by authors, admins and auditors of the same company and nobody else", async () => {
      const { evaluationId } = await latest(author);
      for (const account of ["admin", "auditor"])
        expect((await latest(await signIn(account))).evaluationId).toBe(evaluationId);
      for (const account of ["trainee2", "manager"]) {
        const ctx = await signIn(account);
        expect(await codeOf(listFidelity(ctx, {}))).toBe("forbidden");
        expect(await codeOf(getFidelity(ctx, { evaluationId }))).toBe("forbidden");
      }
      const foreign = await signIn("author", "globex");
      expect(await codeOf(getFidelity(foreign, { evaluationId }))).toBe("not_found");
      expect(await codeOf(listFidelity(foreign, { cursor: evaluationId }))).toBe("invalid_request");
      const ids = (await listFidelity(foreign, {})).items.map((item) => item.evaluationId);
      expect(ids).not.toContain(evaluationId);
    });

    it("come in pages that neither repeat nor skip one", async () => {
      const all: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listFidelity(author, { cursor });
        all.push(...page.items.map((item) => item.evaluationId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeGreaterThanOrEqual(3);
    });
  });
}

import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { withDirectory } from "@/db/identity";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { cutAuditJob } from "@/lib/domain/audit-operations";
import { listAudit } from "@/lib/domain/audit-log";
import { operate } from "@/lib/domain/operations";
import { keptOfRemoved } from "@/lib/contracts/privacy";
import { eraseMe } from "@/lib/domain/privacy-erasure";
import {
  expireDue,
  expireJob,
  getRetention,
  previewRetention,
  queueExpiries,
  setPracticeRetention,
} from "@/lib/domain/privacy-retention";
import { endSession, getSession } from "@/lib/domain/sessions";
import { removePerson } from "@/lib/domain/users-changing";
import { getPerson } from "@/lib/domain/users-reading";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, codeOf, play } from "./talk";

/** A talk with a debrief to come and a memory, ended so many days ago; `open` ones only ran out. */
async function anOldTalk(ctx: Ctx, days: number, open = false): Promise<string> {
  const sessionId = await aTalk(ctx);
  await play(ctx, sessionId);
  if (!open) await endSession(ctx, { sessionId });
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`insert into memories (tenant_id, user_id, kind, family, locale, buyer_id, source_session_id,
      content, expires_at) values (${ctx.tenantId}, ${ctx.actor.userId}, 'relationship', 'old', 'en', 'b', ${sessionId},
      '{}', now() + interval '1 day')`);
    await tx.execute(sql`update practice_sessions set expires_at = now() - make_interval(days => ${days}),
      ended_at = case when ${open} then null else now() - make_interval(days => ${days}) end where id = ${sessionId}`);
  });
  return sessionId;
}

async function rowsOfTalk(sessionId: string): Promise<number> {
  const tables = ["turns", "messages", "evaluations"].map(
    (table) => `(select count(*) from ${table} where session_id = '${sessionId}')`,
  );
  const [row] = await asOwner(`select (${tables.join(" + ")}
    + (select count(*) from memories where source_session_id = '${sessionId}')
    + (select count(*) from practice_sessions where id = '${sessionId}'))::int as n`);
  return Number(row?.n);
}

const runs = async (admin: Ctx) => (await listAudit(admin, { action: "privacy.expire" })).items;

export function describePrivacyRetention(): void {
  describe("practice that is kept for a time", () => {
    let who: Ctx;
    let admin: Ctx;
    beforeAll(async () => {
      // A tenant whose talks no other suite counts.
      [who, admin] = [await signIn("author", "globex"), await signIn("admin", "globex")];
      await setPracticeRetention(admin, { days: null });
      await expireDue(who.tenantId);
    });

    it("is kept until its owner erases it where nothing else is set", async () => {
      const old = await anOldTalk(who, 5000);
      const before = await runs(admin);
      expect(await getRetention(who)).toEqual({ days: null });
      expect(await expireDue(who.tenantId)).toBe(0);
      expect(await codeOf(getSession(who, { sessionId: old }))).toBe("fine");
      expect(await runs(admin)).toEqual(before);
    });

    it("goes when it is due with all that hangs on it, ended or run out, and younger practice stays", async () => {
      const ended = await anOldTalk(who, 31);
      const ranOut = await anOldTalk(who, 31, true);
      const young = await anOldTalk(who, 29);
      const elsewhere = await anOldTalk(await signIn("trainee"), 31);
      await setPracticeRetention(admin, { days: 30 });
      const before = await runs(admin);
      expect(await expireDue(who.tenantId)).toBeGreaterThanOrEqual(2);
      expect([await rowsOfTalk(ended), await rowsOfTalk(ranOut)]).toEqual([0, 0]);
      expect(await rowsOfTalk(young)).toBeGreaterThan(3);
      expect(await rowsOfTalk(elsewhere)).toBeGreaterThan(3);
      const [row, ...rest] = await runs(admin);
      expect(rest).toEqual(before);
      expect(row).toMatchObject({ actor: null, role: "system", target: `tenant:${who.tenantId}` });
      expect(row?.detail).toMatchObject({ days: 30, memories: 0, logins: 0 });
      expect(Number(row?.detail.talks)).toBeGreaterThanOrEqual(2);
      expect(await expireDue(who.tenantId)).toBe(0);
      expect(await runs(admin)).toHaveLength(before.length + 1);
    });

    it("takes expired memories, old sign-ins and whose old usage was along, whatever is set", async () => {
      const sessionId = await anOldTalk(who, 1);
      await withDirectory(async (tx) => {
        for (const [ended, seen] of [
          [31, 31],
          [null, 91],
          [29, 29],
          [null, 1],
        ] as const) {
          await tx.execute(sql`insert into logins (tenant_id, user_id, issuer, last_seen_at, ended_at)
            values (${who.tenantId}, ${who.actor.userId}, 'https://retention.example', now() - make_interval(days => ${seen}),
            now() - make_interval(days => ${ended}))`);
        }
      });
      await withTenant(who, async (tx) => {
        await tx.execute(sql`update memories set expires_at = now() where source_session_id = ${sessionId}`);
        await tx.execute(sql`insert into usage_events (tenant_id, user_id, session_id, kind, model, input_tokens,
          output_tokens, at) values (${who.tenantId}, ${who.actor.userId}, ${sessionId}, 'speak', 'retention', 1, 1,
          now() - interval '31 days')`);
      });
      await setPracticeRetention(admin, { days: 30 });
      await expireDue(who.tenantId);
      const [left] = await asOwner(`select
        (select count(*)::int from memories where source_session_id = '${sessionId}') as memories,
        (select count(*)::int from logins where issuer = 'https://retention.example') as logins,
        (select count(*)::int from usage_events where model = 'retention' and user_id is null and session_id is null) as unlinked`);
      expect(left).toEqual({ memories: 0, logins: 2, unlinked: 1 });
      const detail = (await runs(admin))[0]?.detail;
      expect(detail).toMatchObject({ talks: 0, logins: 2, usage: 1 });
      expect(Number(detail?.memories)).toBeGreaterThan(0);
      expect(await codeOf(getSession(who, { sessionId }))).toBe("fine");
    });

    it("takes what somebody who was erased still did before every process knew", async () => {
      const gone = await signIn("trainee91", "globex");
      await eraseMe(gone, { confirm: gone.actor.email });
      const late = await aTalk(gone);
      await play(gone, late);
      await asOwner(`insert into usage_events (tenant_id, user_id, kind, model, input_tokens, output_tokens)
        values ('${gone.tenantId}', '${gone.actor.userId}', 'judge', 'late', 1, 1)`);
      await setPracticeRetention(admin, { days: null });
      expect(await expireDue(gone.tenantId)).toBe(1);
      expect(await rowsOfTalk(late)).toBe(0);
      expect(await asOwner(`select 1 from usage_events where user_id = '${gone.actor.userId}'`)).toEqual([]);
    });

    it("takes whose usage was along in steps, until none is left that is due", async () => {
      await asOwner(`insert into usage_events (tenant_id, user_id, kind, model, input_tokens, output_tokens, at)
        select '${who.tenantId}', '${who.actor.userId}', 'speak', 'many', 1, 1, now() - interval '31 days'
        from generate_series(1, 1200)`);
      await setPracticeRetention(admin, { days: 30 });
      const before = await runs(admin);
      await expireDue(who.tenantId);
      const after = await runs(admin);
      const steps = after.slice(0, after.length - before.length).map(({ detail }) => Number(detail.usage));
      expect(steps).toEqual([200, 500, 500]);
      expect(await asOwner("select 1 from usage_events where model = 'many' and user_id is not null")).toEqual([]);
      await setPracticeRetention(admin, { days: null });
    });

    it("keeps what was kept of somebody removed for 90 days where nothing else is set, and no longer", async () => {
      const gone = await signIn("trainee92", "globex");
      const kept = await anOldTalk(gone, 5000);
      const { updatedAt } = await getPerson(admin, { id: gone.actor.userId });
      await removePerson(admin, { id: gone.actor.userId, practice: "keep", successorId: null, updatedAt });
      await setPracticeRetention(admin, { days: null });
      const days = (n: number) => new Date(Date.now() + n * 86_400_000);
      expect(await expireDue(gone.tenantId, days(keptOfRemoved - 1))).toBe(0);
      expect(await rowsOfTalk(kept)).toBeGreaterThan(3);
      expect(await expireDue(gone.tenantId, days(keptOfRemoved + 1))).toBe(1);
      expect(await rowsOfTalk(kept)).toBe(0);
    });

    it("is looked ahead at and set by administrators alone, on record with before and after", async () => {
      for (const account of ["trainee", "manager", "author", "auditor"]) {
        const other = await signIn(account, "globex");
        expect(await codeOf(previewRetention(other, { days: 30 }))).toBe("forbidden");
        expect(await codeOf(setPracticeRetention(other, { days: 30 }))).toBe("forbidden");
      }
      await setPracticeRetention(admin, { days: 90 });
      const [row] = (await listAudit(admin, { action: "privacy.retention" })).items;
      expect(row?.detail).toEqual({ before: { days: null }, after: { days: 90 } });
      expect(await getRetention(await signIn("trainee", "globex"))).toEqual({ days: 90 });
    });

    it("tells no number between none and five ahead", async () => {
      const day = 400;
      const ahead = async () => (await previewRetention(admin, { days: day })).talks;
      await asOwner(`delete from practice_sessions where tenant_id = '${who.tenantId}'
        and coalesce(ended_at, expires_at) < now() - interval '${day} days'`);
      const told: (number | null)[] = [await ahead()];
      for (let n = 1; n <= 6; n++) {
        await anOldTalk(who, day + 1);
        told.push(await ahead());
      }
      expect(told).toEqual([0, null, null, null, null, 5, 6]);
    });

    it("is worked by a job that is queued once a day for each tenant", async () => {
      await setPracticeRetention(admin, { days: 30 });
      await queueExpiries();
      await queueExpiries();
      const queued = await asOwner(`select data->>'tenantId' as tenant from pgboss.job where name = 'expire'`);
      const [{ n } = { n: 0 }] = await asOwner("select count(*)::int as n from tenants");
      expect(new Set(queued.map(({ tenant }) => tenant)).size).toBe(Number(n));
      expect(queued).toHaveLength(Number(n));
      const idle = { run: async () => {}, dead: async () => {} };
      const handlers = { evaluate: idle, cut_audit: cutAuditJob, expire: expireJob };
      expect(await drainJobs(handlers, { max: 100 })).toBeGreaterThanOrEqual(Number(n));
      expect(await previewRetention(admin, { days: 30 })).toEqual({ talks: 0, memories: 0 });
    });

    it("is set from the command line too", async () => {
      const { message } = await operate({ op: "tenant.retention", tenant: "globex", practice: 365 });
      expect(message).toContain("365 days");
      expect(await getRetention(who)).toEqual({ days: 365 });
      await operate({ op: "tenant.retention", tenant: "globex", practice: null });
      expect(await getRetention(who)).toEqual({ days: null });
      expect(await codeOf(operate({ op: "tenant.retention", tenant: "nowhere", practice: 30 }))).toBe("not_found");
    });
  });
}

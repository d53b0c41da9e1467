import { beforeAll, describe, expect, it } from "vitest";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { Ctx } from "@/lib/contracts/context";
import { exportAudit, listAudit, listAuditActions } from "@/lib/domain/audit-log";
import { cutAuditJob, cutLog, queueAuditCuts } from "@/lib/domain/audit-operations";
import { verifyAudit } from "@/lib/domain/audit-reading";
import { operate } from "@/lib/domain/operations";
import { setPreferences } from "@/lib/domain/people";
import { expireJob } from "@/lib/domain/privacy-retention";
import { drainJobs } from "@/lib/platform/jobs";
import { keep, lastOf, rewrite, tamper, undo } from "@/tests/support/audit-log";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, codeOf } from "./talk";

let acme: Ctx;
let globex: Ctx;

function describeReading(): void {
  describe("reading the audit log", () => {
    it("is for administrators and auditors", async () => {
      for (const account of ["trainee", "manager", "author"]) {
        const ctx = await signIn(account);
        for (const refused of [listAudit(ctx, {}), verifyAudit(ctx), exportAudit(ctx, {}), listAuditActions(ctx)]) {
          expect(await codeOf(refused)).toBe("forbidden");
        }
      }
      expect((await listAudit(await signIn("auditor"), {})).items.length).toBeGreaterThan(0);
    });

    it("narrows by action, person, target, words and days", async () => {
      const trainee = await signIn("trainee2");
      const sessionId = await aTalk(trainee);
      const target = `session:${sessionId}`;
      const day = new Date().toISOString().slice(0, 10);
      const found = async (filter: Parameters<typeof listAudit>[1]) => (await listAudit(acme, filter)).items;
      expect(await found({ target, action: "session.start" })).toMatchObject([
        { actor: { email: "trainee2@acme.example" }, role: "trainee", target },
      ]);
      expect(await found({ target, person: "trainee2@ACME" })).toHaveLength(1);
      expect(await found({ target, person: "nobody of that name" })).toEqual([]);
      expect(await found({ q: sessionId, from: day, to: day })).toHaveLength(1);
      expect(await found({ target, to: "2020-01-01" })).toEqual([]);
      expect(await found({ q: "%" })).toEqual([]);
      expect(await listAuditActions(acme)).toContain("session.start");
    });

    it("pages without losing or repeating a row while others are written", async () => {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listAudit(acme, { cursor });
        seen.push(...page.items.map(({ seq }) => seq));
        cursor = page.nextCursor ?? undefined;
        await setPreferences(acme, { theme: "dark" });
      } while (cursor);
      expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => seen.length - i));
      expect(seen.length).toBeGreaterThan(100);
    });

    it("shows a tenant nothing of another", async () => {
      const theirs = await lastOf(globex);
      expect((await listAudit(acme, { q: theirs.id })).items).toEqual([]);
      expect((await listAudit(acme, { q: theirs.requestId, person: "globex" })).items).toEqual([]);
    });

    it("as an export is itself on record, once, and ends where it began", async () => {
      const { to } = await verifyAudit(acme);
      const rows: AuditEvent[] = [];
      for await (const part of await exportAudit(acme, { from: "2020-01-01" })) {
        rows.push(...part);
        await setPreferences(acme, { theme: "dark" });
      }
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: to }, (_, i) => i + 1));
      const exports = (await listAudit(acme, { action: "audit.export" })).items.filter(({ seq }) => seq > to);
      expect(exports).toMatchObject([{ seq: to + 1, detail: { from: "2020-01-01" } }]);
    });
  });
}

function describeRetention(): void {
  describe("a log that is kept for a time", () => {
    it("loses its oldest rows alone, says so, and is still whole from there", async () => {
      await operate({ op: "audit.retention", tenant: "globex", days: 365 });
      expect(await cutLog(globex.tenantId)).toBe(0);
      await tamper(`update audit_events set at = at - interval '400 days'
        where tenant_id = '${globex.tenantId}' and seq <= 3; ${rewrite(globex.tenantId)}`);
      const before = await verifyAudit(globex);
      expect(await cutLog(globex.tenantId)).toBe(3);
      expect(await cutLog(globex.tenantId)).toBe(0);
      const after = await verifyAudit(globex);
      expect(after).toMatchObject({ from: 4, to: before.to + 1, rows: before.rows - 2, fault: null });
      expect(await lastOf(globex)).toMatchObject({
        action: "audit.cut",
        role: "system",
        detail: { lastSeq: 3, rows: 3 },
      });
    });

    it("does not lose a row more without its being found", async () => {
      await asOwner(keep);
      await tamper(`delete from audit_events where tenant_id = '${globex.tenantId}' and seq = 4`);
      expect((await verifyAudit(globex)).fault).toEqual({ seq: 4, id: null, kind: "missing" });
      await tamper(undo);
    });

    it("is cut by a job that is queued once a day, for those who want it", async () => {
      await queueAuditCuts();
      await queueAuditCuts();
      const queued = await asOwner(`select data->>'tenantId' as tenant from pgboss.job where name = 'cut_audit'`);
      expect(queued).toEqual([{ tenant: globex.tenantId }]);
      const idle = { run: async () => {}, dead: async () => {} };
      expect(
        await drainJobs({ evaluate: idle, cut_audit: cutAuditJob, expire: expireJob }, { max: 100 }),
      ).toBeGreaterThan(0);
      await operate({ op: "audit.retention", tenant: "globex", days: null });
      const { detail } = await lastOf(globex);
      expect(detail).toEqual({ before: { days: 365 }, after: { days: null } });
    });
  });
}

export function describeAuditReading(): void {
  beforeAll(async () => {
    acme = await signIn("admin");
    globex = await signIn("admin", "globex");
  });
  describeReading();
  describeRetention();
}

import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { AuditEvent } from "@/lib/contracts/audit";
import type { Ctx } from "@/lib/contracts/context";
import { exportAudit, listAudit, listAuditActions } from "@/lib/domain/audit-log";
import { cutAuditJob, cutLog, queueAuditCuts } from "@/lib/domain/audit-operations";
import { verifyAudit } from "@/lib/domain/audit-reading";
import { operate } from "@/lib/domain/operations";
import { setPreferences } from "@/lib/domain/people";
import { sqlState } from "@/lib/domain/verb";
import { drainJobs } from "@/lib/platform/jobs";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, codeOf, play } from "./talk";

let acme: Ctx;
let globex: Ctx;

const unhindered = "set session_replication_role = replica;";
const restored = "set session_replication_role = origin;";

/** Changes rows as only the owner of the database can, with no trigger to notice. */
const tamper = (text: string) => asOwner(`${unhindered} ${text}; ${restored}`);

const keep = `drop schema if exists kept cascade; create schema kept; create table kept.events as table audit_events;
  create table kept.heads as table audit_heads`;
const undo = `delete from audit_events; insert into audit_events select * from kept.events;
  delete from audit_heads; insert into audit_heads select * from kept.heads; drop schema kept cascade`;

/** Writes the whole log of a tenant anew, as somebody would who has the owner's password and knows how it is made. */
const rewrite = (tenantId: string) => `do $$ declare e audit_events; before text := null;
  begin for e in select * from audit_events where tenant_id = '${tenantId}' order by seq loop
    e.prev_hash := before; e.hash := audit_hash(e); before := e.hash;
    update audit_events set prev_hash = e.prev_hash, hash = e.hash where id = e.id;
    update audit_heads set hash = e.hash where tenant_id = e.tenant_id;
  end loop; end $$`;

async function lastOf(ctx: Ctx): Promise<AuditEvent> {
  const [last] = (await listAudit(ctx, {})).items;
  if (!last) throw new Error("the log has rows");
  return last;
}

async function codeOfSql(ctx: Ctx, statement: ReturnType<typeof sql>): Promise<string | undefined> {
  return withTenant(ctx, (tx) => tx.execute(statement)).then(
    () => "fine",
    (error: unknown) => sqlState(error),
  );
}

function describeChain(): void {
  describe("the audit log's chain", () => {
    it("goes through every row of either tenant, each with places of its own from 1", async () => {
      await play(acme, await aTalk(acme));
      await play(globex, await aTalk(globex));
      for (const ctx of [acme, globex]) {
        const report = await verifyAudit(ctx);
        expect(report).toMatchObject({ from: 1, fault: null });
        expect(report.rows).toBe(report.to);
        expect(await lastOf(ctx)).toMatchObject({ seq: report.to, hash: report.hash });
      }
    });

    it("has no gap after fifty writers at once", async () => {
      const before = await verifyAudit(acme);
      await Promise.all(Array.from({ length: 50 }, () => setPreferences(acme, { theme: "dark" })));
      expect(await verifyAudit(acme)).toMatchObject({ rows: before.rows + 50, to: before.to + 50, fault: null });
    });

    it("lets talks be played side by side by one company", async () => {
      const talks = await Promise.all(Array.from({ length: 8 }, () => aTalk(acme)));
      await Promise.all(talks.map((sessionId) => play(acme, sessionId)));
      expect((await verifyAudit(acme)).fault).toBeNull();
    });

    it("takes place, time and hash from nobody", async () => {
      const { to } = await verifyAudit(acme);
      await withTenant(acme, async (tx) => {
        await tx.execute(sql`insert into audit_events (tenant_id, actor_role, action, request_id, seq, hash, prev_hash, at)
          values (${acme.tenantId}, 'trainee', 'test.forged', 'x', 1, 'h', 'p', '2001-01-01')`);
      });
      const row = await lastOf(acme);
      expect(row).toMatchObject({ action: "test.forged", seq: to + 1 });
      expect(Date.parse(row.at)).toBeGreaterThan(Date.parse("2020-01-01"));
      expect((await verifyAudit(acme)).fault).toBeNull();
    });

    it("is closed to the application but for adding to its end", async () => {
      for (const statement of [
        sql`update audit_heads set seq = 0`,
        sql`delete from audit_heads`,
        sql`insert into audit_heads (tenant_id) values (${acme.tenantId})`,
        sql`insert into audit_events (tenant_id, actor_role, action, request_id, detail)
          values (${acme.tenantId}, 'system', 'audit.cut', 'x', '{"lastSeq": 5}')`,
        sql`select audit_hash(e) from audit_events e`,
      ]) {
        expect(await codeOfSql(acme, statement)).toBe("42501");
      }
    });
  });
}

function describeTampering(): void {
  describe("a row of the audit log, behind the application's back,", () => {
    let from: number;
    let anchor: { seq: number; hash: string };
    const row = (seq: number) => `tenant_id = '${acme.tenantId}' and seq = ${seq}`;
    beforeEach(async () => {
      await asOwner(keep);
      const last = await lastOf(acme);
      from = Math.floor(last.seq / 2);
      anchor = { seq: last.seq, hash: last.hash };
    });
    afterEach(async () => {
      await tamper(undo);
      expect((await verifyAudit(acme)).fault).toBeNull();
    });
    const faultOf = async () => (await verifyAudit(acme)).fault;

    it("changed is found, whatever was changed in it", async () => {
      for (const change of [
        "action = 'x.y'",
        "actor_id = null",
        "subject = null",
        "request_id = ''",
        "actor_role = 'y'",
      ]) {
        await tamper(`update audit_events set ${change} where ${row(from)}`);
        expect(await faultOf(), change).toMatchObject({ seq: from, kind: "changed" });
        await tamper(`${undo}; ${keep}`);
      }
      for (const change of [`at = at + interval '1 microsecond'`, `detail = detail || '{"a": 1}'`]) {
        await tamper(`update audit_events set ${change} where ${row(from)}`);
        expect(await faultOf(), change).toMatchObject({ seq: from, kind: "changed" });
      }
    });

    it("removed is found, in the middle, at the beginning and at the end", async () => {
      await tamper(`delete from audit_events where ${row(from)}`);
      expect(await faultOf()).toEqual({ seq: from, id: null, kind: "missing" });
      await tamper(`${undo}; ${keep}; delete from audit_events where ${row(1)}`);
      expect(await faultOf()).toEqual({ seq: 1, id: null, kind: "missing" });
      await tamper(`${undo}; ${keep}; delete from audit_events where ${row(anchor.seq)}`);
      expect(await faultOf()).toEqual({ seq: anchor.seq, id: null, kind: "missing" });
    });

    it("inserted is found", async () => {
      const forged = `insert into audit_events (tenant_id, actor_role, action, request_id, seq, hash, prev_hash)
        values ('${acme.tenantId}', 'admin', 'user.add', 'x'`;
      await tamper(`${forged}, ${anchor.seq + 1}, 'h', '${anchor.hash}')`);
      expect(await faultOf()).toMatchObject({ seq: anchor.seq + 1, kind: "changed" });
      await tamper(`${undo}; ${keep}; ${forged}, 0, 'h', null)`);
      expect(await faultOf()).toMatchObject({ seq: 0, kind: "added" });
    });

    it("moved to another place is found", async () => {
      await tamper(`update audit_events set seq = -1 where ${row(from)};
        update audit_events set seq = ${from} where ${row(from + 1)};
        update audit_events set seq = ${from + 1} where ${row(-1)}`);
      expect(await faultOf()).toMatchObject({ seq: from, kind: "changed" });
    });

    it("rewritten with all that follow is found by whoever noted an earlier hash, and by the command", async () => {
      await tamper(`update audit_events set action = 'x.y' where ${row(from)}; ${rewrite(acme.tenantId)}`);
      expect(await faultOf()).toBeNull();
      const told = await operate({ op: "audit.verify", tenant: "acme", anchor });
      expect(told).toMatchObject({ bad: true });
      expect(told.message).toContain(`row ${anchor.seq} `);
    });

    it("is named by the command, which otherwise says that the log is whole", async () => {
      expect((await operate({ op: "audit.verify", tenant: "acme", anchor })).bad).toBeUndefined();
      await tamper(`update audit_events set request_id = 'x' where ${row(from)}`);
      const told = await operate({ op: "audit.verify", tenant: "acme" });
      expect(told).toMatchObject({ bad: true });
      expect(told.message).toContain(`row ${from} `);
      expect((await operate({ op: "audit.verify", tenant: "globex" })).bad).toBeUndefined();
    });
  });
}

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
      const exports = (await listAudit(acme, { action: "audit.export" })).items;
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
      expect(await drainJobs({ evaluate: idle, cut_audit: cutAuditJob }, { max: 100 })).toBeGreaterThan(0);
      await operate({ op: "audit.retention", tenant: "globex", days: null });
      const { detail } = await lastOf(globex);
      expect(detail).toEqual({ before: { days: 365 }, after: { days: null } });
    });
  });
}

export function describeAudit(): void {
  describe("audit", () => {
    beforeAll(async () => {
      acme = await signIn("admin");
      globex = await signIn("admin", "globex");
    });
    describeChain();
    describeTampering();
    describeReading();
    describeRetention();
  });
}

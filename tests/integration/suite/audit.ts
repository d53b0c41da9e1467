import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { verifyAudit } from "@/lib/domain/audit-reading";
import { operate } from "@/lib/domain/operations";
import { setPreferences } from "@/lib/domain/people";
import { sqlState } from "@/lib/domain/verb";
import { keep, lastOf, rewrite, tamper, undo } from "@/tests/support/audit-log";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, play } from "./talk";

let acme: Ctx;
let globex: Ctx;

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

export function describeAudit(): void {
  describe("audit", () => {
    beforeAll(async () => {
      acme = await signIn("admin");
      globex = await signIn("admin", "globex");
    });
    describeChain();
    describeTampering();
  });
}

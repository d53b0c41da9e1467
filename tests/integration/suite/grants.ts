import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf, withGrant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { endGrant, listGrants } from "@/lib/domain/grants";
import { operate } from "@/lib/domain/operations";
import { sqlState } from "@/lib/domain/verb";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aTalk, play } from "./talk";

/** A grant that runs for an hour; its id. */
export async function aGrant(tenantId: string): Promise<string> {
  const [row] = await asOwner(`insert into operator_grants (tenant_id, operator, reason, expires_at)
    values ('${tenantId}', 'ops@x.example', 'to look at a fault', now() + interval '1 hour') returning id`);
  return String(row?.id);
}

const pastTime = (id: string) =>
  asOwner(`update operator_grants set expires_at = now() - interval '1 second' where id = '${id}'`);

export function describeGrants(): void {
  describe("an operator", () => {
    let trainee: Ctx;
    let admin: Ctx;
    let foreign: Ctx;
    let talk: string;
    beforeAll(async () => {
      [trainee, admin, foreign] = [await signIn("trainee"), await signIn("admin"), await signIn("admin", "globex")];
      talk = await aTalk(trainee);
      await play(trainee, talk);
    });

    const show = (grant: string, tenant = "acme") => operate({ op: "talk.show", tenant, grant, talk });
    const see = (grant: string, tenantId = trainee.tenantId) =>
      withGrant({ tenantId, grantId: grant }, async (tx) => rowsOf(await tx.execute(sql`select id from messages`)));

    it("reads a talk by a grant that runs, which the tenant's audit log tells", async () => {
      const grant = await aGrant(trainee.tenantId);
      expect((await show(grant)).rows.length).toBeGreaterThan(1);
      const [row] = await asOwner(`select actor_role, actor_id, detail->>'grant' as grant from audit_events
        where action = 'grant.use' and subject = 'session:${talk}' order by seq desc limit 1`);
      expect(row).toEqual({ actor_role: "operator", actor_id: null, grant });
    });

    it.each(["expired", "ended by an administrator", "of another tenant", "made up"])(
      "reads nothing by a grant that is %s, and the database itself shows no row",
      async (kind) => {
        const grant =
          kind === "made up" ? crypto.randomUUID() : await aGrant((kind.startsWith("of") ? foreign : admin).tenantId);
        if (kind === "expired") await pastTime(grant);
        if (kind.startsWith("ended")) await endGrant(admin, { id: grant });
        await expect(show(grant)).rejects.toMatchObject({ code: "forbidden" });
        expect(await see(grant)).toEqual([]);
      },
    );

    it("sees by a grant that tenant alone, and may change none of it", async () => {
      const grant = await aGrant(trainee.tenantId);
      expect((await see(grant)).length).toBeGreaterThan(0);
      expect(await see(grant, foreign.tenantId)).toEqual([]);
      for (const statement of ["update messages set text = 'x'", "delete from messages", "select * from memories"]) {
        const attempt = withGrant({ tenantId: trainee.tenantId, grantId: grant }, async (tx) => {
          await tx.execute(sql.raw(statement));
        });
        expect(await attempt.catch(sqlState)).toBe("42501");
      }
    });

    it("cannot lengthen a grant, nor write the log but to say that it was used", async () => {
      const grant = await aGrant(trainee.tenantId);
      for (const statement of [
        "update operator_grants set expires_at = now() + interval '1 year'",
        `insert into audit_events (tenant_id, actor_role, action, request_id)
          values ('${trainee.tenantId}', 'operator', 'audit.cut', 'x')`,
        `insert into audit_events (tenant_id, actor_role, action, request_id)
          values ('${trainee.tenantId}', 'admin', 'grant.use', 'x')`,
      ]) {
        const attempt = withGrant({ tenantId: trainee.tenantId, grantId: grant }, async (tx) => {
          await tx.execute(sql.raw(statement));
        });
        expect(await attempt.catch(sqlState), statement).toBe("42501");
      }
    });

    it("is seen by the tenant's administrators, and ended by them alone", async () => {
      const grant = await aGrant(admin.tenantId);
      expect(await listGrants(admin)).toContainEqual(expect.objectContaining({ id: grant, state: "running" }));
      expect((await listGrants(foreign)).map(({ id }) => id)).not.toContain(grant);
      await expect(endGrant(foreign, { id: grant })).rejects.toMatchObject({ code: "not_found" });
      await expect(endGrant(trainee, { id: grant })).rejects.toMatchObject({ code: "forbidden" });
      await endGrant(admin, { id: grant });
      expect(await listGrants(admin)).toContainEqual(expect.objectContaining({ id: grant, state: "ended" }));
    });

    it("needs a reason and an end", async () => {
      const { operationSchema } = await import("@/lib/contracts/operations");
      const given = {
        op: "grant.open",
        tenant: "acme",
        operator: "ops@x.example",
        reason: "to look at a fault",
        hours: 1,
      };
      expect(operationSchema.safeParse(given).success).toBe(true);
      for (const wrong of [{ reason: "fault" }, { hours: 73 }, { hours: 0 }, { operator: "" }, { hours: undefined }])
        expect(operationSchema.safeParse({ ...given, ...wrong }).success).toBe(false);
    });
  });
}

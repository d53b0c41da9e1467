import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { endSession } from "@/lib/domain/sessions";
import { createShare, openShare, readShare, revokeShare } from "@/lib/domain/shares";
import { signIn } from "@/tests/support/database";
import { aTalk, codeOf } from "./talk";

export function describeShares(): void {
  describe("links to a debrief", () => {
    let ctx: Ctx;
    let colleague: Ctx;
    let sessionId: string;
    beforeAll(async () => {
      ctx = await signIn("trainee");
      colleague = await signIn("manager");
    });
    beforeEach(async () => {
      sessionId = await aTalk(ctx);
      await endSession(ctx, { sessionId });
    });

    it("open for people of the same tenant and for nobody else", async () => {
      const { token } = await createShare(ctx, { sessionId });
      expect(await openShare(colleague, { token })).toEqual({ sessionId });
      expect(await codeOf(openShare(await signIn("manager", "globex"), { token }))).toBe("not_found");
      expect(await codeOf(openShare(colleague, { token: `${token}x` }))).toBe("not_found");
    });

    it("are made by the owner alone, of a talk that has ended, for 1 to 30 days", async () => {
      expect(await codeOf(createShare(colleague, { sessionId }))).toBe("not_found");
      expect(await codeOf(createShare(ctx, { sessionId, days: 31 }))).toBe("invalid_request");
      expect(await codeOf(createShare(ctx, { sessionId: await aTalk(ctx) }))).toBe("session_not_ended");
    });

    it("run out", async () => {
      const { token } = await createShare(ctx, { sessionId, days: 1 });
      await withTenant(ctx, async (tx) => {
        await tx.execute(sql`update shares set expires_at = now() where session_id = ${sessionId}`);
      });
      expect(await codeOf(openShare(colleague, { token }))).toBe("share_expired");
      expect(await withTenant(ctx, (tx) => readShare(tx, sessionId))).toBeNull();
    });

    it("can be taken back, and a new one closes the old", async () => {
      const first = await createShare(ctx, { sessionId });
      const second = await createShare(ctx, { sessionId });
      expect(await codeOf(openShare(colleague, { token: first.token }))).toBe("share_expired");
      expect(await withTenant(ctx, (tx) => readShare(tx, sessionId))).toEqual(second);
      await revokeShare(ctx, { sessionId });
      expect(await codeOf(openShare(colleague, { token: second.token }))).toBe("share_expired");
    });

    it("are not stored in a form that opens them", async () => {
      const { token } = await createShare(ctx, { sessionId });
      const rows = await withTenant(ctx, async (tx) => rowsOf(await tx.execute(sql`select * from shares`)));
      expect(JSON.stringify(rows)).not.toContain(token);
    });
  });
}

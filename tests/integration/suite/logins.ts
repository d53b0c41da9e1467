import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findActor } from "@/db/actors";
import { resolveSignIn } from "@/db/identity";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import {
  endAllLogins,
  endLogin,
  endLoginsOf,
  endOtherLogins,
  endOwnLogin,
  listLogins,
  listOwnLogins,
} from "@/lib/domain/logins";
import { afterCommit, defineVerb, Refusal } from "@/lib/domain/verb";
import { actorOf } from "@/lib/platform/auth/actors";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { codeOf } from "./talk";

const loginOf = (ctx: Ctx) => (ctx.via?.kind === "login" ? ctx.via.id : "");
const ref = (ctx: Ctx) => ({ loginId: loginOf(ctx), userId: ctx.actor.userId, tenantId: ctx.tenantId });
const acts = async (ctx: Ctx) => (await findActor(ref(ctx))) !== null;

const verb = { name: "test.end", permission: "login:manage", audit: "none" } as const;

/** What the instance remembers of who acts by which sign-in. */
const holder: typeof globalThis & { [slot: symbol]: Map<string, unknown> | undefined } = globalThis;
const actors = () => holder[Symbol.for("salesboost.actors")] ?? new Map<string, unknown>();

/** Somebody of their own for a test: what is done to them disturbs nobody. */
async function arrive(role = "trainee", more: { userAgent?: string; replaces?: string; sub?: string } = {}) {
  const { oidc } = env();
  const sub = more.sub ?? `login-${randomUUID()}`;
  const claims = { sub, email: `${sub}@acme.example`, [oidc.tenantClaim]: "acme", [oidc.roleClaim]: role };
  const found = await resolveSignIn({ issuer: oidc.issuer, claims, ...more });
  if (found.kind !== "ok") throw new Error(found.reason);
  const { id: userId, tenantId, name, email, loginId } = found.user;
  const ctx: Ctx = {
    tenantId,
    actor: { userId, role: found.user.role, name, email },
    requestId: "test",
    locale: "en",
    via: { kind: "login", id: loginId },
  };
  return { ctx, sub };
}

export function describeLogins(): void {
  describe("a sign-in", () => {
    it("lets its own person act, and nobody by another's number", async () => {
      const [{ ctx: one }, { ctx: other }, stranger] = [
        await arrive(),
        await arrive(),
        await signIn("trainee", "globex"),
      ];
      expect(await acts(one)).toBe(true);
      expect(await findActor({ ...ref(one), loginId: loginOf(other) })).toBeNull();
      expect(await findActor({ ...ref(one), tenantId: stranger.tenantId })).toBeNull();
      expect(await findActor({ ...ref(stranger), loginId: loginOf(one) })).toBeNull();
      expect(await findActor({ ...ref(one), loginId: randomUUID() })).toBeNull();
    });

    it.each([
      ["disabled", "disabled_at = now()"],
      ["removed", "removed_at = now()"],
      ["left without a role", "role = null"],
      ["signed out everywhere", "logins_from = clock_timestamp()"],
    ])("is over for somebody who was %s", async (_what, change) => {
      const { ctx } = await arrive();
      expect(await acts(ctx)).toBe(true);
      await asOwner(`update users set ${change} where id = '${ctx.actor.userId}'`);
      expect(await acts(ctx)).toBe(false);
    });

    it("is over when it was ended, and a new one holds", async () => {
      const { ctx, sub } = await arrive();
      await withTenant(ctx, (tx) => endLoginsOf(tx, ctx.actor.userId));
      expect(await acts(ctx)).toBe(false);
      expect(await acts((await arrive("trainee", { sub })).ctx)).toBe(true);
    });

    it("is forgotten by this instance once its end is kept, also when it was looked up just before", async () => {
      const { ctx } = await arrive();
      const { loginId, userId, tenantId } = ref(ctx);
      const found = await actorOf(ref(ctx));
      const remembered = { actor: Promise.resolve(found), of: `${tenantId}:${userId}`, until: Date.now() + 10_000 };
      const end = defineVerb<void, void>({
        ...verb,
        run: async (tx) => {
          await endLoginsOf(tx, userId);
          // Another request that asked while this one was under way.
          actors().set(loginId, remembered);
        },
      });
      await end(await signIn("admin"));
      expect(await actorOf(ref(ctx))).toBeNull();
    });

    it("that failed to end is still remembered: what waits for the end of a verb is done only if it is kept", async () => {
      const done: string[] = [];
      const later = (word: string, outcome: () => Refusal) =>
        defineVerb<void, void>({
          ...verb,
          run: async (tx) => {
            afterCommit(tx, () => done.push(word));
            expect(done).not.toContain(word);
            return outcome();
          },
        });
      const admin = await signIn("admin");
      const broken = later("broken", () => {
        throw new AppError("version_conflict");
      });
      const refused = later("refused", () => new Refusal(new AppError("version_conflict")));
      expect(await codeOf(broken(admin))).toBe("version_conflict");
      expect(await codeOf(refused(admin))).toBe("version_conflict");
      expect(done).toEqual(["refused"]);
    });

    it("acts with the role of now, not of when it began", async () => {
      const { ctx } = await arrive("manager");
      await asOwner(`update users set role = 'trainee' where id = '${ctx.actor.userId}'`);
      expect(await findActor(ref(ctx))).toMatchObject({ role: "trainee" });
    });

    it("takes the place of the one before it in the same browser", async () => {
      const { ctx: before } = await arrive();
      const { ctx: after } = await arrive("trainee", { replaces: loginOf(before) });
      expect([await acts(before), await acts(after)]).toEqual([false, true]);
    });

    it("keeps no more than 300 characters of what a browser says", async () => {
      const { ctx } = await arrive("trainee", { userAgent: "x".repeat(5000) });
      const [row] = await asOwner(`select length(user_agent) as n from logins where id = '${loginOf(ctx)}'`);
      expect(Number(row?.n)).toBe(300);
    });

    it("is noted as used again only after a while", async () => {
      const { ctx } = await arrive();
      const seen = async () =>
        (await asOwner(`select last_seen_at::text as at from logins where id = '${loginOf(ctx)}'`))[0]?.at;
      const first = await seen();
      await acts(ctx);
      expect(await seen()).toBe(first);
      await asOwner(`update logins set last_seen_at = now() - interval '6 minutes' where id = '${loginOf(ctx)}'`);
      const old = await seen();
      await acts(ctx);
      expect(await seen()).not.toBe(old);
    });
  });

  describe("one's own sign-ins", () => {
    it("are listed with the one in use marked, without those that are over", async () => {
      const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1";
      const { ctx, sub } = await arrive("trainee", { userAgent: safari });
      const { ctx: second } = await arrive("trainee", { sub });
      const { ctx: third } = await arrive("trainee", { sub });
      await endOwnLogin(ctx, { id: loginOf(third) });
      const listed = await listOwnLogins(ctx);
      expect(listed.map(({ id, current }) => [id, current])).toEqual([
        [loginOf(second), false],
        [loginOf(ctx), true],
      ]);
      expect(listed[1]?.device).toEqual({ browser: "Safari 17", system: "iOS", kind: "phone" });
    });

    it("lapse from the list when they were not used for longer than a session lives", async () => {
      const { ctx } = await arrive();
      await asOwner(`update logins set last_seen_at = now() - interval '13 hours' where id = '${loginOf(ctx)}'`);
      expect(await listOwnLogins(ctx)).toEqual([]);
    });

    it("end one by one or all but this", async () => {
      const { ctx, sub } = await arrive();
      const { ctx: other } = await arrive("trainee", { sub });
      expect(await endOtherLogins(ctx)).toEqual({ ended: 1 });
      expect([await acts(ctx), await acts(other)]).toEqual([true, false]);
      await endOwnLogin(ctx, { id: loginOf(ctx) });
      expect(await acts(ctx)).toBe(false);
      expect(await codeOf(endOwnLogin(ctx, { id: loginOf(ctx) }))).toBe("not_found");
    });

    it("are nobody else's to end", async () => {
      const [{ ctx }, { ctx: other }, globex] = [await arrive(), await arrive(), await signIn("admin", "globex")];
      expect(await codeOf(endOwnLogin(other, { id: loginOf(ctx) }))).toBe("not_found");
      expect(await codeOf(endLogin(other, { id: loginOf(ctx) }))).toBe("forbidden");
      expect(await codeOf(listLogins(other, {}))).toBe("forbidden");
      expect(await codeOf(endLogin(globex, { id: loginOf(ctx) }))).toBe("not_found");
      expect(await codeOf(endAllLogins(globex, { userId: ctx.actor.userId }))).toBe("not_found");
      expect(await acts(ctx)).toBe(true);
    });
  });

  describe("an administrator", () => {
    it("sees who of the tenant is signed in, and finds them by name", async () => {
      const admin = await signIn("admin");
      const [{ ctx }, globex] = [await arrive(), await signIn("trainee", "globex")];
      const all = await listLogins(admin, {});
      expect(all.items.map(({ id }) => id)).toContain(loginOf(ctx));
      expect(all.items.map(({ id }) => id)).not.toContain(loginOf(globex));
      const found = await listLogins(admin, { person: ctx.actor.email.toUpperCase() });
      expect(found.items.map(({ person }) => person.id)).toEqual([ctx.actor.userId]);
      expect((await listLogins(admin, { person: "100%_" })).items).toEqual([]);
    });

    it("reads them page by page, each once", async () => {
      const admin = await signIn("admin");
      const { sub, ctx } = await arrive();
      for (let n = 0; n < 52; n++) await arrive("trainee", { sub });
      const first = await listLogins(admin, { user: ctx.actor.userId });
      const second = await listLogins(admin, { user: ctx.actor.userId, cursor: first.nextCursor ?? "" });
      expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 3, null]);
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
    });

    it("ends one, or all of a person", async () => {
      const admin = await signIn("admin");
      const { ctx, sub } = await arrive();
      const { ctx: second } = await arrive("trainee", { sub });
      expect(await endLogin(admin, { id: loginOf(ctx) })).toEqual({ userId: ctx.actor.userId });
      expect([await acts(ctx), await acts(second)]).toEqual([false, true]);
      expect(await endAllLogins(admin, { userId: ctx.actor.userId })).toEqual({ ended: 1 });
      expect(await acts(second)).toBe(false);
    });
  });
}

import type { Ctx } from "@/lib/contracts/context";
import { endAllLogins, endLogin, endOtherLogins, endOwnLogin } from "@/lib/domain/logins";
import { signIn } from "@/tests/support/database";

type Act = { action: string; prepare: () => Promise<() => Promise<unknown>> };

/** One call of each audited verb about sign-ins, by its name. `admin` is asked when the act is prepared. */
export function identityActs(admin: () => Ctx): Record<string, Act> {
  const onLogin = (action: string, work: (ctx: Ctx, id: string) => Promise<unknown>): Act => ({
    action,
    prepare: async () => {
      const ctx = await signIn("trainee2");
      return () => work(ctx, ctx.via?.kind === "login" ? ctx.via.id : "");
    },
  });
  return {
    "logins.end_own": onLogin("login.end", (ctx, id) => endOwnLogin(ctx, { id })),
    "logins.end_others": onLogin("login.end_others", (ctx) => endOtherLogins(ctx)),
    "logins.end": onLogin("login.end", (_ctx, id) => endLogin(admin(), { id })),
    "logins.end_all": onLogin("login.end_all", (ctx) => endAllLogins(admin(), { userId: ctx.actor.userId })),
  };
}

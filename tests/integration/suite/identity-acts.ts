import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/contracts/context";
import type { ConnectionInput } from "@/lib/contracts/sign-in";
import { addConnection, changeConnection, removeConnection } from "@/lib/domain/connections";
import { endAllLogins, endLogin, endOtherLogins, endOwnLogin } from "@/lib/domain/logins";
import { setSignInPolicy } from "@/lib/domain/sign-in-policy";
import { signIn } from "@/tests/support/database";

type Act = { action: string; prepare: () => Promise<() => Promise<unknown>> };

/** An identity provider that nobody asks. */
export const aProvider = (more: Partial<ConnectionInput> = {}): ConnectionInput => ({
  name: "Directory",
  issuer: "http://localhost:9/directory",
  clientId: randomUUID(),
  clientSecret: "a secret of theirs",
  scopes: "openid profile email",
  roleClaim: "groups",
  roles: { sellers: "trainee" },
  defaultRole: null,
  ...more,
});

/** One call of each audited verb about sign-ins, by its name. `admin` is asked when the act is prepared. */
export function identityActs(admin: () => Ctx): Record<string, Act> {
  const onLogin = (action: string, work: (ctx: Ctx, id: string) => Promise<unknown>): Act => ({
    action,
    prepare: async () => {
      const ctx = await signIn("trainee2");
      return () => work(ctx, ctx.via?.kind === "login" ? ctx.via.id : "");
    },
  });
  const onProvider = (action: string, work: (id: string) => Promise<unknown>): Act => ({
    action,
    prepare: async () => {
      const { id } = await addConnection(admin(), aProvider());
      return () => work(id);
    },
  });
  return {
    "connections.add": { action: "connection.add", prepare: async () => () => addConnection(admin(), aProvider()) },
    "connections.update": onProvider("connection.update", (id) =>
      changeConnection(admin(), { ...aProvider({ name: "Other" }), id }),
    ),
    "connections.remove": onProvider("connection.remove", (id) => removeConnection(admin(), { id })),
    "sign_in.set_policy": {
      action: "sign_in.policy",
      prepare: async () => () => setSignInPolicy(admin(), { allowedDomains: [], domainRoles: {} }),
    },
    "logins.end_own": onLogin("login.end", (ctx, id) => endOwnLogin(ctx, { id })),
    "logins.end_others": onLogin("login.end_others", (ctx) => endOtherLogins(ctx)),
    "logins.end": onLogin("login.end", (_ctx, id) => endLogin(admin(), { id })),
    "logins.end_all": onLogin("login.end_all", (ctx) => endAllLogins(admin(), { userId: ctx.actor.userId })),
  };
}

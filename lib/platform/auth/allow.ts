import type { Ctx } from "@/lib/contracts/context";
import { isAllowed, type Permission } from "@/lib/contracts/permissions";

/** Whether the actor may: the role must hold the permission, and a key must have it among its scopes. */
export function holds(ctx: Pick<Ctx, "actor" | "via">, permission: Permission): boolean {
  if (ctx.via?.kind === "key" && !ctx.via.scopes.includes(permission)) return false;
  return isAllowed(ctx.actor.role, permission);
}

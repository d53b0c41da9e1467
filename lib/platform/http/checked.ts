import { AsyncLocalStorage } from "node:async_hooks";
import type { Permission } from "@/lib/contracts/permissions";
import { AppError } from "@/lib/platform/errors";

const running = new AsyncLocalStorage<Set<Permission>>();

/** Notes that the enforcement point let this permission through in the current request. */
export function noteChecked(permission: Permission): void {
  running.getStore()?.add(permission);
}

/**
 * Runs the body of a route, action or page and refuses to hand out what it made unless a verb has checked a permission
 * meanwhile: a handler that reaches data past the verbs answers nobody. Throws `internal`.
 */
export async function withChecks<T>(work: () => Promise<T>): Promise<T> {
  const checked = new Set<Permission>();
  const result = await running.run(checked, work);
  if (checked.size === 0) throw new AppError("internal", { cause: new Error("no verb checked a permission") });
  return result;
}

import { door } from "./client";
import type { Tx } from "./scope";

export type { Tx } from "./scope";
export { rowsOf } from "./scope";

/**
 * The only way to tenant data: one transaction that sees and writes rows of `ctx.tenantId` alone. Role and tenant are
 * set in the same round trip as BEGIN. Never keep it open while a model speaks.
 */
export async function withTenant<T>(ctx: { tenantId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return (await door()).transaction({ role: "app_user", tenantId: ctx.tenantId }, work);
}

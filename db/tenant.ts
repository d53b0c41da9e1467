import { door } from "./client";
import { rowsOf, type Tx } from "./scope";

export type { Tx } from "./scope";
export { rowsOf } from "./scope";

/**
 * The only way to tenant data: one transaction that sees and writes rows of `ctx.tenantId` alone. Role and tenant are
 * set in the same round trip as BEGIN. Never keep it open while a model speaks.
 */
export async function withTenant<T>(ctx: { tenantId: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return (await door()).transaction({ role: "app_user", tenantId: ctx.tenantId }, work);
}

/**
 * One statement on tenant data in a transaction and a round trip of its own: for the few steps where every trip counts.
 * `input` reaches it as jsonb in `(table input).j`; nothing of it is ever part of the statement's text.
 */
export async function runStatement<T>(
  ctx: { tenantId: string },
  input: Record<string, unknown>,
  statement: string,
): Promise<T[]> {
  // Several statements in one message allow no parameters. Base64 has no character that could end a literal.
  const carried = Buffer.from(JSON.stringify(input)).toString("base64");
  const source = `input as (select convert_from(decode('${carried}', 'base64'), 'UTF8')::jsonb as j)`;
  const opened = await door();
  const result = await opened.single({ role: "app_user", tenantId: ctx.tenantId }, `with ${source}, ${statement}`);
  return rowsOf<T>(result);
}

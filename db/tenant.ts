import { door } from "./client";
import { rowsOf, type Tx } from "./scope";

export type { Tx } from "./scope";
export { rowsOf } from "./scope";

/**
 * The only way to tenant data: one transaction that sees and writes rows of `ctx.tenantId` alone. Role and tenant are
 * set in the same round trip as BEGIN. Never keep it open while a model speaks. `name` says in traces what it is for.
 * With `practiceOf` the database shows the practice of that person alone.
 */
export async function withTenant<T>(
  { tenantId, practiceOf }: { tenantId: string; practiceOf?: string | undefined },
  work: (tx: Tx) => Promise<T>,
  name?: string,
): Promise<T> {
  return (await door()).transaction({ role: "app_user", tenantId, practiceOf }, work, name);
}

/**
 * An operator's way in: reads what a running grant of the tenant shows, and nothing once it has ended. The database looks
 * at the grant in each statement.
 */
export async function withGrant<T>(
  grant: { tenantId: string; grantId: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return (await door()).transaction({ role: "app_operator", ...grant }, work);
}

/**
 * Calls a function of ours on tenant data in a transaction and a single round trip of its own: for the few steps where
 * every trip counts. It takes and returns jsonb.
 */
export async function callFunction<T>(
  { tenantId, practiceOf }: { tenantId: string; practiceOf?: string },
  name: "claim_turn" | "settle_turn",
  input: Record<string, unknown>,
): Promise<T | null> {
  // Several statements in one message allow no parameters. Base64 has no character that could end a literal.
  const carried = Buffer.from(JSON.stringify(input)).toString("base64");
  const call = `select ${name}(convert_from(decode('${carried}', 'base64'), 'UTF8')::jsonb) as answer`;
  const opened = await door();
  const result = await opened.single({ role: "app_user", tenantId, practiceOf }, call, name);
  return rowsOf<{ answer: T | null }>(result)[0]?.answer ?? null;
}

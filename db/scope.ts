import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** A transaction of any driver. */
export type Tx = PgDatabase<PgQueryResultHKT>;

/** Who a transaction acts as. Each is a role without log-in that owns nothing. */
export type Scope =
  /** `practiceOf`: whose practice the database shows; everybody's of the tenant without it */
  | { role: "app_user"; tenantId: string; practiceOf?: string | undefined }
  | { role: "app_operator"; tenantId: string; grantId: string }
  | { role: "app_identity" }
  | { role: "app_jobs" };

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One statement that narrows the current transaction: role, tenant, time limits. `set_config(…, true)` ends with the
 * transaction, so a pooled connection carries nothing over, also behind a transaction pooler.
 */
export function scopeStatement(scope: Scope, statementTimeoutMs: number): string {
  const tenant = "tenantId" in scope ? scope.tenantId : "";
  // Written into the text because BEGIN and this travel together, which the protocol allows only without parameters.
  if (tenant !== "" && !uuidShape.test(tenant)) throw new TypeError("a tenant id must be a UUID");
  const grant = "grantId" in scope ? scope.grantId : "";
  if (grant !== "" && !uuidShape.test(grant)) throw new TypeError("a grant id must be a UUID");
  const person = "practiceOf" in scope ? scope.practiceOf : undefined;
  // Nobody in particular is said by leaving it out: an empty id must not open everybody's practice.
  if (person !== undefined && !uuidShape.test(person)) throw new TypeError("a person's id must be a UUID");
  const settings = [
    ["statement_timeout", String(statementTimeoutMs)],
    ["idle_in_transaction_session_timeout", String(statementTimeoutMs)],
    ["app.tenant_id", tenant],
    ...(grant ? [["app.grant_id", grant]] : []),
    ...(person ? [["app.user_id", person]] : []),
    ["role", scope.role],
  ];
  return `select ${settings.map(([name, value]) => `set_config('${name}','${value}',true)`).join(", ")}`;
}

/** Rows of a raw `tx.execute`: every driver answers `{ rows }`. */
export function rowsOf<T>(result: unknown): T[] {
  // Sound: node-postgres, Neon and PGlite all return an object with `rows`; T is the caller's own select list.
  return (result as { rows: T[] }).rows;
}

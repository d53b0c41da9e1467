import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { apiKeys, users } from "@/db/schema";
import { isPowerful, scopesFor } from "@/lib/contracts/keys";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { AppError } from "@/lib/platform/errors";
import { shownKey, storeKey } from "./keys";
import { auditOperator, findTenant } from "./operator";
import { findByAddress } from "./people-changing";

type Of<Op extends Operation["op"]> = Extract<Operation, { op: Op }>;

const day = (time: string | null) => time?.slice(0, 10) ?? "never";

async function addKey(input: Of<"key.add">): Promise<OperationResult> {
  return withDirectory(async (tx) => {
    const tenant = await findTenant(tx, input.tenant);
    const found = await findByAddress(tx, { tenantId: tenant.id }, input.user);
    // Held until the key stands: whoever is being shut out meanwhile takes it with them.
    const [person] = found ? await tx.select().from(users).where(eq(users.id, found.id)).for("share") : [];
    if (!person?.role || person.disabledAt || person.removedAt) {
      throw new AppError("not_found", {
        detail: `${input.user} cannot act in ${tenant.slug}: unknown, disabled or without a role.`,
      });
    }
    const holds = scopesFor(person.role, "self");
    const wrong = input.scopes?.filter((scope) => !holds.includes(scope)) ?? [];
    if (wrong.length > 0)
      throw new AppError("invalid_request", { detail: `${person.role} does not hold ${wrong.join(", ")}.` });
    const { name, days } = input;
    // What makes a key as good as an administrator is given only when it is asked for by name.
    const scopes = input.scopes ?? holds.filter((scope) => !isPowerful(scope));
    const made = await storeKey(tx, { tenantId: tenant.id, person, name, scopes, days, createdBy: null });
    const detail = { prefix: made.prefix, scopes, expiresAt: made.expiresAt, actsAs: person.id };
    await auditOperator(tx, tenant.id, { action: "key.create", subject: `key:${made.id}`, detail });
    const until = `${made.prefix} acts as ${person.email} of ${tenant.slug} until ${day(made.expiresAt)}.`;
    return { message: `${until} The key itself, shown this once:\n${made.secret}`, rows: [] };
  });
}

async function listKeys({ tenant: slug }: Of<"key.list">): Promise<OperationResult> {
  return withDirectory(async (tx) => {
    const tenant = await findTenant(tx, slug);
    const rows = await tx
      .select({ key: apiKeys, person: users })
      .from(apiKeys)
      .innerJoin(users, eq(users.id, apiKeys.userId))
      .where(eq(apiKeys.tenantId, tenant.id))
      .orderBy(desc(apiKeys.createdAt));
    const now = new Date();
    const shown = rows.map((row) => {
      const { prefix, name, actsAs, state, expiresAt, lastUsedAt, scopes } = shownKey(row, now);
      const [until, used] = [day(expiresAt), lastUsedAt?.slice(0, 16).replace("T", " ") ?? "never"];
      return { key: prefix, name, "acts as": actsAs.email, state, until, used, scopes: String(scopes.length) };
    });
    return { message: `${rows.length} key(s) in ${tenant.slug}`, rows: shown };
  });
}

async function revokeKey({ tenant: slug, key }: Of<"key.revoke">): Promise<OperationResult> {
  return withDirectory(async (tx) => {
    const tenant = await findTenant(tx, slug);
    const named = or(eq(apiKeys.prefix, key), sql`${apiKeys.id}::text = ${key}`);
    const ended = await tx
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiKeys.tenantId, tenant.id), isNull(apiKeys.revokedAt), named))
      .returning({ id: apiKeys.id, name: apiKeys.name, prefix: apiKeys.prefix });
    const [one] = ended;
    if (!one) throw new AppError("not_found", { detail: `${tenant.slug} has no living key ${key}.` });
    const detail = { prefix: one.prefix };
    await auditOperator(tx, tenant.id, { action: "key.revoke", subject: `key:${one.id}`, detail });
    return { message: `${one.prefix} is revoked.`, rows: [] };
  });
}

/** An operator's command on a tenant's keys. Throws `not_found`, `invalid_request`, `unprocessable`. */
export async function operateKeys(operation: Of<"key.add" | "key.list" | "key.revoke">): Promise<OperationResult> {
  switch (operation.op) {
    case "key.add":
      return addKey(operation);
    case "key.list":
      return listKeys(operation);
    case "key.revoke":
      return revokeKey(operation);
  }
}

import { asc, isNull, sql } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { users } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { AppError } from "@/lib/platform/errors";
import { auditOperator, findTenant } from "./operator";
import { findByAddress, invitePerson, standingOf, updatePerson } from "./people-changing";

export type UserOperation = Extract<Operation, { op: `user.${string}` }>;
type Of<Op extends UserOperation["op"]> = Extract<UserOperation, { op: Op }>;

const tenantOf = (slug: string) => withDirectory((tx) => findTenant(tx, slug));

/** Invites a person, or changes the role of one with that address. A role in the person's claims wins at sign-in. */
async function addUser({ tenant: slug, email, role, name }: Of<"user.add">): Promise<OperationResult> {
  const tenant = await tenantOf(slug);
  return withTenant({ tenantId: tenant.id }, async (tx) => {
    const within = { tenantId: tenant.id };
    const known = await findByAddress(tx, within, email);
    const changed = known
      ? await updatePerson(tx, within, { id: known.id, change: { role, name } })
      : { before: null, after: await invitePerson(tx, within, { email, role, name }) };
    await auditOperator(tx, tenant.id, {
      action: "user.add",
      subject: `user:${changed.after.id}`,
      change: { before: { role: changed.before?.role ?? null }, after: { role } },
    });
    return { message: `${email} ${known ? "was known in" : "is invited to"} ${slug} as ${role}.`, rows: [] };
  });
}

async function setDisabled({ op, tenant: slug, email }: Of<"user.disable" | "user.enable">): Promise<OperationResult> {
  const disabled = op === "user.disable";
  const tenant = await tenantOf(slug);
  return withTenant({ tenantId: tenant.id }, async (tx) => {
    const known = await findByAddress(tx, { tenantId: tenant.id }, email);
    if (!known) throw new AppError("not_found", { detail: `${email} is not in ${slug}.` });
    const { before, after } = await updatePerson(tx, { tenantId: tenant.id }, { id: known.id, change: { disabled } });
    const change = { before: standingOf(before), after: standingOf(after) };
    await auditOperator(tx, tenant.id, { action: op, subject: `user:${known.id}`, change });
    return { message: `${email} of ${slug} is ${disabled ? "disabled" : "enabled"}.`, rows: [] };
  });
}

async function listUsers({ tenant: slug }: Of<"user.list">): Promise<OperationResult> {
  const tenant = await tenantOf(slug);
  const rows = await withTenant({ tenantId: tenant.id }, (tx) =>
    tx
      .select({
        email: users.email,
        name: users.name,
        role: sql<string>`coalesce(${users.role}, '')`,
        state: sql<string>`case when ${users.disabledAt} is not null then 'disabled'
          when ${users.subject} is null then 'invited' else 'active' end`,
      })
      .from(users)
      .where(isNull(users.removedAt))
      .orderBy(asc(users.email)),
  );
  return { message: `${rows.length} person(s) in ${slug}`, rows };
}

/** People of a tenant from the command line. Throws `not_found`, `last_admin`, `unprocessable`. */
export async function operateUsers(operation: UserOperation): Promise<OperationResult> {
  switch (operation.op) {
    case "user.add":
      return addUser(operation);
    case "user.disable":
    case "user.enable":
      return setDisabled(operation);
    case "user.list":
      return listUsers(operation);
  }
}

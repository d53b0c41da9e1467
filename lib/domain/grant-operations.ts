import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { withDirectory } from "@/db/identity";
import { messages, operatorGrants, practiceSessions } from "@/db/schema";
import { withGrant, type Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import { AppError } from "@/lib/platform/errors";
import { closeGrant, grantOf } from "./grants";
import { auditOperator, findTenant } from "./operator";
import { requirePermission, writeAudit } from "./verb";

export type GrantOperation = Extract<Operation, { op: `grant.${string}` | `talk.${string}` }>;
type Of<Op extends GrantOperation["op"]> = Extract<GrantOperation, { op: Op }>;

const talksShown = 50;

async function openGrant(input: Of<"grant.open">): Promise<OperationResult> {
  const { operator, reason, hours } = input;
  return withDirectory(async (tx) => {
    const tenant = await findTenant(tx, input.tenant);
    const expiresAt = new Date(Date.now() + hours * 3_600_000);
    const [row] = await tx
      .insert(operatorGrants)
      .values({ tenantId: tenant.id, operator, reason, expiresAt })
      .returning({ id: operatorGrants.id });
    const detail = { operator, reason, until: expiresAt.toISOString() };
    await auditOperator(tx, tenant.id, { action: "grant.open", subject: `grant:${row?.id}`, detail });
    return {
      message: `${operator} may read the talks of ${tenant.slug} until ${expiresAt.toISOString()}: its administrators see it and may end it.`,
      rows: [{ grant: row?.id ?? "" }],
    };
  });
}

async function listGrantsOf({ tenant: slug }: Of<"grant.list">): Promise<OperationResult> {
  const rows = await withDirectory(async (tx) => {
    const tenant = await findTenant(tx, slug);
    return tx
      .select()
      .from(operatorGrants)
      .where(eq(operatorGrants.tenantId, tenant.id))
      .orderBy(desc(operatorGrants.createdAt));
  });
  const now = new Date();
  const told = rows
    .map((row) => grantOf(row, now))
    .map(({ id, operator, reason, until, state }) => ({ grant: id, operator, reason, until, state }));
  return { message: `${rows.length} grant(s) in ${slug}`, rows: told };
}

async function endGrantOf({ tenant: slug, grant }: Of<"grant.end">): Promise<OperationResult> {
  await withDirectory(async (tx) => {
    const tenant = await findTenant(tx, slug);
    await closeGrant(tx, tenant.id, grant, null);
    await auditOperator(tx, tenant.id, { action: "grant.end", subject: `grant:${grant}` });
  });
  return { message: "The grant has ended.", rows: [] };
}

/**
 * Reads as the operator of a running grant, which the database checks in each statement, and writes that into the
 * tenant's audit log in the same transaction. Throws `forbidden` when the grant is not the tenant's or does not run.
 */
async function readByGrant<T>(
  { tenant: slug, grant }: Of<"talk.list" | "talk.show">,
  subject: string,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tenant = await withDirectory((tx) => findTenant(tx, slug));
  const actor: Ctx["actor"] = { userId: grant, role: "operator", name: "", email: "" };
  const via: Ctx["via"] = { kind: "grant", id: grant };
  const ctx: Ctx = { tenantId: tenant.id, actor, via, requestId: "command-line", locale: "en" };
  requirePermission(ctx, "session:read_granted");
  return withGrant({ tenantId: tenant.id, grantId: grant }, async (tx) => {
    const { id, endedAt, expiresAt } = operatorGrants;
    const now = new Date();
    const running = and(eq(id, grant), isNull(endedAt), gt(expiresAt, now));
    const used = await tx.update(operatorGrants).set({ lastUsedAt: now }).where(running).returning({ id });
    if (used.length === 0) throw new AppError("forbidden", { detail: "There is no such grant, or it has ended." });
    const found = await read(tx);
    await writeAudit(tx, ctx, { action: "grant.use", subject, detail: { grant } });
    return found;
  });
}

async function listTalks(input: Of<"talk.list">): Promise<OperationResult> {
  const rows = await readByGrant(input, "session:list", (tx) =>
    tx
      .select({
        id: practiceSessions.id,
        scenario: practiceSessions.scenarioSlug,
        startedAt: practiceSessions.startedAt,
        turn: practiceSessions.turn,
        outcome: practiceSessions.outcome,
      })
      .from(practiceSessions)
      .orderBy(desc(practiceSessions.startedAt))
      .limit(talksShown),
  );
  return {
    message: `${rows.length} talk(s) of ${input.tenant}, latest first. This was noted in its audit log.`,
    rows: rows.map(({ id, scenario, startedAt, turn, outcome }) => ({
      talk: id,
      scenario,
      started: startedAt.toISOString(),
      turns: String(turn),
      outcome: outcome ?? "open",
    })),
  };
}

async function showTalk(input: Of<"talk.show">): Promise<OperationResult> {
  const lines = await readByGrant(input, `session:${input.talk}`, (tx) =>
    tx.select().from(messages).where(eq(messages.sessionId, input.talk)).orderBy(asc(messages.number)),
  );
  if (lines.length === 0)
    throw new AppError("not_found", { detail: "There is no such talk, or nothing was said in it." });
  return {
    message: `${lines.length} message(s). This was noted in the tenant's audit log.`,
    rows: lines.map(({ number, speaker, text }) => ({ number: String(number), speaker, text })),
  };
}

/** Grants, and what they open. Throws `not_found`, `forbidden`. */
export async function operateGrants(operation: GrantOperation): Promise<OperationResult> {
  switch (operation.op) {
    case "grant.open":
      return openGrant(operation);
    case "grant.list":
      return listGrantsOf(operation);
    case "grant.end":
      return endGrantOf(operation);
    case "talk.list":
      return listTalks(operation);
    case "talk.show":
      return showTalk(operation);
  }
}

import { auditEvents } from "@/db/schema";
import { withTenant, type Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Permission } from "@/lib/contracts/permissions";
import { holds } from "@/lib/platform/auth/allow";
import { AppError } from "@/lib/platform/errors";
import { noteChecked } from "@/lib/platform/http/checked";
import { hasEnqueued, openQueue, wakeJobs } from "@/lib/platform/jobs";
import { changeOf, redact } from "./redaction";

/** Thrown to the caller after the transaction commits: for a refusal that has itself changed something. */
export class Refusal {
  constructor(readonly error: AppError) {}
}

interface Audit<Input, Output> {
  action: string;
  /** what was acted on, as `kind:id` */
  subject: (input: Input, output: Output) => string;
  detail?: (input: Input, output: Output) => Record<string, unknown>;
  /** for a change of something that stays: how it was and how it is */
  change?: (input: Input, output: Output) => { before: object; after: object };
}

interface VerbSpec<Input, Output> {
  /** `entity.verb`, unique */
  name: string;
  permission: Permission;
  /** "none" for reading, and for steps whose whole is audited elsewhere */
  audit: Audit<Input, Output> | "none";
  /** its transaction may add a job */
  enqueues?: boolean;
  /** it is about the practice of others too: else the database itself shows it the actor's own alone */
  reach?: "tenant";
  run: (tx: Tx, ctx: Ctx, input: Input) => Promise<Output | Refusal>;
}

interface AuditEntry {
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
  /** what was changed, before and after: the row keeps what differs */
  change?: { before: object; after: object };
}

/** Rows that wait for the end of their verb: writers of one tenant queue for the chain, so nothing else may follow them. */
const waiting = new WeakMap<Tx, { ctx: Ctx; entry: AuditEntry }[]>();

/** By which key somebody acted: they may not be who holds it. A sign-in and a grant are told by the row and its request. */
const keyOf = ({ via }: Ctx) => (via?.kind === "key" ? { via: { kind: via.kind, id: via.id } } : {});

async function insertAudit(tx: Tx, rows: { ctx: Ctx; entry: AuditEntry }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(auditEvents).values(
    rows.map(({ ctx, entry: { action, subject, detail, change } }) => ({
      tenantId: ctx.tenantId,
      // An operator is nobody of this tenant: the grant says who.
      actorId: ctx.actor.role === "operator" ? null : ctx.actor.userId,
      actorRole: ctx.actor.role,
      requestId: ctx.requestId,
      action,
      subject,
      detail: { ...redact(detail ?? {}), ...(change && changeOf(change.before, change.after)), ...keyOf(ctx) },
    })),
  );
}

const afterwards = new WeakMap<Tx, (() => void)[]>();

/** Does something once the verb's transaction is kept, and never when it is not; outside a verb at once. */
export function afterCommit(tx: Tx, work: () => void): void {
  const later = afterwards.get(tx);
  if (later) later.push(work);
  else work();
}

/** Writes one audit row in the caller's transaction, within a verb at its end. Secrets and spoken words are left out. */
export async function writeAudit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  const later = waiting.get(tx);
  if (later) later.push({ ctx, entry });
  else await insertAudit(tx, [{ ctx, entry }]);
}

/** The one place that decides. Throws `forbidden` unless the actor's role, and the key's scopes, hold the permission. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!holds(ctx, permission)) throw new AppError("forbidden");
  noteChecked(permission);
}

/**
 * Makes a verb: checks the permission before anything else, then runs inside one transaction of the actor's tenant,
 * with its audit row. Throws `forbidden`, and whatever `run` throws or refuses.
 */
export function defineVerb<Input, Output>(spec: VerbSpec<Input, Output>): (ctx: Ctx, input: Input) => Promise<Output> {
  return async (ctx, input) => {
    requirePermission(ctx, spec.permission);
    if (spec.enqueues) await openQueue();
    let added = false;
    let kept: (() => void)[] = [];
    const result = await withTenant(
      { tenantId: ctx.tenantId, practiceOf: spec.reach === "tenant" ? undefined : ctx.actor.userId },
      async (tx) => {
        const rows: { ctx: Ctx; entry: AuditEntry }[] = [];
        waiting.set(tx, rows);
        afterwards.set(tx, (kept = []));
        const output = await spec.run(tx, ctx, input);
        if (spec.audit !== "none" && !(output instanceof Refusal)) {
          const { action, subject, detail, change } = spec.audit;
          const about = { detail: detail?.(input, output), change: change?.(input, output) };
          await writeAudit(tx, ctx, { action, subject: subject(input, output), ...about });
        }
        await insertAudit(tx, rows);
        added = hasEnqueued(tx);
        return output;
      },
      spec.name,
    );
    for (const work of kept) work();
    if (added) await wakeJobs();
    if (result instanceof Refusal) throw result.error;
    return result;
  };
}

/** SQLSTATE of a driver error, through drizzle's wrapper. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}

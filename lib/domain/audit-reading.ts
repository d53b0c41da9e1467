import { sql } from "drizzle-orm";
import { rowsOf, withTenant, type Tx } from "@/db/tenant";
import type { ChainReport } from "@/lib/contracts/audit";
import { ChainCheck, type ChainHead, type ChainRow } from "./audit-chain";
import { defineVerb } from "./verb";

/** Rows read at once: small enough to hold nobody up. */
const pageSize = 1000;

interface ChainPage {
  rows: ChainRow[];
  head: ChainHead | null;
}
type Found = { head: string | null; headHash: string | null; seq: string | null } & Omit<ChainRow, "seq">;

/** The next rows of the chain and its head, as they are at one moment. */
async function readPage(tx: Tx, after: number): Promise<ChainPage> {
  const found = rowsOf<Found>(
    await tx.execute(sql`
      select h.seq::text as head, h.hash as "headHash", e.seq::text as seq, e.id::text as id,
        e.tenant_id::text as "tenantId", e.prev_hash as "prevHash", e.hash,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_id::text as "actorId",
        e.actor_role as "actorRole", e.action, e.subject, e.request_id as "requestId", e.detail::text as detail
      from (select 1) one left join audit_heads h on true left join lateral
        (select * from audit_events where audit_events.seq > ${after} order by audit_events.seq limit ${pageSize}) e on true
      order by e.seq`),
  );
  const [any] = found;
  const head = any?.head ? { seq: Number(any.head), hash: any.headHash } : null;
  return { rows: found.flatMap(({ seq, ...row }) => (seq === null ? [] : [{ ...row, seq: Number(seq) }])), head };
}

type Anchor = { seq: number; hash: string };

async function readThrough(page: (after: number) => Promise<ChainPage>, anchor?: Anchor): Promise<ChainReport> {
  const check = new ChainCheck(anchor);
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows, head } = await page(after);
    for (const row of rows) check.take(row);
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < pageSize) return check.finish(head);
  }
}

/** Reads the whole chain, a second time when it looks broken: a regular cut may have fallen between two pages. */
async function checkChain(page: (after: number) => Promise<ChainPage>, anchor?: Anchor): Promise<ChainReport> {
  const report = await readThrough(page, anchor);
  return report.fault ? readThrough(page, anchor) : report;
}

const readChainPage = defineVerb<{ after: number }, ChainPage>({
  name: "audit.read_chain",
  permission: "audit:read",
  audit: "none",
  run: (tx, _ctx, { after }) => readPage(tx, after),
});

/** Computes every hash of the actor's tenant's log anew. Throws `forbidden`. */
export function verifyAudit(ctx: Parameters<typeof readChainPage>[0]): Promise<ChainReport> {
  return checkChain((after) => readChainPage(ctx, { after }));
}

/** The same for an operator. `anchor`: a place and hash noted earlier. */
export function verifyAuditOf(tenantId: string, anchor?: Anchor): Promise<ChainReport> {
  return checkChain((after) => withTenant({ tenantId }, (tx) => readPage(tx, after)), anchor);
}
